import { ontology } from '../../../ontology.ts';
import type { Content } from '../content.ts';
import type { EntityRecord, EvidenceRecord, SourceRecord, Validity } from '../records.ts';
import { propertyLabel, propertyOf } from '../words.ts';
import { Properties, type FtmEntity } from './entity.ts';
import type { FtmModel, Schema } from './model.ts';
import { ftmDateOf, ftmValue, languageCode } from './values.ts';

/** What is told about a thing beside the thing: whose documents prove it. */
export interface Provenance {
  /** Addresses by source. */
  urls: ReadonlyMap<string, string>;
}

/** The schema an entity is written as: its own where it can be, else that of its kind. */
export function schemaOf(model: FtmModel, entity: EntityRecord): Schema {
  const schema = model.concrete(entity.schema, ontology().kinds[entity.kind].default);
  // A trip that does not know from where to where is refused by the model.
  return schema.name === 'Trip' ? model.concrete('Event', 'Event') : schema;
}

/** An entity of the case, with all that were found to be one with it, as one of FollowTheMoney. */
export function thingOf(
  content: Content,
  model: FtmModel,
  entity: EntityRecord,
  provenance: Provenance,
): FtmEntity {
  const { language } = content.case();
  const schema = schemaOf(model, entity);
  const properties = new Properties(content.tally);
  properties.add('name', entity.title);
  for (const { kind, value } of entity.names.slice(1)) {
    if (kind === 'former') properties.add('previousName', value);
    else if (kind === 'acronym') {
      properties.add(schema.properties.has('abbreviation') ? 'abbreviation' : 'weakAlias', value);
    } else if (kind === 'alias' && !/\s/.test(value.trim())) properties.add('weakAlias', value);
    else properties.add('alias', value);
  }
  properties.add('summary', entity.summary);
  for (const { property, value, since, until } of entity.attributes) {
    const key = propertyOf(property)?.ftm ?? property;
    const type = schema.properties.get(key);
    const written = type === undefined ? null : ftmValue(model, type, value);
    if (written !== null) properties.add(key, written);
    // What the model cannot say, is uncertain or held only for a time, is said in words.
    const inexact = written === null || (type === 'date' && written !== value.trim());
    if (inexact || since !== '' || until !== '') {
      const during = since === '' && until === '' ? '' : ` (${since || '..'}/${until || '..'})`;
      properties.add('notes', `${propertyLabel(property, language)}: ${value}${during}`);
    }
  }
  if (schema.required.includes('fileName')) properties.add('fileName', entity.title);
  if (schema.name === 'Address' && !properties.has('full')) properties.add('full', entity.title);
  if (!properties.has('name')) properties.add('name', entity.id);
  const evidence = [...entity.names, ...entity.attributes].flatMap((fact) => fact.evidence);
  prove(properties, schema, evidence, provenance);
  const others = entity.members.slice(1);
  return {
    id: entity.id,
    schema: schema.name,
    properties: properties.written(),
    ...(others.length === 0 ? {} : { referents: others }),
  };
}

/** The documents that support something, and where those can be found. */
export function prove(
  properties: Properties,
  schema: Schema,
  evidence: readonly EvidenceRecord[],
  { urls }: Provenance,
): void {
  const sources = new Set(
    evidence.filter(({ stance }) => stance === 'supports').map(({ source }) => source),
  );
  for (const source of [...sources].toSorted()) {
    if (schema.properties.has('proof')) properties.add('proof', source);
    properties.add('sourceUrl', urls.get(source) ?? null);
  }
}

/** When a relation held, as far as the model can say it; the rest in words. */
export function addTime(properties: Properties, { since, until }: Validity): void {
  const [start, end] = [ftmDateOf(since), ftmDateOf(until)];
  properties.add('startDate', start);
  properties.add('endDate', end);
  const said = (written: string, date: string | null) => written === '' || written === date;
  if (!said(since, start) || !said(until, end)) {
    properties.add('description', `${since || '..'}/${until || '..'}`);
  }
}

const documentSchemata: Record<string, string> = {
  text: 'PlainText',
  markdown: 'PlainText',
  html: 'HyperText',
  pdf: 'Pages',
};

/** A source as a document; its pages, if it has any, follow as entities of their own. */
export function* documentOf(
  content: Content,
  model: FtmModel,
  source: SourceRecord,
): Generator<FtmEntity, void, undefined> {
  const schema = documentSchemata[source.kind] ?? 'Document';
  const properties = new Properties(content.tally);
  const language = languageCode(model, source.language);
  properties.add('name', source.title);
  properties.add('title', source.title);
  properties.add('fileName', source.fileName === '' ? source.title : source.fileName);
  properties.add('mimeType', source.mediaType);
  properties.add('fileSize', String(source.byteSize));
  properties.add('language', language);
  properties.add('author', source.author);
  properties.add('publisher', source.publisher);
  properties.add('publishedAt', ftmDateOf(source.published));
  if (source.published !== '' && ftmDateOf(source.published) !== source.published) {
    properties.add('notes', `published: ${source.published}`);
  }
  properties.add('retrievedAt', ftmValue(model, 'date', source.retrieved.slice(0, 10)));
  properties.add('sourceUrl', ftmValue(model, 'url', source.url));
  if (!source.hasText) content.tally.add('withoutText');
  else if (schema !== 'Pages') {
    properties.add('bodyText', [...content.text(source)].join(''));
  }
  yield { id: source.id, schema, properties: properties.written() };
  if (!source.hasText || schema !== 'Pages') return;
  yield* pagesOf(content, source);
}

function* pagesOf(content: Content, source: SourceRecord): Generator<FtmEntity, void, undefined> {
  const pageOf = (page: number, text: string): FtmEntity => {
    const properties = new Properties(content.tally);
    properties.add('document', source.id);
    properties.add('index', String(page));
    properties.add('bodyText', text);
    return { id: `${source.id}-page-${page}`, schema: 'Page', properties: properties.written() };
  };
  let page = 1;
  let text = '';
  for (const segment of content.segments(source)) {
    if (segment.page !== null && segment.page !== page) {
      if (text !== '') yield pageOf(page, text);
      page = segment.page;
      text = '';
    }
    text += segment.content;
  }
  if (text !== '') yield pageOf(page, text);
}
