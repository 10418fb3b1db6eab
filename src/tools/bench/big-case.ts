import { join } from 'node:path';
import { newId } from '#shared/id.ts';
import { createCase } from '#engine/cases/index.ts';
import { type CaseStore, type Writer } from '#engine/store/index.ts';
import { addProseSource, type ProseSource } from './prose-source.ts';
import { Prose } from './prose.ts';

/** How much there is of each in a big case. */
export const size = { excerpts: 100_000, entities: 50_000, sources: 500, tags: 50 } as const;

const segmentsOfText = 100;
const excerptsOfSource = size.excerpts / size.sources;
const batch = 25;

/** A case that was filled, and is open. */
export interface BigCase {
  readonly store: CaseStore;
  readonly sources: readonly ProseSource[];
  readonly tags: readonly string[];
}

const createdAt = '2026-01-01T00:00:00.000Z';

/** Who works in benchmarks. */
export const benchActor = () => ({ name: 'Bench', initials: 'B', organization: '' });

/**
 * Makes a case of 100,000 passages, each with a tag and every other with a mention, in 500 sources, and 50,000 entities,
 * every other with an alias and every fifth with a link that a passage supports. It is filled in gestures of some
 * thousands of rows, through the journal and with every index, as work would.
 */
export function makeBigCase(folder: string): BigCase {
  const prose = new Prose(4);
  const store = createCase(
    {
      path: join(folder, 'big.casefile'),
      title: 'Big',
      reference: '',
      language: 'en',
      handling: 'AMBER',
    },
    benchActor,
  );
  const tags = Array.from({ length: size.tags }, () => newId());
  store.gesture('tag.create', (writer) => {
    for (const [at, id] of tags.entries()) {
      writer.insert('tag', { id, name: `tag ${at}`, color: '#336699', createdAt });
    }
  });
  const entities: string[] = [];
  inBatches(size.entities, 2500, (from, to) => {
    store.gesture('entity.create', (writer) => {
      for (let at = from; at < to; at += 1) entities.push(addEntity(writer, prose, at));
    });
  });
  const sources: ProseSource[] = [];
  inBatches(size.sources, batch, (from, to) => {
    store.gesture('source.import', (writer) => {
      for (let at = from; at < to; at += 1) {
        const source = addSource(writer, prose, at);
        sources.push(source);
        addPassages(writer, prose, source, at, tags, entities);
      }
    });
  });
  return { store, sources, tags };
}

function inBatches(count: number, most: number, work: (from: number, to: number) => void): void {
  for (let from = 0; from < count; from += most) work(from, Math.min(count, from + most));
}

const kinds = ['person', 'organization', 'location', 'event', 'object'] as const;

function addEntity(writer: Writer, prose: Prose, number: number): string {
  const id = newId();
  const kind = kinds[number % kinds.length] ?? 'person';
  const named = () => `${prose.paragraph(8).slice(0, 12).trim()} ${number}`;
  writer.insert('entity', { id, kind, schema: 'Thing', handling: 'AMBER', createdAt });
  writer.insert('name', { id: newId(), entityId: id, kind: 'primary', value: named(), createdAt });
  if (number % 2 === 0) {
    writer.insert('name', { id: newId(), entityId: id, kind: 'alias', value: named(), createdAt });
  }
  return id;
}

function addSource(writer: Writer, prose: Prose, number: number): ProseSource {
  return addProseSource(writer, prose, {
    title: `Document ${number}`,
    fileName: `document-${number}.txt`,
    paragraphs: segmentsOfText,
    length: [120, 400],
    createdAt,
  });
}

function addPassages(
  writer: Writer,
  prose: Prose,
  { id: sourceId, text, sha256: textSha256 }: ProseSource,
  sourceNumber: number,
  tags: readonly string[],
  entities: readonly string[],
): void {
  for (let at = 0; at < excerptsOfSource; at += 1) {
    const number = sourceNumber * excerptsOfSource + at;
    const span = spanIn(text, at, prose);
    const excerptId = newId();
    const place = { sourceId, textSha256, start: span.start, end: span.end };
    writer.insert('excerpt', { id: excerptId, ...place, ...span, createdAt });
    const tagId = tags[number % tags.length] ?? '';
    writer.insert('excerptTag', { id: newId(), excerptId, tagId, createdAt });
    const entityId = entities[number % entities.length] ?? '';
    if (number % 2 === 0) {
      const { quotation } = span;
      writer.insert('mention', {
        id: newId(),
        ...place,
        quotation,
        excerptId,
        entityId,
        verdict: 'refers',
        createdAt,
      });
    }
    if (number % 10 !== 0) continue;
    const link = newId();
    const toId = entities[(number + 1) % entities.length] ?? '';
    writer.insert('link', { id: link, fromId: entityId, toId, type: 'UnknownLink', createdAt });
    writer.insert('evidence', {
      id: newId(),
      excerptId,
      linkId: link,
      stance: 'supports',
      createdAt,
    });
  }
}

/** The words of a passage, and those around it, as the engine keeps them. */
function spanIn(text: string, at: number, prose: Prose) {
  const start = Math.floor((text.length - 300) * (at / excerptsOfSource)) + prose.between(0, 50);
  const end = start + prose.between(20, 200);
  return {
    start,
    end,
    quotation: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - 64), start),
    suffix: text.slice(end, end + 64),
  };
}
