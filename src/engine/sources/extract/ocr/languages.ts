import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { OcrLanguage } from '#contract/extraction.ts';

/**
 * What Tesseract knows of a language, from the installed package. The models in whole numbers for the neural engine are
 * a third as large as those that serve the older engine as well, and tell the same words (measured: see
 * ARCHITECTURE.md).
 */
export async function languageData(language: OcrLanguage): Promise<Uint8Array> {
  const folder = dirname(
    createRequire(import.meta.url).resolve(`@tesseract.js-data/${language}/package.json`),
  );
  const packed = await readFile(join(folder, '4.0.0_best_int', `${language}.traineddata.gz`));
  return promisify(gunzip)(packed);
}
