import { expect, test } from 'vitest';
import { FileDrops } from './file-drops.ts';

/** Takes files for a screen, and notes them. */
function screen(drops: FileDrops<string>) {
  const taken: string[][] = [];
  return { taken, ...drops.enter((files) => taken.push(files)) };
}

test('files go to the screen that is there, at once', () => {
  const drops = new FileDrops<string>();
  const { taken } = screen(drops);
  expect(drops.areWelcome).toBe(true);
  drops.drop(['a', 'b']);
  expect(taken).toEqual([['a', 'b']]);
  drops.handOver();
  expect(taken).toEqual([['a', 'b']]);
});

test('files dropped before there is a screen wait for it, the last ones', () => {
  const drops = new FileDrops<string>();
  expect(drops.areWelcome).toBe(true);
  drops.drop(['a']);
  drops.drop(['b']);
  const { taken } = screen(drops);
  drops.handOver();
  expect(taken).toEqual([['b']]);
  const next = screen(drops);
  drops.handOver();
  expect(next.taken).toEqual([]);
});

test('between two screens files wait likewise', () => {
  const drops = new FileDrops<string>();
  const first = screen(drops);
  first.leave();
  drops.drop(['a']);
  const second = screen(drops);
  drops.handOver();
  expect(first.taken).toEqual([]);
  expect(second.taken).toEqual([['a']]);
});

test('the screen that came last takes them, until it leaves', () => {
  const drops = new FileDrops<string>();
  const below = screen(drops);
  const above = screen(drops);
  expect([below.isNext(), above.isNext()]).toEqual([false, true]);
  drops.drop(['a']);
  above.leave();
  expect(below.isNext()).toBe(true);
  drops.drop(['b']);
  expect([below.taken, above.taken]).toEqual([[['b']], [['a']]]);
});

test('a screen without a use for files refuses them, and keeps none for the next', () => {
  const drops = new FileDrops<string>();
  const { leave, isNext } = drops.enter(null);
  expect(drops.areWelcome).toBe(false);
  expect(isNext()).toBe(false);
  drops.drop(['a']);
  leave();
  const { taken } = screen(drops);
  drops.handOver();
  expect(taken).toEqual([]);
});

test('what came before a screen that refuses waits for one that does not', () => {
  const drops = new FileDrops<string>();
  drops.drop(['a']);
  const { leave } = drops.enter(null);
  drops.handOver();
  leave();
  const { taken } = screen(drops);
  drops.handOver();
  expect(taken).toEqual([['a']]);
});

test('nothing dropped is nothing', () => {
  const drops = new FileDrops<string>();
  const { taken } = screen(drops);
  drops.drop([]);
  expect(taken).toEqual([]);
});
