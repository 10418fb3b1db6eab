import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DossierItem } from '#contract/dossier.ts';
import { VirtualEntries } from '../../../ui/VirtualEntries.tsx';
import classes from './options.module.css';

/** More than these are drawn only as far as they are in view. */
const FEW = 12;

/** What is in a part, each to be left out by itself. */
export function PartItems({
  title,
  items,
  graded,
  leftOut,
  onLeftOut,
}: {
  title: string;
  items: readonly DossierItem[];
  /** They rest on passages, and it matters when they do not. */
  graded: boolean;
  leftOut: ReadonlySet<string>;
  onLeftOut: (ids: readonly string[], out: boolean) => void;
}) {
  const { t } = useTranslation();
  const ids = items.map(({ id }) => id);
  const out = ids.filter((id) => leftOut.has(id)).length;
  const line = (item: DossierItem, index: number) => (
    <Item
      item={item}
      place={index}
      graded={graded}
      out={leftOut.has(item.id)}
      onOut={(next) => onLeftOut([item.id], next)}
    />
  );
  return (
    <div
      className={classes['items']}
      role="group"
      aria-label={t('dossier.itemsOf', { part: title })}
    >
      <p className={classes['itemsAll']}>
        <button
          type="button"
          className={classes['textButton']}
          disabled={out === 0}
          onClick={() => onLeftOut(ids, false)}
        >
          {t('dossier.allIn')}
        </button>
        <button
          type="button"
          className={classes['textButton']}
          disabled={out === ids.length}
          onClick={() => onLeftOut(ids, true)}
        >
          {t('dossier.allOut')}
        </button>
      </p>
      {items.length <= FEW ? (
        items.map((item, index) => <div key={item.id}>{line(item, index)}</div>)
      ) : (
        <div className={classes['itemsMany']}>
          <VirtualEntries
            as="div"
            list={{
              total: items.length,
              at: (index) => items[index],
              show: () => undefined,
              pending: false,
              error: null,
            }}
            height={28}
            itemKey={({ id }) => id}
          >
            {line}
          </VirtualEntries>
        </div>
      )}
    </div>
  );
}

function Item({
  item: { text, subject, citations, independent },
  place,
  graded,
  out,
  onOut,
}: {
  item: DossierItem;
  place: number;
  graded: boolean;
  out: boolean;
  onOut: (out: boolean) => void;
}) {
  const { t } = useTranslation();
  return (
    <Checkbox
      className={classes['item'] ?? ''}
      data-place={place}
      checked={!out}
      label={
        <>
          <span className={classes['itemText']}>
            {subject !== '' && <span className={classes['itemSubject']}>{subject} </span>}
            {text}
          </span>
          {graded && citations === 0 && (
            <span className={classes['unsourced']}>{t('dossier.unsourced')}</span>
          )}
          {citations > 0 && (
            <span
              className={classes['cited']}
              title={t('dossier.independent', { count: independent })}
            >
              {t('dossier.citations', { count: citations })}
            </span>
          )}
        </>
      }
      onChange={(event) => onOut(!event.currentTarget.checked)}
    />
  );
}
