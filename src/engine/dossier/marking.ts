import { Handling } from '#contract/vocabulary.ts';
import type { CaseStore } from '../store/index.ts';

/**
 * The marking printed on each page: the strictest of what was asked for, the case's own, and those of the sources and
 * passages quoted, the photographs shown and the entities named, with what was found to be one with them, so that nobody
 * loosens a marking by printing.
 */
export function markingOf(
  store: CaseStore,
  {
    asked,
    ofCase,
    sources,
    excerpts,
    entities,
    others,
  }: {
    asked: Handling | undefined;
    ofCase: Handling;
    /** Ids. */
    sources: readonly string[];
    /** A passage can be stricter than its source; one that is laxer loosens nothing, since its source is named too. */
    excerpts: readonly string[];
    entities: readonly string[];
    /** Markings of photographs. */
    others: readonly Handling[];
  },
): Handling {
  const content = store.all<{ handling: Handling }>(
    `SELECT DISTINCT handling FROM source WHERE id IN (SELECT value FROM json_each(?))
     UNION SELECT handling FROM excerpt WHERE handling IS NOT NULL AND id IN (SELECT value FROM json_each(?))
     UNION SELECT e.handling FROM json_each(?) named LEFT JOIN cluster it ON it.entity_id = named.value
     LEFT JOIN cluster them ON them.head_id = it.head_id
     JOIN entity e ON e.id = coalesce(them.entity_id, named.value)`,
    JSON.stringify(sources),
    JSON.stringify(excerpts),
    JSON.stringify(entities),
  );
  const all = new Set([asked, ofCase, ...others, ...content.map(({ handling }) => handling)]);
  return Handling.options.find((marking) => all.has(marking)) ?? ofCase;
}
