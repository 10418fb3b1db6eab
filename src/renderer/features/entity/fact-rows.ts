import type { TFunction } from 'i18next';
import type { DatedText, Entity, EvidenceItem } from '#contract/entity.ts';
import type { Assessment } from '#contract/resolution.ts';
import type { Ontology } from '#contract/ontology.ts';
import { NameKind, type EntityKind, type FactKind, type Language } from '#contract/vocabulary.ts';
import { groupedBy, linkLabel, propertyLabel, type FactGroup } from './ontology-words.ts';

/** One fact of an entity as a row shows it. */
export interface FactRow {
  kind: FactKind;
  id: string;
  /** Key of the name kind, property or link type, and its words in the person's language. */
  key: string;
  label: string;
  /** The name or value; empty for a link, which has `other`. */
  value: string;
  other: { id: string; kind: EntityKind; name: string } | null;
  role: string;
  since: DatedText | null;
  until: DatedText | null;
  sources: number;
  disputed: boolean;
  /** Why it is preferred to its rivals, if it is. */
  assessment: Assessment | null;
  /** The entity it was recorded of: one of those that were found to be the same. */
  member: string;
  evidence: readonly EvidenceItem[];
  /** Other values of a property that can have but one. */
  rivals: readonly FactRow[];
}

export interface FactRows {
  group: 'names' | FactGroup;
  /** Attributes and links of one group stand apart, attributes first. */
  kind: FactKind;
  rows: FactRow[];
}

/** The facts of an entity in groups: names, attributes, links; within a group in the order of the ontology. */
export function factRows(
  entity: Entity,
  ontology: Ontology | undefined,
  t: TFunction,
  language: Language,
): FactRows[] {
  const names = entity.names
    .toSorted((a, b) => NameKind.options.indexOf(a.kind) - NameKind.options.indexOf(b.kind))
    .map(({ kind, ...name }): FactRow => ({
      ...name,
      kind: 'name',
      key: kind,
      label: t(`nameKind.${kind}`),
      other: null,
      role: '',
      since: null,
      until: null,
      rivals: [],
    }));
  const attributes = entity.attributes.map(({ property, ...attribute }): FactRow => ({
    ...attribute,
    kind: 'attribute',
    key: property,
    label: propertyLabel(ontology, property, language),
    other: null,
    role: '',
    rivals: [],
  }));
  const links = entity.links.map(({ type, direction, ...link }): FactRow => ({
    ...link,
    kind: 'link',
    key: type,
    label: linkLabel(ontology, type, direction, language),
    value: '',
    rivals: [],
  }));
  const properties = ontology?.properties ?? [];
  const single = new Set(properties.filter(({ multiple }) => !multiple).map(({ key }) => key));
  const withRivals = attributes.map((row) =>
    single.has(row.key)
      ? {
          ...row,
          rivals: attributes.filter(
            ({ id, key, value }) => key === row.key && id !== row.id && value !== row.value,
          ),
        }
      : row,
  );
  return [
    { group: 'names', kind: 'name', rows: names },
    ...groupedBy(withRivals, properties, ({ key }) => key).map(({ group, items }): FactRows => ({
      group,
      kind: 'attribute',
      rows: items,
    })),
    ...groupedBy(links, ontology?.linkTypes ?? [], ({ key }) => key).map(
      ({ group, items }): FactRows => ({ group, kind: 'link', rows: items }),
    ),
  ];
}

/** Dates as they are written, from and to: “2015 – 2023-09”, “since 2015”, “until 2023-09”, or nothing. */
export function datesWords(
  { since, until }: Pick<FactRow, 'since' | 'until'>,
  t: TFunction,
): string {
  const from = since?.text ?? '';
  const to = until?.text ?? '';
  if (from === '' && to === '') return '';
  if (to === '') return t('entity.sinceDate', { date: from });
  if (from === '') return t('entity.untilDate', { date: to });
  // What began and ended on one date is dated by it alone.
  return from === to ? from : `${from} – ${to}`;
}

/** The days that dates may mean, for a tooltip: “2015-01-01 to 2023-09-30”. Open ends are dots. */
export function boundsWords({ since, until }: Pick<FactRow, 'since' | 'until'>): string {
  const days = [since?.earliest, since?.latest, until?.earliest, until?.latest];
  const first = days[0] ?? days[2];
  const last = until !== null && until.text !== '' ? days[3] : days[1];
  if (first === undefined && last === undefined) return '';
  return `${first ?? '…'} – ${last ?? '…'}`;
}
