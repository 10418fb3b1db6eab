import { readSync, writeSync } from 'node:fs';
import { createTag } from '../../annotations/index.ts';
import { openStore } from '../index.ts';

/*
 * Opens a case file for writing, does one thing in it, says so, and holds it until it is killed, or closes it when something
 * is written to its standard input: `node holder-child.ts CASEFILE`.
 */
const [path = ''] = process.argv.slice(2);
const store = openStore(path, {
  actor: () => ({ name: 'Holder', initials: 'H', organization: '' }),
});
createTag(store, { name: 'theirs', parent: null, description: '', inclusion: '', exclusion: '' });
writeSync(1, 'open');
readSync(0, Buffer.alloc(1));
store.close();
