import type { Cell, Inline, Paragraph, Part, Row } from '../prose.ts';
import { paragraph, plainText, words } from '../prose.ts';
import { childOf, descendantsOf, elementsOf, type XmlElement } from '../xml.ts';
import { alternative, changeOf, readInlines } from './runs.ts';
import type { Story } from './story.ts';
import { listOf, numberValue, toggle, value } from './styles.ts';

/** More columns than a row has. */
const MOST_COLUMNS = 10_000;

/** Elements around paragraphs and tables that say nothing of them. */
export const AROUND_PARTS = new Set([
  'w:sdt',
  'w:sdtContent',
  'w:customXml',
  'w:smartTag',
  'w:ins',
  'w:moveTo',
]);

/** Reads the paragraphs and tables that an element holds. */
export function readParts(parent: XmlElement, story: Story, deleted?: XmlElement): Part[] {
  const parts: Part[] = [];
  for (const child of elementsOf(parent)) {
    if (child.name === 'w:p') {
      parts.push(readParagraph(child, story, deleted));
    } else if (child.name === 'w:tbl') {
      const design = readDesign(childOf(child, 'w:tblPr'), story);
      const rows: Row[] = [];
      for (const row of rowsOf(child)) rows.push(readRow(row, story, design && rows.length === 0));
      parts.push({ type: 'table', rows });
    } else if (child.name === 'mc:AlternateContent') {
      parts.push(...readParts(alternative(child), story, deleted));
    } else if (AROUND_PARTS.has(child.name)) {
      parts.push(...readParts(child, story, deleted));
    } else if (child.name.startsWith('w:commentRange')) {
      parts.push(readCommentMark(child, story));
    }
  }
  return parts;
}

/** The words of a comment can begin and end between paragraphs. Where they begin belongs to the next one. */
function readCommentMark(element: XmlElement, story: Story): Paragraph {
  const out: Inline[] = [];
  const holder = { name: '', attributes: {}, children: [element] };
  readInlines(holder, story, { change: null, hidden: false, out });
  return paragraph(out, { joinsNext: element.name === 'w:commentRangeStart' });
}

/** @param rowChange a tracked change of the row that the paragraph stands in */
export function readParagraph(
  element: XmlElement,
  story: Story,
  rowChange?: XmlElement,
): Paragraph {
  const { styles, numbering } = story.document;
  const properties = childOf(element, 'w:pPr');
  const mark = childOf(properties, 'w:rPr');
  const style = value(childOf(properties, 'w:pStyle')) || styles.defaultOf('paragraph');
  const inlines: Inline[] = [];
  readInlines(element, story, {
    change:
      rowChange === undefined
        ? null
        : changeOf(rowChange, rowChange.name === 'w:del' ? 'deletion' : 'insertion'),
    hidden: styles.find(style, (one) => one.hidden) ?? false,
    out: inlines,
  });
  inlines.push(...story.fields.endParagraph());
  const role = styles.role(style);
  const outline =
    numberValue(childOf(properties, 'w:outlineLvl')) ?? styles.find(style, (one) => one.outline);
  const level = role?.level ?? (outline !== null && outline < 9 ? outline + 1 : 0);
  const ending = childOf(mark, 'w:del') ?? childOf(mark, 'w:moveFrom');
  const joinsNext = rowChange === undefined && ending !== undefined;
  if (joinsNext) inlines.push(words('\n', changeOf(ending, 'deletion')));
  const list = listOf(childOf(properties, 'w:numPr')) ?? styles.find(style, (one) => one.list);
  const counted = list !== null && list.id !== '0' && !joinsNext;
  return paragraph(inlines, {
    kind: role?.kind === 'caption' ? 'caption' : level > 0 ? 'heading' : 'paragraph',
    level,
    isTitle: role?.kind === 'title',
    label: counted ? numbering.next(list.id, list.level) : '',
    joinsNext,
  });
}

/** Whether a table is designed to set its first row apart. */
export function readDesign(properties: XmlElement | undefined, story: Story): boolean {
  const look = childOf(properties, 'w:tblLook')?.attributes ?? {};
  const bits = Number.parseInt(look['w:val'] ?? '0', 16);
  const wanted = look['w:firstRow'] === '1' || look['w:firstRow'] === 'true' || (bits & 0x20) > 0;
  const { styles } = story.document;
  const style = value(childOf(properties, 'w:tblStyle')) || styles.defaultOf('table');
  return wanted && (styles.find(style, (one) => (one.firstRow ? true : null)) ?? false);
}

/** @param first whether it is the first row of a table that sets its first row apart */
export function readRow(element: XmlElement, story: Story, first: boolean): Row {
  const properties = childOf(element, 'w:trPr');
  const change = childOf(properties, 'w:del') ?? childOf(properties, 'w:ins');
  const cells: Cell[] = [];
  let column = numberValue(childOf(properties, 'w:gridBefore')) ?? 0;
  for (const cell of cellsOf(element)) {
    const own = childOf(cell, 'w:tcPr');
    const cellChange = childOf(own, 'w:cellDel') ?? childOf(own, 'w:cellIns');
    const parts = readParts(cell, story, change ?? renamed(cellChange));
    cells.push({ column, parts });
    column += Math.min(Math.max(numberValue(childOf(own, 'w:gridSpan')) ?? 1, 1), MOST_COLUMNS);
  }
  const header = (toggle(childOf(properties, 'w:tblHeader')) ?? false) || first;
  return { cells, header: header || (cells.length > 1 && allBold(element, cells)) };
}

function renamed(change: XmlElement | undefined): XmlElement | undefined {
  return change && { ...change, name: change.name === 'w:cellDel' ? 'w:del' : 'w:ins' };
}

/** Whether every run with text is bold by itself, as people write the names of columns. */
function allBold(row: XmlElement, cells: readonly Cell[]): boolean {
  if (cells.some((cell) => plainText(cell.parts) === '')) return false;
  for (const run of descendantsOf(row, 'w:r')) {
    const bold = toggle(childOf(run, 'w:rPr', 'w:b')) ?? false;
    if (!bold && childOf(run, 'w:t') !== undefined) return false;
  }
  return true;
}

function rowsOf(parent: XmlElement): XmlElement[] {
  return elementsOf(parent).flatMap((child) =>
    child.name === 'w:tr' ? [child] : AROUND_PARTS.has(child.name) ? rowsOf(child) : [],
  );
}

function cellsOf(parent: XmlElement): XmlElement[] {
  return elementsOf(parent).flatMap((child) =>
    child.name === 'w:tc' ? [child] : AROUND_PARTS.has(child.name) ? cellsOf(child) : [],
  );
}
