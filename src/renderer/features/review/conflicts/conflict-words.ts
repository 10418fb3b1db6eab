import type { Conflict, WrittenValue } from '#contract/conflict.ts';
import type { Described } from '#contract/history.ts';
import type { Actor } from '#contract/settings.ts';
import { shortFingerprint } from '#shared/fingerprint.ts';
import { propertyLabel } from '../../entity/ontology-words.ts';
import {
  recordWords,
  shownFields,
  tableWords,
  valueWords,
  type Wording,
} from '../../history/record-words.ts';

/** What is in conflict: the name of a field, or that the record was deleted and changed at once. */
export function fieldWords(field: string, { t }: Wording): string {
  if (field === '') return t('conflicts.deletion');
  const known = shownFields.find((one) => one === field);
  return known === undefined ? field : t(`history.field.${known}`);
}

/**
 * What a conflict is about, in a few words: of a property or a name whose it is, since the value itself is in question.
 */
export function matterWords(
  record: Described,
  wording: Wording,
): { title: string; detail: string } {
  const { title, detail } = recordWords(record, wording);
  const sort = tableWords(record.table, wording);
  if (record.table === 'attribute' && detail !== '') {
    return {
      title: propertyLabel(wording.ontology, record.type, wording.language),
      detail: record.other,
    };
  }
  if (record.table === 'name' && record.other !== '') return { title: record.other, detail: sort };
  return { title, detail: detail === '' ? sort : detail };
}

/** A value as somebody wrote it, whole; empty when they left none. */
export function writtenWords(
  field: string,
  { value, title }: Pick<WrittenValue, 'value' | 'title'>,
  wording: Wording,
): string {
  return title ?? valueWords(field, value, wording);
}

/** Who wrote the sides of a conflict, whom it stands for first. Who share a name are told apart by their keys. */
export function sideNames({ stands, others }: Conflict): [stands: string, ...others: string[]] {
  const actors = [stands.by, ...others.map(({ by }) => by)];
  const nameOf = (actor: Actor): string => {
    const alike = actors.some(({ name, key }) => name === actor.name && key !== actor.key);
    return alike && actor.key !== undefined
      ? `${actor.name} · ${shortFingerprint(actor.key)}`
      : actor.name;
  };
  return [nameOf(stands.by), ...others.map(({ by }) => nameOf(by))];
}
