import { expect, test } from 'vitest';
import { installedAsLocked } from './installed.mjs';

const locked = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b-win32': { version: '2.0.0', optional: true },
  },
};

test('the same versions are in place, and an optional package may be missing', () => {
  expect(installedAsLocked({ packages: { 'node_modules/a': { version: '1.0.0' } } }, locked)).toBe(
    true,
  );
});

test('another version is not in place', () => {
  expect(installedAsLocked({ packages: { 'node_modules/a': { version: '1.0.1' } } }, locked)).toBe(
    false,
  );
});

test('a missing package is not in place', () => {
  expect(installedAsLocked({ packages: {} }, locked)).toBe(false);
});

test('a package the lock file no longer names is not in place', () => {
  const installed = {
    packages: { 'node_modules/a': { version: '1.0.0' }, 'node_modules/old': { version: '1.0.0' } },
  };
  expect(installedAsLocked(installed, locked)).toBe(false);
});

test('a lock file that names nothing vouches for nothing', () => {
  expect(installedAsLocked({ packages: {} }, {})).toBe(false);
});
