import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Excerpt } from '#contract/annotation.ts';
import { PassageQuery } from '#contract/passage-query.ts';
import { useApi } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { go } from '../../app/navigation.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { GradeChip } from '../../ui/GradeChip.tsx';
import { moveInList } from '../../ui/list-keys.ts';
import { usePagedList } from '../../ui/paged.ts';
import { Quotation } from '../../ui/Quotation.tsx';
import { contextWords } from '../inspector/context-words.ts';
import { placeWords } from '../inspector/place-words.ts';
import { TagDot } from './TagDot.tsx';
import classes from './tags.module.css';

const nothingOwn: readonly string[] = [];

/** The passages that a combination finds, in their context. A click or Enter goes to the source. */
export function TagPassages({
  query,
  own = nothingOwn,
  counted = false,
  nothing,
  action,
}: {
  query: PassageQuery;
  /** Tags that every passage here carries, so that none of them says so. */
  own?: readonly string[];
  /** How many there are is said elsewhere on the page already. */
  counted?: boolean;
  /** Said when there are none. */
  nothing: string;
  action?: { label: string; keys: string; run: () => void };
}) {
  const { t } = useTranslation();
  const api = useApi();
  const { handle } = useCase();
  const scroller = useRef<HTMLDivElement>(null);
  const asked = JSON.stringify(query);
  const list = usePagedList<Excerpt>(
    useCallback(
      (offset, limit) =>
        api.excerpts.query.queryOptions({
          input: { handle, query: PassageQuery.parse(JSON.parse(asked)), offset, limit },
        }),
      [api, asked, handle],
    ),
  );
  const virtual = useVirtualizer({
    count: list.total,
    estimateSize: () => 92,
    getScrollElement: () => scroller.current,
    overscan: 6,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  const { show } = list;
  useEffect(() => show(first, last));

  const move = (event: KeyboardEvent): void => {
    if (!(event.target instanceof HTMLElement)) return;
    const at = Number(event.target.dataset['passage'] ?? -1);
    if (at < 0) return;
    const next = moveInList(event.key, at, list.total, 5);
    if (next === null) return;
    event.preventDefault();
    virtual.scrollToIndex(next, { align: 'auto' });
    // What lies further off is drawn only once it has been scrolled to.
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-passage="${next}"]`)?.focus(),
    );
  };

  if (list.error !== null) {
    return (
      <div className={classes['padded']}>
        <ErrorNotice error={list.error} />
      </div>
    );
  }
  if (!list.pending && list.total === 0) {
    return <EmptyState {...(action !== undefined && { action })}>{nothing}</EmptyState>;
  }
  return (
    <>
      <p className={counted ? 'lg-hidden' : classes['found']} role="status">
        {list.pending ? '' : t('reader.passages', { count: list.total })}
      </p>
      {/* The keys are those of the passages within, which have the focus. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div ref={scroller} className={classes['passages']} onKeyDown={move}>
        <div className={classes['length']} style={{ height: virtual.getTotalSize() }}>
          {items.map(({ index, start }) => {
            const excerpt = list.at(index);
            return (
              <article
                key={index}
                data-index={index}
                ref={virtual.measureElement}
                className={classes['passage']}
                style={{ transform: `translateY(${start}px)` }}
              >
                {excerpt !== undefined && <Passage excerpt={excerpt} index={index} own={own} />}
              </article>
            );
          })}
        </div>
      </div>
    </>
  );
}

function Passage({
  excerpt,
  index,
  own,
}: {
  excerpt: Excerpt;
  index: number;
  own: readonly string[];
}) {
  const { t } = useTranslation();
  const others = excerpt.tags.filter(({ id }) => !own.includes(id));
  return (
    <>
      <button
        type="button"
        data-passage={index}
        className={classes['open']}
        onClick={() => go({ screen: 'source', id: excerpt.source, excerpt: excerpt.id })}
      >
        <Quotation
          text={excerpt.quotation}
          language={excerpt.sourceLanguage}
          {...contextWords(excerpt)}
          lines={5}
        />
      </button>
      <p className={classes['foot']}>
        <GradeChip reliability={excerpt.reliability} />
        <span className={classes['source']}>{excerpt.sourceTitle}</span>
        <span>{placeWords(excerpt.place, t)}</span>
        {others.map(({ id, name, color }) => (
          <span key={id} className={classes['other']}>
            <TagDot color={color} size={8} />
            {name}
          </span>
        ))}
      </p>
    </>
  );
}
