import type { EditorView } from '@codemirror/view';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Source, SourceText } from '#contract/source.ts';
import { styleNonce } from '../../app/nonce.ts';
import type { Adjusting } from './editor/adjusting-state.ts';
import { createEditor } from './editor/create-editor.ts';
import { rememberPlace } from './going/places.ts';
import { readingFont } from './reading-font.ts';
import type { ReaderStore } from './reader-store.ts';

/** Puts the text of a source into `frame`, and takes it out again. The view is null until it is there. */
export function useReader(
  frame: RefObject<HTMLDivElement | null>,
  source: Source,
  { text, segments }: SourceText,
  store: ReaderStore,
  adjust: ((adjusted: Adjusting) => Promise<void>) | null,
): EditorView | null {
  const { t } = useTranslation();
  const [view, setView] = useState<EditorView | null>(null);
  const { id, title, language } = source;
  const name = useRef(title);
  const adjusts = useRef(adjust);
  useEffect(() => {
    name.current = title;
    adjusts.current = adjust;
  });
  const canWrite = adjust !== null;

  useEffect(() => {
    const parent = frame.current;
    if (parent === null) return undefined;
    let editor: ReturnType<typeof createEditor> | undefined;
    let left = false;
    const keep = (): void => {
      if (editor === undefined) return;
      const { scrollTop } = editor.view.scrollDOM;
      const top = scrollTop < 1 ? 0 : editor.view.lineBlockAtHeight(scrollTop).from;
      rememberPlace(id, { top, caret: editor.view.state.selection.main.head });
    };
    const begin = (): void => {
      if (left) return;
      editor = createEditor({
        parent,
        text,
        segments,
        language,
        label: t('reader.textOf', { title: name.current }),
        pageLabel: (page) => t('reader.page', { page }),
        nonce: styleNonce(),
        store,
        adjust: canWrite ? async (adjusted) => adjusts.current?.(adjusted) : null,
      });
      editor.view.scrollDOM.addEventListener('scrollend', keep);
      setView(editor.view);
    };
    // A window that is closed unmounts nothing, and may have no time to write.
    addEventListener('pagehide', keep);
    const waiting = readingFont(text);
    if (waiting === undefined) begin();
    else void waiting.then(begin);
    return () => {
      left = true;
      removeEventListener('pagehide', keep);
      if (editor === undefined) return;
      keep();
      setView(null);
      editor.destroy();
    };
  }, [canWrite, frame, id, language, segments, store, t, text]);
  return view;
}
