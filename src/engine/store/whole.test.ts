import { expect, test } from 'vitest';
import { testCase } from '../testing/index.ts';
import type { CaseStore } from './index.ts';

const named = (store: CaseStore) =>
  store.all<{ name: string }>('SELECT name FROM tag ORDER BY name').map(({ name }) => name);

function add(store: CaseStore, name: string): void {
  store.gesture('tag.create', (writer) =>
    writer.insert('tag', { id: name, name, color: '#000000', createdAt: '' }),
  );
}

test('what is written while some work goes on is one transaction', async () => {
  const store = testCase();
  const answer = await store.whole(async () => {
    add(store, 'one');
    await Promise.resolve();
    add(store, 'two');
    return 'done';
  });
  expect(answer).toBe('done');
  expect(named(store)).toEqual(['one', 'two']);
});

test('of work that fails nothing is left, and what comes after it is written', async () => {
  const store = testCase();
  const failed = store.whole(async () => {
    add(store, 'one');
    await Promise.resolve();
    throw new Error('no');
  });
  await expect(failed).rejects.toThrow('no');
  expect(named(store)).toEqual([]);
  add(store, 'two');
  expect(named(store)).toEqual(['two']);
});
