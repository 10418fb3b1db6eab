import type { z } from 'zod';
import type {
  Conflict,
  ConflictPage,
  ListConflictsInput,
  WrittenValue,
} from '#contract/conflict.ts';
import type { ConflictChoice } from '#contract/vocabulary.ts';
import { Describer, valueTitle } from '../../history/index.ts';
import type { CaseStore, Conflict as FoundConflict, Written } from '../../store/index.ts';
import { openConflicts, type OpenConflict } from './open.ts';

type Wanted = Pick<z.infer<typeof ListConflictsInput>, 'table' | 'by' | 'offset' | 'limit'>;

/** The conflicts that nobody has decided, by record: what stands, what else was written, by whom, and what can be made of it. */
export function listConflicts(
  store: CaseStore,
  { table, by, offset, limit }: Wanted,
): ConflictPage {
  const found = openConflicts(store).filter(
    (conflict) =>
      (table === undefined || conflict.table === table) &&
      (by === undefined || conflict.others.some((other) => isBy(other, by))),
  );
  const words = new Words(store);
  return {
    items: found.slice(offset, offset + limit).map((conflict) => words.of(conflict)),
    total: found.length,
  };
}

function isBy({ by: { name, key } }: Written, wanted: string): boolean {
  return (key ?? name) === wanted;
}

/** What can be made of a conflict. */
export function choicesOf({ table, field }: FoundConflict): ConflictChoice[] {
  if (field === '') return ['keep', 'delete'];
  return canBeBoth(table, field) ? ['stands', 'other', 'both'] : ['stands', 'other'];
}

/** Whether two values of a field can stand side by side, as competing facts: each then has a row of its own. */
function canBeBoth(table: string, field: string): boolean {
  return table === 'note' ? field === 'body' : besideEachOther.has(`${table}.${field}`);
}

const besideEachOther = new Set([
  'name.value',
  'finding.body',
  'attribute.value',
  'attribute.since',
  'attribute.until',
  'link.type',
  'link.role',
  'link.since',
  'link.until',
]);

/** Conflicts in words, for one answer. */
class Words {
  readonly #store: CaseStore;
  readonly #describer: Describer;

  constructor(store: CaseStore) {
    this.#store = store;
    this.#describer = new Describer(store);
  }

  of(conflict: OpenConflict): Conflict {
    const evidence = evidenceOf(this.#store, conflict);
    const side = (written: Written, isFirst: boolean): WrittenValue => ({
      value: written.value,
      title: valueTitle(
        this.#describer,
        { ...conflict, subject: this.#subject(conflict) },
        written.value,
      ),
      by: written.by,
      at: written.at,
      changeSet: written.hash,
      evidence: evidence
        .filter(({ replica }) => replica === written.replica || (isFirst && !sides.has(replica)))
        .map(({ excerpt, quotation, source }) => ({ excerpt, quotation, source })),
    });
    const sides = new Set([conflict.stands, ...conflict.others].map(({ replica }) => replica));
    return {
      id: conflict.key,
      record: this.#describer.of(conflict.table, conflict.id),
      field: conflict.field,
      stands: side(conflict.stands, true),
      others: conflict.others.map((other) => side(other, false)),
      choices: choicesOf(conflict),
    };
  }

  #subject({ table, id }: FoundConflict): string | undefined {
    if (table !== 'note') return undefined;
    return this.#store.one<{ subject: string }>(
      'SELECT subject_table AS subject FROM note WHERE id = ?',
      id,
    )?.subject;
  }
}

interface EvidenceRow {
  excerpt: string;
  quotation: string;
  source: string;
  /** Who brought it in. */
  replica: string;
}

/** The passages that a fact in conflict rests on, and which replica said so. */
function evidenceOf(store: CaseStore, { table, id }: FoundConflict): EvidenceRow[] {
  const column = factColumns[table];
  if (column === undefined) return [];
  return store.all<EvidenceRow>(
    `SELECT x.id AS excerpt, x.quotation, s.title AS source, coalesce(
       (SELECT cs.replica FROM change c JOIN change_set cs ON cs.id = c.change_set_id
        WHERE c.table_name = 'evidence' AND c.row_id = e.id ORDER BY c.id LIMIT 1), '') AS replica
     FROM evidence e JOIN excerpt x ON x.id = e.excerpt_id JOIN source s ON s.id = x.source_id
     WHERE e.${column} = ? ORDER BY e.id`,
    id,
  );
}

const factColumns: Record<string, string> = {
  name: 'name_id',
  attribute: 'attribute_id',
  link: 'link_id',
};
