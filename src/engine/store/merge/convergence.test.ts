import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { CaseError } from '#contract/error.ts';
import {
  mergeTags,
  removeExcerpt,
  removeTag,
  tagPassage,
  untagPassage,
  updateTag,
} from '../../annotations/index.ts';
import {
  addEvidence,
  addName,
  judge,
  removeEntity,
  updateEntity,
  updateName,
} from '../../entities/index.ts';
import { addNote } from '../../notes/index.ts';
import { addSource, spanOf } from '../../testing/index.ts';
import {
  changeSetsBeyond,
  mergeChangeSets,
  undo,
  versionVector,
  type CaseStore,
} from '../index.ts';
import { ids, newTag, paragraphs, person, replicas, settle, words } from '../testing/replicas.ts';

/** One thing a person does; what it is done to is chosen by numbers from what is there. */
type Act = (store: CaseStore, pick: (table: string) => string | undefined, word: string) => void;

const acts: Record<string, Act> = {
  tag: (store, pick, word) => void newTag(store, word, pick('tag') ?? null),
  rename: (store, pick, word) => {
    const id = pick('tag');
    if (id !== undefined) updateTag(store, id, { name: word });
  },
  move: (store, pick) => {
    const [id, parent] = [pick('tag'), pick('tag')];
    if (id !== undefined && parent !== undefined) updateTag(store, id, { parent });
  },
  untag: (store, pick) => {
    const found = store.one<{ excerpt: string; tag: string }>(
      'SELECT excerpt_id AS excerpt, tag_id AS tag FROM excerpt_tag WHERE id = ?',
      pick('excerpt_tag') ?? '',
    );
    if (found !== undefined) untagPassage(store, found.excerpt, found.tag);
  },
  joinTags: (store, pick) => {
    const [id, into] = [pick('tag'), pick('tag')];
    if (id !== undefined && into !== undefined) mergeTags(store, id, into);
  },
  removeTag: (store, pick) => {
    const id = pick('tag');
    if (id !== undefined) removeTag(store, id);
  },
  markAgain: (store, pick) => {
    const [excerpt, tag] = [pick('excerpt'), pick('tag')];
    if (excerpt !== undefined && tag !== undefined) tagPassage(store, { excerpt }, { tag });
  },
  mark: (store, pick, word) => {
    const [source, tag] = [pick('source'), pick('tag')];
    if (source === undefined || tag === undefined) return;
    tagPassage(store, spanOf(source, paragraphs, word), { tag });
  },
  removeExcerpt: (store, pick) => {
    const id = pick('excerpt');
    if (id !== undefined) removeExcerpt(store, id);
  },
  person: (store, _, word) => void person(store, word),
  describe: (store, pick, word) => {
    const id = pick('entity');
    if (id !== undefined) updateEntity(store, id, { summary: word });
  },
  removeEntity: (store, pick) => {
    const id = pick('entity');
    if (id !== undefined) removeEntity(store, id);
  },
  name: (store, pick, word) => {
    const [entity, source] = [pick('entity'), pick('source')];
    if (entity === undefined || source === undefined) return;
    addName(store, {
      entity: { entity },
      kind: word.length % 2 === 0 ? 'primary' : 'alias',
      value: word,
      passage: spanOf(source, paragraphs, word),
      stance: 'supports',
      credibility: '6',
    });
  },
  changeName: (store, pick, word) => {
    const id = pick('name');
    if (id !== undefined) updateName(store, id, { value: word });
  },
  bear: (store, pick, word) => {
    const [id, excerpt] = [pick('name'), pick('excerpt')];
    if (id === undefined || excerpt === undefined) return;
    addEvidence(store, {
      fact: { kind: 'name', id },
      passage: { excerpt },
      stance: word.length % 2 === 0 ? 'supports' : 'contradicts',
      credibility: '3',
    });
  },
  judge: (store, pick, word) => {
    const [first, second] = [pick('entity'), pick('entity')];
    if (first === undefined || second === undefined || first === second) return;
    judge(store, {
      first,
      second,
      judgement: word.length % 2 === 0 ? 'same' : 'different',
      reason: word,
    });
  },
  note: (store, pick, word) => {
    const id = pick('entity');
    if (id !== undefined) addNote(store, { table: 'entity', id }, word);
  },
  undo: (store) => void undo(store, 'undo', true),
  redo: (store) => void undo(store, 'redo', true),
};

