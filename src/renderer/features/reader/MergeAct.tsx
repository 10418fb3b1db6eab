import type { EditorView } from '@codemirror/view';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { ChoiceField } from '../entity/picker/ChoiceField.tsx';
import { answers } from '../entity/picker/rank.ts';
import { useAct } from '../entity/forms/use-act.ts';
import { PassageMark } from './PassageMark.tsx';
import { tagColorsOf } from './passages-of.ts';
import type { ReaderStore } from './reader-store.ts';
import { mergeable, useReshape } from './use-reshape.ts';

/** Longest piece of a passage that a row shows, in UTF-16 code units. */
const SHOWN = 80;

/** Chooses the passage that the one at hand is made one with. */
export function MergeAct({
  id,
  view,
  store,
  source,
  onDone,
}: {
  id: string;
  view: EditorView;
  store: ReaderStore;
  source: string;
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const api = useApi();
  const { handle } = useCase();
  const { merge } = useReshape(source, store);
  const { run, error } = useAct();
  const [query, setQuery] = useState('');
  const highlights = useQuery(api.excerpts.highlights.queryOptions({ input: { handle, source } }));
  const tags = useQuery(api.tags.list.queryOptions({ input: { handle }, select: tagColorsOf }));
  const slice = (from: number, to: number): string => view.state.sliceDoc(from, to);
  const near = mergeable(highlights.data ?? [], id, slice).map((one) => ({
    ...one,
    words: slice(one.start, Math.min(one.end, one.start + SHOWN)),
  }));
  return (
    <>
      <ChoiceField
        label={t('reader.act.merge')}
        query={query}
        onQuery={setQuery}
        inline
        choices={near
          .filter(({ words }) => answers(query, [words]))
          .map((one) => ({
            key: one.id,
            label: one.words,
            icon: <PassageMark passage={one} tags={tags.data ?? []} />,
          }))}
        empty={t('reader.mergeNone')}
        onTake={(other) => void run(() => merge(id, other), onDone)}
      />
      {error !== null && <ErrorNotice error={error} />}
    </>
  );
}
