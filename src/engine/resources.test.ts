import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { packageFolder, resourcePath } from './resources.ts';

it('finds the resources beside the package’s package.json', () => {
  expect(resourcePath('fonts', 'README.md').startsWith(packageFolder())).toBe(true);
  expect(existsSync(resourcePath('fonts', 'README.md'))).toBe(true);
});
