import { afterEach, expect, test, vi } from 'vitest';
import { createTag, listTags } from '../annotations/index.ts';
import { assess, createEntity, getEntity, judge } from '../entities/index.ts';
import { closing, testActor, testCase } from '../testing/index.ts';
import { openStore, undo, verifyStore, type CaseStore } from './index.ts';

afterEach(() => {
  vi.useRealTimers();
});

const tag = (store: CaseStore, name: string) =>
  createTag(store, { name, parent: null, description: '', inclusion: '', exclusion: '' });

/** From now on the computer's clock says this. */
function clockSays(time: string): void {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(time) });
}

/** A case in which something is done in 2030, in 1999 after the clock was set back, and in 1998 after a restart. */
function workedIn(): CaseStore {
  clockSays('2030-05-05T10:00:00Z');
  const store = testCase();
  tag(store, 'one');
  clockSays('1999-01-01T10:00:00Z');
  tag(store, 'two');
  store.close();
  clockSays('1998-01-01T10:00:00Z');
  const again = closing(openStore(store.opening.path, { actor: testActor }));
  tag(again, 'three');
  return again;
}

test('a clock that is set back, also between two runs, leaves the journal in the order in which things were done', async () => {
  const store = workedIn();
  const sets = store.all<{ sequence: number; clock: string; name: string }>(
    `SELECT sequence, clock, json_extract(fields, '$.name[1]') AS name FROM change_set s
     JOIN change c ON c.change_set_id = s.id WHERE label = 'tag.create' ORDER BY clock`,
  );
  expect(sets.map(({ name }) => name)).toEqual(['one', 'two', 'three']);
  expect(sets.map(({ sequence }) => sequence)).toEqual([2, 3, 4]);
  expect(new Set(sets.map(({ clock }) => clock)).size).toBe(3);
  expect((await verifyStore(store)).findings).toEqual([]);
});

test('undo takes back what was done last, whatever the clock said', () => {
  const store = workedIn();
  const left = () => listTags(store).map(({ name }) => name);
  undo(store, 'undo');
  expect(left()).toEqual(['one', 'two']);
  undo(store, 'undo');
  expect(left()).toEqual(['one']);
  undo(store, 'redo');
  undo(store, 'redo');
  expect(left()).toEqual(['one', 'three', 'two']);
});

test('what was preferred last counts, whatever the clock said', () => {
  clockSays('2030-05-05T10:00:00Z');
  const store = testCase();
  const first = createEntity(store, { kind: 'person', name: 'Ana', aliases: ['Anita'] });
  const second = createEntity(store, { kind: 'person', name: 'Anna', aliases: [] });
  judge(store, { first, second, judgement: 'same', reason: '' });
  const prefer = (on: CaseStore, value: string) => {
    const id = on.one<{ id: string }>('SELECT id FROM name WHERE value = ?', value)?.id ?? '';
    assess(on, { entity: first, fact: { kind: 'name', id }, body: '' });
  };
  prefer(store, 'Anita');
  store.close();
  clockSays('1999-01-01T10:00:00Z');
  const again = closing(openStore(store.opening.path, { actor: testActor }));
  prefer(again, 'Anna');
  expect(getEntity(again, second).name).toBe('Anna');
});
