import { readFileSync } from 'node:fs';
import { InvalidArgumentError, type Command } from 'commander';
import { CaseError } from '#contract/error.ts';
import { OcrLanguage, OcrMode, type ExtractionSettings } from '#contract/extraction.ts';
import { choice } from './arguments.ts';

/** How documents are to be read, as the options of a command say it. */
export interface ReadingOptions {
  ocr?: OcrMode;
  ocrLanguage?: OcrLanguage[];
  encoding?: string;
  delimiter?: string;
  wholePage?: boolean;
  passwordFile?: string;
}

/** Adds the options that say how documents are read, for the commands that read them. */
export function addReadingOptions(command: Command): Command {
  return command
    .addOption(
      choice('--ocr <mode>', 'tell words from pictures: where there is no text, or not', OcrMode),
    )
    .option('--ocr-language <languages>', 'eng, spa, por, joined by +', ocrLanguages)
    .option('--encoding <name>', 'of texts; told from them when left out')
    .option('--delimiter <sign>', 'between the cells of a row; `tab` for a tabulator', delimiter)
    .option('--whole-page', 'of HTML, all of the page rather than its main text')
    .option('--password-file <file>', 'passwords, one a line, to try on what is encrypted');
}

/** How documents are to be read. */
export function readingSettings({
  ocr,
  ocrLanguage,
  encoding,
  delimiter: sign,
  wholePage,
}: ReadingOptions): ExtractionSettings {
  return {
    ...(ocr !== undefined && { ocr }),
    ...(ocrLanguage !== undefined && { ocrLanguages: ocrLanguage }),
    ...(encoding !== undefined && { encoding }),
    ...(sign !== undefined && { delimiter: sign }),
    ...(wholePage === true && { wholePage }),
  };
}

/** The passwords to try, from a file of theirs. @throws CaseError `file.notFound`, `file.notReadable` */
export function passwordsOf({ passwordFile: path }: ReadingOptions): string[] {
  if (path === undefined) return [];
  try {
    const text = readFileSync(path, 'utf8').replace(/^\uFEFF/u, '');
    return text.split(/\r?\n/u).filter((line) => line !== '');
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new CaseError(missing ? 'file.notFound' : 'file.notReadable', { path }, error);
  }
}

function ocrLanguages(text: string): OcrLanguage[] {
  return text.split('+').map((one) => {
    const read = OcrLanguage.safeParse(one.trim());
    if (!read.success) {
      throw new InvalidArgumentError(`They are ${OcrLanguage.options.join(', ')}, joined by +.`);
    }
    return read.data;
  });
}

function delimiter(text: string): string {
  const sign = text === 'tab' || text === String.raw`\t` ? '\t' : text;
  if (sign.length !== 1) throw new InvalidArgumentError('It is one sign, or `tab`.');
  return sign;
}
