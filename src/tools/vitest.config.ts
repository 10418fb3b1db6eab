import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: join(import.meta.dirname, '..', '..'),
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx'],
    // Most tests wait for files and processes as much as for a processor.
    maxWorkers: 2,
    // Under CI, what fails is run a second time and named in the last lines, as specs are: see `.ci/run`.
    retry: process.env['CI'] === undefined ? 0 : 1,
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
});
