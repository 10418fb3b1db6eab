import type { EditorView } from '@codemirror/view';
import { EditorView as View } from '@codemirror/view';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Highlight } from '#contract/annotation.ts';
import type { Source, SourceText } from '#contract/source.ts';
import { useCase } from '../../app/case-context.tsx';
import { useKeyHints } from '../../app/key-map.ts';
import { Keys } from '../../ui/Keys.tsx';
import { KindIcon } from '../../ui/KindIcon.tsx';
import { VirtualList } from '../../ui/VirtualList.tsx';
import { needsPassage } from '../reader/use-reader-commands.ts';
import { acts, nothingAtHand, type ReaderStore } from '../reader/reader-store.ts';
import { inDocumentOrder } from '../reader/text/interval-index.ts';
import { placeAt } from '../reader/text/place.ts';
import { TagDot } from '../tags/TagDot.tsx';
import classes from './inspector.module.css';
import { PassageInspector } from './PassageInspector.tsx';
import type { TagColor } from '../reader/passages-of.ts';
import { placeWords } from './place-words.ts';

/** Longest piece of a passage that a row shows, in UTF-16 code units. */
const SHOWN = 120;

/** Beside a source: the passage at hand, or all its passages when none is. */
export function SourceInspector({
  source,
  text,
  highlights,
  tags,
  store,
  view,
}: {
  source: Source;
  text: SourceText;
  highlights: readonly Highlight[];
  tags: readonly TagColor[];
  store: ReaderStore;
  view: EditorView | null;
}) {
  const passage = useStore(store, (state) => state.passage);
  const shown = passage !== null && highlights.some(({ id }) => id === passage);
  if (shown) {
    return (
      <PassageInspector
        key={passage}
        id={passage}
        language={source.language}
        onAct={(act) => store.setState({ act, bar: true })}
      />
    );
  }
  return <PassageList {...{ text, highlights, tags, store, view }} />;
}

function PassageList({
  text: { text, segments },
  highlights,
  tags,
  store,
  view,
}: {
  text: SourceText;
  highlights: readonly Highlight[];
  tags: readonly TagColor[];
  store: ReaderStore;
  view: EditorView | null;
}) {
  const { t } = useTranslation();
  const hint = useKeyHints();
  const { canWrite } = useCase();
  const [active, setActive] = useState(-1);
  const items = useMemo(() => highlights.toSorted(inDocumentOrder), [highlights]);
  const colors = useMemo(() => new Map(tags.map(({ id, color }) => [id, color])), [tags]);

  if (items.length === 0) {
    return (
      <div className={classes['teach']}>
        <p>{t('inspector.noPassages')}</p>
        {canWrite && (
          <ul>
            {acts
              .filter((act) => !needsPassage.has(act))
              .map((act) => (
                <li key={act}>
                  <Keys keys={hint(`reading.${act}`).keys} />
                  {t(`reader.act.${act}`)}
                </li>
              ))}
          </ul>
        )}
      </div>
    );
  }
  const choose = ({ id, start }: Highlight): void => {
    if (view === null) return;
    store.setState({ ...nothingAtHand, passage: id, anchor: start });
    view.dispatch({
      selection: { anchor: start },
      effects: View.scrollIntoView(start, { y: 'center' }),
    });
    view.focus();
  };
  return (
    <>
      <h2 className={classes['listHead']}>
        {t('inspector.passages')}
        <span className={classes['count']}>{items.length}</span>
      </h2>
      <VirtualList
        label={t('inspector.passages')}
        list={{
          total: items.length,
          at: (index) => items[index],
          show: () => undefined,
          pending: false,
          error: null,
        }}
        itemKey={({ id }) => id}
        active={active}
        onActive={setActive}
        onChoose={choose}
        rowHeight={44}
      >
        {(item) => {
          const color = item.tags.flatMap((tag) => colors.get(tag) ?? [])[0];
          const kind = item.kinds[0];
          const place = placeAt(segments, item.start);
          return (
            <div className={classes['listed']}>
              <span className={classes['listedMark']}>
                {color !== undefined ? (
                  <TagDot color={color} />
                ) : (
                  kind !== undefined && <KindIcon kind={kind} size={14} />
                )}
              </span>
              <span className={classes['listedText']}>
                {text.slice(item.start, Math.min(item.end, item.start + SHOWN))}
              </span>
              <span className={classes['listedPlace']}>
                {place === undefined ? '' : placeWords(place, t)}
              </span>
            </div>
          );
        }}
      </VirtualList>
    </>
  );
}
