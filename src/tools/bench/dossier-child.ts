import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DossierRequest } from '#contract/dossier.ts';
import { closeTypesetting, renderDossier, runDossiers } from '#engine/dossier/index.ts';
import { updateAttribute } from '#engine/entities/index.ts';
import { openStore, type CaseStore } from '#engine/store/index.ts';
import { benchActor } from './big-case.ts';
import { timed } from './median.ts';

/*
 * Prints dossiers in a process that has done nothing else, so that its time and memory are those of the work:
 * `dossier-child.ts cold|warm|preview|run CASE FOLDER SUBJECT...` prints JSON. `cold` is the time from the beginning of the
 * process; the others are the time after a first one was made, and then something changed.
 */

const [what = '', path = '', folder = '', ...subjects] = process.argv.slice(2);
const maker = { author: benchActor(), signer: null };
const store = openStore(path, { actor: benchActor, access: what === 'run' ? 'read' : 'write' });
const request = DossierRequest.parse({ subjects });
const made = () => renderDossier(store, request, { ...maker, preview: what === 'preview' });

let milliseconds: number;
let growth = 0;
if (what === 'run') {
  const settled: number[] = [];
  mkdirSync(join(folder, 'out'));
  milliseconds = await timed(() =>
    runDossiers(store, request, {
      folder: join(folder, 'out'),
      ...maker,
      watcher: {
        started: () => undefined,
        settled: ({ outcome, error }) => {
          if (outcome !== 'made') throw new Error(JSON.stringify(error));
          settled.push(process.memoryUsage().rss);
        },
      },
    }),
  );
  growth = (settled.at(-1) ?? 0) - (settled[Math.floor(settled.length / 4)] ?? 0);
} else {
  await made();
  milliseconds = performance.now();
  if (what !== 'cold') {
    change(store, subjects[0] ?? '');
    milliseconds = await timed(made);
  }
}
await closeTypesetting();
store.close();
console.log(
  JSON.stringify({
    milliseconds,
    // Kilobytes, whatever the system.
    megabytes: process.resourceUsage().maxRSS / 1024,
    growth: growth / 1e6,
  }),
);

/** What a person does who looks at the preview: a word of one fact. */
function change(opened: CaseStore, subject: string): void {
  const fact = opened.one<{ id: string; value: string }>(
    `SELECT id, value FROM attribute WHERE entity_id = ? AND property = 'status' ORDER BY id LIMIT 1`,
    subject,
  );
  if (fact === undefined) throw new Error('nothing to change');
  updateAttribute(opened, fact.id, { value: `${fact.value} changed` });
}
