import { chmodSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import postcssPresetMantine from 'postcss-preset-mantine';
import postcssSimpleVars from 'postcss-simple-vars';
import type { Plugin } from 'vite';

const source = (path: string): string => join(import.meta.dirname, 'src', path);

/** Everything that runs in Node. Workers are looked up beside the file that starts them, so all lie side by side. */
const nodeEntries = {
  main: source('main/main.ts'),
  'engine-process': source('engine-process/engine-process.ts'),
  cli: source('cli/main.ts'),
  'extract-worker': source('engine/sources/extract/worker.ts'),
  'picture-worker': source('engine/sources/extract/images/worker.ts'),
  'typeset-worker': source('engine/dossier/typeset/worker.ts'),
  'formats-worker': source('engine/dossier/formats/worker.ts'),
  'suggest-worker': source('engine/suggest/worker.ts'),
  'safety-worker': source('engine/backups/worker.ts'),
  'merge-worker': source('engine/exchange/merging/worker.ts'),
  'carry-worker': source('engine/sources/carry/worker.ts'),
};

const preload = source('preload/preload.ts');
const page = source('renderer/index.html');

const present = Object.fromEntries(
  Object.entries(nodeEntries).filter(([, path]) => existsSync(path)),
);

/**
 * Dependencies of hundreds of small modules, which Node would look up and read one by one each time Legajo starts: put
 * into the bundle with only what is used of them, they take a tenth of the time. The others stay packages: what is in
 * part native, what finds files of its own, what is loaded only when it is needed, and edtf, which in a bundle reads most
 * dates no longer.
 */
const bundled = [
  'drizzle-orm',
  'zod',
  '@orpc/client',
  '@orpc/contract',
  '@orpc/server',
  'commander',
  'env-paths',
  'uuid',
  'age-encryption',
  '@noble/ciphers',
  '@rgrove/parse-xml',
  '@scure/base',
  'libphonenumber-js',
];

/**
 * None of our modules does anything by being loaded, so of a folder's face that names many only those are loaded of which
 * something is used. What is done at the top of a file that is used stays.
 */
const ownModule = /^(?!.*node_modules).*[\\/]src[\\/]/;

/** Makes `cli.js` a command: it names its interpreter in the first line and may be executed. */
function command(): Plugin {
  const firstLine = '#!/usr/bin/env node\n';
  return {
    name: 'legajo:command',
    generateBundle(_options, bundle) {
      const entry = bundle['cli.js'];
      if (entry?.type !== 'chunk' || entry.code.startsWith('#!')) return;
      entry.code = firstLine + entry.code;
    },
    writeBundle(options) {
      const written = join(options.dir ?? '', 'cli.js');
      if (existsSync(written)) chmodSync(written, 0o755);
    },
  };
}

/** The steps of width that Mantine's own styles use, for media queries in ours. */
const breakpoints = {
  'mantine-breakpoint-xs': '36em',
  'mantine-breakpoint-sm': '48em',
  'mantine-breakpoint-md': '62em',
  'mantine-breakpoint-lg': '75em',
  'mantine-breakpoint-xl': '88em',
};

export default defineConfig({
  ...(Object.keys(present).length > 0 && {
    main: {
      logLevel: 'warn',
      plugins: [command()],
      build: {
        // The same files run under Electron and, as the `legajo` command, under the oldest Node we support.
        target: 'node22.12',
        externalizeDeps: { exclude: bundled },
        rolldownOptions: {
          input: present,
          treeshake: { moduleSideEffects: [{ test: ownModule, sideEffects: false }] },
          output: {
            format: 'es',
            entryFileNames: '[name].js',
            chunkFileNames: '[name]-[hash].js',
            assetFileNames: '[name]-[hash][extname]',
          },
        },
      },
    },
  }),
  ...(existsSync(preload) && {
    preload: {
      logLevel: 'warn',
      build: {
        // A sandboxed preload script can load nothing but `electron`, and only as CommonJS.
        externalizeDeps: false,
        rolldownOptions: {
          input: { preload },
          output: { format: 'cjs', entryFileNames: '[name].cjs' },
        },
      },
    },
  }),
  ...(existsSync(page) && {
    renderer: {
      root: source('renderer'),
      logLevel: 'warn',
      plugins: [react()],
      css: {
        postcss: {
          plugins: [postcssPresetMantine(), postcssSimpleVars({ variables: breakpoints })],
        },
      },
      build: {
        target: 'es2023',
        minify: true,
        // Nothing is inlined as a data: address, which the content security policy would refuse.
        assetsInlineLimit: 0,
        // Loaded from the same computer, so the size of a chunk is no matter.
        chunkSizeWarningLimit: 8192,
        rolldownOptions: { input: page },
      },
    },
  }),
});
