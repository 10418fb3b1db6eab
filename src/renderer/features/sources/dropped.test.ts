import { expect, test } from 'vitest';
import { sortDropped } from './dropped.ts';

const named = (...names: string[]) => names.map((name) => ({ name }));

test('documents are imported, whatever was dropped with them', () => {
  const [report, pack, table] = named('report.pdf', 'harbour.casepack', 'crew.csv');
  expect(
    sortDropped(
      [report, pack, table].flatMap((file) => file ?? []),
      false,
    ),
  ).toEqual({
    handedOver: null,
    documents: [report, table],
    apart: [pack],
  });
});

test('a package by itself is looked through; of several, the first', () => {
  const [first, second] = named('a.casepack', 'b.casepack.age');
  expect(sortDropped(named('a.casepack', 'b.casepack.age'), false)).toEqual({
    handedOver: first,
    documents: [],
    apart: [second],
  });
});

test('a table is a document, but where lists of other programs are taken in', () => {
  const table = { name: 'People.CSV' };
  expect(sortDropped([table], false)).toMatchObject({ handedOver: null, documents: [table] });
  expect(sortDropped([table], true)).toMatchObject({ handedOver: table, documents: [] });
  expect(sortDropped([], true)).toEqual({ handedOver: null, documents: [], apart: [] });
});
