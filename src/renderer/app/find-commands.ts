import type { Command } from './commands.ts';

/** Letters alone: case and accents taken off. */
export function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/** The commands whose words hold every word typed, those that begin with them first. Each id once, the latest counting. */
export function findCommands<C extends Command & { words: string }>(
  commands: readonly C[],
  typed: string,
): C[] {
  const latest = new Map(commands.map((command) => [command.id, command]));
  const sought = folded(typed)
    .split(/\s+/)
    .filter((word) => word !== '');
  return [...latest.values()]
    .filter((command) => command.keyboardOnly !== true)
    .map((command) => ({ command, words: folded(command.words) }))
    .filter(({ words }) => sought.every((word) => words.includes(word)))
    .toSorted((a, b) => rank(a.words, sought) - rank(b.words, sought))
    .map(({ command }) => command);
}

function rank(words: string, sought: readonly string[]): number {
  const [first] = sought;
  return first === undefined || words.startsWith(first) ? 0 : 1;
}
