import { createHash } from 'node:crypto';
import type { EntityKind } from '#contract/vocabulary.ts';
import { citationOf } from '#shared/citation.ts';
import { newId } from '#shared/id.ts';
import { judge } from '../../entities/index.ts';
import { createStore, writeText, type CaseStore } from '../../store/index.ts';
import { analyst } from './harbour-case.ts';

/** Which records of the case are marked more strictly than may be printed, by their places in the lists of the case. */
export interface Strict {
  readonly entities: ReadonlySet<number>;
  readonly sources: ReadonlySet<number>;
  readonly passages: ReadonlySet<number>;
  readonly photographs: ReadonlySet<number>;
}

/** A word that stands in one record of the case and nowhere else. */
export interface Telltale {
  readonly word: string;
  readonly what: 'name' | 'fact' | 'passage' | 'text' | 'other';
  readonly hidden: (strict: Strict) => boolean;
}

/** A case in which each record has a word of its own, so that whoever reads a dossier can tell what got into it. */
export interface MarkedCase {
  readonly store: CaseStore;
  readonly entities: readonly string[];
  readonly sources: readonly string[];
  readonly passages: readonly string[];
  readonly photographs: readonly string[];
  readonly telltales: readonly Telltale[];
  mark(strict: Strict): void;
}

const kinds: readonly EntityKind[] = [
  'person',
  'person',
  'person',
  'organization',
  'organization',
  'location',
  'event',
];
/** Entities found to be one, and which of them is whose. */
const same = [1, 2] as const;
const createdAt = '2026-01-01T00:00:00Z';
const undated = { createdAt };

