import type { PageText } from '../../pdf/page-drawing.ts';
import type { PrintedText } from './links.ts';

/** The stretches of text of a page, and where they stand. */
export function printedTexts({ items }: PageText): PrintedText[] {
  return items.flatMap((item) => {
    if (!('str' in item) || item.str === '') return [];
    const [, , , , left, bottom] = item.transform.map(Number);
    if (left === undefined || bottom === undefined) return [];
    return [{ text: item.str, left, bottom, width: item.width, height: item.height }];
  });
}
