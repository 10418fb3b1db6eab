import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the checkout. */
export const root = fileURLToPath(new URL('../../../', import.meta.url)).replace(/[\\/]$/, '');

/** What can be lost without harm: locks, the stamp of the build, what is known not to be reachable. */
export const cacheFolder = join(root, '.cache');
