import type { Content } from '../content.ts';
import type { Exporter } from '../exporter.ts';
import { exported, type Output } from '../output.ts';
import type { EntityRecord, MentionRecord, NoteRecord, SourceRecord } from '../records.ts';
import { Properties, type FtmEntity } from './entity.ts';
import { entityGrades, linkGrades, mentionGrades } from './grades.ts';
import { linkOf } from './links.ts';
import { FtmModel, type Schema } from './model.ts';
import { documentOf, schemaOf, thingOf } from './things.ts';
import { ftmValue } from './values.ts';

/**
 * Entities of FollowTheMoney, one a line (https://followthemoney.tech), as `ftm` and OpenAleph take them: documents first,
 * then what stands in them. Beside it `.grades.ndjson` has what the model has no place for: grades, markings, quotations.
 */
export const exportFtm: Exporter = (store, path, options) =>
  exported(store, path, options, async (content, target, out) => {
    out.expect(2 * content.selection.entities.size + content.selection.sources.size);
    const file = await out.file(target, lines(ftmEntities(content, out)));
    out.beside.push(await out.file(`${target}.grades.ndjson`, lines(grades(content, out))));
    content.leaveAllBut('source', 'text', 'link', 'evidence', 'mention', 'note');
    return file;
  });

function* lines(values: Iterable<object>): Generator<string, void, undefined> {
  for (const value of values) yield `${JSON.stringify(value)}\n`;
}

function* ftmEntities(content: Content, out: Output): Generator<FtmEntity, void, undefined> {
  const model = new FtmModel();
  const urls = new Map<string, string>();
  for (const source of out.counted(content.sources())) {
    const url = ftmValue(model, 'url', source.url);
    if (url !== null) urls.set(source.id, url);
    yield* documentOf(content, model, source);
  }
  const schemata = new Map<string, Schema>();
  for (const entity of out.counted(content.entities())) {
    schemata.set(entity.id, schemaOf(model, entity));
    yield thingOf(content, model, entity, { urls });
  }
  for (const link of content.links()) yield* linkOf(content, model, link, schemata, { urls });
  for (const source of content.sources()) yield* mentionsIn(content, source, schemata);
  for (const note of content.notes()) yield noteOf(content, note);
}

/** Whom a document names, each once with all the forms in which it does. */
function* mentionsIn(
  content: Content,
  source: SourceRecord,
  schemata: ReadonlyMap<string, Schema>,
): Generator<FtmEntity, void, undefined> {
  const named = Map.groupBy(
    [...content.mentions({ source: source.id })].filter(({ verdict }) => verdict === 'refers'),
    ({ entity }: MentionRecord): EntityRecord['id'] => entity,
  );
  for (const [entity, mentions] of [...named].toSorted(([one], [other]) =>
    one < other ? -1 : 1,
  )) {
    const schema = schemata.get(entity);
    const properties = new Properties(content.tally);
    properties.add('document', source.id);
    properties.add('name', ...mentions.map(({ quotation }) => quotation));
    properties.add('detectedSchema', schema?.name ?? null);
    if (schema?.is.has('LegalEntity') === true) properties.add('resolved', entity);
    yield {
      id: `${source.id}-names-${entity}`,
      schema: 'Mention',
      properties: properties.written(),
    };
  }
}

/** A note on what the model lets notes be on: of a passage its document, of a link its two ends. */
function noteOf(content: Content, note: NoteRecord): FtmEntity {
  const properties = new Properties(content.tally);
  properties.add('description', note.body);
  properties.add('createdAt', note.createdAt.replace(/\.\d+Z$/, ''));
  if (note.table === 'entity') properties.add('entity', content.selection.headOf(note.subject));
  else if (note.table === 'source') properties.add('entity', note.subject);
  else if (note.table === 'excerpt') {
    const passage = content.passage(note.subject);
    properties.add('entity', passage?.source ?? null);
    properties.add('name', passage?.quotation ?? null);
  } else if (note.table === 'link') {
    properties.add('entity', ...content.endsOf(note.subject));
  }
  return { id: note.id, schema: 'Note', properties: properties.written() };
}

function* grades(content: Content, out: Output): Generator<object, void, undefined> {
  for (const { id, sha256, textSha256, reliability, handling } of content.sources()) {
    yield { source: id, reliability, handling, sha256, textSha256 };
  }
  for (const entity of out.counted(content.entities())) yield entityGrades(content, entity);
  for (const link of content.links()) yield linkGrades(content, link);
  for (const mention of content.mentions()) yield mentionGrades(mention);
}
