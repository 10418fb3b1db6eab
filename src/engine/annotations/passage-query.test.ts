import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PassageQuery, type PassageTerm } from '#contract/passage-query.ts';
import { newId } from '#shared/id.ts';
import { createEntity, judge } from '../entities/index.ts';
import type { CaseStore } from '../store/index.ts';
import { addSource, giveText, spanOf, testCase } from '../testing/index.ts';
import { createTag, getExcerpt, listTags, queryExcerpts, tagMatrix, tagPassage } from './index.ts';

const paragraphs = ['a'.repeat(9), 'b'.repeat(14), 'c'.repeat(4), 'd'.repeat(20)];
const starts = [0, 11, 27, 33];
const length = paragraphs.join('\n\n').length;

interface Passage {
  source: number;
  start: number;
  length: number;
  tags: number[];
  /** Entities it mentions. */
  entities: number[];
}
/** A mention that is no passage. */
type Loose = Pick<Passage, 'source' | 'start' | 'length'> & { entity: number };
interface Wanted {
  parents: number[];
  passages: Passage[];
  loose: Loose[];
}

const place = {
  source: fc.nat(1),
  start: fc.nat(length - 9),
  length: fc.integer({ min: 1, max: 9 }),
};
const wanted: fc.Arbitrary<Wanted> = fc.record({
  parents: fc.array(fc.nat(3), { minLength: 4, maxLength: 4 }),
  passages: fc.uniqueArray(
    fc.record({
      ...place,
      tags: fc.uniqueArray(fc.nat(3), { maxLength: 3 }),
      entities: fc.uniqueArray(fc.nat(2), { maxLength: 2 }),
    }),
    { maxLength: 25, selector: ({ source, start, length: long }) => `${source} ${start} ${long}` },
  ),
  loose: fc.array(fc.record({ ...place, entity: fc.nat(2) }), { maxLength: 4 }),
});

/** A case of that description. Tag n lies beneath the tag before it that `parents` says, or none; entities 0 and 1 are one. */
function made({ parents, passages, loose }: Wanted) {
  const store = testCase();
  const sources = [addSource(store, paragraphs), addSource(store, [...paragraphs, 'else'])];
  const tags: string[] = [];
  for (const [at, parent] of parents.entries()) {
    tags.push(createTag(store, { name: `tag ${at}`, parent: tags[parent - 1] ?? null }));
  }
  const entities = ['Ana', 'Ann', 'Bo'].map((name) =>
    createEntity(store, {
      kind: 'person',
      name,
      aliases: [],
    }),
  );
  judge(store, {
    first: entities[0] ?? '',
    second: entities[1] ?? '',
    judgement: 'same',
    reason: '',
  });
  const createdAt = '2026-01-01T00:00:00.000Z';
  const ids: string[] = [];
  store.gesture('excerpt.tag', (writer) => {
    const spot = ({
      source,
      start,
      length: long,
    }: Pick<Passage, 'source' | 'start' | 'length'>) => ({
      sourceId: sources[source] ?? '',
      textSha256:
        writer.one<{ t: string }>(
          'SELECT text_sha256 AS t FROM source WHERE id = ?',
          sources[source],
        )?.t ?? '',
      start,
      end: start + long,
      quotation: 'x'.repeat(long),
      createdAt,
    });
    for (const passage of passages) {
      const id = newId();
      ids.push(id);
      writer.insert('excerpt', { id, ...spot(passage) });
      for (const tag of passage.tags) {
        writer.insert('excerptTag', {
          id: newId(),
          excerptId: id,
          tagId: tags[tag] ?? '',
          createdAt,
        });
      }
      for (const entity of passage.entities) {
        writer.insert('mention', {
          id: newId(),
          ...spot(passage),
          excerptId: id,
          entityId: entities[entity] ?? '',
          verdict: 'refers',
        });
      }
    }
    for (const { entity, ...span } of loose) {
      writer.insert('mention', {
        id: newId(),
        ...spot(span),
        excerptId: null,
        entityId: entities[entity] ?? '',
        verdict: 'refers',
      });
    }
  });
  return { store, sources, tags, entities, ids };
}

