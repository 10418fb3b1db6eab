import { beforeEach, expect, test } from 'vitest';
import { judge, useJudging, whenJudged } from './judging.ts';
import { isJudged } from './standing.ts';

const passage = { key: 'a', group: 'g', source: 's' };
const what = { group: 'g', keys: ['a'], source: null };
const isOff = (asked: number): boolean =>
  isJudged(useJudging.getState().judgements, passage, asked);

beforeEach(() => useJudging.setState({ judgements: [], failure: null }));

test('what is judged is off the lists at once, and off those that were asked for before the answer', async () => {
  const asked = await whenJudged();
  const answer = judge(what, 'A', () => Promise.resolve(1));
  expect(isOff(asked)).toBe(true);
  expect(await answer).toBe(1);
  expect(isOff(asked)).toBe(true);
  expect(isOff(await whenJudged())).toBe(false);
});

test('a list is asked for only when all that was judged is recorded, in the order in which it was judged', async () => {
  const order: string[] = [];
  const record = (name: string) => async () => {
    await Promise.resolve();
    order.push(name);
  };
  void judge(what, 'A', record('first'));
  void judge(what, 'A', record('second'));
  await whenJudged();
  expect(order).toEqual(['first', 'second']);
});

test('what could not be recorded comes back, is told, and holds up nothing that comes after', async () => {
  const asked = await whenJudged();
  const error = new Error('full');
  expect(await judge(what, 'A', () => Promise.reject(error))).toBeNull();
  expect(isOff(asked)).toBe(false);
  expect(useJudging.getState().failure).toEqual({ text: 'A', error });
  expect(await judge(what, 'A', () => Promise.resolve(2))).toBe(2);
  expect(useJudging.getState().failure).toBeNull();
});
