import { EditorView } from '@codemirror/view';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SegmentPlace } from '#contract/source.ts';
import classes from '../reader.module.css';
import { lastOf, offsetOf, readPlace } from './going-to.ts';

/** Goes to a page, a paragraph or a line by its number. Enter goes, Escape leaves. */
export function GoToBar({
  view,
  segments,
  onLeave,
}: {
  view: EditorView;
  segments: readonly SegmentPlace[];
  onLeave: () => void;
}) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  useEffect(() => field.current?.focus(), []);

  const { doc } = view.state;
  const pages = lastOf('page', doc, segments);
  const wanted = readPlace(typed, pages > 0 ? 'page' : 'paragraph');
  const offset = wanted === null ? null : offsetOf(wanted, doc, segments);
  const last = wanted === null ? 0 : lastOf(wanted.sort, doc, segments);
  const said =
    typed.trim() === ''
      ? t(pages > 0 ? 'reader.goTo.hintWithPages' : 'reader.goTo.hint')
      : wanted === null
        ? t('reader.goTo.notUnderstood')
        : last === 0
          ? t('reader.goTo.noPages')
          : t(`reader.goTo.of.${wanted.sort}`, { number: wanted.number, last });

  const leave = (): void => {
    onLeave();
    view.focus();
  };
  const go = (): void => {
    if (offset === null) return;
    view.dispatch({
      selection: { anchor: offset },
      effects: EditorView.scrollIntoView(offset, { y: 'start', yMargin: 24 }),
    });
    leave();
  };
  return (
    <div className={classes['find']} role="group" aria-label={t('reader.goTo.title')}>
      <input
        ref={field}
        className={classes['findField']}
        aria-label={t('reader.goTo.title')}
        aria-invalid={typed.trim() !== '' && offset === null}
        placeholder={t('reader.goTo.title')}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') go();
          else if (event.key === 'Escape') leave();
          else return;
          event.preventDefault();
        }}
      />
      <span className={classes['goSaid']} role="status">
        {said}
      </span>
    </div>
  );
}
