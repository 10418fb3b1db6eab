import { mkdirSync, writeFileSync, writeSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { createEngine } from '../engine.ts';

/*
 * Does with an encrypted case what is likely to leave words of it in files: `node secret-work.ts FOLDER`. It uses
 * FOLDER/documents, FOLDER/case and FOLDER/settings, and whatever TMPDIR says. After each step it prints the name of the
 * step and waits for a byte on its standard input, so that someone can look at its files meanwhile.
 */
const [folder = ''] = process.argv.slice(2);

/** The words that must not be found, made of a stem and a number so that compression does not hide them. */
export const stem = 'Qvartermain';

function step(name: string): void {
  writeSync(1, `${name}\n`);
  readSync(0, Buffer.alloc(1));
}

async function work(): Promise<void> {
  const engine = createEngine({ configFolder: join(folder, 'settings'), version: '0.0.0' });
  const client = createRouterClient(engine.router);
  mkdirSync(join(folder, 'case'), { recursive: true });
  mkdirSync(join(folder, 'documents'), { recursive: true });
  const path = join(folder, 'case', 'one.casefile');
  const { handle } = await client.cases.create({
    path,
    title: `The ${stem} case`,
    passphrase: 'open sesame',
  });
  step('created');
  const paths = Array.from({ length: 12 }, (_, at) => {
    const file = join(folder, 'documents', `${at}.txt`);
    const line = `${stem}${at} saw the gates open at ${at} past nine.\n\n`;
    writeFileSync(file, line.repeat(400));
    return file;
  });
  const job = await client.jobs.startImport({ handle, paths });
  for await (const { done } of await client.jobs.watch({ job: job.id })) {
    if (done === 6) step('importing');
  }
  step('imported');
  for (let at = 0; at < 120; at += 1) {
    await client.entities.create({
      handle,
      kind: 'person',
      name: `${stem} ${(at * 7919) % 4001}`,
      aliases: [`${stem} the ${at}th`],
    });
  }
  step('entities made');
  const { items } = await client.entities.list({ handle, sort: 'name', limit: 1000 });
  const { items: sources } = await client.sources.list({ handle, sort: 'title', limit: 1000 });
  await client.search.query({ handle, query: `${stem}7 gates` });
  step('searched and sorted');
  const [person] = items;
  const [source] = sources;
  if (person === undefined || source === undefined) throw new Error('nothing was made');
  await client.excerpts.mention({
    handle,
    passage: { source: source.id, start: 0, end: 20 },
    entity: { entity: person.id },
  });
  await client.dossiers.render({ handle, subjects: [person.id], language: 'en' });
  step('set a dossier');
  await client.safety.backUp({ handle });
  step('backed up');
  await client.safety.verify({ handle });
  step('verified');
  await client.cases.setPassphrase({ handle, current: 'open sesame', next: 'other words' });
  step('passphrase changed');
  await client.history.undo({ handle, force: true });
  await client.cases.lock({ handle });
  step('locked');
  await client.cases.unlock({ handle, passphrase: 'other words' });
  await client.cases.close({ handle });
  await engine.close();
  step('closed');
}

if (process.argv[1] === import.meta.filename) await work();
