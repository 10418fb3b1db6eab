import type { Overlay } from '../../history/index.ts';
import type { JournaledRow } from '../../store/index.ts';
import type { KeptRecord } from './task.ts';

type Fields = Record<string, [JournaledRow[string], JournaledRow[string]]>;

/** What becomes of the fields of a record. */
export function fieldsOfRecord({ fields }: KeptRecord): Fields {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it was written by `look-through.ts`
  return JSON.parse(fields) as Fields;
}

/** The rows as a merge would leave them, for putting into words what is not in the case yet. */
export class MergeOverlay implements Overlay {
  readonly #records = new Map<string, KeptRecord>();
  /** The name that an entity would have, by its id. */
  readonly #names = new Map<string, string>();

  constructor(records: readonly KeptRecord[]) {
    for (const record of records) {
      // What a case would lose, or leave out, is told as it is there.
      if (record.state === 'removed') continue;
      this.#records.set(`${record.table} ${record.id}`, record);
      if (record.table !== 'name') continue;
      const { kind, entity_id: entity, value } = fieldsOfRecord(record);
      if (kind?.[1] === 'primary' && typeof entity?.[1] === 'string') {
        this.#names.set(entity[1], String(value?.[1] ?? ''));
      }
    }
  }

  row(table: string, id: string): JournaledRow | null {
    const record = this.#records.get(`${table} ${id}`);
    if (record === undefined) return null;
    return {
      id,
      ...Object.fromEntries(
        Object.entries(fieldsOfRecord(record)).map(([field, [, now]]) => [field, now]),
      ),
    };
  }

  entityName(id: string): string | null {
    return this.#names.get(id) ?? null;
  }
}
