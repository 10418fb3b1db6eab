import type { z } from 'zod';
import { CaseError } from '#contract/error.ts';
import type {
  CustodyEntry,
  CustodyWords,
  ListCustodyInput,
  UpdateCustodyInput,
} from '#contract/custody.ts';
import { ProvenanceChanges } from '#contract/source.ts';
import type { CustodyAct } from '#contract/vocabulary.ts';
import { newId } from '#shared/id.ts';
import { bounded } from '../dates.ts';
import type { CaseStore, Writer } from '../store/index.ts';

/** An entry to be written; what is left out is empty. */
export interface NewCustody extends Partial<Omit<CustodyWords, 'act'>> {
  readonly act: CustodyAct;
  /** Of a document that came again: its file's name, and what was set on it. */
  readonly fileName?: string;
  readonly provenance?: ProvenanceChanges;
}

type Row = Omit<CustodyEntry, 'provenance'> & { provenance: string };

const columns = `id, act, party, actor, happened, purpose, note, file_name AS fileName, provenance, created_at AS createdAt`;

/** When an entry happened: the first day it can have been; without a date, when it was written. */
const day = 'coalesce(happened_earliest, substr(created_at, 1, 10))';

/** What happened to a source's document, in its order: by the first day it can have happened. */
export function custodyOf(store: CaseStore, source: string): CustodyEntry[] {
  return store
    .all<Row>(
      `SELECT ${columns} FROM custody WHERE source_id = ? ORDER BY ${day}, created_at, id`,
      source,
    )
    .map(entryOf);
}

/** As `custodyOf`, a part of it, the latest first: what came with thousands of messages has as many entries. */
export function listCustody(
  store: CaseStore,
  { id, offset, limit }: Omit<z.infer<typeof ListCustodyInput>, 'handle'>,
): { items: CustodyEntry[]; total: number } {
  const total = store.one<{ n: number }>(
    'SELECT count(*) AS n FROM custody WHERE source_id = ?',
    id,
  );
  const items = store.all<Row>(
    `SELECT ${columns} FROM custody WHERE source_id = ?
     ORDER BY ${day} DESC, created_at DESC, id DESC LIMIT ? OFFSET ?`,
    id,
    limit,
    offset,
  );
  return { items: items.map(entryOf), total: total?.n ?? 0 };
}

/** Writes an entry within a gesture that is under way. @returns its id @throws CaseError `edtf.invalid` */
export function insertCustody(
  writer: Writer,
  source: string,
  { act, provenance, happened = '', ...words }: NewCustody,
): string {
  const id = newId();
  writer.insert('custody', {
    id,
    sourceId: source,
    act,
    ...words,
    ...when(happened),
    provenance: provenance === undefined ? '' : JSON.stringify(provenance),
    createdAt: new Date().toISOString(),
  });
  return id;
}

/** @returns its id @throws CaseError `record.notFound` for the source, `edtf.invalid` */
export function addCustody(store: CaseStore, source: string, words: CustodyWords): string {
  return store.gesture('custody.add', (writer) => {
    if (writer.one('SELECT 1 FROM source WHERE id = ?', source) === undefined) {
      throw new CaseError('record.notFound', { id: source });
    }
    return insertCustody(writer, source, words);
  });
}

/** @throws CaseError `record.notFound`, `edtf.invalid` */
export function updateCustody(
  store: CaseStore,
  id: string,
  { happened, ...changes }: z.infer<typeof UpdateCustodyInput>['changes'],
): void {
  store.gesture('custody.update', (writer) => {
    const values = { ...changes, ...(happened === undefined ? {} : when(happened)) };
    if (!writer.update('custody', id, values)) throw new CaseError('record.notFound', { id });
  });
}

/** Takes an entry out of the log; the journal keeps what it said. @throws CaseError `record.notFound` */
export function removeCustody(store: CaseStore, id: string): void {
  store.gesture('custody.remove', (writer) => writer.remove('custody', id));
}

function when(written: string) {
  const { text, earliest, latest } = bounded(written);
  return { happened: text, happenedEarliest: earliest, happenedLatest: latest };
}

function entryOf({ provenance, ...entry }: Row): CustodyEntry {
  return { ...entry, provenance: readProvenance(provenance) };
}

/** What was said of a document as a row keeps it; what no version of the program wrote is as good as nothing said. */
function readProvenance(json: string): ProvenanceChanges {
  if (json === '') return {};
  try {
    return ProvenanceChanges.catch({}).parse(JSON.parse(json));
  } catch {
    return {};
  }
}
