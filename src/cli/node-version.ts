/** The oldest Node that the program runs on: with an older one the database library ends the process without a word. */
export const oldestNode = '22.12.0';

/** Whether a version of Node, as `process.versions.node` has it, is older than the oldest that will do. */
export function isTooOld(version: string, oldest = oldestNode): boolean {
  const numbers = (text: string) => text.split('.').map(Number);
  const wanted = numbers(oldest);
  for (const [at, number] of numbers(version).entries()) {
    const least = wanted[at] ?? 0;
    if (number !== least) return number < least;
  }
  return false;
}
