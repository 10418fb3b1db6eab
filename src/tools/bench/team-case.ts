import { newId } from '#shared/id.ts';
import { type CaseStore, type Writer } from '#engine/store/index.ts';
import { addProseSource, type ProseSource } from './prose-source.ts';
import { Prose } from './prose.ts';

/** How much each of two teams has done on one case before they exchange it. */
export const teamWork = { entities: 20_000, changes: 200_000, sources: 50 } as const;

const createdAt = '2026-01-01T00:00:00.000Z';
const segmentsOfText = 100;

/**
 * Does what a team does in some months: entities with two names, an attribute and a link that passages support, mentions
 * and tags, each in a gesture of its own as a person would. Ten changes an entity, in four gestures.
 *
 * @param seed of the words, another for each team
 */
export async function workAsTeam(store: CaseStore, seed: number): Promise<void> {
  const prose = new Prose(seed);
  // One transaction: what is to be measured is not how long a disk takes for each gesture.
  await store.whole(() => {
    const sources = Array.from({ length: teamWork.sources }, (_, at) =>
      store.gesture('source.import', (writer) => addSource(writer, prose, `${seed}-${at}`)),
    );
    const tags = Array.from({ length: 20 }, (_, at) => {
      const id = newId();
      store.gesture('tag.create', (writer) =>
        writer.insert('tag', { id, name: `tag ${seed} ${at}`, color: '#336699', createdAt }),
      );
      return id;
    });
    const entities: string[] = [];
    for (let at = 0; at < teamWork.entities; at += 1) {
      const source = sources[at % sources.length];
      const tag = tags[at % tags.length];
      if (source === undefined || tag === undefined) continue;
      entities.push(workOn(store, prose, { at, source, tag, other: entities.at(-7) }));
    }
    return Promise.resolve();
  });
}

/** One day's work of one person: so many gestures of one or two changes. */
export async function workADay(store: CaseStore, gestures: number): Promise<void> {
  const prose = new Prose(77);
  const [entities] = [store.all<{ id: string }>('SELECT id FROM entity ORDER BY id LIMIT 1000')];
  await store.whole(() => {
    for (let at = 0; at < gestures; at += 1) {
      const entityId = entities[at % entities.length]?.id ?? '';
      if (at % 3 === 0) {
        store.gesture('entity.update', (writer) =>
          writer.update('entity', entityId, { summary: prose.paragraph(80) }),
        );
      } else {
        store.gesture('attribute.add', (writer) =>
          writer.insert('attribute', {
            id: newId(),
            entityId,
            property: 'notes',
            value: prose.paragraph(20),
            createdAt,
          }),
        );
      }
    }
    return Promise.resolve();
  });
}

const kinds = ['person', 'organization', 'location', 'event', 'object'] as const;

/** @returns the id of a new entity */
function workOn(
  store: CaseStore,
  prose: Prose,
  {
    at,
    source,
    tag: tagId,
    other,
  }: { at: number; source: ProseSource; tag: string; other: string | undefined },
): string {
  const entityId = newId();
  const kind = kinds[at % kinds.length] ?? 'person';
  const word = () => {
    const text = prose.word(Math.floor((prose.between(0, 9999) / 10_000) ** 2 * 12_000));
    return text.charAt(0).toUpperCase() + text.slice(1);
  };
  store.gesture('entity.create', (writer) => {
    writer.insert('entity', { id: entityId, kind, schema: 'Thing', handling: 'AMBER', createdAt });
    for (const name of ['primary', 'alias'] as const) {
      const value = `${word()} ${word()} ${word()}`;
      writer.insert('name', { id: newId(), entityId, kind: name, value, createdAt });
    }
  });
  const excerptId = newId();
  const span = spanIn(source.text, prose);
  const place = {
    sourceId: source.id,
    textSha256: source.sha256,
    start: span.start,
    end: span.end,
  };
  const { quotation } = span;
  store.gesture('excerpt.mention', (writer) => {
    writer.insert('excerpt', { id: excerptId, ...place, ...span, createdAt });
    writer.insert('excerptTag', { id: newId(), excerptId, tagId, createdAt });
    const mention = { id: newId(), ...place, quotation, excerptId, entityId, createdAt };
    writer.insert('mention', { ...mention, verdict: 'refers' });
  });
  const attributeId = newId();
  store.gesture('attribute.add', (writer) => {
    const value = String(1900 + (at % 100));
    const attribute = { id: attributeId, entityId, property: 'birthDate', value, createdAt };
    writer.insert('attribute', attribute);
    const evidence = { id: newId(), excerptId, attributeId, createdAt };
    writer.insert('evidence', { ...evidence, stance: 'supports' });
  });
  store.gesture('link.add', (writer) => {
    const linkId = newId();
    const toId = other ?? entityId;
    writer.insert('link', { id: linkId, fromId: entityId, toId, type: 'UnknownLink', createdAt });
    const evidence = { id: newId(), excerptId, linkId, createdAt };
    writer.insert('evidence', { ...evidence, stance: 'supports' });
  });
  return entityId;
}

function addSource(writer: Writer, prose: Prose, name: string): ProseSource {
  return addProseSource(writer, prose, {
    title: `Document ${name}`,
    fileName: `document-${name}.txt`,
    paragraphs: segmentsOfText,
    length: [120, 400],
    createdAt,
  });
}

function spanIn(text: string, prose: Prose) {
  const start = prose.between(0, text.length - 300);
  const end = start + prose.between(20, 200);
  return {
    start,
    end,
    quotation: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - 64), start),
    suffix: text.slice(end, end + 64),
  };
}
