import { expect, test } from 'vitest';
import { addSource, testCase } from '../testing/index.ts';
import { Moment } from './index.ts';

test('a moment keeps what was, while work goes on', () => {
  const store = testCase();
  addSource(store, ['First.']);
  const moment = new Moment(store);
  const titles = moment.each<{ title: string }>('SELECT title FROM source');
  addSource(store, ['Second.']);
  expect([...titles]).toHaveLength(1);
  expect(moment.all('SELECT 1 FROM source')).toHaveLength(1);
  expect(moment.one<{ n: number }>('SELECT count(*) AS n FROM source')).toEqual({ n: 1 });
  moment.close();
  const later = new Moment(store);
  expect(later.all('SELECT 1 FROM source WHERE title = ?', 'A source')).toHaveLength(2);
  later.close();
});

test('other queries can be asked while rows are read one at a time', () => {
  const store = testCase();
  addSource(store, ['First.']);
  addSource(store, ['Second.']);
  const moment = new Moment(store);
  const found: number[] = [];
  for (const { id } of moment.each<{ id: string }>('SELECT id FROM source ORDER BY id')) {
    found.push(moment.all('SELECT 1 FROM source WHERE id = ?', id).length);
  }
  expect(found).toEqual([1, 1]);
  moment.close();
});

test('of an encrypted case a moment is read under its key', () => {
  const store = testCase({ passphrase: 'correct horse' });
  addSource(store, ['First.']);
  const moment = new Moment(store);
  expect(moment.all('SELECT 1 FROM source')).toHaveLength(1);
  moment.close();
});

test('reading can be given up, before or by closing', () => {
  const store = testCase();
  addSource(store, ['First.']);
  addSource(store, ['Second.']);
  const moment = new Moment(store);
  const all = () => moment.each<{ id: string }>('SELECT id FROM source');
  for (const _ of all()) break;
  const given = all();
  expect(given.next().done).toBe(false);
  moment.close();
  expect(given.return().done).toBe(true);
});