type Term = { tag: number; below: boolean } | { entity: number } | { source: number };
interface Asked {
  clauses: { not: boolean; any: Term[] }[];
  scope: PassageQuery['scope'];
  distance: number;
}
const asked: fc.Arbitrary<Asked> = fc.record({
  clauses: fc.array(
    fc.record({
      not: fc.boolean(),
      any: fc.array(
        fc.oneof<fc.Arbitrary<Term>[]>(
          fc.record({ tag: fc.nat(3), below: fc.boolean() }),
          fc.record({ tag: fc.nat(3), below: fc.boolean() }),
          fc.record({ entity: fc.nat(2) }),
          fc.record({ source: fc.nat(1) }),
        ),
        { minLength: 1, maxLength: 2 },
      ),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  scope: fc.constantFrom('passage', 'overlap', 'near', 'paragraph', 'source'),
  distance: fc.nat(12),
});

/** The same question answered pair by pair, character by character. */
function plainly(
  { parents, passages, loose }: Wanted,
  { clauses, scope, distance }: Asked,
): number[] {
  type Place = Pick<Passage, 'source' | 'start' | 'length'>;
  const characters = ({ start, length: long }: Place) =>
    Array.from({ length: long }, (_, at) => start + at);
  const paragraph = (offset: number): number => starts.findLastIndex((start) => start <= offset);
  const upwards = (tag: number): number[] => {
    const parent = (parents[tag] ?? 0) - 1;
    return parent >= 0 && parent < tag ? [tag, ...upwards(parent)] : [tag];
  };
  const one = (entity: number): number => (entity === 1 ? 0 : entity);
  const isIn = (passage: Passage, term: Term): boolean => {
    if ('source' in term) return passage.source === term.source;
    if ('entity' in term)
      return passage.entities.some((entity) => one(entity) === one(term.entity));
    return passage.tags.some((tag) =>
      term.below ? upwards(tag).includes(term.tag) : tag === term.tag,
    );
  };
  const withIt = (a: Place, b: Place): boolean => {
    if (scope === 'passage') return a === b;
    if (a.source !== b.source) return false;
    if (scope === 'source') return true;
    const pairs = characters(a).flatMap((x) => characters(b).map((y) => [x, y] as const));
    if (scope === 'overlap') return pairs.some(([x, y]) => x === y);
    if (scope === 'paragraph') {
      const touched = (at: Place): number[] => {
        const all = characters(at).map(paragraph);
        return Array.from(
          { length: Math.max(...all) - Math.min(...all) + 1 },
          (_, n) => Math.min(...all) + n,
        );
      };
      return touched(a).some((n) => touched(b).includes(n));
    }
    return pairs.some(([x, y]) => Math.abs(x - y) <= distance + 1);
  };
  const lead = clauses.find(({ not }) => !not);
  return passages.flatMap((passage, at) => {
    if (lead !== undefined && !lead.any.some((term) => isIn(passage, term))) return [];
    const holds = clauses.every((clause) => {
      if (clause === lead) return true;
      const others: Place[] = passages.filter((other) =>
        clause.any.some((term) => isIn(other, term)),
      );
      for (const mention of loose) {
        if (clause.any.some((term) => 'entity' in term && one(term.entity) === one(mention.entity)))
          others.push(mention);
      }
      return others.some((other) => withIt(passage, other)) !== clause.not;
    });
    return holds ? [at] : [];
  });
}

const everything = { offset: 0, limit: 1000 };
function found(store: CaseStore, query: PassageQuery): string[] {
  return queryExcerpts(store, { query, ...everything }).items.map(({ id }) => id);
}

describe('a combination of tags', () => {
  test('finds what is found by comparing all passages with all', () => {
    fc.assert(
      fc.property(
        wanted,
        fc.array(asked, { minLength: 8, maxLength: 8 }),
        (description, questions) => {
          const { store, sources, tags, entities, ids } = made(description);
          const termOf = (term: Term): PassageTerm => {
            if ('source' in term) return { source: sources[term.source] ?? '' };
            if ('entity' in term) return { entity: entities[term.entity] ?? '' };
            return { tag: tags[term.tag] ?? '', below: term.below };
          };
          for (const question of questions) {
            const clauses = question.clauses.map(({ not, any }) => ({ not, any: any.map(termOf) }));
            const answer = found(store, { ...question, clauses });
            const expected = plainly(description, question).map((at) => ids[at] ?? '');
            expect(answer.toSorted()).toEqual(expected.toSorted());
          }
          store.close();
        },
      ),
      { numRuns: 20 },
    );
  });

  test('comes page by page in the order of the text, with how many there are', () => {
    const spans = [20, 4, 12, 0].map((start) => ({
      source: 0,
      start,
      length: 2,
      tags: [0],
      entities: [],
    }));
    const { store, tags } = made({ parents: [0, 0, 0, 0], passages: spans, loose: [] });
    const query = PassageQuery.parse({ clauses: [{ any: [{ tag: tags[0] }] }] });
    expect(queryExcerpts(store, { query, offset: 1, limit: 2 })).toMatchObject({
      total: 4,
      items: [{ start: 4 }, { start: 12 }],
    });
  });
});

test('a tag counts with what lies beneath it just the passages that the query finds', () => {
  fc.assert(
    fc.property(wanted, (description) => {
      const { store } = made(description);
      for (const { id, excerpts, below } of listTags(store)) {
        const asking = (beneath: boolean): number =>
          found(store, {
            clauses: [{ not: false, any: [{ tag: id, below: beneath }] }],
            scope: 'passage',
            distance: 0,
          }).length;
        expect([excerpts, below]).toEqual([asking(false), asking(true)]);
      }
      store.close();
    }),
    { numRuns: 15 },
  );
});

describe('the matrix', () => {
  test('counts in each cell what the query of its two finds', () => {
    fc.assert(
      fc.property(wanted, fc.boolean(), (description, below) => {
        const { store } = made(description);
        for (const by of ['tag', 'source', 'entity'] as const) {
          const { rows, columns, cells } = tagMatrix(store, { by, below });
          const counts = new Map<string, number>();
          for (let at = 0; at < cells.length; at += 3) {
            counts.set(`${cells[at]} ${cells[at + 1]}`, cells[at + 2] ?? 0);
          }
          rows.forEach((tag, row) =>
            columns.forEach(({ id }, column) => {
              const clauses = [
                { not: false, any: [{ tag, below }] },
                {
                  not: false,
                  any: [
                    by === 'tag'
                      ? { tag: id, below }
                      : by === 'source'
                        ? { source: id }
                        : { entity: id },
                  ],
                },
              ];
              const scope = by === 'source' ? 'passage' : 'overlap';
              const count = found(store, { clauses, scope, distance: 0 }).length;
              expect(counts.get(`${row} ${column}`) ?? 0, `${by} ${row} ${column}`).toBe(count);
            }),
          );
        }
        store.close();
      }),
      { numRuns: 15 },
    );
  });
});

test('a passage in a text that its source had before is found, marked so, and is beside none in the text of now', () => {
  const store = testCase();
  const before = ['The mole told Luz.', 'Nobody else.'];
  const source = addSource(store, before);
  const left = tagPassage(store, spanOf(source, before, 'The mole'), {
    name: 'who',
    parent: null,
  }).excerpt;
  giveText(store, source, ['Page 1. Nobody else.']);
  const now = tagPassage(
    store,
    { source, start: 0, end: 6 },
    { name: 'page', parent: null },
  ).excerpt;
  const [page = '', who = ''] = listTags(store).map(({ id }) => id);
  const found = (scope: 'overlap' | 'source') =>
    queryExcerpts(store, {
      query: PassageQuery.parse({
        clauses: [
          { any: [{ tag: who, below: false }], not: false },
          { any: [{ tag: page, below: false }], not: false },
        ],
        scope,
      }),
      offset: 0,
      limit: 10,
    });
  expect(found('overlap').total).toBe(0);
  expect(found('source').items).toMatchObject([
    { id: left, place: { paragraph: 1, former: true } },
  ]);
  const { cells } = tagMatrix(store, { by: 'tag', below: false });
  // Each tag meets itself alone.
  expect(cells.filter((_, at) => at % 3 === 2)).toEqual([1, 1]);
  expect(getExcerpt(store, now).place).not.toHaveProperty('former');
});
