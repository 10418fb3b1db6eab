import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Printed for a cluster of characters that no font has: U+25A1, which the fonts of `resources/fonts` have. */
const EMPTY_BOX = '\u25A1';
/** Everything in these ranges is in the first font; most text needs no closer look. */
const PLAIN = /^[\n\x20-\x7E\u00A0-\u00AC\u00AE-\u017F\u2013\u2014\u2018-\u201D\u2026]*$/;
// eslint-disable-next-line no-control-regex
const CONTROLS =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uFFFE\uFFFF]|[\u202A-\u202E\u2066-\u2069]/g;
/** Needs no glyph: variation selectors, joiners, soft hyphens, byte order marks, direction marks, tags. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\s]/u;

/** The code points of one font, read from its character map. */
export type Repertoire = ReadonlySet<number>;

/** What a text became so that the fonts can print it, and the code points they do not have. */
export interface Printable {
  readonly text: string;
  readonly missing: ReadonlySet<number>;
}

/**
 * Makes text printable. PDF/A and PDF/UA forbid a missing glyph, so the typesetter fails on one: here each cluster
 * (a letter with its marks, an emoji sequence) that no single font has entire becomes an empty box. Control characters
 * and those that override writing direction, with which a document could make a dossier read otherwise than it says,
 * are left out.
 */
export function printable(text: string, fonts: readonly Repertoire[]): Printable {
  const missing = new Set<number>();
  if (PLAIN.test(text)) return { text, missing };
  const clean = text.toWellFormed().replace(CONTROLS, '').normalize('NFC');
  let result = '';
  for (const { segment } of clusters.segment(clean)) {
    const points = [...segment].filter((sign) => !INVISIBLE.test(sign)).map(codePoint);
    if (fonts.some((font) => points.every((point) => font.has(point)))) {
      result += segment;
      continue;
    }
    for (const point of points) if (!fonts.some((font) => font.has(point))) missing.add(point);
    result += EMPTY_BOX;
  }
  return { text: result, missing };
}

const clusters = new Intl.Segmenter('en', { granularity: 'grapheme' });

function codePoint(sign: string): number {
  return sign.codePointAt(0) ?? 0;
}

/**
 * The repertoires of the TrueType fonts in a folder, one for each family, in order of name: what its regular style has and
 * its heavier one too, as either may be wanted.
 */
export function readRepertoires(fontFolder: string): readonly Repertoire[] {
  const families = new Map<string, Repertoire>();
  for (const name of readdirSync(fontFolder).toSorted()) {
    const family = /^(.+)-(?:Regular|SemiBold)\.ttf$/.exec(name)?.[1];
    if (family === undefined) continue;
    const points = readRepertoire(readFileSync(join(fontFolder, name)));
    const others = families.get(family) ?? points;
    families.set(family, new Set([...points].filter((point) => others.has(point))));
  }
  return [...families.values()];
}

/** Reads the `cmap` table, formats 4 and 12 (OpenType 1.9, "cmap: Character to Glyph Index Mapping Table"). */
function readRepertoire(font: Buffer): Set<number> {
  const points = new Set<number>();
  const tables = font.readUInt16BE(4);
  for (let table = 0; table < tables; table += 1) {
    const entry = 12 + table * 16;
    if (font.toString('latin1', entry, entry + 4) !== 'cmap') continue;
    const cmap = font.readUInt32BE(entry + 8);
    const encodings = font.readUInt16BE(cmap + 2);
    for (let encoding = 0; encoding < encodings; encoding += 1) {
      const subtable = cmap + font.readUInt32BE(cmap + 4 + encoding * 8 + 4);
      const format = font.readUInt16BE(subtable);
      if (format === 4) addSegments(font, subtable, points);
      if (format === 12) addGroups(font, subtable, points);
    }
  }
  return points;
}

function addSegments(font: Buffer, subtable: number, points: Set<number>): void {
  const size = font.readUInt16BE(subtable + 6);
  for (let at = 0; at < size; at += 2) {
    const end = font.readUInt16BE(subtable + 14 + at);
    const start = font.readUInt16BE(subtable + 16 + size + at);
    const delta = font.readUInt16BE(subtable + 16 + size * 2 + at);
    const offsetAt = subtable + 16 + size * 3 + at;
    const offset = font.readUInt16BE(offsetAt);
    for (let point = start; point <= end && point < 0xffff; point += 1) {
      const glyph =
        offset === 0
          ? (point + delta) & 0xffff
          : font.readUInt16BE(offsetAt + offset + (point - start) * 2);
      if (glyph !== 0) points.add(point);
    }
  }
}

function addGroups(font: Buffer, subtable: number, points: Set<number>): void {
  const groups = font.readUInt32BE(subtable + 12);
  for (let group = 0; group < groups; group += 1) {
    const at = subtable + 16 + group * 12;
    const end = font.readUInt32BE(at + 4);
    for (let point = font.readUInt32BE(at); point <= end; point += 1) points.add(point);
  }
}
