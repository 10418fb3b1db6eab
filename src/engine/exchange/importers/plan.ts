import type { CaseStore } from '../../store/index.ts';
import type { Intake } from './intake.ts';
import { planEntities } from './plan-entities.ts';
import { planLinks } from './plan-links.ts';
import { planSources } from './plan-sources.ts';
import { planTags } from './plan-tags.ts';
import { Tally, type Plan } from './planned.ts';

/** Holds what a file has against the case. What cannot go in is added to the remarks of `intake`. */
export function planOf(store: CaseStore, intake: Intake): Plan {
  const tally = new Tally();
  const tags = planTags(store, intake.tags, tally);
  return {
    entities: planEntities(store, intake.entities, intake.remarks, tally),
    links: planLinks(store, intake, tally),
    tags,
    sources: planSources(store, intake, tags, tally),
    tally,
  };
}
