import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Mention } from '#contract/entity.ts';
import { go } from '../../app/navigation.ts';
import { Quotation } from '../../ui/Quotation.tsx';
import { contextWords } from '../inspector/context-words.ts';
import { placeWords } from '../inspector/place-words.ts';
import classes from './entity.module.css';

/** How many are shown until all are asked for. */
const FIRST = 20;

/** Where the sources speak of the entity. A click goes there. */
export function Mentions({ mentions }: { mentions: readonly Mention[] }) {
  const { t } = useTranslation();
  const id = useId();
  const [all, setAll] = useState(false);
  if (mentions.length === 0) return null;
  const shown = all ? mentions : mentions.slice(0, FIRST);
  return (
    <section className={classes['group']} aria-labelledby={id}>
      <h2 id={id}>
        {t('entity.mentions')} <span className={classes['count']}>{mentions.length}</span>
      </h2>
      <ul>
        {shown.map(({ id: key, source, sourceTitle, excerpt, start, end, ...mention }) => (
          <li key={key}>
            <button
              type="button"
              className={classes['mention']}
              onClick={() =>
                go({
                  screen: 'source',
                  id: source,
                  ...(excerpt === null ? { at: { start, end } } : { excerpt }),
                })
              }
            >
              <span className={classes['mentionWords']}>
                <Quotation
                  text={mention.quotation}
                  language={mention.sourceLanguage}
                  {...contextWords(mention, 40)}
                  lines={1}
                />
              </span>
              <span className={classes['mentionWhere']}>
                <span>{sourceTitle}</span>
                {placeWords(mention.place, t)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {shown.length < mentions.length && (
        <Button variant="subtle" onClick={() => setAll(true)}>
          {t('entity.showAll', { count: mentions.length })}
        </Button>
      )}
    </section>
  );
}
