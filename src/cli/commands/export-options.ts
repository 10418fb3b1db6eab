import { InvalidArgumentError } from 'commander';
import type { z } from 'zod';
import { CaseError } from '#contract/error.ts';
import { PackageOptions } from '#contract/exchange.ts';
import { AddressBook } from '#engine/colleagues/index.ts';
import type { CaseStore } from '#engine/store/index.ts';
import { configFolder, passphraseOf } from '../case-access.ts';
import type { CommonOptions } from '../output.ts';

/** What `export` is told. */
export interface ExportFlags extends CommonOptions {
  format: string;
  since?: string;
  deltaFor?: string;
  handling?: string;
  tag: string[];
  source: string[];
  entity: string[];
  withoutContents?: boolean;
  dropNotes?: boolean;
  redact: string[];
  purpose?: string;
  to?: string;
  recipient: string[];
  packagePassphraseFile?: string;
  sign?: boolean;
  confirmRed?: boolean;
}

/** What was said that only a package can do: in another form it must not be passed over, since it is there to protect. */
export function ofPackagesOnly(flags: ExportFlags): string[] {
  const said: Record<string, boolean> = {
    '--since': flags.since !== undefined,
    '--delta-for': flags.deltaFor !== undefined,
    '--without-contents': flags.withoutContents === true,
    '--redact': flags.redact.length > 0,
    '--recipient': flags.recipient.length > 0,
    '--package-passphrase-file': flags.packagePassphraseFile !== undefined,
    '--sign': flags.sign === true,
  };
  return Object.keys(said).filter((option) => said[option] === true);
}

/** Adds one `--redact` to those before it. */
export function gatherRedaction(words: string, before: string[]): string[] {
  const at = words.lastIndexOf('=');
  if (at <= 0 || at === words.length - 1) throw new InvalidArgumentError('It is NAME=CODE.');
  return [...before, words];
}

/** Whether what was said makes a part of a case, of which there is no delta. */
export function isPart(flags: ExportFlags): boolean {
  return (
    flags.handling !== undefined ||
    [flags.tag, flags.source, flags.entity, flags.redact].some((list) => list.length > 0) ||
    flags.withoutContents === true ||
    flags.dropNotes === true
  );
}

/** Whether only what somebody has not seen is to be handed over. */
export function isDelta({ since, deltaFor }: ExportFlags): boolean {
  return since !== undefined || deltaFor !== undefined;
}

/**
 * What was asked of a package, as the engine takes it.
 *
 * @throws CaseError `record.notFound` for a tag that is not there, `recipient.unknown`, `recipient.invalid`,
 *   `input.invalid`
 */
export function packageOptions(
  store: CaseStore,
  flags: ExportFlags,
): z.infer<typeof PackageOptions> {
  const book = new AddressBook(configFolder());
  const narrowed = isPart(flags);
  const delta = isDelta(flags);
  const parsed = PackageOptions.safeParse({
    scope: delta ? 'delta' : narrowed ? 'partial' : 'whole',
    since: flags.since,
    ...(flags.deltaFor === undefined ? {} : { deltaFor: book.find(flags.deltaFor).fingerprint }),
    ...(narrowed ? { selection: selectionOf(store, flags) } : {}),
    withoutContents: flags.withoutContents === true ? 'all' : [],
    dropNotes: flags.dropNotes === true,
    redactions: flags.redact.map((each) => redaction(store, each)),
    recipient: recipientOf(book, flags.to ?? flags.deltaFor),
    purpose: flags.purpose ?? '',
    sign: flags.sign === true,
    ageRecipients: flags.recipient.map((each) => ageKey(book, each)),
    passphrase:
      flags.packagePassphraseFile === undefined
        ? undefined
        : passphraseOf({ passphraseFile: flags.packagePassphraseFile }),
    confirmedRed: flags.confirmRed === true,
  });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  if (issue?.path[0] === 'ageRecipients') {
    throw new CaseError('recipient.invalid', { recipient: flags.recipient.join(', ') });
  }
  throw new CaseError('input.invalid', { reason: issue?.path.join('.') ?? '' }, parsed.error);
}

/** Which part of a case is meant, with tags by their names or ids. */
export function selectionOf(
  store: CaseStore,
  { handling, tag, source, entity }: Pick<ExportFlags, 'handling' | 'tag' | 'source' | 'entity'>,
) {
  const tags = tag.flatMap((words) => {
    const found = store.all<{ id: string }>(
      'SELECT id FROM tag WHERE id = ? OR name = ? COLLATE NOCASE',
      words,
      words,
    );
    if (found.length === 0) throw new CaseError('record.notFound', { id: words });
    return found.map(({ id }) => id);
  });
  return {
    ...(handling === undefined ? {} : { handling }),
    tags,
    sources: source,
    entities: entity,
  };
}

/** A colleague by key or name; or, when nobody is known by it, a name alone. */
export function recipientOf(book: AddressBook, words: string | undefined) {
  if (words === undefined) return { name: '', key: '' };
  try {
    const { name, fingerprint } = book.find(words);
    return { name, key: fingerprint };
  } catch (error) {
    if (error instanceof CaseError && error.code === 'recipient.unknown') {
      return { name: words, key: '' };
    }
    throw error;
  }
}

/** A key of age as it is, or that of a colleague. @throws CaseError `recipient.unknown`, `recipient.invalid` */
function ageKey(book: AddressBook, words: string): string {
  if (words.startsWith('age1')) return words;
  const { ageRecipient } = book.find(words);
  if (ageRecipient === '') throw new CaseError('recipient.invalid', { recipient: words });
  return ageRecipient;
}

/** `NAME=CODE`: all names of an entity that is called that, or has that id; a text when there is none. */
function redaction(store: CaseStore, words: string) {
  const at = words.lastIndexOf('=');
  const [name, codeName] = [words.slice(0, at), words.slice(at + 1)];
  const entities = store.all<{ id: string }>(
    'SELECT DISTINCT entity_id AS id FROM name WHERE value = ? OR entity_id = ?',
    name,
    name,
  );
  const [one] = entities;
  return one !== undefined && entities.length === 1
    ? { entity: one.id, text: '', codeName }
    : { entity: null, text: name, codeName };
}
