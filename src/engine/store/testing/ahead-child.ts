import { openStore, writeBlobAhead } from '../index.ts';

/* Writes a blob ahead and kills itself after some slices of it: `node ahead-child.ts CASEFILE FILE SHA256 SLICES`. */
const [path = '', file = '', sha256 = '', slices = ''] = process.argv.slice(2);
const store = openStore(path, {
  actor: () => ({ name: 'Child', initials: 'C', organization: '' }),
});
let asked = 0;
await writeBlobAhead(
  store,
  sha256,
  { path: file },
  {
    get aborted() {
      asked += 1;
      if (asked > Number(slices)) process.kill(process.pid, 'SIGKILL');
      return false;
    },
  },
);
