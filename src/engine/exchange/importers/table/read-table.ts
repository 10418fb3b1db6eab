import Papa from 'papaparse';
import { CaseError } from '#contract/error.ts';
import type { TableMapping, TableShape } from '#contract/foreign-import.ts';
import { decodeText } from '../../../sources/index.ts';
import { bytesOf, type ForeignFile } from '../foreign-file.ts';
import type { Intake } from '../intake.ts';
import { within } from '../limits.ts';
import { Remarks } from '../remarks.ts';
import { proposeMapping } from './propose.ts';
import { TableReading } from './table-reading.ts';

/** Rows from which samples are taken, and how many different ones of a column are shown. */
const sampled = 200;
const shownSamples = 5;
/** UTF-16 code units by which the delimiter is told. */
const telling = 64 * 1024;

/**
 * Reads a table. How its columns are to be read is said by the mapping; where there is none, one is proposed from the
 * headings and used.
 *
 * @param options.looking a table of which no column is said to hold names is then shown, and nothing is read of it
 * @throws CaseError `foreign.unreadable`, `foreign.tooLarge`, `foreign.noNames`
 */
export function readTable(
  file: ForeignFile,
  caseId: string,
  { mapping: said, looking }: { mapping: TableMapping | undefined; looking: boolean },
): Intake {
  const { path } = file;
  const remarks = new Remarks();
  const { rows, delimiter, encoding } = rowsOf(file, said, remarks);
  within(path, 'rows', rows.length);
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  within(path, 'columns', width);
  const headerRow = said?.headerRow ?? true;
  const headings = Array.from({ length: width }, (_, at) =>
    headerRow ? (rows[0]?.[at] ?? '').trim() : '',
  );
  const body = headerRow ? rows.slice(1) : rows;
  const columns = headings.map((name, at) => ({ name, ...columnOf(body, at) }));
  const proposed = said === undefined || said.columns.length === 0;
  const mapping: TableMapping = {
    ...(proposed ? proposeMapping(columns, said?.kind) : said),
    delimiter,
    encoding,
    headerRow,
    ...(said === undefined ? {} : { rows: said.rows }),
  };
  const table: TableShape = { rows: body.length, columns, mapping, proposed };
  const reading = new TableReading(caseId, { headings, mapping, fileName: file.fileName }, remarks);
  if (reading.hasNames) reading.takeAll(body, headerRow ? 2 : 1);
  else if (looking) remarks.add('noName', '', '');
  else throw new CaseError('foreign.noNames', { path });
  return {
    format: 'csv',
    origin: '',
    ...reading.finish(),
    tags: [],
    sources: [],
    further: [],
    remarks,
    table,
  };
}

const delimiters = [',', ';', '\t', '|'] as const;

function rowsOf(
  file: ForeignFile,
  said: TableMapping | undefined,
  remarks: Remarks,
): { rows: string[][]; delimiter: (typeof delimiters)[number]; encoding: string } {
  let text: string;
  let encoding: string;
  try {
    ({ text, encoding } = decodeText(bytesOf(file), said?.encoding));
  } catch (error) {
    if (!(error instanceof CaseError) || error.code !== 'source.binary') throw error;
    throw new CaseError('foreign.unreadable', { path: file.path }, error);
  }
  // Spreadsheets in some languages say on a line of its own what separates the columns.
  const line = /^sep=(.)\r?\n/.exec(text);
  const named = delimiters.find((one) => one === line?.[1]);
  const content = line === null ? text : text.slice(line[0].length);
  const { data, errors, meta } = Papa.parse<string[]>(content, {
    delimiter: said?.delimiter ?? named ?? likelyDelimiter(content),
    skipEmptyLines: false,
  });
  for (const { code, row = 0 } of errors) {
    remarks.add('badRow', code, String(row + 1));
  }
  while (data.length > 0 && isEmpty(data.at(-1) ?? [])) data.pop();
  return {
    rows: data.map((row) => row.map((cell) => plainCell(cell.toWellFormed()))),
    delimiter: delimiters.find((one) => one === meta.delimiter) ?? ',',
    encoding,
  };
}

/** What seems to separate the columns, by the first rows; a comma when nothing tells, as in a table of one column. */
function likelyDelimiter(text: string): string {
  const { meta } = Papa.parse(text.slice(0, telling), {
    delimitersToGuess: [...delimiters],
    preview: 50,
    skipEmptyLines: 'greedy',
  });
  return meta.delimiter;
}

function isEmpty(row: readonly string[]): boolean {
  return row.every((cell) => cell.trim() === '');
}

/** A cell without the apostrophe that keeps a spreadsheet from taking it for a formula. */
function plainCell(cell: string): string {
  return /^'+[=+\-@\t\r＝＋－＠]/.test(cell) ? cell.slice(1) : cell;
}

function columnOf(rows: readonly string[][], at: number): { samples: string[]; filled: number } {
  const samples = new Set<string>();
  let filled = 0;
  for (const [number, row] of rows.entries()) {
    const cell = row[at]?.trim() ?? '';
    if (cell === '') continue;
    filled += 1;
    if (number < sampled && samples.size < shownSamples)
      samples.add(cell.slice(0, 200).toWellFormed());
  }
  return { samples: [...samples], filled };
}
