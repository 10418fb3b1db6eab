import { expect, test } from 'vitest';
import { historyRoute, recordOf } from './history-route.ts';

test('the history of a record has a place of its own, that of the case another', () => {
  const record = { table: 'entity', id: '0190-a' } as const;
  expect(recordOf(historyRoute(record))).toEqual(record);
  expect(recordOf(historyRoute(null))).toBeNull();
});

test('a place nobody made shows the history of the case', () => {
  for (const id of ['', '.', 'entity', 'entity.', 'ghost.1', '.1']) {
    expect(recordOf({ screen: 'history', id })).toBeNull();
  }
});
