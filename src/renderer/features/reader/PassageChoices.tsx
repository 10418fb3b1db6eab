import type { EditorView } from '@codemirror/view';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Highlight, Tag } from '#contract/annotation.ts';
import { useApi } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { moveInList } from '../../ui/list-keys.ts';
import { setHoveredPassage } from './editor/passage.ts';
import { PassageMark } from './PassageMark.tsx';
import classes from './reader.module.css';
import type { TagColor } from './passages-of.ts';
import type { ReaderStore } from './reader-store.ts';

/** Longest piece of a passage that a row shows, in UTF-16 code units. */
const SHOWN = 90;

/** The passages that lie under one place, to choose the one that is meant. */
export function PassageChoices({
  view,
  store,
  highlights,
  tags,
  onLeave,
}: {
  view: EditorView;
  store: ReaderStore;
  highlights: readonly Highlight[];
  tags: readonly TagColor[];
  onLeave: () => void;
}) {
  const { t } = useTranslation();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const api = useApi();
  const { handle } = useCase();
  const tagNames = useQuery(api.tags.list.queryOptions({ input: { handle }, select: namesOf }));
  const { choices, passage, choosing } = useStore(store);
  const at = choices.findIndex((one) => one === passage);
  const rows = choices.flatMap((choice) => highlights.filter((one) => one.id === choice));

  useEffect(() => {
    if (choosing) list.current?.focus();
  }, [choosing]);
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  // The one that is meant lights up in the text, so that it need not be told from its words.
  const light = (lit: string | null): void => {
    view.dispatch({ effects: setHoveredPassage.of(lit) });
  };
  useEffect(() => () => view.dispatch({ effects: setHoveredPassage.of(null) }), [view]);

  return (
    <div
      ref={list}
      role="listbox"
      tabIndex={0}
      aria-label={t('reader.passagesHere', { count: choices.length })}
      aria-activedescendant={at < 0 ? undefined : `${id}-${at}`}
      className={classes['choices']}
      onMouseLeave={() => light(null)}
      onKeyDown={(event) => {
        const digit = /^[1-9]$/.test(event.key) ? Number(event.key) - 1 : null;
        const next = digit ?? moveInList(event.key, at, choices.length, choices.length);
        const chosen = next === null ? undefined : choices[next];
        if (chosen !== undefined) {
          store.setState({ passage: chosen, act: null });
          if (digit !== null) onLeave();
        } else if (event.key === 'Enter' || event.key === 'Escape') onLeave();
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      {rows.map((row, index) => {
        const text = view.state.sliceDoc(row.start, Math.min(row.end, row.start + SHOWN));
        const names = row.tags.flatMap((tag) => tagNames.data?.get(tag) ?? []);
        return (
          // The list keeps the focus and hears the keys.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={row.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={row.id === passage}
            className={classes['choice']}
            onMouseDown={(event) => event.preventDefault()}
            onMouseEnter={() => light(row.id)}
            onClick={() => {
              store.setState({ passage: row.id, act: null });
              view.focus();
            }}
          >
            <span className={classes['choiceMark']}>
              <PassageMark passage={row} tags={tags} />
            </span>
            <span className={classes['choiceText']}>{text}</span>
            <span className={classes['choiceTail']}>{names.join(', ')}</span>
            {index < 9 && <kbd className={classes['choiceKey']}>{index + 1}</kbd>}
          </div>
        );
      })}
    </div>
  );
}

function namesOf(tags: readonly Tag[]): Map<string, string> {
  return new Map(tags.map(({ id, name }) => [id, name]));
}
