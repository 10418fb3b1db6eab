import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** OpenType's `name` table: the entry that is the font's PostScript name. */
const POSTSCRIPT_NAME = 6;

/**
 * The fonts that a PDF carries and that are in none of these folders: they were taken from the computer, where another
 * computer has others, or none.
 *
 * @param pdf as Typst writes it, with its font descriptors in the open
 * @returns their PostScript names, each once
 */
export function foreignFonts(pdf: Uint8Array, folders: readonly string[]): readonly string[] {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  const used = [...text.matchAll(/\/FontName ?\/(?:[A-Z]{6}\+)?([^\s/<>[\]()]+)/g)].map(
    ([, name = '']) => name.replace(/#([\dA-F]{2})/gi, (_, hex: string) => fromHex(hex)),
  );
  const ours = new Set(folders.flatMap(namesIn));
  return [...new Set(used)].filter((name) => !ours.has(name));
}

function fromHex(hex: string): string {
  return String.fromCharCode(Number.parseInt(hex, 16));
}

function namesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /\.[ot]tf$/i.test(name))
    .flatMap((name) => postScriptNames(readFileSync(join(folder, name))));
}

/** Reads the `name` table (OpenType 1.9, "name: Naming Table"). */
function postScriptNames(font: Buffer): string[] {
  const tables = font.readUInt16BE(4);
  for (let table = 0; table < tables; table += 1) {
    const entry = 12 + table * 16;
    if (font.toString('latin1', entry, entry + 4) !== 'name') continue;
    const at = font.readUInt32BE(entry + 8);
    const storage = at + font.readUInt16BE(at + 4);
    return Array.from({ length: font.readUInt16BE(at + 2) }, (_, index) => at + 6 + index * 12)
      .filter((record) => font.readUInt16BE(record + 6) === POSTSCRIPT_NAME)
      .map((record) => {
        const start = storage + font.readUInt16BE(record + 10);
        const name = font.subarray(start, start + font.readUInt16BE(record + 8));
        // Of Unicode and Windows two bytes a letter, of the old Macintosh one; such a name is ASCII.
        return name.toString('latin1').replaceAll('\0', '');
      });
  }
  return [];
}
