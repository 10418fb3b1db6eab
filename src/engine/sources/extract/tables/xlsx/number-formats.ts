import { format, getFormatDateInfo, isDateFormat } from 'numfmt';
import type { XmlElement } from '../../office/xml.ts';
import { childOf, elementsOf } from '../../office/xml.ts';
import { serialDate, type Shown } from './serial-date.ts';

/** Formats that have a number and are not written down (ECMA-376, part 1, 18.8.30); those of money without their sign. */
const BUILT_IN: ReadonlyMap<number, string> = new Map([
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [5, '#,##0'],
  [6, '#,##0'],
  [7, '#,##0.00'],
  [8, '#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [11, '0.00E+00'],
  [12, '# ?/?'],
  [13, '# ??/??'],
  ...[14, 15, 16, 17].map((id): [number, string] => [id, 'yyyy-mm-dd']),
  ...[18, 20].map((id): [number, string] => [id, 'hh:mm']),
  ...[19, 21, 45].map((id): [number, string] => [id, 'hh:mm:ss']),
  [22, 'yyyy-mm-dd hh:mm'],
  // Of the years of East Asia.
  ...[27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id): [number, string] => [
    id,
    'yyyy-mm-dd',
  ]),
  ...[32, 33, 34, 35, 55, 56].map((id): [number, string] => [id, 'hh:mm']),
  [37, '#,##0'],
  [38, '#,##0'],
  [39, '#,##0.00'],
  [40, '#,##0.00'],
  [46, '[h]:mm:ss'],
  [47, 'mm:ss.0'],
  [48, '##0.0E+0'],
]);

/** Programs write none longer. */
const LONGEST_CODE = 255;

/** Numbers that were told are kept, up to so many. */
const MOST_KEPT = 20_000;

/** How numbers of one style are shown. */
type Way = { readonly as: 'general' } | Moment | { readonly as: 'code'; readonly code: string };
interface Moment extends Shown {
  readonly as: 'moment';
}

const GENERAL: Way = { as: 'general' };

/** The numbers of a workbook as its styles show them; moments in ISO 8601, whatever order their format has. */
export class NumberFormats {
  readonly #ways: readonly Way[];
  readonly #is1904: boolean;
  readonly #kept = new Map<string, string>();

  /** @param styles the part of styles; undefined where there is none */
  constructor(styles: XmlElement | undefined, is1904: boolean) {
    this.#is1904 = is1904;
    const codes = new Map(BUILT_IN);
    for (const { attributes } of elementsOf(childOf(styles, 'x:numFmts'), 'x:numFmt')) {
      codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
    }
    const ways = new Map<number, Way>();
    this.#ways = elementsOf(childOf(styles, 'x:cellXfs'), 'x:xf').map(({ attributes }) => {
      const id = Number(attributes['numFmtId'] ?? 0);
      const way = ways.get(id) ?? wayOf(codes.get(id) ?? '');
      ways.set(id, way);
      return way;
    });
  }

  /** @param raw the number as it is written @param style index of the cell's style */
  show(raw: string, style: number): string {
    const way = this.#ways[style] ?? GENERAL;
    const value = Number(raw);
    if (way.as === 'general' || raw === '' || !Number.isFinite(value)) {
      return general(raw);
    }
    if (way.as === 'moment') {
      return serialDate(value, way, this.#is1904) ?? general(raw);
    }
    const key = `${style} ${raw}`;
    const kept = this.#kept.get(key);
    if (kept !== undefined) {
      return kept;
    }
    const shown = formatted(way.code, value) ?? general(raw);
    if (this.#kept.size < MOST_KEPT) {
      this.#kept.set(key, shown);
    }
    return shown;
  }
}

function wayOf(code: string): Way {
  if (code === '' || code.length > LONGEST_CODE || /^(?:general|@)$/i.test(code)) {
    return GENERAL;
  }
  try {
    if (!isDateFormat(code)) {
      return { as: 'code', code };
    }
    // A stretch of time, such as 36 hours, is none of the clock.
    if (/\[(?:h+|m+|s+)\]/i.test(code)) {
      return { as: 'code', code };
    }
    const { year, month, day, hours, minutes, seconds } = getFormatDateInfo(code);
    // A weekday alone is a part of a date, too.
    const time = hours || minutes || seconds;
    return { as: 'moment', date: year || month || day || !time, time };
  } catch {
    return GENERAL;
  }
}

/** Null where the format is none or shows nothing: what it hides is there to be read. */
function formatted(code: string, value: number): string | null {
  try {
    const shown = format(code, value, { nbsp: false, throws: true }).trim();
    return shown === '' || /^#+$/.test(shown) ? null : shown;
  } catch {
    return null;
  }
}

/** All digits there are: what is shown in a cell is cut to its width. */
function general(raw: string): string {
  const value = Number(raw);
  return raw === '' || /^-?\d+$/.test(raw) || !Number.isFinite(value) ? raw : String(value);
}
