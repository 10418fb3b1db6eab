import { element, value } from './xml.ts';

export const sans = 'Calibri';
export const serif = 'Cambria';
export const mono = 'Consolas';

/** Fonts that Word's own computers have: those of the PDF are not installed where the document is worked on. */
export function fonts(family: string): string {
  return element('w:rFonts', {
    'w:ascii': family,
    'w:hAnsi': family,
    'w:eastAsia': family,
    'w:cs': 'Arial',
  });
}

/** Half points. */
export function size(points: number): string {
  return `${value('w:sz', points * 2)}${value('w:szCs', points * 2)}`;
}

export const bold = '<w:b/><w:bCs/>';
export const quiet = value('w:color', '565B66');

/** A style of the document. */
export interface Style {
  readonly id: string;
  /** The name Word knows a style of its own by: whoever edits finds it in the list, translated. */
  readonly name: string;
  readonly basedOn?: string;
  readonly next?: string;
  readonly paragraph?: string;
  readonly run?: string;
  /** Offered first in Word's gallery. */
  readonly quick?: true;
  readonly table?: string;
}

/** Twentieths of a point before and after a paragraph; its lines in parts of 240. */
export function spacing(before: number, after: number, line?: number): string {
  return element('w:spacing', {
    'w:before': before,
    'w:after': after,
    ...(line === undefined ? {} : { 'w:line': line, 'w:lineRule': 'auto' }),
  });
}
