import { lookThrough, mergePackage } from '#engine/exchange/index.ts';
import { openStore } from '#engine/store/index.ts';
import { benchActor } from './big-case.ts';
import { timed } from './median.ts';

/*
 * Looks a package through, or merges it, in a process that has done nothing else, so that its memory is that of the work:
 * `merge-child.ts preview|merge CASE PACKAGE` prints JSON.
 */

const [what = '', path = '', packed = ''] = process.argv.slice(2);
const store = openStore(path, {
  actor: benchActor,
  access: what === 'preview' ? 'read' : 'write',
});
let taken = 0;
const milliseconds = await timed(async () => {
  if (what === 'preview') taken = (await lookThrough(store, packed, {})).unseen;
  else ({ taken } = await mergePackage(store, packed));
});
const closing = await timed(() => store.close());
console.log(
  JSON.stringify({
    seconds: (milliseconds + closing) / 1000,
    taken,
    // Kilobytes, whatever the system.
    megabytes: process.resourceUsage().maxRSS / 1024,
  }),
);
