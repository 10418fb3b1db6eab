import { writeSync } from 'node:fs';
import { openStore } from '../../../store/index.ts';
import { ImportRequest } from '#contract/import.ts';
import { runImport } from '../../import.ts';

/* Imports until it is killed: `node import-child.ts CASEFILE PATH...`. Prints the path of each file that it settled. */
const [path = '', ...paths] = process.argv.slice(2);
const store = openStore(path, {
  actor: () => ({ name: 'Child', initials: 'C', organization: '' }),
});
await runImport(store, ImportRequest.parse({ paths }), {
  started: () => {},
  settled: (item) => {
    writeSync(1, `${item.path}\n`);
  },
});
