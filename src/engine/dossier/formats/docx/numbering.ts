import { element, namespaces, part, value } from './xml.ts';

/** How the documents of Word call their numberings: headings, bullets, and each ordered list one of its own after them. */
export const HEADINGS = 1;
export const BULLETS = 2;
const DEEPEST = 8;
/** Twentieths of a point by which each level of a list is set in, and the title of a heading behind its number. */
export const LIST_INDENT = 340;
const HEADING_INDENT = 595;

const levels = (level: (at: number) => string): string =>
  Array.from({ length: DEEPEST + 1 }, (_, at) => level(at)).join('');

/** The level of a list of which the text stands so far from the margin. */
export function listLevel(indent: number): number {
  return Math.min(DEEPEST, Math.round(indent / LIST_INDENT));
}

function hanging(left: number, by: number): string {
  return element('w:pPr', {}, element('w:ind', { 'w:left': left, 'w:hanging': by }));
}

function level(at: number, format: string, text: string, style: string, indent: string): string {
  return element(
    'w:lvl',
    { 'w:ilvl': at },
    value('w:start', 1),
    value('w:numFmt', format),
    style,
    value('w:lvlText', text),
    value('w:lvlJc', 'left'),
    indent,
  );
}

/**
 * `word/numbering.xml`: headings, bullets, and ordered lists, each of which counts from 1.
 *
 * @param orderedLists how many there are
 */
export function numberingPart(orderedLists: number): string {
  const inset = (at: number) => hanging(LIST_INDENT * (at + 1), LIST_INDENT);
  const kinds = [
    level(
      0,
      'decimal',
      '%1',
      value('w:pStyle', 'Heading1'),
      hanging(HEADING_INDENT, HEADING_INDENT),
    ),
    levels((at) => level(at, 'bullet', '–', '', inset(at))),
    levels((at) => level(at, 'decimal', `%${at + 1}.`, '', inset(at))),
  ];
  const restarted = levels((at) =>
    element('w:lvlOverride', { 'w:ilvl': at }, value('w:startOverride', 1)),
  );
  const number = (id: number, kind: number, more = '') =>
    element('w:num', { 'w:numId': id }, value('w:abstractNumId', kind), more);
  return part(
    element(
      'w:numbering',
      { 'xmlns:w': namespaces['xmlns:w'] },
      ...kinds.map((content, at) =>
        element(
          'w:abstractNum',
          { 'w:abstractNumId': at + 1 },
          value('w:multiLevelType', 'multilevel'),
          content,
        ),
      ),
      number(HEADINGS, 1),
      number(BULLETS, 2),
      ...Array.from({ length: orderedLists }, (_, at) => number(BULLETS + 1 + at, 3, restarted)),
    ),
  );
}
