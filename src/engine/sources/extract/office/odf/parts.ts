import { paragraph, plainText, type Cell, type Paragraph, type Part, type Row } from '../prose.ts';
import { elementsOf, type XmlElement } from '../xml.ts';
import { Counting } from './counting.ts';
import { ParagraphReader } from './inlines.ts';
import type { Story } from './story.ts';
import { wholeNumber } from './styles.ts';

/** Elements around paragraphs and tables that say nothing of them. */
export const AROUND_PARTS = new Set([
  'text:section',
  'text:table-of-content',
  'text:illustration-index',
  'text:table-index',
  'text:object-index',
  'text:user-index',
  'text:alphabetical-index',
  'text:bibliography',
  'text:index-body',
  'text:index-title',
  'text:numbered-paragraph',
  'draw:text-box',
]);

/** Elements around the rows of a table. */
export const AROUND_ROWS = new Set([
  'table:table-header-rows',
  'table:table-rows',
  'table:table-row-group',
]);

/** Of cells or rows that are written as one and say the same, no more are said: a text has none, a table of numbers is read
 * elsewhere. */
const MOST_REPEATED = 50;

/** Lists within one another; deeper items have no mark of their own. */
const DEEPEST_LEVEL = 10;

/** Where a list is within others. */
interface Place {
  readonly counting: Counting;
  readonly level: number;
}

/** Reads the paragraphs and tables that an element holds. */
export function readParts(parent: XmlElement, story: Story): Part[] {
  const parts: Part[] = [];
  for (const child of elementsOf(parent)) parts.push(...readPart(child, story));
  return parts;
}

/** Reads an element that stands where paragraphs and tables do. */
export function readPart(element: XmlElement, story: Story): Part[] {
  switch (element.name) {
    case 'text:p':
    case 'text:h':
      return [readParagraph(element, story, '')];
    case 'text:list':
      return readList(element, story, null);
    case 'table:table':
      return [{ type: 'table', rows: rowsIn(element, story, false) }];
    default:
      if (AROUND_PARTS.has(element.name)) return readParts(element, story);
      // A change or a shape between paragraphs belongs to one without text.
      return /^(?:text:change|draw:)/.test(element.name) ? [readLoose(element, story)] : [];
  }
}

function readLoose(element: XmlElement, story: Story): Paragraph {
  const reader = new ParagraphReader(story);
  reader.read({ name: '', attributes: {}, children: [element] }, false);
  return paragraph(reader.inlines);
}

function readParagraph(element: XmlElement, story: Story, label: string): Paragraph {
  const { styles } = story;
  const style = element.attributes['text:style-name'] ?? '';
  const reader = new ParagraphReader(story);
  const hidden = styles.isHidden('paragraph', style) ?? story.hiddenSections > 0;
  reader.read(element, hidden);
  const isTitle = styles.isBasedOn(style, 'Title');
  if (element.name === 'text:p') {
    return paragraph(reader.inlines, {
      kind: isTitle ? 'heading' : styles.isBasedOn(style, 'Caption') ? 'caption' : 'paragraph',
      level: isTitle ? 1 : 0,
      isTitle,
      label,
    });
  }
  const level = wholeNumber(element.attributes['text:outline-level'], 1);
  const counted = label === '' && element.attributes['text:is-list-header'] !== 'true';
  const start = element.attributes['text:start-value'];
  return paragraph(reader.inlines, {
    kind: 'heading',
    level,
    label: counted
      ? story.headings.next(level, start === undefined ? undefined : wholeNumber(start, 1))
      : label,
  });
}

function readList(element: XmlElement, story: Story, around: Place | null): Part[] {
  const place: Place = {
    counting: countingOf(element, story, around),
    level: Math.min((around?.level ?? 0) + 1, DEEPEST_LEVEL),
  };
  const parts: Part[] = [];
  for (const item of elementsOf(element)) {
    const start = item.attributes['text:start-value'];
    const number = start === undefined ? undefined : wholeNumber(start, 1);
    let marked = item.name !== 'text:list-item';
    for (const child of elementsOf(item)) {
      if (child.name === 'text:list') {
        parts.push(...readList(child, story, place));
      } else if (child.name === 'text:p' || child.name === 'text:h') {
        const label = marked ? '' : place.counting.next(place.level, number);
        marked = true;
        parts.push(readParagraph(child, story, label));
      } else {
        parts.push(...readPart(child, story));
      }
    }
  }
  return parts;
}

/** A list counts on from the one it continues; one within another has that one's style unless it has its own. */
function countingOf(element: XmlElement, story: Story, around: Place | null): Counting {
  const said = element.attributes;
  const style = said['text:style-name'];
  if (around !== null && style === undefined) return around.counting;
  const name = style ?? '';
  const before =
    story.lists.get(`id ${said['text:continue-list'] ?? ''}`) ??
    (said['text:continue-numbering'] === 'true' ? story.lists.get(`style ${name}`) : undefined);
  const counting = before ?? new Counting(story.styles.list(name) ?? new Map());
  story.lists.set(`style ${name}`, counting);
  const id = said['xml:id'];
  if (id !== undefined) story.lists.set(`id ${id}`, counting);
  return counting;
}

function rowsIn(element: XmlElement, story: Story, header: boolean): Row[] {
  const rows: Row[] = [];
  for (const child of elementsOf(element)) {
    if (child.name === 'table:table-row') {
      rows.push(...readRows(child, story, header));
    } else if (AROUND_ROWS.has(child.name)) {
      rows.push(...rowsIn(child, story, header || child.name === 'table:table-header-rows'));
    }
  }
  return rows;
}

/** The rows that one element stands for: one, or as many as it says when there is something in it. */
export function readRows(element: XmlElement, story: Story, header: boolean): Row[] {
  const cells: Cell[] = [];
  let column = 0;
  for (const cell of elementsOf(element)) {
    const said = cell.attributes;
    const times = wholeNumber(said['table:number-columns-repeated'], 1);
    if (cell.name === 'table:table-cell') {
      const parts = readParts(cell, story);
      const copies = plainText(parts) === '' ? 1 : Math.min(times, MOST_REPEATED);
      for (let copy = 0; copy < copies; copy += 1) cells.push({ column: column + copy, parts });
      column += times;
    } else if (cell.name === 'table:covered-table-cell') {
      column += times;
    }
  }
  while (cells.length > 1 && (cells.at(-1)?.parts.length ?? 0) === 0) cells.pop();
  const row = { cells, header };
  const times = wholeNumber(element.attributes['table:number-rows-repeated'], 1);
  const empty = cells.every(({ parts }) => plainText(parts) === '');
  return Array.from({ length: empty ? 1 : Math.min(Math.max(times, 1), MOST_REPEATED) }, () => row);
}
