import { createRouterClient } from '@orpc/server';
import { join } from 'node:path';
import { z } from 'zod';
import { createEngine } from '../engine.ts';

/*
 * Makes what the end-to-end tests merge: given a folder and a case file with one report in it, a colleague gets the case,
 * both work on without knowing of each other, and the colleague hands over what was done. The command line cannot change
 * what is recorded, so this speaks to two engines.
 *
 *   node src/engine/testing/two-teams.ts FOLDER CASE WORDS
 */

const [, , folder = '', file = '', given = ''] = process.argv;
const { report, twoTeams } = z
  .object({
    report: z.object({
      person: z.string(),
      opening: z.string(),
      post: z.string(),
      denial: z.string(),
      last: z.string(),
    }),
    twoTeams: z.object({
      us: z.string(),
      them: z.string(),
      ourSummary: z.string(),
      theirSummary: z.string(),
      newcomer: z.string(),
      tag: z.string(),
      pack: z.string(),
      sealed: z.string(),
      passphrase: z.string(),
    }),
  })
  .parse(JSON.parse(given));
const at = (name: string): string => join(folder, name);
const engines = ['.ours', '.theirs'].map((settings) =>
  createEngine({ configFolder: at(settings), version: '0.0.0' }),
);
const [ours, theirs] = engines.map((engine) => createRouterClient(engine.router));
if (ours === undefined || theirs === undefined) throw new Error('two engines were expected');
const organization = '';
await ours.settings.change({ analyst: { name: twoTeams.us, initials: 'AR', organization } });
await theirs.settings.change({
  analyst: { name: twoTeams.them, initials: 'BL', organization: 'Unit 4' },
});

const { handle } = await ours.cases.open({ path: file });
const { items } = await ours.sources.list({ handle });
const source = items[0]?.id ?? '';
const text = `${[report.opening, report.post, report.denial, report.last].join('\n\n')}\n`;
const passage = (words: string) => ({
  source,
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
});
const { id: person } = await ours.entities.create({
  handle,
  kind: 'person',
  name: report.person,
});
const attribute = async (property: string, value: string): Promise<string> => {
  const { fact } = await ours.entities.addAttribute({ handle, entity: person, property, value });
  return fact;
};
const nationality = await attribute('nationality', 'br');
const born = await attribute('birthDate', '1971');
const phone = await attribute('phone', '+34 600 100 200');
await ours.entities.addEvidence({
  handle,
  fact: { kind: 'attribute', id: nationality },
  passage: passage(report.post),
  stance: 'supports',
});

// The colleague gets it, and both work on.
await ours.exchange.exportPackage({ handle, path: at('first.casepack'), options: {} });
const { handle: there } = await theirs.exchange.openPackage({
  packagePath: at('first.casepack'),
  path: at('theirs.casefile'),
});
await ours.entities.updateAttribute({ handle, id: nationality, changes: { value: 'pt' } });
await ours.entities.updateAttribute({ handle, id: born, changes: { value: '1972' } });
await ours.entities.update({ handle, id: person, changes: { summary: twoTeams.ourSummary } });
await ours.entities.removeAttribute({ handle, id: phone });

await theirs.entities.updateAttribute({
  handle: there,
  id: nationality,
  changes: { value: 'ar' },
});
await theirs.entities.addEvidence({
  handle: there,
  fact: { kind: 'attribute', id: nationality },
  passage: passage(report.denial),
  stance: 'supports',
});
await theirs.entities.updateAttribute({ handle: there, id: born, changes: { value: '1970' } });
await theirs.entities.update({
  handle: there,
  id: person,
  changes: { summary: twoTeams.theirSummary },
});
await theirs.entities.updateAttribute({
  handle: there,
  id: phone,
  changes: { value: '+34 600 100 201' },
});
const { id: newcomer } = await theirs.entities.create({
  handle: there,
  kind: 'person',
  name: twoTeams.newcomer,
});
await theirs.entities.create({
  handle: there,
  kind: 'person',
  name: report.person.split(' ').toReversed().join(', '),
});
await theirs.entities.addLink({
  handle: there,
  from: { entity: newcomer },
  to: { entity: person },
  type: 'Associate',
  passage: passage(report.last),
});
await theirs.excerpts.tag({
  handle: there,
  passage: passage(report.opening),
  tag: { name: twoTeams.tag },
});
const handOver = async (name: string, options: object): Promise<void> => {
  await theirs.exchange.exportPackage({ handle: there, path: at(name), options });
};
await handOver(twoTeams.pack, {
  purpose: 'Request 118',
  recipient: { name: twoTeams.us, key: '' },
});
await handOver(twoTeams.sealed, { passphrase: twoTeams.passphrase });
for (const engine of engines) await engine.close();
