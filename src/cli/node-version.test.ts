import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { isTooOld, oldestNode } from './node-version.ts';

test.each([
  ['20.20.2', true],
  ['22.11.9', true],
  ['22.12.0', false],
  ['22.9.0', true],
  ['24.0.0', false],
])('Node %s is too old: %s', (version, old) => {
  expect(isTooOld(version)).toBe(old);
});

test('the oldest Node is the one that the package asks for', () => {
  const manifest = new URL('../../package.json', import.meta.url);
  const { engines } = z
    .object({ engines: z.object({ node: z.string() }) })
    .parse(JSON.parse(readFileSync(manifest, 'utf8')));
  expect(engines.node).toBe(`>=${oldestNode}`);
});
