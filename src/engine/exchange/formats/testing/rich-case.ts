import { createHash } from 'node:crypto';
import type { EntityKind, Handling, NameKind } from '#contract/vocabulary.ts';
import { dateBounds } from '#shared/edtf.ts';
import { newId } from '#shared/id.ts';
import {
  beginBlob,
  writeBlobChunk,
  writeText,
  type CaseStore,
  type Writer,
} from '../../../store/index.ts';
import { testCase } from '../../../testing/index.ts';

const createdAt = '2026-01-02T03:04:05.000Z';
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** A name that no form takes as it is: signs of XML, quotes, a control sign, a turn of direction. */
export const hostileName = 'Juan "el <Ñato>" & \u0007Pérez\u202E';
/** A name that a spreadsheet would run. */
export const formulaName = '=HYPERLINK("http://evil.invalid")';

const report = [
  '😀 Juan Pérez leads the ',
  'Northern Union 👩‍👩‍👧.\n\n',
  '=2+3, he "said",\nin Caracas.',
];
const scan = ['Page one names Ana.\n\n', 'Page two names 𝔄na again.'];

/** A case with something of everything that exports meet. @returns its store, and ids by what they are */
export function richCase() {
  const store = testCase();
  const id = {
    report: newId(),
    scan: newId(),
    money: newId(),
    cash: newId(),
    leads: newId(),
    said: newId(),
    secret: newId(),
    juan: newId(),
    twin: newId(),
    ana: newId(),
    union: newId(),
    caracas: newId(),
    nowhere: newId(),
    raid: newId(),
    van: newId(),
    unnamed: newId(),
    directs: newId(),
    owns: newId(),
    holds: newId(),
    lives: newId(),
    inner: newId(),
    member: newId(),
    birth: newId(),
  };
  store.gesture('source.import', (writer) => {
    source(writer, id.report, report, { title: 'Report', kind: 'text', handling: 'AMBER' });
    source(writer, id.scan, scan, { title: 'Scan', kind: 'pdf', handling: 'RED' });
  });
  store.gesture('excerpt.tag', (writer) => {
    const { money, cash } = id;
    writer.insert('tag', { id: money, name: 'Money & <means>', color: '#112233', createdAt });
    const below = { parentId: money, description: 'In hand.', inclusion: 'Notes.', createdAt };
    writer.insert('tag', { id: cash, name: 'cash\u0001', color: '#445566', ...below });
    passage(writer, id.leads, id.report, report, 'Juan Pérez leads the Northern Union 👩‍👩‍👧');
    passage(writer, id.said, id.report, report, '=2+3, he "said",\nin Caracas');
    passage(writer, id.secret, id.scan, scan, '𝔄na again');
    for (const [excerptId, tagId] of [
      [id.leads, cash],
      [id.said, money],
      [id.secret, cash],
    ] as const) {
      writer.insert('excerptTag', { id: newId(), excerptId, tagId, createdAt });
    }
  });
  store.gesture('entity.create', (writer) => {
    entity(writer, id.juan, 'person', 'Person', 'AMBER', [
      ['primary', hostileName],
      ['alias', 'Ñato'],
      ['former', 'Juan Gómez'],
      ['variant', 'Juan  Perez'],
    ]);
    entity(writer, id.twin, 'person', 'Person', 'GREEN', [['primary', formulaName]]);
    entity(writer, id.ana, 'person', 'Person', 'RED', [['primary', 'Ana']]);
    entity(writer, id.union, 'organization', 'Organization', 'AMBER', [
      ['primary', 'Northern Union'],
      ['acronym', 'NU'],
    ]);
    entity(writer, id.caracas, 'location', 'Address', 'CLEAR', [['primary', 'Caracas']]);
    entity(writer, id.nowhere, 'location', 'Address', 'CLEAR', [['primary', 'Nowhere']]);
    entity(writer, id.raid, 'event', 'CourtCase', 'GREEN', [['primary', 'The raid']]);
    entity(writer, id.van, 'object', 'Vehicle', 'GREEN', [['primary', 'White van']]);
    entity(writer, id.unnamed, 'person', 'Ghost', 'GREEN', [['primary', '\u0000']]);
    const bears = (
      fact: object,
      excerptId: string,
      stance: 'supports' | 'contradicts' = 'supports',
    ) =>
      writer.insert('evidence', {
        id: newId(),
        excerptId,
        stance,
        credibility: '2',
        createdAt,
        ...fact,
      });
    const has = (entityId: string, property: string, value: string, attributeId = newId()) => {
      writer.insert('attribute', { id: attributeId, entityId, property, value, createdAt });
      return attributeId;
    };
    bears({ attributeId: has(id.juan, 'birthDate', '1983~', id.birth) }, id.leads);
    bears({ attributeId: id.birth }, id.said, 'contradicts');
    has(id.juan, 'birthDate', '1982/1985');
    has(id.juan, 'nationality', 'Venezuela');
    has(id.juan, 'phone', '+58 212-555-0101');
    has(id.juan, 'charge', 'smuggling\nof "gold"');
    bears({ attributeId: has(id.twin, 'position', '-1 + @boss') }, id.secret);
    has(id.union, 'website', 'not a page');
    has(id.caracas, 'latitude', '10,48');
    has(id.caracas, 'longitude', '-66.9');
    has(id.nowhere, 'latitude', '95');
    has(id.nowhere, 'longitude', '10');
    has(id.raid, 'caseNumber', '7/2023');
    has(id.raid, 'startDate', '2023-09-20');
    has(id.van, 'registrationNumber', 'AB 123');
    const links = (linkId: string, fromId: string, toId: string, type: string, more: object = {}) =>
      writer.insert('link', { id: linkId, fromId, toId, type, createdAt, ...more });
    links(id.directs, id.juan, id.union, 'Directorship', {
      role: 'boss',
      ...dates('since', '2010-05'),
      ...dates('until', '2012?'),
    });
    bears({ linkId: id.directs }, id.leads);
    links(id.owns, id.twin, id.union, 'Ownership', dates('since', '199X'));
    links(id.holds, id.juan, id.union, 'Occupancy', { role: 'treasurer' });
    links(id.lives, id.twin, id.caracas, 'Residence');
    links(id.inner, id.juan, id.twin, 'Associate');
    links(id.member, id.ana, id.union, 'Membership');
    links(newId(), id.van, id.raid, 'EventInvolvement');
    for (const [first, second, judgement] of [
      [id.juan, id.twin, 'same'],
      [id.twin, id.union, 'different'],
    ] as const) {
      const pair = { firstId: first, secondId: second, judgement, createdAt };
      writer.insert('resolution', { id: newId(), ...pair });
    }
    writer.insert('assessment', {
      id: newId(),
      entityId: id.juan,
      attributeId: id.birth,
      body: 'From the register.',
      createdAt,
    });
    mention(writer, id.report, report, 'Juan Pérez', id.juan, id.leads);
    mention(writer, id.report, report, 'Caracas', id.caracas, null);
    mention(writer, id.scan, scan, '𝔄na', id.ana, id.secret);
    mention(writer, id.report, report, 'Union', id.twin, null, 'differs');
    for (const [subjectTable, subjectId] of [
      ['source', id.report],
      ['excerpt', id.leads],
      ['entity', id.juan],
      ['link', id.directs],
      ['case', store.one<{ id: string }>('SELECT id FROM case_file')?.id ?? ''],
    ] as const) {
      const body = `On the ${subjectTable}: see [[passage:${id.said}]] and *this* ]]> <b>\u0002`;
      writer.insert('note', { id: newId(), subjectTable, subjectId, body, createdAt });
    }
    for (const [entityId, cited] of [
      [id.twin, id.leads],
      [id.juan, id.secret],
      [null, id.said],
    ] as const) {
      const body = `So it is: [[passage:${cited}]], *this* ]]> <b>\u0002`;
      const judged = { likelihood: 'even', confidence: 'high' } as const;
      writer.insert('finding', {
        id: newId(),
        entityId,
        body,
        ...judged,
        ordinal: 1024,
        createdAt,
      });
    }
    for (const [name, entityId, sourceId, handling] of [
      ['a.png', id.juan, null, null],
      ['b.png', id.twin, id.scan, null],
      ['c.png', id.union, id.report, 'RED'],
      ['d.png', id.union, id.report, null],
    ] as const) {
      writer.insert('photo', {
        id: newId(),
        entityId,
        sourceId,
        handling,
        sha256: sha256(name),
        byteSize: 4,
        mediaType: 'image/png',
        width: 6,
        height: 4,
        fileName: name,
        caption: `=A caption, of ${name}`,
        ordinal: 1024,
        createdAt,
      });
    }
  });
  return { store, id, report: report.join(''), scan: scan.join('') };
}

