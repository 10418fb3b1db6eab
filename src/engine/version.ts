import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { packageFolder } from './resources.ts';

/** The program's version, from its `package.json`. */
export function programVersion(): string {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(packageFolder(), 'package.json'), 'utf8')));
  return version;
}
