import type { z } from 'zod';
import type {
  MergePreview,
  MergeRecordPage,
  MergeRecordsInput,
  MergeState,
} from '#contract/merge.ts';
import type { PackageInspection } from '#contract/package.ts';
import { Describer, fieldChange } from '../../history/index.ts';
import type { CaseStore } from '../../store/index.ts';
import type { Keys } from '../age.ts';
import { fieldsOfRecord, MergeOverlay } from './overlay.ts';
import type { KeptRecord, Looked } from './task.ts';

/** What a preview was asked with, and its merge is done with. */
export interface Asked {
  path: string;
  keys: Keys;
  otherCase: boolean;
  acceptClock: boolean;
}

/** A package that was looked through, kept until it is merged or another is looked through. */
export class KeptPreview {
  readonly id: string;
  readonly asked: Asked;
  readonly looked: Looked;
  readonly #inspection: PackageInspection;
  #overlay: MergeOverlay | null = null;

  constructor(id: string, asked: Asked, looked: Looked, inspection: PackageInspection) {
    this.id = id;
    this.asked = asked;
    this.looked = looked;
    this.#inspection = inspection;
  }

  /** Whether there is nothing in the package that the case does not have. */
  get bringsNothing(): boolean {
    return this.looked.unseen === 0 && this.looked.contents === 0;
  }

  summary(): MergePreview {
    const { unseen, known, same, joined, alike, people, records } = this.looked;
    const totals = new Map<string, { table: string; state: MergeState; count: number }>();
    for (const { table, state } of records) {
      const key = `${table} ${state}`;
      const total = totals.get(key) ?? { table, state, count: 0 };
      total.count += 1;
      totals.set(key, total);
    }
    return {
      id: this.id,
      inspection: this.#inspection,
      unseen,
      seen: known,
      totals: [...totals.values()],
      same,
      people,
      joined,
      alike,
    };
  }

  /** Records that the merge would concern, in words: parents before what hangs on them. */
  records(
    store: CaseStore,
    {
      table,
      state,
      by,
      text = '',
      offset,
      limit,
    }: Omit<z.infer<typeof MergeRecordsInput>, 'handle' | 'preview'>,
  ): MergeRecordPage {
    const { people, records } = this.looked;
    const isBy = (at: number) => {
      const person = people[at]?.by;
      return person !== undefined && (person.key ?? person.name) === by;
    };
    this.#overlay ??= new MergeOverlay(records);
    const describer = new Describer(store, this.#overlay);
    const sought = plain(text);
    const found = records.filter(
      (record) =>
        (table === undefined || record.table === table) &&
        (state === undefined || record.state === state) &&
        (by === undefined || record.by.some(isBy)) &&
        (sought === '' || says(describer, record, sought)),
    );
    return {
      items: found.slice(offset, offset + limit).map((record) => this.#told(describer, record)),
      total: found.length,
    };
  }

  #told(describer: Describer, record: KeptRecord): MergeRecordPage['items'][number] {
    const { table, id, state, conflicts, by, at } = record;
    const fields = fieldsOfRecord(record);
    const [was, is] = fields['subject_table'] ?? [null, null];
    const subject = String(is ?? was ?? '');
    return {
      record: describer.of(table, id),
      state,
      fields: Object.entries(fields).map(([field, [old, now]]) =>
        fieldChange(describer, { table, field, subject }, old, now),
      ),
      conflicts,
      by: by.flatMap((place) => this.looked.people[place]?.by ?? []),
      at,
    };
  }
}

/** Whether a record has these words: among its values, or in what it is called or belongs to. */
function says(describer: Describer, record: KeptRecord, sought: string): boolean {
  const values = Object.values(fieldsOfRecord(record)).flat();
  if (values.some((value) => typeof value === 'string' && plain(value).includes(sought))) {
    return true;
  }
  const { title, other } = describer.of(record.table, record.id);
  return plain(`${title} ${other}`).includes(sought);
}

/** Text as it is sought: case and accents set aside. */
const plain = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();