function source(
  writer: Writer,
  id: string,
  pieces: readonly string[],
  { title, kind, handling }: { title: string; kind: 'text' | 'pdf'; handling: Handling },
): void {
  const text = pieces.join('');
  const bytes = Buffer.from(`bytes of ${title}`);
  beginBlob(writer, sha256(bytes.toString()), bytes.length);
  writeBlobChunk(writer, sha256(bytes.toString()), 0, bytes);
  let start = 0;
  const segments = pieces.map((content, at) => {
    const segment = { start, kind: 'paragraph', page: kind === 'pdf' ? at + 1 : null, content };
    start += content.length;
    return segment;
  });
  writeText(writer, sha256(text), segments);
  writer.insert('source', {
    id,
    title,
    kind,
    fileName: `${title.toLowerCase()}.${kind === 'pdf' ? 'pdf' : 'txt'}`,
    mediaType: kind === 'pdf' ? 'application/pdf' : 'text/plain',
    encoding: null,
    sha256: sha256(bytes.toString()),
    byteSize: bytes.length,
    textSha256: sha256(text),
    textLength: text.length,
    publisher: 'The Daily',
    published: '2023-09',
    publishedEarliest: '2023-09-01',
    publishedLatest: '2023-09-30',
    url: 'https://example.org/a?b=1&c=2',
    language: 'en',
    reliability: 'B',
    handling,
    createdAt,
  });
}

