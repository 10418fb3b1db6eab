import { readFileSync, statSync } from 'node:fs';
import { InvalidArgumentError, type Command } from 'commander';
import { CaseError } from '#contract/error.ts';
import { OcrLanguage, OcrMode, type ExtractionSettings } from '#contract/extraction.ts';
import type { ImportRequest } from '#contract/import.ts';
import { Provenance, type ProvenanceChanges } from '#contract/source.ts';
import { Handling, Reliability } from '#contract/vocabulary.ts';
import { isId } from '#shared/id.ts';
import { choice } from '../arguments.ts';
import type { CommonOptions } from '../output.ts';

/** What can be said of documents that are imported. */
export interface ImportOptions extends CommonOptions, ProvenanceChanges {
  recursive?: boolean;
  set?: ProvenanceChanges;
  ocr?: OcrMode;
  ocrLanguage?: OcrLanguage[];
  encoding?: string;
  delimiter?: string;
  wholePage?: boolean;
  passwordFile?: string;
  derivesFrom?: string;
  receivedFrom?: string;
  receivedBy?: string;
  received?: string;
  purpose?: string;
}

/** Adds the options that say how documents are read, for the commands that read them. */
export function addReadingOptions(command: Command): Command {
  return command
    .addOption(
      choice('--ocr <mode>', 'tell words from pictures: where there is no text, or not', OcrMode),
    )
    .option('--ocr-language <languages>', 'eng, spa, por, joined by +', ocrLanguages)
    .option('--encoding <name>', 'of texts; told from them when left out')
    .option('--delimiter <sign>', 'between the cells of a row', delimiter)
    .option('--whole-page', 'of HTML, all of the page rather than its main text')
    .option('--password-file <file>', 'passwords, one a line, to try on what is encrypted');
}

/** Adds the options of `import`. */
export function addImportOptions(command: Command): Command {
  command
    .option('--recursive', 'take in folders with all in them')
    .option('--title <title>')
    .option('--publisher <publisher>')
    .option('--author <author>')
    .option('--published <date>', 'EDTF')
    .option('--retrieved <date>', 'EDTF')
    .option('--retrieved-from <where>')
    .option('--retrieved-by <whom>')
    .option('--retrieved-with <tool>')
    .option('--url <url>')
    .option('--language <tag>', 'BCP 47; told from the text when left out')
    .addOption(choice('--reliability <grade>', 'Admiralty code', Reliability))
    .addOption(choice('--handling <marking>', 'marking', Handling))
    .option('--set <key=value>', `any of ${Object.keys(Provenance.shape).join(', ')}`, setting)
    .option('--derives-from <id>', 'source that they repeat or were made from')
    .option('--received-from <whom>', 'for the custody log')
    .option('--received-by <whom>', 'for the custody log')
    .option('--received <date>', 'for the custody log, EDTF')
    .option('--purpose <words>', 'for the custody log');
  return addReadingOptions(command);
}

/** What an import is asked to do, as its options say. @throws CaseError as `passwordsOf` does */
export function requestOf(paths: string[], options: ImportOptions): ImportRequest {
  const { set, derivesFrom, receivedFrom, receivedBy, received, purpose } = options;
  if (derivesFrom !== undefined && !isId(derivesFrom)) {
    throw new CaseError('record.notFound', { id: derivesFrom });
  }
  const words = { party: receivedFrom, actor: receivedBy, happened: received, purpose };
  const isSaid = Object.values(words).some((word) => word !== undefined);
  return {
    paths,
    provenance: { ...Provenance.partial().parse(options), ...set },
    settings: readingSettings(options),
    derivesFrom: derivesFrom ?? null,
    custody: isSaid ? { act: 'received', ...words } : null,
  };
}

/** How documents are to be read. */
export function readingSettings({
  ocr,
  ocrLanguage,
  encoding,
  delimiter: sign,
  wholePage,
}: ImportOptions): ExtractionSettings {
  return {
    ...(ocr !== undefined && { ocr }),
    ...(ocrLanguage !== undefined && { ocrLanguages: ocrLanguage }),
    ...(encoding !== undefined && { encoding }),
    ...(sign !== undefined && { delimiter: sign }),
    ...(wholePage === true && { wholePage }),
  };
}

/** The passwords to try, from a file of theirs. @throws CaseError `file.notFound`, `file.notReadable` */
export function passwordsOf({ passwordFile: path }: ImportOptions): string[] {
  if (path === undefined) return [];
  try {
    statSync(path);
  } catch (error) {
    throw new CaseError('file.notFound', { path }, error);
  }
  try {
    const lines = readFileSync(path, 'utf8')
      .replace(/^\uFEFF/u, '')
      .split(/\r?\n/u);
    return lines.filter((line) => line !== '');
  } catch (error) {
    throw new CaseError('file.notReadable', { path }, error);
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
  const sign = text === String.raw`\t` ? '\t' : text;
  if (sign.length !== 1) throw new InvalidArgumentError('It is one sign.');
  return sign;
}

function setting(text: string, before: ProvenanceChanges = {}): ProvenanceChanges {
  const at = text.indexOf('=');
  const key = text.slice(0, Math.max(at, 0)).trim();
  if (!(key in Provenance.shape)) {
    throw new InvalidArgumentError(
      `It is KEY=VALUE, with one of ${Object.keys(Provenance.shape).join(', ')}.`,
    );
  }
  const read = Provenance.partial().safeParse({ [key]: text.slice(at + 1) });
  if (!read.success) {
    throw new InvalidArgumentError(`That is no value of ${key}.`);
  }
  return { ...before, ...read.data };
}
