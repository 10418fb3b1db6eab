import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { rooms, toolRoom } from './architecture/rooms.ts';
import { violations } from './architecture/violations.ts';
import { root } from './bootstrap/places.mjs';

const Manifest = z.object({
  imports: z.record(z.string(), z.string()),
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
});
const manifest = Manifest.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));

const files = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.[cm]?[jt]sx?$/.test(entry.name))
  .map((entry) => {
    const full = join(entry.parentPath, entry.name);
    const path = full.slice(root.length + 1).replaceAll('\\', '/');
    return { path, source: readFileSync(full, 'utf8') };
  });

test('every import in src/ is one that the table of rooms allows', () => {
  const packages = {
    dependencies: Object.keys(manifest.dependencies),
    devDependencies: Object.keys(manifest.devDependencies),
  };
  expect(files.length).toBeGreaterThan(0);
  expect(violations(files, packages)).toEqual([]);
});

test('package.json has an import name for each room, and for nothing else', () => {
  const wanted = [...Object.keys(rooms), toolRoom].map((name) => [`#${name}/*`, `./src/${name}/*`]);
  expect(manifest.imports).toEqual(Object.fromEntries(wanted));
});

test('every room has its own type settings, without which it would not be checked', () => {
  const present = readdirSync(join(root, 'src'));
  expect(present.filter((name) => !existsSync(join(root, 'src', name, 'tsconfig.json')))).toEqual(
    [],
  );
});