function spanIn(pieces: readonly string[], words: string) {
  const text = pieces.join('');
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`“${words}” is not in the text`);
  return { textSha256: sha256(text), start, end: start + words.length, quotation: words };
}

function passage(
  writer: Writer,
  id: string,
  sourceId: string,
  pieces: readonly string[],
  words: string,
): void {
  const span = spanIn(pieces, words);
  const text = pieces.join('');
  writer.insert('excerpt', {
    id,
    sourceId,
    ...span,
    prefix: text.slice(0, span.start),
    suffix: text.slice(span.end),
    createdAt,
  });
}

function mention(
  writer: Writer,
  sourceId: string,
  pieces: readonly string[],
  words: string,
  entityId: string,
  excerptId: string | null,
  verdict: 'refers' | 'differs' = 'refers',
): void {
  const span = spanIn(pieces, words);
  writer.insert('mention', {
    id: newId(),
    sourceId,
    ...span,
    excerptId,
    entityId,
    verdict,
    createdAt,
  });
}

function entity(
  writer: Writer,
  id: string,
  kind: EntityKind,
  schema: string,
  handling: Handling,
  names: readonly (readonly [NameKind, string])[],
): void {
  writer.insert('entity', { id, kind, schema, handling, summary: `About “${id}”`, createdAt });
  for (const [sort, value] of names) {
    writer.insert('name', { id: newId(), entityId: id, kind: sort, value, createdAt });
  }
}

function dates(name: 'since' | 'until', written: string): object {
  const bounds = dateBounds(written);
  return {
    [name]: written,
    [`${name}Earliest`]: bounds?.earliest ?? null,
    [`${name}Latest`]: bounds?.latest ?? null,
  };
}

/** What was left, by what it is. */
export function leftOf(result: {
  left: { what: string; count: number }[];
}): Record<string, number> {
  return Object.fromEntries(result.left.map(({ what, count }) => [what, count]));
}

/** The store of a case with nothing in it. */
export function bareCase(): CaseStore {
  return testCase();
}
