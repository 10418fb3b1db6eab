import { Fragment } from 'react';
import type { MarkedText } from '#contract/search.ts';
import { markedParts } from './marked-parts.ts';

/** Text with the stretches that matched marked in it. */
export function Marked({ text }: { text: MarkedText }) {
  return markedParts(text).map(({ start, text: part, marked }) =>
    marked ? <mark key={start}>{part}</mark> : <Fragment key={start}>{part}</Fragment>,
  );
}
