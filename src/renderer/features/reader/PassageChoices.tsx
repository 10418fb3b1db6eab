import type { EditorView } from '@codemirror/view';
import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Highlight } from '#contract/annotation.ts';
import { KindIcon } from '../../ui/KindIcon.tsx';
import { TagDot } from '../tags/TagDot.tsx';
import { moveInList } from '../../ui/list-keys.ts';
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
  const { choices, passage, choosing } = useStore(store);
  const at = choices.findIndex((one) => one === passage);
  const rows = choices.flatMap((choice) => highlights.filter((one) => one.id === choice));

  useEffect(() => {
    if (choosing) list.current?.focus();
  }, [choosing]);

  return (
    <div
      ref={list}
      role="listbox"
      tabIndex={0}
      aria-label={t('reader.passagesHere', { count: choices.length })}
      aria-activedescendant={at < 0 ? undefined : `${id}-${at}`}
      className={classes['choices']}
      onKeyDown={(event) => {
        const next = moveInList(event.key, at, choices.length, choices.length);
        const chosen = next === null ? undefined : choices[next];
        if (chosen !== undefined) store.setState({ passage: chosen, act: null });
        else if (event.key === 'Enter' || event.key === 'Escape') onLeave();
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      {rows.map((row, index) => {
        const text = view.state.sliceDoc(row.start, Math.min(row.end, row.start + SHOWN));
        const tag = tags.find((one) => row.tags.includes(one.id));
        const kind = row.kinds[0];
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
            onClick={() => {
              store.setState({ passage: row.id, act: null });
              view.focus();
            }}
          >
            {tag !== undefined ? (
              <TagDot color={tag.color} />
            ) : (
              kind !== undefined && <KindIcon kind={kind} size={14} />
            )}
            <span className={classes['choiceText']}>{text}</span>
          </div>
        );
      })}
    </div>
  );
}
