import type { EditorView } from '@codemirror/view';
import { ActionIcon, Button, PasswordInput, Tooltip } from '@mantine/core';
import { IconDownload, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Highlight } from '#contract/annotation.ts';
import type { Source } from '#contract/source.ts';
import { useApi } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { useView } from '../../app/view-store.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import type { TagColor } from '../reader/passages-of.ts';
import type { ReaderStore } from '../reader/reader-store.ts';
import type { Range } from '../reader/text/sentence.ts';
import { pressAt, selectInText } from './at-hand.ts';
import { OriginalDetails } from './OriginalDetails.tsx';
import { OriginalPages, type Shown } from './OriginalPages.tsx';
import { OriginalTable } from './OriginalTable.tsx';
import classes from './original.module.css';
import { boxesOf } from './page-geometry.ts';
import { useOriginalPdf, type OpenedPdf } from './use-original-pdf.ts';
import { useSaveOriginal } from './use-save-original.ts';

/** CSS pixels to a point. */
const point = 96 / 72;

interface Beside {
  source: Source;
  view: EditorView;
  store: ReaderStore;
  highlights: readonly Highlight[];
  tags: readonly TagColor[];
}

/** The original beside its text: drawn where it has pages, as a table where it is one, else what it says of itself. */
export function OriginalPane({ onLeave, ...beside }: Beside & { onLeave: () => void }) {
  const { t } = useTranslation();
  const { source } = beside;
  const save = useSaveOriginal(source);
  return (
    <aside className={classes['pane']} aria-label={t('original.title')}>
      <div className={classes['bar']}>
        <span className={classes['name']} title={source.fileName}>
          {source.fileName}
        </span>
        <span className={classes['group']}>
          <Tooltip label={t('original.save')}>
            <ActionIcon aria-label={t('original.save')} onClick={save}>
              <IconDownload size={16} aria-hidden="true" />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={t('original.leave')}>
            <ActionIcon aria-label={t('original.leave')} onClick={onLeave}>
              <IconX size={16} aria-hidden="true" />
            </ActionIcon>
          </Tooltip>
        </span>
      </div>
      <Original {...beside} />
    </aside>
  );
}

function Original(beside: Beside) {
  const { source } = beside;
  if (source.kind === 'pdf') return <PdfOriginal {...beside} />;
  if (source.kind === 'image') return <PictureOriginal {...beside} />;
  if (source.hasLayout) return <TableOriginal {...beside} />;
  return <OriginalDetails source={source} />;
}

function PdfOriginal(beside: Beside) {
  const opened = useOriginalPdf(beside.source);
  const pages = usePagesBeside(beside);
  const { pdf, error, unlock } = opened;
  const { t } = useTranslation();
  if (error !== null) return <ErrorNotice error={error} />;
  if (unlock !== null) return <Password opened={opened} unlock={unlock} />;
  if (pdf === null)
    return (
      <p className={classes['note']} role="status">
        {t('common.loading')}
      </p>
    );
  return <OriginalPages {...pages} pages={pdf.numPages} unit={point} pdf={pdf} />;
}

function Password({
  opened: { wrong },
  unlock,
}: {
  opened: OpenedPdf;
  unlock: (password: string) => void;
}) {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  return (
    <form
      className={classes['password']}
      onSubmit={(event) => {
        event.preventDefault();
        unlock(password);
      }}
    >
      <PasswordInput
        label={t('original.password')}
        value={password}
        autoComplete="off"
        error={wrong ? t('original.wrongPassword') : null}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <Button type="submit" variant="default">
        {t('original.open')}
      </Button>
    </form>
  );
}

function PictureOriginal(beside: Beside) {
  const { pages } = beside.source;
  const all = usePagesBeside(beside);
  return <OriginalPages {...all} pages={Math.max(1, pages ?? 1)} unit={1} pdf={null} />;
}

function TableOriginal({ source, view, store, highlights, tags }: Beside) {
  const tint = useView((kept) => kept.tint);
  const selection = useAtHand(store, highlights);
  return (
    <OriginalTable
      source={source.id}
      highlights={highlights}
      tags={tags}
      tint={tint}
      selection={selection}
      onSelect={(range) => selectInText(view, range)}
    />
  );
}

/** What pages beside a text have in common, whatever draws them. */
function usePagesBeside({ source, view, store, highlights, tags }: Beside) {
  const tint = useView((kept) => kept.tint);
  const chosen = useStore(store, (state) => state.passage);
  const selection = useStore(store, (state) => state.selection);
  const atHand = useAtHand(store, highlights);
  return {
    source: source.id,
    highlights,
    tags,
    tint,
    chosen,
    selection,
    shown: useShown(source, atHand?.from ?? null),
    onSelect: (range: Range) => selectInText(view, range),
    onPress: (offset: number | null, times: number) => {
      if (offset !== null) pressAt(view, source.language, offset, times);
    },
  };
}

/** Where the passage at hand, or else the selected text, stands. */
function useAtHand(store: ReaderStore, highlights: readonly Highlight[]): Range | null {
  const passage = useStore(store, (state) => state.passage);
  const selection = useStore(store, (state) => state.selection);
  return useMemo(() => {
    const held = passage === null ? undefined : highlights.find(({ id }) => id === passage);
    return held === undefined ? selection : { from: held.start, to: held.end };
  }, [highlights, passage, selection]);
}

/** Where an offset of the text stands on the original. */
function useShown({ id, hasLayout }: Source, offset: number | null): Shown | null {
  const api = useApi();
  const { handle } = useCase();
  const enabled = hasLayout && offset !== null;
  const place = useQuery(
    api.sources.layoutPlace.queryOptions({ input: { handle, id, offset: offset ?? 0 }, enabled }),
  );
  const page = place.data?.page ?? null;
  const layout = useQuery(
    api.sources.layoutPages.queryOptions({
      input: { handle, id, from: page ?? 1, to: page ?? 1 },
      enabled: enabled && page !== null,
      staleTime: Infinity,
    }),
  );
  const words = layout.data?.pages[0];
  return useMemo(() => {
    if (offset === null || page === null || words === undefined) return null;
    // White space at the start of a passage stands nowhere.
    const box = boxesOf(words, offset, offset + 40)[0];
    return { page, within: box?.top ?? 0 };
  }, [offset, page, words]);
}
