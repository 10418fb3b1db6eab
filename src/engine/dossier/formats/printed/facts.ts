import type {
  AttributeLine,
  ChronologyLine,
  Citation,
  FactLine,
  LinkLine,
  NameLine,
} from '../../model.ts';
import { plain, type Phrase, type PrintedBlock, type Run } from './document.ts';
import { oneLine } from './legible.ts';
import { orNothing, type Page } from './page.ts';
import { counted } from './words.ts';

const arrows = { outgoing: '→', incoming: '←', mutual: '↔' } as const;

/** The numbers of the excerpts of one stance, each once, in their order. */
function numbersOf(citations: readonly Citation[], stance: Citation['stance']): number[] {
  const numbers = citations.filter((one) => one.stance === stance).map(({ excerpt }) => excerpt);
  return [...new Set(numbers)].toSorted((a, b) => a - b);
}

/**
 * What a line rests on: the excerpts that support it, how many of them are independent of one another where not all are,
 * and those that contradict it. A line that nothing supports says so.
 */
export function evidenceOf(
  { citations, independent }: Pick<FactLine, 'citations' | 'independent'>,
  page: Page,
): Phrase {
  const { words } = page;
  const supporting = numbersOf(citations, 'supports');
  const against = numbersOf(citations, 'contradicts');
  return [
    ...(supporting.length === 0
      ? [{ type: 'text', text: words.unsourced, emphasis: true } as const]
      : page.marks(supporting)),
    ...independence(supporting.length, independent, page),
    ...(against.length === 0
      ? []
      : [
          { type: 'break' } as const,
          { type: 'text', text: words.against, strong: true } as const,
          plain(' '),
          ...page.marks(against),
        ]),
  ];
}

/** How many citations are of origins of their own, where not all of them are. */
export function independence(citations: number, independent: number, page: Page): Run[] {
  const { words } = page;
  if (citations === 0 || independent === citations) return [];
  const text = counted(independent, words.independent, words, { citations, independent });
  return [{ type: 'break' }, { type: 'text', text, quiet: true }];
}

/** A table of facts; a column of dates only where there is one. */
export function namesTable(name: string, lines: readonly NameLine[], page: Page): PrintedBlock {
  const { column, nameKind } = page.words;
  return {
    type: 'table',
    name,
    columns: [column.kind, column.name, column.evidence],
    widths: [4, 8, 4],
    rows: lines.map((line) => [
      [plain(nameKind[line.kind])],
      [
        line.kind === 'primary'
          ? { type: 'text', text: oneLine(line.value), strong: true }
          : plain(oneLine(line.value)),
      ],
      evidenceOf(line, page),
    ]),
  };
}

export function attributesTable(
  name: string,
  lines: readonly AttributeLine[],
  page: Page,
): PrintedBlock {
  const { column } = page.words;
  return datedTable(
    name,
    [column.property, column.value],
    lines,
    (line) => [[plain(oneLine(line.property))], [plain(oneLine(line.value))]],
    page,
  );
}

export function linksTable(name: string, lines: readonly LinkLine[], page: Page): PrintedBlock {
  const { column, kind } = page.words;
  return datedTable(
    name,
    [column.relation, column.other],
    lines,
    (line) => {
      const role = orNothing(line.role);
      return [
        [plain(oneLine(line.typeLabel))],
        [
          { type: 'text', text: `${arrows[line.direction]} `, quiet: true },
          plain(oneLine(line.otherName)),
          { type: 'text', text: ` (${kind[line.otherKind].toLowerCase()})`, quiet: true },
          ...(role === null ? [] : ([{ type: 'break' }, plain(role)] as const)),
        ],
      ];
    },
    page,
  );
}

function datedTable<Line extends AttributeLine | LinkLine>(
  name: string,
  columns: readonly [string, string],
  lines: readonly Line[],
  cells: (line: Line) => Phrase[],
  page: Page,
): PrintedBlock {
  const { column } = page.words;
  const dated = lines.some(({ dates }) => orNothing(dates) !== null);
  return {
    type: 'table',
    name,
    columns: [...columns, ...(dated ? [column.dates] : []), column.evidence],
    widths: dated ? [4, 7, 4, 4] : [4, 8, 4],
    rows: lines.map((line) => [
      ...cells(line),
      ...(dated ? [[plain(orNothing(line.dates) ?? '')]] : []),
      evidenceOf(line, page),
    ]),
  };
}

export function chronologyTable(
  name: string,
  lines: readonly ChronologyLine[],
  page: Page,
): PrintedBlock {
  const { column, uncertainDate } = page.words;
  const several = lines.some(({ subject }) => subject !== null);
  return {
    type: 'table',
    name,
    columns: [column.date, ...(several ? [column.subject] : []), column.event, column.evidence],
    widths: several ? [4, 4, 7, 4] : [4, 8, 4],
    rows: inTime(lines).map((line) => [
      [
        plain(oneLine(line.date)),
        ...(line.uncertain
          ? ([{ type: 'break' }, { type: 'text', text: uncertainDate, emphasis: true }] as const)
          : []),
      ],
      ...(several ? [[plain(orNothing(line.subject) ?? '')]] : []),
      [plain(oneLine(line.text))],
      evidenceOf(line, page),
    ]),
  };
}

/** By plain comparison of the keys, and as they come where those are the same. */
function inTime(lines: readonly ChronologyLine[]): readonly ChronologyLine[] {
  return lines.toSorted((a, b) => (a.sortKey < b.sortKey ? -1 : a.sortKey > b.sortKey ? 1 : 0));
}
