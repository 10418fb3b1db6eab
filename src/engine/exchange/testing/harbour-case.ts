import { createHash } from 'node:crypto';
import type { Handling } from '#contract/vocabulary.ts';
import { newId } from '#shared/id.ts';
import { createStore, writeBlobFromFile, writeText, type CaseStore } from '../../store/index.ts';
import { writeFileSync } from 'node:fs';
import { actor } from './full-case.ts';

const createdAt = '2026-02-03T04:05:06.000Z';
const sha256 = (content: string) => createHash('sha256').update(content).digest('hex');

/** Ids of what a test asks for. */
export interface Harbour {
  store: CaseStore;
  sources: { open: string; amber: string; red: string };
  excerpts: { meeting: string; owner: string; secret: string };
  people: { duran: string; mora: string; mole: string; acme: string };
  tags: { trips: string; meetings: string; owners: string };
  links: { met: string; owns: string; told: string };
  note: string;
}

/** A small case with sources and people of several markings, that hang together in several ways. */
export function harbourCase(path: string): Harbour {
  const store = createStore(path, { actor });
  const add = (
    title: string,
    text: string,
    handling: Handling,
    more: { fileName?: string; url?: string; mediaType?: string } = {},
  ) =>
    store.gesture('source.import', (writer) => {
      const file = `${path}.document`;
      writeFileSync(file, text);
      writeBlobFromFile(writer, file, sha256(text));
      writeText(writer, sha256(text), [{ start: 0, kind: 'paragraph', page: null, content: text }]);
      const id = newId();
      writer.insert('source', {
        id,
        title,
        kind: 'text',
        fileName: more.fileName ?? 'report.txt',
        mediaType: more.mediaType ?? 'text/plain',
        encoding: 'utf-8',
        sha256: sha256(text),
        byteSize: Buffer.byteLength(text),
        textSha256: sha256(text),
        textLength: text.length,
        url: more.url ?? '',
        handling,
        createdAt,
      });
      return id;
    });
  store.gesture('case.create', (writer) =>
    writer.insert('caseFile', {
      id: newId(),
      title: 'Harbour',
      language: 'en',
      handling: 'GREEN',
      summary: 'What happened at the quay.',
      createdAt,
    }),
  );
  const meetingText = 'On Monday Nicolás Durán met Luz Mora at the quay. Durán left first.';
  const ownerText = 'Luz Mora owns Acme Shipping.';
  const secretText = 'The mole told Luz Mora.';
  const sources = {
    amber: add('Durán, Nicolás: a meeting', meetingText, 'AMBER', {
      fileName: 'nicolas_duran.txt',
      url: 'https://example.org/people/Nicol%C3%A1s%20Dur%C3%A1n',
    }),
    open: add('Register', ownerText, 'CLEAR'),
    red: add('From the mole', secretText, 'RED'),
  };
  const excerpts = { meeting: newId(), owner: newId(), secret: newId() };
  const tags = { trips: newId(), meetings: newId(), owners: newId() };
  const people = { duran: newId(), mora: newId(), mole: newId(), acme: newId() };
  const links = { met: newId(), owns: newId(), told: newId() };
  const note = newId();
  store.gesture('excerpt.tag', (writer) => {
    const passage = (id: string, sourceId: string, text: string, quotation: string) => {
      const start = text.indexOf(quotation);
      const span = { start, end: start + quotation.length };
      writer.insert('excerpt', {
        id,
        sourceId,
        textSha256: sha256(text),
        ...span,
        quotation,
        prefix: text.slice(Math.max(0, start - 10), start),
        suffix: text.slice(span.end, span.end + 20),
        createdAt,
      });
    };
    passage(excerpts.meeting, sources.amber, meetingText, 'Nicolás Durán met Luz Mora');
    passage(excerpts.owner, sources.open, ownerText, 'Luz Mora owns Acme Shipping');
    passage(excerpts.secret, sources.red, secretText, 'told Luz Mora');
    const tag = (id: string, name: string, parentId?: string) =>
      writer.insert('tag', { id, name, color: '#123456', parentId, createdAt });
    tag(tags.trips, 'trips');
    tag(tags.meetings, 'meetings of Durán', tags.trips);
    tag(tags.owners, 'owners');
    for (const [excerptId, tagId] of [
      [excerpts.meeting, tags.meetings],
      [excerpts.owner, tags.owners],
      [excerpts.secret, tags.meetings],
    ] as const) {
      writer.insert('excerptTag', { id: newId(), excerptId, tagId, createdAt });
    }
  });
  store.gesture('entity.create', (writer) => {
    const person = (
      id: string,
      kind: 'person' | 'organization',
      names: string[],
      handling: Handling,
    ) => {
      const schema = kind === 'person' ? 'Person' : 'Company';
      writer.insert('entity', {
        id,
        kind,
        schema,
        handling,
        summary: `${names[0]} in short`,
        createdAt,
      });
      for (const [at, value] of names.entries()) {
        const nameKind = at === 0 ? 'primary' : 'alias';
        writer.insert('name', { id: newId(), entityId: id, kind: nameKind, value, createdAt });
      }
    };
    person(people.duran, 'person', ['Nicolás Durán', 'Nico Durán', 'El Patrón'], 'AMBER');
    person(people.mora, 'person', ['Luz Mora'], 'GREEN');
    person(people.mole, 'person', ['The Mole'], 'RED');
    person(people.acme, 'organization', ['Acme Shipping'], 'CLEAR');
    const attribute = newId();
    writer.insert('attribute', {
      id: attribute,
      entityId: people.duran,
      property: 'email',
      value: 'nicolasduran@example.org',
      createdAt,
    });
    const link = (id: string, fromId: string, toId: string, excerptId: string) => {
      writer.insert('link', { id, fromId, toId, type: 'Associate', role: 'friend', createdAt });
      writer.insert('evidence', {
        id: newId(),
        linkId: id,
        excerptId,
        stance: 'supports',
        createdAt,
      });
    };
    link(links.met, people.duran, people.mora, excerpts.meeting);
    link(links.owns, people.mora, people.acme, excerpts.owner);
    link(links.told, people.mole, people.mora, excerpts.secret);
    for (const [entityId, quotation, start] of [
      [people.duran, 'Nicolás Durán', 10],
      [people.mora, 'Luz Mora', 28],
    ] as const) {
      writer.insert('mention', {
        id: newId(),
        sourceId: sources.amber,
        textSha256: sha256(meetingText),
        start,
        end: start + quotation.length,
        quotation,
        excerptId: excerpts.meeting,
        entityId,
        verdict: 'refers',
        createdAt,
      });
    }
    writer.insert('note', {
      id: note,
      subjectTable: 'entity',
      subjectId: people.mora,
      body: `Met Durán [[passage:${excerpts.meeting}]], told [[passage:${excerpts.secret}]].`,
      createdAt,
    });
  });
  return { store, sources, excerpts, people, tags, links, note };
}
