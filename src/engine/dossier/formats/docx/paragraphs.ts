import { element, value } from './xml.ts';

/** A paragraph. */
export function paragraph(
  style: string,
  runs: string,
  more: {
    readonly indent?: number;
    readonly bidi?: string;
    readonly list?: { readonly number: number; readonly level: number };
  } = {},
): string {
  // The order of a paragraph's properties is fixed by the schema (ISO/IEC 29500-1, 17.3.1.26).
  const properties = [
    value('w:pStyle', style),
    more.list === undefined
      ? ''
      : element(
          'w:numPr',
          {},
          value('w:ilvl', more.list.level),
          value('w:numId', more.list.number),
        ),
    more.bidi ?? '',
    more.indent ? element('w:ind', { 'w:left': more.indent }) : '',
  ].join('');
  return element('w:p', {}, element('w:pPr', {}, properties), runs);
}
