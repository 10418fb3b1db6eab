import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DossierFormat } from '#contract/dossier.ts';

/** Longest name of a file without its ending, in UTF-8 bytes: file systems allow 255 with all that is added. */
const longest = 160;
/** What Windows keeps for devices, whatever follows the dot. */
const reserved = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/iu;

/**
 * Names for the files of many dossiers in one folder: of the subject and the reference of the case, as any file system
 * takes them, and never that of a file that is there or was named before.
 */
export class FileNames {
  readonly #folder: string;
  readonly #format: DossierFormat;
  readonly #taken = new Set<string>();

  constructor(folder: string, format: DossierFormat) {
    this.#folder = folder;
    this.#format = format;
  }

  /** The path for a dossier; each call takes another. */
  next(subject: string, reference: string): string {
    const parts = [subject, reference].map(plain).filter((part) => part !== '');
    const stem = plain(shortened(parts.join(' - '))) || 'dossier';
    const safe = reserved.test(stem) ? `${stem}_` : stem;
    for (let count = 1; ; count += 1) {
      const name = `${safe}${count === 1 ? '' : ` (${count})`}.${this.#format}`;
      const path = join(this.#folder, name);
      // Many file systems do not tell upper from lower case.
      const folded = name.toLowerCase();
      if (this.#taken.has(folded) || existsSync(path)) continue;
      this.#taken.add(folded);
      return path;
    }
  }
}

function plain(text: string): string {
  return (
    text
      .normalize('NFC')
      // Signs that a file system refuses, that are not seen, or with which a name could be read otherwise than it is.
      .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}<>:"/\\|?*]/gu, ' ')
      .replaceAll(/\s+/gu, ' ')
      .replaceAll(/^[. ]+|[. ]+$/gu, '')
  );
}

function shortened(text: string): string {
  let bytes = 0;
  let result = '';
  for (const sign of text) {
    bytes += Buffer.byteLength(sign);
    if (bytes > longest) break;
    result += sign;
  }
  return result;
}
