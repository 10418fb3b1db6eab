import { expect, test } from 'vitest';
import { putInto } from './halves.ts';

const list = { screen: 'sources' } as const;
const a = { screen: 'source', id: 'a' } as const;
const b = { screen: 'source', id: 'b' } as const;
const c = { screen: 'entity', id: 'c' } as const;

test('a record that neither half shows takes the place of what was there', () => {
  expect(putInto('beside', c, { main: a, beside: null }, list)).toEqual({ main: a, beside: c });
  expect(putInto('beside', c, { main: a, beside: b }, list)).toEqual({ main: a, beside: c });
  expect(putInto('main', c, { main: a, beside: b }, list)).toEqual({ main: c, beside: b });
});

test('a record that the other half shows goes over, and what was here goes there', () => {
  expect(putInto('beside', a, { main: a, beside: b }, list)).toEqual({ main: b, beside: a });
  expect(putInto('main', b, { main: a, beside: b }, list)).toEqual({ main: b, beside: a });
});

test('a half that is left with nothing shows what is said instead, or is gone', () => {
  expect(putInto('beside', a, { main: a, beside: null }, list)).toEqual({ main: list, beside: a });
  expect(putInto('main', b, { main: list, beside: b }, list)).toEqual({ main: b, beside: null });
});

test('a record that is in both halves stays in the one it is put into', () => {
  expect(putInto('beside', a, { main: a, beside: a }, list)).toEqual({ main: a, beside: a });
  expect(putInto('main', b, { main: b, beside: null }, list)).toEqual({ main: b, beside: null });
});
