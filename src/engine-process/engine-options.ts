import { parseArgs } from 'node:util';

/**
 * What the process that starts the engine's process tells it on its command line.
 *
 * @throws {Error} when something is missing or unknown, which is a fault of the program
 */
export function engineOptions(args: readonly string[]): { configFolder: string; version: string } {
  const { values } = parseArgs({
    args: [...args],
    options: { 'config-folder': { type: 'string' }, version: { type: 'string' } },
  });
  const { 'config-folder': configFolder, version } = values;
  if (configFolder === undefined || version === undefined)
    throw new Error('the engine process needs --config-folder and --version');
  return { configFolder, version };
}
