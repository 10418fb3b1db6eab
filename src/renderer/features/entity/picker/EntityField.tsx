import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntityRef } from '#contract/annotation.ts';
import { EntityKind } from '#contract/vocabulary.ts';
import { useApi } from '../../../app/api.ts';
import { useCase } from '../../../app/case-context.tsx';
import { KindIcon } from '../../../ui/KindIcon.tsx';
import { likelyReason } from '../../review/duplicates/LikelyEntities.tsx';
import { useLikelyNow } from '../../review/duplicates/use-likely.ts';
import { useOntology } from '../use-ontology.ts';
import { ChoiceField, type Choice } from './ChoiceField.tsx';
import { orderChoices } from './rank.ts';
import { useRecent } from './recent-choices.ts';

/** An entity that was chosen, or that is to be made. `name` is what the field shows. */
export interface ChosenEntity {
  ref: EntityRef;
  kind: EntityKind;
  name: string;
}

/** What stands in the field: what is typed, and the entity it was settled on, if it was. */
export interface EntityDraft {
  query: string;
  chosen: ChosenEntity | null;
}

export const emptyEntity: EntityDraft = { query: '', chosen: null };

export function draftOf(entity: { id: string; kind: EntityKind; name: string }): EntityDraft {
  return {
    query: entity.name,
    chosen: { ref: { entity: entity.id }, kind: entity.kind, name: entity.name },
  };
}

/** Longest name that is offered for making; a longer text is hardly one. UTF-16 code units. */
const LONGEST_NAME = 200;

/** Chooses an entity by typing its name, or one that is made of what was typed. */
export function EntityField({
  label,
  draft,
  onDraft,
  kinds = EntityKind.options,
  canMake = true,
  inline = false,
  except,
  error,
}: {
  label: string;
  draft: EntityDraft;
  onDraft: (draft: EntityDraft) => void;
  kinds?: readonly EntityKind[];
  canMake?: boolean;
  inline?: boolean;
  /** An entity that is not offered, by its id. */
  except?: string;
  error?: string | undefined;
}) {
  const { t } = useTranslation();
  const api = useApi();
  const { handle, info } = useCase();
  const recent = useRecent('entity', info.id);
  // A settled name filters nothing: opening the field again offers others.
  const typed = draft.chosen === null ? draft.query.trim() : '';
  const found = useQuery(
    api.entities.list.queryOptions({
      input: {
        handle,
        filter: typed.slice(0, 500),
        sort: typed === '' ? 'passages' : 'name',
        limit: typed === '' ? 100 : 24,
      },
      placeholderData: keepPreviousData,
    }),
  );

  const entities = useMemo(() => {
    const items = (found.data?.items ?? []).filter(
      ({ id, kind }) => id !== except && kinds.includes(kind),
    );
    const used = recent.ids.flatMap((id) => items.filter((item) => item.id === id));
    return orderChoices(typed, items, ({ name, aliases }) => [name, ...aliases], used).slice(0, 12);
  }, [except, found.data, kinds, recent.ids, typed]);

  const ontology = useOntology();
  // What is not found by the letters may be meant all the same: another script, a pet name, a slip of the pen. What is less sure is
  // left out, since Enter takes the first.
  const meant = useLikelyNow(null, typed);
  const likely = meant.likely.filter(
    ({ id, kind, score }) =>
      score >= 0.5 &&
      id !== except &&
      kinds.includes(kind) &&
      !entities.some((entity) => entity.id === id),
  );

  const choices: Choice[] = entities.map(({ id, kind, name, aliases }) => ({
    key: id,
    label: name,
    icon: <KindIcon kind={kind} />,
    ...(aliases.length > 0 && { tail: aliases.join(', ') }),
  }));
  for (const entity of likely) {
    choices.push({
      key: entity.id,
      label: entity.name,
      icon: <KindIcon kind={entity.kind} />,
      tail: likelyReason(entity, ontology),
    });
  }
  if (canMake && typed !== '' && typed.length <= LONGEST_NAME) {
    for (const kind of EntityKind.options.filter((one) => kinds.includes(one))) {
      choices.push({
        key: `new ${kind}`,
        label: t(`entity.make.${kind}`, { name: typed }),
        icon: <KindIcon kind={kind} decorative />,
        apart: true,
      });
    }
  }

  const take = (key: string): void => {
    const known = [...entities, ...likely].find(({ id }) => id === key);
    if (known !== undefined) {
      recent.remember(known.id);
      onDraft(draftOf(known));
      return;
    }
    const kind = EntityKind.options.find((one) => key === `new ${one}`);
    if (kind === undefined) return;
    onDraft({ query: typed, chosen: { ref: { kind, name: typed }, kind, name: typed } });
  };

  return (
    <ChoiceField
      label={label}
      query={draft.query}
      onQuery={(query) => onDraft({ query, chosen: null })}
      choices={choices}
      settled={
        !found.isPending && !found.isPlaceholderData && (entities.length > 0 || meant.settled)
      }
      onTake={take}
      inline={inline}
      placeholder={t('entity.find')}
      empty={found.isPending ? t('common.loading') : t('entity.findNone')}
      error={error}
      {...(draft.chosen !== null && { icon: <KindIcon kind={draft.chosen.kind} /> })}
    />
  );
}
