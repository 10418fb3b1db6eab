import { describe, expect, test } from 'vitest';
import { Entity, EntityPage } from '#contract/entity.ts';
import { Resolution } from '#contract/resolution.ts';
import { testFolder } from '#engine/testing/index.ts';
import { legajo } from './testing.ts';

describe('legajo resolve', () => {
  test('makes two entities one in lists and on their page, and two again', async () => {
    const folder = testFolder();
    const run = (...words: string[]) => legajo(folder, ...words, '--json');
    await run('new', 'one.casefile', '--title', 'Lima');
    const add = async (name: string) =>
      Entity.parse(
        (await run('add-entity', 'one.casefile', '--kind', 'person', '--name', name)).json(),
      ).id;
    const gerso = await add('Gerso Lima');
    const gerson = await add('Gerson Lima');
    const resolve = (...how: string[]) => run('resolve', 'one.casefile', gerson, gerso, ...how);

    const judged = await resolve('--same', '--reason', 'one passport');
    expect(judged.code).toBe(0);
    expect(Resolution.parse(judged.json())).toMatchObject({
      first: { id: gerso },
      second: { id: gerson },
      judgement: 'same',
      reason: 'one passport',
    });
    const names = async () =>
      EntityPage.parse((await run('entities', 'one.casefile')).json()).items.map(
        ({ name, members }) => [name, members],
      );
    expect(await names()).toEqual([['Gerso Lima', 2]]);
    const shown = await legajo(folder, 'show', 'one.casefile', gerson);
    expect(shown.out).toContain('Gerso Lima (person');
    expect(shown.out).toContain(`Gerson Lima (person) <${gerson}>`);
    expect(shown.out).toContain('one passport');

    expect((await resolve('--different', '--reason', 'two faces')).code).toBe(0);
    expect(await names()).toEqual([
      ['Gerso Lima', 1],
      ['Gerson Lima', 1],
    ]);
  });

  test('asks for one judgement, and a reason', async () => {
    const folder = testFolder();
    const resolve = async (...how: string[]) =>
      (await legajo(folder, 'resolve', 'one.casefile', 'a', 'b', ...how)).code;
    expect(await resolve('--reason', 'x')).toBe(2);
    expect(await resolve('--same')).toBe(2);
    expect(await resolve('--same', '--unsure', '--reason', 'x')).toBe(2);
  });
});
