import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { root } from './bootstrap/places.mjs';
import { Lock, missingOptionals, platformEntry } from './lock/platforms.ts';

/**
 * `node src/tools/complete-lock.ts`, after npm has written the lock file with a registry that carries only some
 * platforms' binaries: puts back what `npm ci` insists on.
 */
const path = join(root, 'package-lock.json');
const content: unknown = JSON.parse(readFileSync(path, 'utf8'));
const missing = missingOptionals(Lock.parse(content));
const added = missing.map((entry) => [`node_modules/${entry.name}`, platformEntry(entry)] as const);
// Records keep the order of what npm wrote.
const fields = z.record(z.string(), z.unknown());
const whole = fields.parse(content);
const packages = Object.fromEntries(
  [...Object.entries(fields.parse(whole['packages'])), ...added].toSorted(([a], [b]) =>
    a.localeCompare(b, 'en'),
  ),
);
writeFileSync(path, `${JSON.stringify({ ...whole, packages }, null, 2)}\n`);
console.log(`${missing.length} optional packages added to the lock file`);
