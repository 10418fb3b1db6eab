import type { Segment } from '../extraction.ts';
import { divideText, type Stretch } from '../segments.ts';

/** A text of a message's body with its paragraphs; the last of them ends at the text's length. */
export interface BodyText {
  readonly text: string;
  readonly stretches: readonly Stretch[];
}

/** The fields that head a message's text, in this order, and what is written before each. */
const HEADING_FIELDS = ['From', 'To', 'Cc', 'Bcc', 'Date', 'Subject'] as const;
export type MessageHeading = Readonly<Partial<Record<(typeof HEADING_FIELDS)[number], string>>>;

/** The text of a message: its heading, a line for each field, then its bodies, apart by blank lines. */
export function messageText(
  heading: MessageHeading,
  bodies: readonly BodyText[],
): { text: string; segments: Segment[] } {
  const lines = HEADING_FIELDS.flatMap((name) => {
    const value = heading[name] ?? '';
    return value === '' ? [] : [`${name}: ${value}`];
  });
  const kept = bodies.filter(({ text }) => text.trim() !== '');
  const head = lines.join('\n');
  const pieces: BodyText[] = [
    ...(head === ''
      ? []
      : [{ text: head, stretches: [{ kind: 'header' as const, end: head.length, page: null }] }]),
    ...kept,
  ];
  let text = '';
  const stretches: Stretch[] = [];
  for (const [index, piece] of pieces.entries()) {
    const start = text.length;
    text += piece.text + (index === pieces.length - 1 ? '' : '\n\n');
    const last = piece.stretches.length - 1;
    for (const [at, stretch] of piece.stretches.entries()) {
      stretches.push({ ...stretch, end: at === last ? text.length : start + stretch.end });
    }
  }
  return { text, segments: divideText(text, stretches) };
}
