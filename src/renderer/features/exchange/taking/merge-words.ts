import type { MergeRecord, MergeState } from '#contract/merge.ts';
import type { RecordChange } from '#contract/history.ts';
import { shownFields, valueWords, type Wording } from '../../history/record-words.ts';

/** The states in the order of their concern. */
export const mergeStates: readonly MergeState[] = [
  'conflict',
  'new',
  'changed',
  'removed',
  'returned',
  'leftOut',
];

/** How much of a value a row of the table has room for, in UTF-16 code units. */
const brief = 60;

/** What becomes of a record, on one line: each field with what it was and what it becomes. */
export function changeLine({ state, fields }: MergeRecord, wording: Wording): string {
  const { t } = wording;
  const words = (field: string, value: string | number | null, title: string | null): string => {
    const said = title ?? valueWords(field, value, wording);
    if (said === '') return t('history.none');
    return said.length > brief ? `${said.slice(0, brief)}…` : said;
  };
  return shownFields
    .flatMap((field) => {
      const found = fields.find((one) => one.field === field);
      if (found === undefined) return [];
      const { old, new: now, oldTitle, newTitle } = found;
      if ((old ?? '') === '' && (now ?? '') === '') return [];
      const label = t(`history.field.${field}`);
      if (state === 'removed') return [];
      if (old === null) return [`${label}: ${words(field, now, newTitle)}`];
      return [`${label}: ${words(field, old, oldTitle)} → ${words(field, now, newTitle)}`];
    })
    .join(' · ');
}

/** A record of a merge as the history tells of one, so that it is drawn by the same part. */
export function asChange({ record, state, fields }: MergeRecord): RecordChange {
  const isInsert =
    state === 'new' || state === 'returned' || fields.every(({ old }) => old === null);
  return {
    ...record,
    operation: state === 'removed' ? 'delete' : isInsert ? 'insert' : 'update',
    fields,
  };
}
