import { expect, test } from 'vitest';
import { createProgram } from './program.ts';

const helpOf = async (words: readonly string[], name: string): Promise<string | undefined> =>
  (await createProgram(words)).commands
    .find((command) => command.name() === name)
    ?.helpInformation();

test('a command that is asked for by its name is the one that is among all', async () => {
  const all = (await createProgram([])).commands.map((command) => command.name());
  expect(all).toContain('info');
  for (const name of all) expect(await helpOf([name], name)).toBe(await helpOf([], name));
});

test('only what is asked for is loaded, and all when that is none of the commands', async () => {
  const names = async (...words: string[]) =>
    (await createProgram(words)).commands.map((command) => command.name());
  expect(await names('info', 'a.casefile')).toEqual(['new', 'sample', 'info']);
  expect(await names('inof')).toEqual(await names());
  expect(await names('--version')).toEqual([]);
});
