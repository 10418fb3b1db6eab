import { Handling } from '#contract/vocabulary.ts';
import type { Content } from '../content.ts';
import { strictestOf } from '../marking.ts';
import { derivedId } from '../derived-id.ts';
import type { Exporter } from '../exporter.ts';
import { FtmModel } from '../ftm/model.ts';
import { exported, type Output } from '../output.ts';
import {
  domainObject,
  extensionDefinition,
  stixId,
  stixTime,
  tlpMarking,
  type StixObject,
} from './object.ts';
import {
  entityObject,
  noteObject,
  reference,
  relationship,
  typeOf,
  type Making,
} from './records.ts';

/**
 * A case as a bundle of STIX 2.1: individuals and organizations as identities, places, events as incidents, links as
 * relationships, notes, and one report that holds them; each marked with TLP 2.0. What the standard has no place for is in
 * an extension, defined in the bundle.
 */
export const exportStix: Exporter = (store, path, options) =>
  exported(store, path, options, async (content, target, out) => {
    out.expect(content.selection.entities.size);
    const file = await out.file(target, bundle(content, out));
    content.leaveAllBut('source', 'link', 'evidence', 'note');
    return file;
  });

function* bundle(content: Content, out: Output): Generator<string, void, undefined> {
  const { id, changedAt } = content.case();
  const head = { type: 'bundle', id: `bundle--${derivedId('stix bundle', id, changedAt)}` };
  yield `${JSON.stringify(head).slice(0, -1)},"objects":[`;
  let first = true;
  for (const object of objects(content, out)) {
    yield `${first ? '' : ','}\n${JSON.stringify(object)}`;
    first = false;
  }
  yield '\n]}\n';
}

function* objects(content: Content, out: Output): Generator<StixObject, void, undefined> {
  const record = content.case();
  const author = stixId('identity', 'Legajo');
  const making: Making = {
    content,
    model: new FtmModel(),
    sources: new Map([...content.sources()].map((source) => [source.id, source])),
    author,
    changedAt: record.changedAt,
  };
  for (const handling of Handling.options) yield tlpMarking(handling);
  const fixed = '2026-01-01T00:00:00.000Z';
  yield {
    type: 'identity',
    spec_version: '2.1',
    id: author,
    created: fixed,
    modified: fixed,
    name: 'Legajo',
    identity_class: 'system',
  };
  yield extensionDefinition(making);
  const ids = new Map<string, string>();
  const markings = new Map([...making.sources.values()].map(({ id, handling }) => [id, handling]));
  for (const entity of out.counted(content.entities())) {
    ids.set(entity.id, stixId(typeOf(making, entity), entity.id));
    markings.set(entity.id, entity.handling);
    yield entityObject(making, entity);
  }
  const refs = [...ids.values()];
  for (const link of content.links()) {
    const object = relationship(making, link, ids);
    if (object === null) continue;
    ids.set(link.id, object.id);
    markings.set(link.id, content.markingOf(link));
    refs.push(object.id);
    yield object;
  }
  const report = stixId('report', record.id);
  for (const note of content.notes()) {
    // What is no object here is in the report.
    const about = ids.get(content.selection.headOf(note.subject)) ?? report;
    if (about === report && refs.length === 0) continue;
    const own =
      markings.get(content.selection.headOf(note.subject)) ??
      content.passage(note.subject)?.handling;
    const handling = strictestOf([record.handling, ...(own === undefined ? [] : [own])]);
    const object = noteObject(making, note, [about], handling);
    if (about !== report) refs.push(object.id);
    yield object;
  }
  if (refs.length === 0) return;
  const strictest = strictestOf([record.handling, ...markings.values()]);
  yield domainObject('report', report, making, record.createdAt, strictest, {
    name: record.title || record.reference || 'Legajo',
    description: record.summary,
    published: stixTime(record.changedAt),
    report_types: ['identity'],
    object_refs: refs,
    external_references: [...making.sources.values()].map(reference),
  });
}
