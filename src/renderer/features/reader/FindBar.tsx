import type { EditorView } from '@codemirror/view';
import { EditorView as View } from '@codemirror/view';
import { ActionIcon } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconLetterW, IconX } from '@tabler/icons-react';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nothingFound, setFound } from './editor/found.ts';
import classes from './reader.module.css';
import { findAll } from './text/find.ts';
import { bisect } from './text/interval-index.ts';

/** Most places that are counted and walked through. */
const LIMIT = 10_000;

/** Looks for words in the open source, accents and case ignored. Enter goes on, Shift+Enter back, Escape leaves. */
export function FindBar({
  view,
  text,
  onLeave,
}: {
  view: EditorView;
  text: string;
  onLeave: () => void;
}) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const begun = useRef(view.state.selection.main.from);
  const [query, setQuery] = useState(() => {
    const { from, to } = view.state.selection.main;
    return to - from <= 100 ? view.state.sliceDoc(from, to).replaceAll('\n', ' ') : '';
  });
  const wanted = useDeferredValue(query);
  const [whole, setWhole] = useState(false);
  const ranges = useMemo(() => findAll(text, wanted, LIMIT, whole), [text, wanted, whole]);
  const [at, setAt] = useState(0);

  useEffect(() => setAt(firstAfter(ranges, begun.current)), [ranges]);

  useEffect(() => {
    const range = ranges[at];
    view.dispatch({
      effects: [
        setFound.of({ ranges, current: at }),
        ...(range === undefined ? [] : [View.scrollIntoView(range.from, { y: 'center' })]),
      ],
    });
  }, [at, ranges, view]);

  useEffect(() => {
    field.current?.focus();
    field.current?.select();
    return () => view.dispatch({ effects: setFound.of(nothingFound) });
  }, [view]);

  const step = (by: number): void => {
    if (ranges.length > 0) setAt((at + by + ranges.length) % ranges.length);
  };
  const leave = (): void => {
    // What was typed last may not have been looked for yet.
    const last = wanted === query ? ranges : findAll(text, query, LIMIT, whole);
    const range = last[last === ranges ? at : firstAfter(last, begun.current)];
    if (range !== undefined) {
      view.dispatch({ selection: { anchor: range.from, head: range.to }, userEvent: 'select' });
    }
    onLeave();
    view.focus();
  };
  const counted =
    wanted.trim() === ''
      ? ''
      : ranges.length === 0
        ? t('reader.foundNone')
        : t('reader.foundAt', {
            at: at + 1,
            count: ranges.length,
            more: ranges.length === LIMIT ? '+' : '',
          });

  return (
    <search className={classes['find']}>
      <input
        ref={field}
        className={classes['findField']}
        aria-label={t('reader.findInSource')}
        placeholder={t('reader.findInSource')}
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') step(event.shiftKey ? -1 : 1);
          else if (event.key === 'Escape') leave();
          else return;
          event.preventDefault();
        }}
      />
      <span className={classes['findCount']} role="status">
        {counted}
      </span>
      <ActionIcon
        aria-label={t('reader.findWhole')}
        title={t('reader.findWhole')}
        aria-pressed={whole}
        variant={whole ? 'light' : 'subtle'}
        onClick={() => setWhole(!whole)}
      >
        <IconLetterW size={16} aria-hidden="true" />
      </ActionIcon>
      <ActionIcon aria-label={t('reader.findPrevious')} onClick={() => step(-1)}>
        <IconChevronUp size={16} aria-hidden="true" />
      </ActionIcon>
      <ActionIcon aria-label={t('reader.findNext')} onClick={() => step(1)}>
        <IconChevronDown size={16} aria-hidden="true" />
      </ActionIcon>
      <ActionIcon aria-label={t('common.close')} onClick={leave}>
        <IconX size={16} aria-hidden="true" />
      </ActionIcon>
    </search>
  );
}

/** The first one after the place from which the search was begun, else the first of all. */
function firstAfter(ranges: readonly { from: number }[], begun: number): number {
  const next = bisect(ranges.length, (i) => (ranges[i]?.from ?? Infinity) >= begun);
  return next < ranges.length ? next : 0;
}