/** What the engine refuses, because of what is there, is no act. */
function attempt(act: () => void): void {
  try {
    act();
  } catch (error) {
    if (!(error instanceof CaseError)) throw error;
  }
}

const Step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      at: fc.nat(),
      act: fc.constantFrom(...Object.keys(acts), 'name', 'name', 'markAgain', 'bear', 'describe'),
      picks: fc.tuple(fc.nat(50), fc.nat(50)),
      word: fc.nat(words.length - 1),
    }),
  },
  {
    weight: 1,
    // Some of what is handed over is lost on the way, from some place on.
    arbitrary: fc.record({ from: fc.nat(), to: fc.nat(), lost: fc.constantFrom(0, 0, 1, 3) }),
  },
);

test('replicas that have seen the same changes hold the same case, whatever was done and exchanged before', async () => {
  const runs = Number(process.env['LEGAJO_MERGE_RUNS'] ?? 15);
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 3, max: 5 }),
      fc.array(Step, { minLength: 10, maxLength: 80, size: 'max' }),
      async (count, steps) => {
        const stores = replicas(count, (store) => {
          addSource(store, paragraphs);
          const [source = ''] = ids(store, 'source');
          for (const word of ['quay', 'dawn']) {
            tagPassage(store, spanOf(source, paragraphs, word), { name: word, parent: null });
          }
          newTag(store, 'time');
          person(store, 'Marta Luz');
          person(store, 'M. Luz');
        });
        const made = new Set<string>();
        const replica = (at: number): CaseStore => {
          const store = stores[at % stores.length];
          if (store === undefined) throw new Error('no replica');
          return store;
        };
        // Clocks of laptops are apart by minutes, and go on.
        vi.useFakeTimers({ toFake: ['Date'] });
        const began = Date.now();
        for (const [turn, step] of steps.entries()) {
          if ('act' in step) {
            const store = replica(step.at);
            const apart = (stores.indexOf(store) - 2) * 60_000;
            vi.setSystemTime(began + apart + turn * 20_000);
            const numbers = [...step.picks];
            const pick = (table: string) => {
              const there = ids(store, table);
              return there[(numbers.shift() ?? 0) % Math.max(1, there.length)];
            };
            attempt(() => acts[step.act]?.(store, pick, words[step.word] ?? ''));
            const last = versionVector(store)[store.replica];
            if (last !== undefined) made.add(`${store.replica} ${last}`);
          } else if (replica(step.from) !== replica(step.to)) {
            const sets = changeSetsBeyond(replica(step.from), versionVector(replica(step.to)));
            attempt(() =>
              mergeChangeSets(replica(step.to), sets.slice(0, sets.length - step.lost)),
            );
          }
        }
        vi.useRealTimers();
        await settle(stores);
        const unnamed = `SELECT id FROM entity e
          WHERE (SELECT count(*) FROM name WHERE entity_id = e.id AND kind = 'primary') <> 1`;
        expect(replica(0).all(unnamed)).toEqual([]);
        const seen = new Set(
          replica(0)
            .all<{ key: string }>(`SELECT replica || ' ' || sequence AS key FROM change_set`)
            .map(({ key }) => key),
        );
        expect([...made].filter((key) => !seen.has(key))).toEqual([]);
        for (const store of stores) store.close();
      },
    ),
    { numRuns: runs },
  );
}, 600_000);
