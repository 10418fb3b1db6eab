import type { EditorView } from '@codemirror/view';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Source, SourceText } from '#contract/source.ts';
import { styleNonce } from '../../app/nonce.ts';
import type { Adjusting } from './editor/adjusting.ts';
import { createEditor } from './editor/create-editor.ts';
import { readingFont } from './reading-font.ts';
import type { ReaderStore } from './reader-store.ts';

/** Offset at the top of each source when it was last left, in this window. */
const places = new Map<string, number>();

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
      setView(editor.view);
    };
    const waiting = readingFont(text);
    if (waiting === undefined) begin();
    else void waiting.then(begin);
    return () => {
      left = true;
      if (editor === undefined) return;
      const { scrollTop } = editor.view.scrollDOM;
      places.set(id, scrollTop < 1 ? 0 : editor.view.lineBlockAtHeight(scrollTop).from);
      setView(null);
      editor.destroy();
    };
  }, [canWrite, frame, id, language, segments, store, t, text]);
  return view;
}

/** The offset at which a source was last left, 0 when it was not open yet. */
export function lastPlace(source: string): number {
  return places.get(source) ?? 0;
}
