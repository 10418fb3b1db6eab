import { createEngine } from '#engine/engine.ts';
import { engineOptions } from './engine-options.ts';
import { serveEngine } from './serve-engine.ts';

serveEngine(process.parentPort, createEngine(engineOptions(process.argv.slice(2))), (code) =>
  process.exit(code),
);