/** Makes the case at `path`. The store is the caller's to close. */
export function markedCase(path: string): MarkedCase {
  const store = createStore(path, { actor: () => analyst });
  const telltales: Telltale[] = [];
  const word = (what: Telltale['what'], hidden: Telltale['hidden']) => {
    const letters = String(telltales.length)
      .padStart(3, '0')
      .replaceAll(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)));
    const made = `qx${letters}zv`;
    telltales.push({ word: made, what, hidden });
    return made;
  };
  const entities = kinds.map(() => newId());
  const sources = [0, 1, 2].map(() => newId());
  const passages: string[] = [];
  const sourceOfPassage: number[] = [];
  const photographs = [newId(), newId()];

  const entityHidden = (at: number, { entities: strict }: Strict) =>
    strict.has(at) || (same.some((one) => one === at) && same.some((one) => strict.has(one)));
  const passageHidden = (at: number, strict: Strict) =>
    strict.passages.has(at) || strict.sources.has(sourceOfPassage[at] ?? -1);
  const restsOn = (support: readonly number[], strict: Strict) =>
    support.length > 0 && support.every((at) => passageHidden(at, strict));

  store.gesture('case.create', (writer) => {
    writer.insert('caseFile', {
      id: newId(),
      title: 'A marked case',
      language: 'en',
      handling: 'CLEAR',
      createdAt,
    });
  });
  store.gesture('source.import', (writer) => {
    for (const [at, id] of sources.entries()) {
      // The second passage lies within the first, the third beside them.
      const first = passages.length;
      const words = [0, 1, 2].map((offset) =>
        word('passage', (strict) => passageHidden(first + offset, strict)),
      );
      const around = word('other', (strict) => strict.sources.has(at));
      const text = `${around} one ${words[0]} two ${words[1]} three. And ${words[2]} four ${around}.`;
      const spans = [
        ['one', 'three'],
        [words[1] ?? '', words[1] ?? ''],
        ['And', 'four'],
      ];
      const textSha256 = createHash('sha256').update(text).digest('hex');
      writeText(writer, textSha256, [{ start: 0, kind: 'paragraph', page: null, content: text }]);
      writer.insert('source', {
        id,
        title: word('other', (strict) => strict.sources.has(at)),
        kind: 'text',
        fileName: '',
        mediaType: 'text/plain',
        sha256: createHash('sha256').update(id).digest('hex'),
        byteSize: 10,
        textSha256,
        textLength: text.length,
        handling: 'CLEAR',
        derivesFrom: sources[at - 1] ?? null,
        createdAt,
      });
      for (const [from = '', to = ''] of spans) {
        const start = text.indexOf(from);
        const end = text.indexOf(to, start) + to.length;
        const passage = newId();
        sourceOfPassage.push(at);
        passages.push(passage);
        writer.insert('excerpt', {
          id: passage,
          sourceId: id,
          textSha256,
          start,
          end,
          quotation: text.slice(start, end),
          createdAt,
        });
      }
    }
    const tag = newId();
    writer.insert('tag', { id: tag, name: 'a tag', color: '#332288', createdAt });
    for (const excerptId of passages) {
      writer.insert('excerptTag', { id: newId(), excerptId, tagId: tag, createdAt });
    }
  });
  let next = 0;
  store.gesture('entity.create', (writer) => {
    const supportFor = (fact: object, count: number) => {
      const support = Array.from({ length: count }, () => {
        next += 1;
        return (next * 5) % passages.length;
      });
      for (const at of new Set(support)) {
        writer.insert('evidence', {
          id: newId(),
          excerptId: passages[at] ?? '',
          stance: 'supports',
          credibility: '2',
          createdAt,
          ...fact,
        });
      }
      return support;
    };
    const textOn = (at: number | null, support: readonly number[]) => {
      const cited = (next * 7) % passages.length;
      const made = word(
        'text',
        (strict) =>
          (at !== null && entityHidden(at, strict)) ||
          passageHidden(cited, strict) ||
          restsOn(support, strict),
      );
      return `It is **${made}** ${citationOf(passages[cited] ?? '')}.`;
    };
    for (const [at, id] of entities.entries()) {
      const kind = kinds[at] ?? 'object';
      writer.insert('entity', {
        id,
        kind,
        schema: 'Thing',
        handling: 'CLEAR',
        summary: at === same[1] ? '' : textOn(at, []),
        createdAt,
      });
      const hidden = (strict: Strict) => entityHidden(at, strict);
      const primary = { id: newId(), entityId: id, kind: 'primary', ...undated } as const;
      writer.insert('name', { ...primary, value: word('name', hidden) });
      for (const count of [0, 1, 2]) {
        const nameId = newId();
        const support: number[] = [];
        const value = word('fact', (strict) => hidden(strict) || restsOn(support, strict));
        writer.insert('name', { id: nameId, entityId: id, kind: 'alias', value, createdAt });
        support.push(...supportFor({ nameId }, count));
        const attributeId = newId();
        const under: number[] = [];
        const held = word('fact', (strict) => hidden(strict) || restsOn(under, strict));
        const fact = { id: attributeId, entityId: id, property: 'keyword', value: held };
        writer.insert('attribute', { ...fact, createdAt });
        under.push(...supportFor({ attributeId }, count));
        const assessment = {
          id: newId(),
          entityId: id,
          nameId: null,
          attributeId: null,
          linkId: null,
        };
        if (at === same[0]) {
          // The cluster is shown by a name that can be withheld.
          if (count === 1) {
            writer.insert('assessment', { ...assessment, nameId, body: '', createdAt });
          }
        } else if (count === 2) {
          const body = textOn(at, under);
          writer.insert('assessment', { ...assessment, attributeId, body, createdAt });
        }
      }
      const finding = { id: newId(), entityId: id, ordinal: 0, createdAt };
      writer.insert('finding', { ...finding, body: textOn(at, []) });
    }
    const link = (from: number, to: number, type: string, count: number) => {
      const linkId = newId();
      const support: number[] = [];
      const role = word(
        'fact',
        (strict) =>
          entityHidden(from, strict) || entityHidden(to, strict) || restsOn(support, strict),
      );
      const ends = { fromId: entities[from] ?? '', toId: entities[to] ?? '' };
      writer.insert('link', { id: linkId, ...ends, type, role, createdAt });
      support.push(...supportFor({ linkId }, count));
    };
    link(0, 1, 'Associate', 1);
    link(0, 3, 'Directorship', 2);
    link(2, 3, 'Employment', 1);
    link(3, 4, 'Ownership', 0);
    link(3, 5, 'BasedIn', 1);
    link(0, 5, 'Residence', 2);
    link(0, 6, 'EventInvolvement', 1);
    link(6, 5, 'LocatedIn', 1);
    for (const [property, value] of [
      ['latitude', '10.5'],
      ['longitude', '-66.9'],
    ] as const) {
      const place = { id: newId(), entityId: entities[5] ?? '', property, value, createdAt };
      writer.insert('attribute', place);
    }
    for (const [at, id] of photographs.entries()) {
      writer.insert('photo', {
        id,
        entityId: entities[at] ?? '',
        sourceId: sources[at] ?? '',
        sha256: createHash('sha256').update(`photograph ${at}`).digest('hex'),
        byteSize: 1,
        mediaType: 'image/png',
        width: 1,
        height: 1,
        caption: word(
          'other',
          (strict) =>
            entityHidden(at, strict) || strict.sources.has(at) || strict.photographs.has(at),
        ),
        ordinal: at,
        createdAt,
      });
    }
    writer.insert('finding', {
      id: newId(),
      entityId: null,
      body: textOn(null, []),
      ordinal: 0,
      createdAt,
    });
    // A conclusion that names somebody by name.
    const [, named] = telltales.filter(({ what }) => what === 'name');
    const about = word('text', (strict) => entityHidden(1, strict));
    writer.insert('finding', {
      id: newId(),
      entityId: null,
      body: `${about}: ${named?.word ?? ''} did it.`,
      ordinal: 1,
      createdAt,
    });
  });
  judge(store, {
    first: entities[same[0]] ?? '',
    second: entities[same[1]] ?? '',
    judgement: 'same',
    reason: '',
  });

  const mark = (strict: Strict) => {
    store.gesture('entity.update', (writer) => {
      const handling = (is: boolean) => ({ handling: is ? 'RED' : 'CLEAR' }) as const;
      for (const [at, id] of entities.entries()) {
        writer.update('entity', id, handling(strict.entities.has(at)));
      }
      for (const [at, id] of sources.entries()) {
        writer.update('source', id, handling(strict.sources.has(at)));
      }
      for (const [at, id] of passages.entries()) {
        writer.update('excerpt', id, { handling: strict.passages.has(at) ? 'RED' : null });
      }
      for (const [at, id] of photographs.entries()) {
        writer.update('photo', id, { handling: strict.photographs.has(at) ? 'RED' : null });
      }
    });
  };
  return { store, entities, sources, passages, photographs, telltales, mark };
}
