import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Excerpt } from '#contract/annotation.ts';
import { PassageQuery } from '#contract/passage-query.ts';
import { useApi } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { go } from '../../app/navigation.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { GradeChip } from '../../ui/GradeChip.tsx';
import { usePagedList } from '../../ui/paged.ts';
import { Quotation } from '../../ui/Quotation.tsx';
import { VirtualEntries } from '../../ui/VirtualEntries.tsx';
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
      <VirtualEntries list={list} height={92} className={classes['passage']}>
        {(excerpt, index) => <Passage excerpt={excerpt} index={index} own={own} />}
      </VirtualEntries>
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
        data-place={index}
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
