import { expect, test } from 'vitest';
import { newId } from '#shared/id.ts';
import { removeSource } from '../sources/index.ts';
import { undo } from '../store/index.ts';
import { addSource, testCase } from '../testing/index.ts';
import {
  addCustody,
  custodyOf,
  insertCustody,
  listCustody,
  removeCustody,
  updateCustody,
} from './index.ts';

const failing = (code: string) => expect.objectContaining({ code });
const words = {
  act: 'received',
  party: 'The registry',
  actor: 'A. Ruiz',
  happened: '2024-03',
  purpose: 'The inquiry',
  note: '',
} as const;

test('what happened to a document is told in its order, whenever it was written down', () => {
  const store = testCase();
  const source = addSource(store, ['Words.']);
  const later = addCustody(store, source, { ...words, act: 'handedOver', happened: '2025' });
  const earlier = addCustody(store, source, words);
  const undated = addCustody(store, source, { ...words, act: 'examined', happened: '' });
  expect(custodyOf(store, source).map((entry) => entry.id)).toEqual([earlier, later, undated]);
  expect(custodyOf(store, source)[0]).toMatchObject({ ...words, fileName: '', provenance: {} });
});

test('an entry is corrected and taken out, and each is undone', () => {
  const store = testCase();
  const source = addSource(store, ['Words.']);
  const id = addCustody(store, source, words);
  updateCustody(store, id, { happened: '2024-04-02', party: 'The court' });
  expect(custodyOf(store, source)).toMatchObject([{ happened: '2024-04-02', party: 'The court' }]);
  removeCustody(store, id);
  expect(custodyOf(store, source)).toEqual([]);
  undo(store, 'undo');
  undo(store, 'undo');
  expect(custodyOf(store, source)).toMatchObject([words]);
});

test('the log goes with its source, and comes back with it', () => {
  const store = testCase();
  const source = addSource(store, ['Words.']);
  addCustody(store, source, words);
  removeSource(store, source);
  expect(custodyOf(store, source)).toEqual([]);
  undo(store, 'undo');
  expect(custodyOf(store, source)).toMatchObject([words]);
});

test('a document that came again keeps what was said of it then', () => {
  const store = testCase();
  const source = addSource(store, ['Words.']);
  store.gesture('source.import', (writer) =>
    insertCustody(writer, source, {
      act: 'again',
      fileName: 'copy.pdf',
      provenance: { publisher: 'A paper', reliability: 'B' },
    }),
  );
  expect(custodyOf(store, source)).toMatchObject([
    {
      act: 'again',
      fileName: 'copy.pdf',
      provenance: { publisher: 'A paper', reliability: 'B' },
      party: '',
    },
  ]);
});

test('a long log is told in parts, the latest first, with how long it is', () => {
  const store = testCase();
  const source = addSource(store, ['Words.']);
  const other = addSource(store, ['Other words.']);
  addCustody(store, other, words);
  const ids = store.gesture('source.import', (writer) =>
    Array.from({ length: 250 }, (_, at) =>
      insertCustody(writer, source, { act: 'again', fileName: `copy ${at}.pdf` }),
    ),
  );
  const latest = addCustody(store, source, { ...words, happened: '2999' });
  const inOrder = custodyOf(store, source).map(({ id }) => id);
  expect(inOrder).toEqual([...ids, latest]);
  const parts = [0, 100, 200, 300].map((offset) =>
    listCustody(store, { id: source, offset, limit: 100 }),
  );
  expect(parts.map(({ total, items }) => [total, items.length])).toEqual([
    [251, 100],
    [251, 100],
    [251, 51],
    [251, 0],
  ]);
  expect(parts.flatMap(({ items }) => items.map(({ id }) => id))).toEqual(inOrder.toReversed());
});

test('no such source, no such entry and no such date are refused, and nothing is written', () => {
  const store = testCase();
  const source = addSource(store, ['Words.']);
  const id = addCustody(store, source, words);
  expect(() => addCustody(store, newId(), words)).toThrow(failing('record.notFound'));
  expect(() => updateCustody(store, newId(), { note: 'x' })).toThrow(failing('record.notFound'));
  expect(() => addCustody(store, source, { ...words, happened: 'May' })).toThrow(
    failing('edtf.invalid'),
  );
  expect(() => updateCustody(store, id, { happened: 'May' })).toThrow(failing('edtf.invalid'));
  expect(custodyOf(store, source)).toMatchObject([words]);
});
