import { readFileSync, readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { CaseError } from '#contract/error.ts';
import { readingAt } from '#shared/clock.ts';
import { updateEntity } from '../entities/index.ts';
import { addSource, testActor, testFolder } from '../testing/index.ts';
import {
  contentHash,
  createStore,
  lastChangeSetBefore,
  storeAsOf,
  type CaseStore,
} from './index.ts';
import { acts } from './testing/acts.ts';
import { give, paragraphs, person, replicas, words } from './testing/replicas.ts';

afterEach(() => vi.useRealTimers());

const revision = (store: CaseStore) =>
  store.one<{ id: number }>('SELECT coalesce(max(id), 0) AS id FROM change_set')?.id ?? 0;

/** All that a case says, and how it shows it. */
function told(store: CaseStore) {
  return {
    content: contentHash(store),
    shown: store.all('SELECT * FROM shown_entity ORDER BY entity_id'),
    sets: store.one('SELECT count(*) AS sets, max(hash) AS hash FROM change_set'),
    changes: store.one('SELECT count(*) AS changes FROM change'),
  };
}

function toldThen(store: CaseStore, last: number) {
  const then = storeAsOf(store, last);
  try {
    return told(then);
  } finally {
    then.close();
  }
}

/** What the engine refuses, because of what is there, is no act. */
function attempt(act: () => void): void {
  try {
    act();
  } catch (error) {
    if (!(error instanceof CaseError)) throw error;
  }
}

const Step = fc.record({
  act: fc.constantFrom(...Object.keys(acts)),
  picks: fc.tuple(fc.nat(50), fc.nat(50)),
  word: fc.constantFrom(...words),
});

test('a case is what it was after each gesture, whatever was done since', () => {
  fc.assert(
    fc.property(fc.array(Step, { minLength: 4, maxLength: 20 }), (steps) => {
      const [store] = replicas(1);
      if (store === undefined) throw new Error('no case');
      const seen: { last: number; said: ReturnType<typeof told> }[] = [];
      for (const { act, picks, word } of steps) {
        const chosen = picks.values();
        const pick = (table: string) => {
          const rows = store.all<{ id: string }>(`SELECT id FROM "${table}" ORDER BY id`);
          return rows[(chosen.next().value ?? 0) % Math.max(1, rows.length)]?.id;
        };
        attempt(() => acts[act]?.(store, pick, word));
        seen.push({ last: revision(store), said: told(store) });
      }
      for (const { last, said } of seen) expect(toldThen(store, last)).toEqual(said);
      store.close();
    }),
    { numRuns: 6 },
  );
});

test('what others wrote counts from when it came in', () => {
  const [store, other] = replicas(2);
  if (store === undefined || other === undefined) throw new Error('no cases');
  const anna = person(store, 'Anna');
  give(store, other);
  updateEntity(other, anna, { summary: 'theirs' });
  updateEntity(store, anna, { summary: 'ours' });
  person(store, 'Berta');
  const before = { last: revision(store), said: told(store) };
  give(other, store);
  person(store, 'Carla');
  expect(toldThen(store, before.last)).toEqual(before.said);
  store.close();
  other.close();
});

test('the last change set of a day is found, and a merge counts whole', () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime('2026-03-10T09:00:00Z');
  const [store, other] = replicas(2);
  if (store === undefined || other === undefined) throw new Error('no cases');
  const anna = person(store, 'Anna');
  give(store, other);
  vi.setSystemTime('2026-03-11T23:59:59.999Z');
  updateEntity(other, anna, { summary: 'theirs' });
  person(other, 'Berta');
  updateEntity(store, anna, { summary: 'ours' });
  const eleventh = revision(store);
  vi.setSystemTime('2026-03-12T00:00:00Z');
  person(store, 'Carla');
  give(other, store);
  const at = (moment: string) => lastChangeSetBefore(store, readingAt(Date.parse(moment)));
  expect(at('2026-03-12T00:00:00Z')).toBe(eleventh);
  expect(at('2026-03-13T00:00:00Z')).toBe(revision(store));
  expect(at('2020-01-01T00:00:00Z')).toBe(0);
  store.close();
  other.close();
});

test('it stands still while work goes on, and cannot be changed', () => {
  const [store] = replicas(1);
  if (store === undefined) throw new Error('no case');
  const anna = person(store, 'Anna');
  const last = revision(store);
  person(store, 'Berta');
  const then = storeAsOf(store, last);
  updateEntity(store, anna, { summary: 'later' });
  expect(then.all('SELECT value FROM name')).toEqual([{ value: 'Anna' }]);
  expect(then.one('SELECT summary FROM entity')).toEqual({ summary: '' });
  expect(() => updateEntity(then, anna, { summary: 'no' })).toThrow(
    expect.objectContaining({ code: 'case.readOnly' }),
  );
  expect(store.all('SELECT value FROM name ORDER BY id')).toHaveLength(2);
  then.close();
  store.close();
});

test('of an encrypted case nothing plain is written beside it', () => {
  const folder = testFolder();
  const path = `${folder}/secret.casefile`;
  const store = createStore(path, {
    passphrase: 'tide table',
    actor: testActor,
  });
  addSource(store, paragraphs);
  const anna = person(store, 'Marta Luz');
  const last = revision(store);
  updateEntity(store, anna, { summary: 'Harbourmaster' });
  const then = storeAsOf(store, last);
  expect(then.one('SELECT summary FROM entity')).toEqual({ summary: '' });
  for (const name of readdirSync(dirname(path))) {
    const bytes = readFileSync(`${folder}/${name}`);
    expect(bytes.includes('Marta Luz')).toBe(false);
    expect(bytes.includes('Harbourmaster')).toBe(false);
  }
  then.close();
  store.close();
});
