import type { EditorView } from '@codemirror/view';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Highlight } from '#contract/annotation.ts';
import type { Source } from '#contract/source.ts';
import { useCase } from '../../app/case-context.tsx';
import { PassageChoices } from './PassageChoices.tsx';
import { PassagePanel } from './PassagePanel.tsx';
import { PassageTools } from './PassageTools.tsx';
import classes from './reader.module.css';
import type { Act, ReaderStore } from './reader-store.ts';
import type { TagColor } from './passages-of.ts';
import { useHanging } from './use-hanging.ts';

/** Pixels that the form of each act takes, its lists open. */
const room: Record<Act, number> = {
  tag: 410,
  entity: 410,
  alias: 430,
  link: 560,
  attribute: 520,
  fact: 430,
  note: 280,
  credibility: 450,
  handling: 390,
  merge: 340,
  remove: 220,
};

/** How far the end of a passage may be from the caret for the bar to hang there, in UTF-16 code units. */
const nearby = 600;

/** The small bar by the passage at hand: what can be done with it, with the keys on it, and the form of what was begun. */
export function PassageBar({
  view,
  store,
  source,
  highlights,
  tags,
  onSplit,
}: {
  view: EditorView;
  store: ReaderStore;
  source: Source;
  highlights: readonly Highlight[];
  tags: readonly TagColor[];
  onSplit: (view: EditorView) => Promise<void>;
}) {
  const { t } = useTranslation();
  const { canWrite } = useCase();
  const bar = useRef<HTMLDivElement>(null);
  const { bar: wanted, act, anchor, choices, passage, selection } = useStore(store);
  const shown =
    wanted && (passage !== null || selection !== null) && (canWrite || choices.length > 0);
  const known = highlights.find((one) => one.id === passage);
  const start = known?.start ?? selection?.from ?? anchor;
  const end = known?.end ?? selection?.to ?? anchor;
  // Below its last line the bar covers nothing of the passage, nor of those there are to choose from; a very long one
  // has its bar by the caret.
  const ends =
    choices.length > 0 && act === null
      ? highlights.flatMap((one) => (choices.includes(one.id) ? one.end : []))
      : [end];
  const hook = Math.max(anchor, ...ends.filter((one) => one > anchor && one - anchor < nearby));
  useHanging(view, bar, { anchor: hook, start, room: act === null ? 0 : room[act] }, shown);
  if (!shown) return null;

  const leave = (): void => {
    store.setState({ act: null, choosing: false });
    view.focus();
  };
  return (
    <div ref={bar} className={classes['bar']}>
      {choices.length > 0 && act === null && (
        <PassageChoices
          view={view}
          store={store}
          highlights={highlights}
          tags={tags}
          onLeave={leave}
        />
      )}
      {canWrite && <PassageTools store={store} onSplit={() => void onSplit(view)} />}
      {act !== null && (
        // Escape leaves, wherever in the form the focus is.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
        <div
          role="dialog"
          aria-label={t(`reader.act.${act}`)}
          className={classes['panel']}
          tabIndex={-1}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || event.defaultPrevented) return;
            event.preventDefault();
            leave();
          }}
        >
          <PassagePanel
            // Another passage or act begins with an empty form.
            key={`${act} ${passage ?? ''} ${selection?.from ?? ''}`}
            act={act}
            view={view}
            store={store}
            source={source}
            onLeave={leave}
          />
        </div>
      )}
    </div>
  );
}
