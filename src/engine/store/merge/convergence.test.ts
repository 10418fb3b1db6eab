import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { CaseError } from '#contract/error.ts';
import { tagPassage } from '../../annotations/index.ts';
import { addSource, spanOf } from '../../testing/index.ts';
import {
  changeSetsBeyond,
  conflictsOf,
  contentHash,
  mergeChangeSets,
  takeInLeftOut,
  verifyStore,
  versionVector,
  type CaseStore,
  type Key,
} from '../index.ts';
import { extractOf, without } from '../testing/extract.ts';
import {
  exchange,
  give,
  ids,
  newTag,
  paragraphs,
  person,
  replicas,
  settle,
  words,
} from '../testing/replicas.ts';
import { acts } from '../testing/acts.ts';

/** What the engine refuses, because of what is there, is no act. */
function attempt(act: () => void): void {
  try {
    act();
  } catch (error) {
    if (!(error instanceof CaseError)) throw error;
  }
}

/** What a file finds to be in conflict, in words that mean the same in each. */
function told(store: CaseStore) {
  return conflictsOf(store).map(({ table, id, field, stands, others }) => [
    `${table} ${id} ${field}`,
    stands.value,
    ...[stands, ...others].map(({ hash, row }) => `${hash} ${row}`),
  ]);
}

/** A row, by its table and a number among its ids. */
const Row = fc.record({
  table: fc.constantFrom('source', 'excerpt', 'tag', 'entity', 'name', 'note', 'evidence'),
  pick: fc.nat(50),
});

const Step = fc.oneof(
  {
    weight: 14,
    arbitrary: fc.record({
      at: fc.nat(),
      act: fc.constantFrom(
        ...Object.keys(acts),
        'name',
        'name',
        'markAgain',
        'import',
        'mark',
        'bear',
        'describe',
      ),
      picks: fc.tuple(fc.nat(50), fc.nat(50)),
      word: fc.nat(words.length - 1),
    }),
  },
  {
    weight: 4,
    // Some of what is handed over is lost on the way, from some place on; some is handed over again.
    arbitrary: fc.record({
      from: fc.nat(),
      to: fc.nat(),
      lost: fc.constantFrom(0, 0, 1, 3),
      whole: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ from: fc.nat(), to: fc.nat(), without: Row }) },
  { weight: 1, arbitrary: fc.record({ from: fc.nat(), to: fc.nat(), left: Row }) },
);

/** How many cases the law is tried on: thousands, when that is asked for. */
const runs = Number(process.env['LEGAJO_MERGE_RUNS'] ?? 15);

test(
  'replicas that have seen the same changes hold the same case, whatever was done and exchanged before',
  async () => {
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
              const [from, to] = [replica(step.from), replica(step.to)];
              const row = 'without' in step ? step.without : 'left' in step ? step.left : undefined;
              const there = row === undefined ? [] : ids(from, row.table);
              const id = there[(row?.pick ?? 0) % Math.max(1, there.length)] ?? '';
              if ('without' in step) {
                const extract = extractOf(from, without(id));
                made.add(`${extract.replica} 1`);
                mergeChangeSets(to, [extract]);
              } else if ('left' in step) {
                give(from, to, { leaveOut: (key) => key.id === id });
              } else {
                const sets = changeSetsBeyond(from, step.whole ? {} : versionVector(to));
                attempt(() => mergeChangeSets(to, sets.slice(0, sets.length - step.lost)));
              }
            }
          }
          vi.useRealTimers();
          exchange(stores);
          const whole = stores.filter((store) => store.one('SELECT 1 FROM left_out') === undefined);
          expect(new Set(whole.map((store) => contentHash(store))).size).toBeLessThan(2);
          for (const store of stores.filter((one) => !whole.includes(one))) {
            expect((await verifyStore(store)).findings).toEqual([]);
            takeInLeftOut(
              store,
              store.all<Key>('SELECT table_name AS "table", row_id AS id FROM left_out'),
            );
          }
          await settle(stores);
          // Nobody keeps what is in conflict: all find the same.
          expect(new Set(stores.map((store) => JSON.stringify(told(store)))).size).toBe(1);
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
  },
  Math.max(600_000, runs * 5_000),
);
