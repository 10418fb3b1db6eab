import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Entity } from '#contract/entity.ts';
import { go } from '../../../app/navigation.ts';
import { Quotation } from '../../../ui/Quotation.tsx';
import { contextWords } from '../../inspector/context-words.ts';
import classes from '../review.module.css';

/** Passages of each side that are shown. */
const most = 3;

/** A passage that speaks of an entity. */
interface Passage {
  key: string;
  source: string;
  sourceTitle: string;
  sourceLanguage: string;
  start: number;
  end: number;
  quotation: string;
  prefix: string;
  suffix: string;
}

/** The words of the sources that speak of each of two entities. */
export function PassageColumns({ first, second }: { first: Entity; second: Entity }) {
  const { t } = useTranslation();
  const id = useId();
  const [here, there] = [passagesOf(first), passagesOf(second)];
  if (here.length + there.length === 0) return null;
  return (
    <section className={classes['rows']} aria-labelledby={id}>
      <h3 id={id}>{t('review.passages')}</h3>
      <div className={classes['passages']}>
        <Passages passages={here} label={first.name} />
        <Passages passages={there} label={second.name} />
      </div>
    </section>
  );
}

function Passages({ passages, label }: { passages: readonly Passage[]; label: string }) {
  const { t } = useTranslation();
  const more = passages.length - most;
  return (
    <div>
      <ul aria-label={label}>
        {passages.slice(0, most).map((passage) => (
          <li key={passage.key} className={classes['passage']}>
            <Quotation
              text={passage.quotation}
              language={passage.sourceLanguage}
              {...contextWords(passage)}
              lines={3}
            />
            <button
              type="button"
              className={classes['source']}
              onClick={() =>
                go({
                  screen: 'source',
                  id: passage.source,
                  at: { start: passage.start, end: passage.end },
                })
              }
            >
              {passage.sourceTitle}
            </button>
          </li>
        ))}
      </ul>
      {more > 0 && <p className={classes['more']}>{t('review.morePassages', { count: more })}</p>}
    </div>
  );
}

/** The passages that mention an entity or that one of its facts rests on, each once. */
function passagesOf(entity: Entity): Passage[] {
  const found = new Map<string, Passage>();
  const facts = [...entity.names, ...entity.attributes, ...entity.links];
  for (const one of [...entity.mentions, ...facts.flatMap(({ evidence }) => evidence)]) {
    const { source, sourceTitle, sourceLanguage, start, end, quotation, prefix, suffix } = one;
    const key = `${source} ${start} ${end}`;
    if (!found.has(key)) {
      found.set(key, {
        key,
        source,
        sourceTitle,
        sourceLanguage,
        start,
        end,
        quotation,
        prefix,
        suffix,
      });
    }
  }
  return [...found.values()];
}
