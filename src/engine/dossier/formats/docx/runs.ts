import type { Handling } from '#contract/vocabulary.ts';
import { escapedXml } from '../escaping.ts';
import { legible } from '../printed/legible.ts';
import { element, value } from './xml.ts';

/** Of a run of words: its character style, its language, and what its style does not say. */
export interface RunStyle {
  readonly style?: string;
  /** BCP 47. */
  readonly language?: string | null;
  readonly strong?: true | undefined;
  readonly emphasis?: true | undefined;
  /** The very words of a source: nothing is put between them. */
  readonly verbatim?: true;
}

/** A letter of a script that is written from right to left, and what may stand between two such words. */
const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]+(?:[^\p{L}]*[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]+)*/gu;

/** U+200E, which is not seen and written from left to right. */
const LEFT_TO_RIGHT = '\u200E';

/**
 * Text as runs. What is written from right to left is in runs of its own that say so (`w:rtl`): Word orders signs without a
 * direction by that, and takes fonts and language for such a run from other attributes.
 */
export function textRuns(text: string, style: RunStyle = {}): string {
  const clean = legible(text).replaceAll(/\s+/g, ' ');
  const runs: string[] = [];
  let from = 0;
  for (const found of clean.matchAll(rightToLeft)) {
    if (found.index > from) runs.push(oneRun(clean.slice(from, found.index), style, false));
    runs.push(oneRun(found[0], style, true));
    // Keeps what follows from being drawn into the words before it.
    if (!style.verbatim) runs.push(oneRun(LEFT_TO_RIGHT, style, false));
    from = found.index + found[0].length;
  }
  if (from < clean.length) runs.push(oneRun(clean.slice(from), style, false));
  return runs.join('');
}

function oneRun(text: string, style: RunStyle, rtl: boolean): string {
  return element(
    'w:r',
    {},
    properties(style, rtl),
    `<w:t xml:space="preserve">${escapedXml(text)}</w:t>`,
  );
}

function properties({ style, language, strong, emphasis }: RunStyle, rtl: boolean): string {
  const content = [
    style === undefined ? '' : value('w:rStyle', style),
    strong ? '<w:b/><w:bCs/>' : '',
    emphasis ? '<w:i/><w:iCs/>' : '',
    rtl ? '<w:rtl/>' : '',
    language ? element('w:lang', { [rtl ? 'w:bidi' : 'w:val']: language }) : '',
  ].join('');
  return content === '' ? '' : element('w:rPr', {}, content);
}

/** A marking in a character style of its own, each of its colour. */
export function markingRun(marking: Handling): string {
  return textRuns(` TLP:${marking} `, { style: `Marking${marking.replace('+', '')}` });
}

/** The beginning of a field that Word works out, such as the number of the page; what follows is shown until it does. */
export function fieldBegin(instruction: string): string {
  return [
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
    `<w:r><w:instrText xml:space="preserve"> ${escapedXml(instruction)} </w:instrText></w:r>`,
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
  ].join('');
}

export const fieldEnd = '<w:r><w:fldChar w:fldCharType="end"/></w:r>';
export const tab = '<w:r><w:tab/></w:r>';
export const lineBreak = '<w:r><w:br/></w:r>';
