import { InvalidArgumentError, type Command } from 'commander';
import { CaseError } from '#contract/error.ts';
import type { ImportRequest } from '#contract/import.ts';
import { Provenance, type ProvenanceChanges } from '#contract/source.ts';
import { Handling, Reliability } from '#contract/vocabulary.ts';
import { isId } from '#shared/id.ts';
import { choice } from '../arguments.ts';
import type { CommonOptions } from '../output.ts';
import { addReadingOptions, readingSettings, type ReadingOptions } from '../reading-options.ts';

/** What can be said of documents that are imported. */
export interface ImportOptions extends CommonOptions, ReadingOptions, ProvenanceChanges {
  recursive?: boolean;
  set?: ProvenanceChanges;
  derivesFrom?: string;
  receivedFrom?: string;
  receivedBy?: string;
  received?: string;
  purpose?: string;
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

/** What an import is asked to do, as its options say. @throws CaseError `record.notFound` */
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
