import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../bootstrap/places.mjs';
import { Lock, missingOptionals, platformEntry } from './platforms.ts';

test('an optional package that the lock file lacks is found, one that lies above is not', () => {
  const optionalDependencies = { 'b-linux-x64': '1.0.0', 'b-win32-x64': '1.0.0' };
  const packages = {
    'node_modules/a/node_modules/b': { dev: true, optionalDependencies },
    'node_modules/b-linux-x64': { version: '1.0.0' },
  };
  expect(missingOptionals({ packages })).toEqual([
    { name: 'b-win32-x64', version: '1.0.0', dev: true },
  ]);
});

test('the platform of a binary is read from its name', () => {
  const entry = (name: string): unknown => platformEntry({ name, version: '1.0.0', dev: false });
  const common = { version: '1.0.0', optional: true };
  expect(entry('@x/binding-linux-arm64-musl')).toEqual({
    ...common,
    os: ['linux'],
    cpu: ['arm64'],
    libc: ['musl'],
  });
  expect(entry('@x/binding-android-arm-eabi')).toEqual({
    ...common,
    os: ['android'],
    cpu: ['arm'],
  });
  expect(entry('@x-y/darwin-x64')).toEqual({ ...common, os: ['darwin'], cpu: ['x64'] });
});

test('a package whose platform or exact version is not known is not made up', () => {
  expect(() => platformEntry({ name: 'fsevents', version: '2.3.3', dev: true })).toThrow(
    'fsevents',
  );
  expect(() => platformEntry({ name: 'a-linux-x64', version: '^1.0.0', dev: true })).toThrow('a-');
});

test('the lock file holds every optional package, or `npm ci` would refuse it (complete-lock.ts mends it)', () => {
  const lock = Lock.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));
  expect(missingOptionals(lock).map(({ name }) => name)).toEqual([]);
});
