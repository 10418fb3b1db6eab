/** Degrees, north and east positive. */
export interface Position {
  readonly latitude: number;
  readonly longitude: number;
}

/** A place that a map may show. */
export interface MapPlace {
  readonly id: string;
  readonly name: string;
  /** Every name by which it may be known as a country. */
  readonly names: readonly string[];
  /** Null when nobody knows where it is. */
  readonly position: Position | null;
  /** Whether a passage supports where it is. */
  readonly sourced: boolean;
  /** Whether the dossier is about it. */
  readonly subject: boolean;
}

const decimal = /^([+\-\u2212]?)(\d{1,3}(?:[.,]\d+)?)\s*°?\s*([NSEWO])?$/iu;
const sexagesimal =
  /^([+\-\u2212]?)(\d{1,3})\s*[°º]\s*(\d{1,2}(?:[.,]\d+)?)\s*['’′]\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:["”″]|''))?\s*([NSEWO])?$/iu;

/**
 * An angle as people write it, in degrees: `-67.48`, `67,48 W`, `10°05′30″ N`; Spanish and Portuguese write O for west.
 *
 * @param most 90 for a latitude, 180 for a longitude
 * @returns null for what is no such angle
 */
export function degreesOf(text: string, most: 90 | 180): number | null {
  const written = text.trim();
  const simple = decimal.exec(written);
  const parts = simple ?? sexagesimal.exec(written);
  if (parts === null) return null;
  const number = (part: string | undefined) => Number((part ?? '0').replace(',', '.'));
  const size =
    simple === null
      ? number(parts[2]) + number(parts[3]) / 60 + number(parts[4]) / 3600
      : number(parts[2]);
  const letter = (parts.at(-1) ?? '').toUpperCase();
  // North and south are of a latitude, east and west of a longitude.
  if (letter !== '' && ['N', 'S'].includes(letter) !== (most === 90)) return null;
  const negative = (parts[1] ?? '') === '-' || parts[1] === '\u2212';
  const south = ['S', 'W', 'O'].includes(letter);
  if (size > most || (negative && letter !== '')) return null;
  return negative || south ? -size : size;
}
