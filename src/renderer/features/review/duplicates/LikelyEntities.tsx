import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { LikelyEntity } from '#contract/duplicates.ts';
import type { Ontology } from '#contract/ontology.ts';
import type { EntityKind } from '#contract/vocabulary.ts';
import { currentLanguage } from '../../../i18n/i18n.ts';
import { KindIcon } from '../../../ui/KindIcon.tsx';
import { useOntology } from '../../entity/use-ontology.ts';
import classes from './likely.module.css';
import { reasonWords, scoreWords } from './reason-words.ts';
import { useLikely } from './use-likely.ts';

/** Entities that the name of a new one may mean, so that nobody is recorded twice. */
export function LikelyEntities({
  kind,
  typed,
  onOpen,
}: {
  kind: EntityKind;
  typed: string;
  onOpen: (id: string) => void;
}) {
  const { t } = useTranslation();
  const ontology = useOntology();
  const id = useId();
  const likely = useLikely(kind, typed);
  if (likely.length === 0) return null;
  return (
    <section className={classes['likely']} aria-labelledby={id}>
      <h3 id={id}>{t('review.likely')}</h3>
      <ul>
        {likely.map((entity) => {
          const reason = likelyReason(entity, ontology);
          return (
            <li key={entity.id}>
              <button
                type="button"
                className={classes['entity']}
                aria-label={t('review.likelyOpen', { name: entity.name, reason })}
                onClick={() => onOpen(entity.id)}
              >
                <KindIcon kind={entity.kind} decorative />
                <span className={classes['words']}>
                  <span className={classes['name']}>{entity.name}</span>
                  <span className={classes['reason']}>{reason}</span>
                </span>
                <span className={classes['score']} aria-hidden="true">
                  {scoreWords(entity.score)}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Why an entity is offered: the name that agrees when it is another than the one shown, and the first reason. */
export function likelyReason(
  { name, matched, reasons }: LikelyEntity,
  ontology: Ontology | undefined,
): string {
  const [first] = reasons;
  const why = first === undefined ? '' : reasonWords(first, ontology, currentLanguage());
  return matched === name ? why : `${matched} · ${why}`;
}
