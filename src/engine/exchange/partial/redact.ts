import { CaseError } from '#contract/error.ts';
import { entityNames } from './entity-names.ts';
import { readBlob, readSegments, type CaseStore } from '../../store/index.ts';
import type { Redaction } from '../package-choice.ts';
import { Redactor } from './redactor.ts';
import type { Row } from './rows.ts';

/**
 * Columns whose values are not words but one of a few, or ids, numbers, hashes or dates; every other is looked through.
 */
const noWords = new Set([
  'id',
  'kind',
  'schema',
  'property',
  'type',
  'media_type',
  'encoding',
  'sha256',
  'derives_from',
  'layout_sha256',
  'extraction',
  'extracted_by',
  'act',
  'happened',
  'happened_earliest',
  'happened_latest',
  'likelihood',
  'confidence',
  'text_sha256',
  'language',
  'handling',
  'reliability',
  'credibility',
  'reading',
  'stance',
  'verdict',
  'judgement',
  'color',
  'subject_table',
  'subject_id',
  'created_at',
  'published',
  'published_earliest',
  'published_latest',
  'retrieved',
  'since',
  'since_earliest',
  'since_latest',
  'until',
  'until_earliest',
  'until_latest',
]);

/** A message is named by who sent it, or by their server. */
const isWords = (column: string) =>
  !noWords.has(column) && (column === 'message_id' || !column.endsWith('_id'));

/** Columns that hold JSON: their words are looked through one by one, as they are read and not as they are written. */
const written = new Set(['details', 'provenance']);

/** The words of a value, changed. */
function changedWords(column: string, value: string, change: (words: string) => string): string {
  if (!written.has(column) || value === '') return change(value);
  let read: unknown;
  try {
    read = JSON.parse(value);
  } catch {
    return change(value);
  }
  return JSON.stringify(changedWithin(read, change));
}

function changedWithin(value: unknown, change: (words: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((one) => changedWithin(one, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, changedWithin(one, change)]),
  );
}

/** What replaces the names that a person gave. @throws CaseError `record.notFound`, `redaction.incomplete` */
export function redactorFor(store: CaseStore, redactions: readonly Redaction[]): Redactor {
  const redactor = new Redactor(
    redactions.map(({ entity, text, codeName }) =>
      entity === null
        ? { codeName, values: [text], known: [] }
        : { codeName, ...entityNames(store, entity) },
    ),
  );
  // A code name that is itself one of the names hides nothing.
  if (redactions.some(({ codeName }) => redactor.holdsWritten(codeName))) {
    throw new CaseError('redaction.incomplete', { where: 'codeName' });
  }
  return redactor;
}

/** Rows with the names replaced; an entity's names stay apart from each other. */
export function redactedRows(
  rows: ReadonlyMap<string, readonly Row[]>,
  redactor: Redactor,
): Map<string, Row[]> {
  const result = new Map<string, Row[]>();
  const taken = new Map<string, Set<string>>();
  for (const [table, all] of rows) {
    result.set(
      table,
      all.map((row) => {
        const words = Object.entries(row).map(([column, value]): [string, Row[string]] => [
          column,
          typeof value === 'string' && isWords(column)
            ? changedWords(column, value, (words) => redactor.replaced(words))
            : value,
        ]);
        const changed = Object.fromEntries(words);
        if (table === 'name') changed['value'] = apart(changed, taken);
        return changed;
      }),
    );
  }
  return result;
}

/** Two names that became one are told apart by a number: a merge would take them for one name. */
function apart(row: Row, taken: Map<string, Set<string>>): string {
  const value = String(row['value']);
  const entity = String(row['entity_id']);
  const there = taken.get(entity) ?? new Set<string>();
  taken.set(entity, there);
  let name = value;
  for (let n = 2; there.has(name); n += 1) name = `${value} (${n})`;
  there.add(name);
  return name;
}

/** Looks through every word of a package. @throws CaseError `redaction.incomplete` {where} */
export function requireHidden(
  rows: ReadonlyMap<string, readonly Row[]>,
  words: Readonly<Record<string, string>>,
  redactor: Redactor,
): void {
  for (const [table, all] of rows) {
    for (const row of all) {
      for (const [column, value] of Object.entries(row)) {
        if (typeof value !== 'string' || !isWords(column)) continue;
        // What holds JSON is looked through as it is written, too.
        let holds = written.has(column) && redactor.holdsWritten(value);
        changedWords(column, value, (words) => {
          holds ||= redactor.holdsWritten(words);
          return words;
        });
        if (holds) throw new CaseError('redaction.incomplete', { where: `${table}.${column}` });
      }
    }
  }
  for (const [where, text] of Object.entries(words)) {
    if (redactor.holds(text)) throw new CaseError('redaction.incomplete', { where });
  }
}

/**
 * What of a source's content may go where names are hidden: its texts, by SHA-256, and its original.
 *
 * @param readings rows of the text that it has and of those that it had
 */
export function contentsThatHide(
  store: CaseStore,
  source: Row,
  readings: readonly Row[],
  redactor: Redactor,
): { texts: ReadonlySet<string>; original: boolean } {
  const texts = new Set(
    readings
      .map((row) => String(row['text_sha256']))
      .filter((sha256) => {
        const segments = [...readSegments(store, sha256)];
        return !redactor.holds(segments.map(({ content }) => content).join(''));
      }),
  );
  if (texts.size < new Set(readings.map((row) => String(row['text_sha256']))).size) {
    // The original says what any reading of it says.
    return { texts, original: false };
  }
  // Only in plain text every letter can be seen; what a PDF, say, holds beside its pages cannot.
  const plain = ['text/plain', 'text/markdown'].includes(String(source['media_type']));
  if (!plain) return { texts, original: false };
  const bytes = Buffer.concat([...readBlob(store, String(source['sha256']))]);
  const decoded = ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be'].map((encoding) =>
    new TextDecoder(encoding).decode(bytes),
  );
  return { texts, original: !decoded.some((reading) => redactor.holdsWritten(reading)) };
}
