import type { TFunction } from 'i18next';
import type { Described } from '#contract/history.ts';
import type { Ontology } from '#contract/ontology.ts';
import {
  Confidence,
  CustodyAct,
  EntityKind,
  Judgement,
  Likelihood,
  NameKind,
  Reading,
  SourceKind,
  Stance,
  type Language,
} from '#contract/vocabulary.ts';
import type { Route } from '../../app/navigation.ts';
import { quotationMarks } from '../../ui/quotation-marks.ts';
import { linkLabel, propertyLabel } from '../entity/ontology-words.ts';

/** What values are put into words with. */
export interface Wording {
  t: TFunction;
  language: Language;
  ontology: Ontology | undefined;
}

/** The sorts of rows that have a name; another, of a later version, stands as it is. */
export const recordTables = [
  'case_file',
  'source',
  'text_version',
  'custody',
  'excerpt',
  'excerpt_tag',
  'tag',
  'entity',
  'name',
  'attribute',
  'link',
  'evidence',
  'mention',
  'rejection',
  'resolution',
  'assessment',
  'note',
  'finding',
  'photo',
  'handover',
  'decision',
  'preset',
] as const;

export function tableWords(table: string, { t }: Wording): string {
  const known = recordTables.find((one) => one === table);
  return known === undefined ? table : t(`history.table.${known}`);
}

/** The rows whose title is words of a source. */
const quoting = new Set([
  'text_version',
  'excerpt',
  'excerpt_tag',
  'evidence',
  'mention',
  'rejection',
]);

/** A record in a few words: what it is called, and what it says or belongs to. */
export function recordWords(
  record: Described,
  wording: Wording,
): { title: string; detail: string } {
  const { table, type, other } = record;
  const { t, language, ontology } = wording;
  const [open, close] = quotationMarks(language);
  const title =
    record.title === ''
      ? t('history.nameless')
      : quoting.has(table)
        ? `${open}${record.title}${close}`
        : record.title;
  const joined = (...parts: string[]) => parts.filter((part) => part !== '').join(' · ');
  switch (table) {
    case 'link':
      return { title, detail: joined(linkLabel(ontology, type, 'out', language), other) };
    case 'attribute':
      return { title, detail: joined(propertyLabel(ontology, type, language), other) };
    case 'name':
      return { title, detail: other === title ? '' : other };
    case 'evidence':
      return { title, detail: joined(valueWords('stance', type, wording), other) };
    case 'custody':
      return { title, detail: joined(valueWords('act', type, wording), other) };
    case 'resolution':
      return { title, detail: joined(valueWords('judgement', type, wording), other) };
    default:
      return { title, detail: other };
  }
}

/** The place where a record can be seen. */
export function routeTo({ opens }: Described): Route | null {
  if (opens === null) return null;
  const { table, id, source } = opens;
  switch (table) {
    case 'source':
      return { screen: 'source', id };
    case 'entity':
      return { screen: 'entity', id };
    case 'tag':
      return { screen: 'tags', id };
    case 'excerpt':
      return source === null ? null : { screen: 'source', id: source, excerpt: id };
  }
}

/** The fields that are shown to a person, in their order. The others are of the file's own keeping. */
export const shownFields = [
  'title',
  'name',
  'value',
  'body',
  'property',
  'type',
  'likelihood',
  'confidence',
  'caption',
  'credit',
  'kind',
  'schema',
  'judgement',
  'reason',
  'from_id',
  'to_id',
  'first_id',
  'second_id',
  'entity_id',
  'role',
  'since',
  'until',
  'summary',
  'quotation',
  'excerpt_id',
  'source_id',
  'tag_id',
  'parent_id',
  'name_id',
  'attribute_id',
  'link_id',
  'subject_id',
  'stance',
  'credibility',
  'verdict',
  'color',
  'description',
  'inclusion',
  'exclusion',
  'reference',
  'file_name',
  'publisher',
  'author',
  'published',
  'retrieved',
  'retrieved_from',
  'retrieved_by',
  'retrieved_with',
  'url',
  'language',
  'derives_from',
  'container_id',
  'member_path',
  'text_sha256',
  'text_length',
  'pages',
  'encoding',
  'extracted_by',
  'act',
  'party',
  'actor',
  'happened',
  'purpose',
  'note',
  'reliability',
  'reading',
  'handling',
] as const;

/** A value of a field as a person reads it; empty when there is none. */
export function valueWords(
  field: string,
  value: string | number | null,
  { t, language, ontology }: Wording,
): string {
  if (value === null) return '';
  const text = String(value);
  switch (field) {
    case 'kind': {
      const entity = EntityKind.safeParse(text);
      if (entity.success) return t(`kind.${entity.data}`);
      const name = NameKind.safeParse(text);
      if (name.success) return t(`nameKind.${name.data}`);
      const source = SourceKind.safeParse(text);
      return source.success ? t(`sourceKind.${source.data}`) : text;
    }
    case 'stance': {
      const stance = Stance.safeParse(text);
      return stance.success ? t(`stance.${stance.data}`) : text;
    }
    case 'judgement': {
      const judgement = Judgement.safeParse(text);
      return judgement.success ? t(`history.judgement.${judgement.data}`) : text;
    }
    case 'act': {
      const act = CustodyAct.safeParse(text);
      return act.success ? t(`history.custodyAct.${act.data}`) : text;
    }
    case 'reading': {
      const reading = Reading.safeParse(text);
      return reading.success ? t(`sources.reading.${reading.data}`) : text;
    }
    case 'likelihood': {
      const likelihood = Likelihood.safeParse(text);
      return likelihood.success ? t(`finding.likelihood.${likelihood.data}`) : text;
    }
    case 'confidence': {
      const confidence = Confidence.safeParse(text);
      return confidence.success ? t(`finding.confidence.${confidence.data}`) : text;
    }
    case 'verdict':
      return text === 'refers' || text === 'differs' ? t(`history.verdict.${text}`) : text;
    case 'property':
      return propertyLabel(ontology, text, language);
    case 'type':
      return linkLabel(ontology, text, 'out', language);
    case 'handling':
      return `TLP:${text}`;
    default:
      return text;
  }
}
