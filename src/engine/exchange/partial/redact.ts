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

const isWords = (column: string) => !noWords.has(column) && !column.endsWith('_id');

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
          typeof value === 'string' && isWords(column) ? redactor.replaced(value) : value,
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
        if (typeof value === 'string' && isWords(column) && redactor.holdsWritten(value)) {
          throw new CaseError('redaction.incomplete', { where: `${table}.${column}` });
        }
      }
    }
  }
  for (const [where, text] of Object.entries(words)) {
    if (redactor.holds(text)) throw new CaseError('redaction.incomplete', { where });
  }
}

/** What of a source's content may go where names are hidden. */
export function contentsThatHide(
  store: CaseStore,
  source: Row,
  redactor: Redactor,
): { text: boolean; original: boolean } {
  const text = [...readSegments(store, String(source['text_sha256']))]
    .map(({ content }) => content)
    .join('');
  if (redactor.holds(text)) return { text: false, original: false };
  // Only in plain text every letter can be seen; what a PDF, say, holds beside its pages cannot.
  const plain = ['text/plain', 'text/markdown'].includes(String(source['media_type']));
  if (!plain) return { text: true, original: false };
  const bytes = Buffer.concat([...readBlob(store, String(source['sha256']))]);
  const readings = ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be'].map((encoding) =>
    new TextDecoder(encoding).decode(bytes),
  );
  return { text: true, original: !readings.some((reading) => redactor.holdsWritten(reading)) };
}
