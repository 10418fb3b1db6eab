import { readRows } from './delimited.ts';

/** The delimiters of tables in the field, the likelier first. */
const DELIMITERS = [',', ';', '\t', '|', '\u001f', '\u0001', '^', '~'] as const;

/** UTF-16 code units and rows by which the delimiter is told. */
const SAMPLE = 64 * 1024;
const SAMPLE_ROWS = 200;

/** A first line by which spreadsheet programs are told the delimiter. */
const SAID = /^"?sep=([^\r\n])"?(?:\r\n?|\n)/i;

/** What separates the cells of a table, and where its first row begins. */
export interface Delimited {
  readonly delimiter: string;
  /** UTF-16 code units. */
  readonly start: number;
}

/**
 * What separates the cells of a text: what a person has chosen, else what its first line says, else what cuts its rows into
 * equally many cells, and into more than one; a comma where nothing does.
 */
export function findDelimiter(text: string, chosen: string | undefined): Delimited {
  const said = SAID.exec(text);
  const start = said?.[0].length ?? 0;
  const named = chosen ?? said?.[1];
  if (named !== undefined) {
    return { delimiter: named, start };
  }
  const sample = text.slice(start, start + SAMPLE);
  const whole = start + SAMPLE >= text.length;
  let best: string = ',';
  let most = 0;
  for (const delimiter of DELIMITERS) {
    const score = sample.includes(delimiter) ? agreement(sample, delimiter, whole) : 0;
    if (score > most) {
      best = delimiter;
      most = score;
    }
  }
  return { delimiter: best, start };
}

/** How well rows agree in the number of their cells, and a little for how many those are. */
function agreement(sample: string, delimiter: string, whole: boolean): number {
  const widths = new Map<number, number>();
  let rows = 0;
  for (const { width, end } of readRows(sample, delimiter)) {
    const cutOff = !whole && end >= sample.length && rows > 0;
    if (cutOff || rows === SAMPLE_ROWS) {
      break;
    }
    rows += 1;
    widths.set(width, (widths.get(width) ?? 0) + 1);
  }
  let best = 0;
  for (const [width, count] of widths) {
    if (width > 1) {
      best = Math.max(best, count / rows + Math.min(width, 50) / 1000);
    }
  }
  // Words have a space after their commas.
  const spaced = sample.split(`${delimiter} `).length - 1;
  return spaced * 2 > sample.split(delimiter).length - 1 ? best * 0.9 : best;
}
