import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Job } from '#contract/job.ts';
import { failing, startedEngine, testFolder } from './testing/index.ts';

async function opened() {
  const folder = testFolder();
  const { client } = await startedEngine();
  const path = join(folder, 'one.casefile');
  const { handle } = await client.cases.create({ path, title: 'One' });
  return { client, folder, path, handle };
}

describe('cases', () => {
  test('one file is open once, however often it is opened', async () => {
    const { client, path, handle } = await opened();
    expect((await client.cases.open({ path })).handle).toBe(handle);
    expect(await client.cases.close({ handle })).toEqual({ closed: true });
    await expect(client.cases.info({ handle })).rejects.toEqual(failing('case.notOpen'));
    expect((await client.cases.open({ path })).info.title).toBe('One');
  });

  test('an encrypted one is shown a second time only to who knows its passphrase', async () => {
    const { client } = await startedEngine();
    const path = join(testFolder(), 'secret.casefile');
    const { handle } = await client.cases.create({ path, title: 'Secret', passphrase: 'x y z' });
    await expect(client.cases.open({ path })).rejects.toEqual(failing('case.passphraseNeeded'));
    await expect(client.cases.open({ path, passphrase: 'x' })).rejects.toEqual(
      failing('case.passphraseWrong'),
    );
    expect((await client.cases.open({ path, passphrase: 'x y z' })).handle).toBe(handle);
  });

  test('a second engine reads, and is told who writes', async () => {
    const { client, path, handle } = await opened();
    await client.tags.create({ handle, name: 'seen' });
    const { client: other } = await startedEngine();
    const second = await other.cases.open({ path });
    expect(second).toMatchObject({
      access: 'read',
      readOnlyReason: 'held',
      holder: { pid: process.pid },
    });
    expect(await other.tags.list({ handle: second.handle })).toMatchObject([{ name: 'seen' }]);
    await expect(other.tags.create({ handle: second.handle, name: 'no' })).rejects.toEqual(
      failing('case.readOnly'),
    );
    await expect(other.jobs.startImport({ handle: second.handle, paths: [path] })).rejects.toEqual(
      failing('case.readOnly'),
    );
  });

  test('are remembered, and forgotten when asked', async () => {
    const config = testFolder();
    const path = join(testFolder(), 'two.casefile');
    const { client: first } = await startedEngine(config);
    await first.cases.create({ path, title: 'Two', passphrase: 'x y z' });
    const { client: later } = await startedEngine(config);
    expect(await later.cases.recent()).toMatchObject([
      // Of an encrypted case no words are kept outside its file.
      { path, title: 'two', encrypted: true, exists: true },
    ]);
    expect(await later.cases.forget({ path })).toEqual([]);
  });

  test('tell each gesture to those who watch, until they are closed', async () => {
    const { client, handle } = await opened();
    const events = await client.cases.watch({ handle });
    const seen: unknown[] = [(await events.next()).value];
    await client.tags.create({ handle, name: 'a' });
    seen.push((await events.next()).value);
    await client.cases.update({ handle, changes: { title: 'New title' } });
    seen.push((await events.next()).value);
    expect(seen).toEqual([
      { revision: 1, tables: [], locked: false, anew: true },
      { revision: 2, tables: ['tag'], locked: false, anew: false },
      { revision: 3, tables: ['case_file'], locked: false, anew: false },
    ]);
    await client.cases.close({ handle });
    expect((await events.next()).done).toBe(true);
  });
});

async function watched(client: Awaited<ReturnType<typeof opened>>['client'], job: string) {
  const events: Job[] = [];
  for await (const event of await client.jobs.watch({ job })) events.push(event);
  return events;
}

describe('an import job', () => {
  test('tells each file’s fate once, and what it came to', async () => {
    const { client, folder, handle } = await opened();
    const paths = ['a.txt', 'b.txt', 'empty.txt'].map((name) => join(folder, name));
    for (const path of paths)
      writeFileSync(path, path.endsWith('empty.txt') ? '' : `Words of ${path}.`);
    const { id } = await client.jobs.startImport({
      handle,
      paths,
      provenance: { reliability: 'C' },
    });
    const events = await watched(client, id);
    expect(events.at(-1)).toMatchObject({ state: 'done', done: 3, total: 3, failed: 1 });
    const fates = events
      .flatMap((event) => event.items)
      .map((item) => `${item.name}: ${item.error?.code ?? item.outcome}`);
    expect(fates.toSorted()).toEqual([
      'a.txt: imported',
      'b.txt: imported',
      'empty.txt: source.empty',
    ]);
    // Whoever comes later, as a window that was loaded anew, is told everything too.
    expect((await watched(client, id)).flatMap((event) => event.items)).toHaveLength(3);
    expect(await client.jobs.list({ handle })).toMatchObject([{ id, state: 'done' }]);
    expect((await client.sources.list({ handle })).items).toMatchObject([
      { reliability: 'C' },
      { reliability: 'C' },
    ]);
  });

  test('can be cancelled', async () => {
    const { client, folder, handle } = await opened();
    const paths = Array.from({ length: 200 }, (_, at) => join(folder, `${at}.txt`));
    for (const path of paths) writeFileSync(path, `Words of ${path}.`);
    const { id } = await client.jobs.startImport({ handle, paths });
    await client.jobs.cancel({ job: id });
    const last = (await watched(client, id)).at(-1);
    expect(last?.state).toBe('cancelled');
    expect(last?.done).toBe(200);
    expect((await client.sources.list({ handle })).total).toBeLessThan(200);
  });

  test('ends when its case is closed', async () => {
    const { client, folder, handle } = await opened();
    const paths = Array.from({ length: 50 }, (_, at) => join(folder, `${at}.txt`));
    for (const path of paths) writeFileSync(path, `Words of ${path}.`);
    const { id } = await client.jobs.startImport({ handle, paths });
    await client.cases.close({ handle });
    await expect(client.jobs.cancel({ job: id })).rejects.toEqual(failing('job.notFound'));
  });
});

describe('the router', () => {
  test('refuses input that the contract does not know, and changes nothing', async () => {
    const { client, handle } = await opened();
    await expect(client.tags.create({ handle, name: '   ' })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
    await expect(client.sources.list({ handle, limit: 100_000 })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
    expect(await client.tags.list({ handle })).toEqual([]);
  });

  test('saves a dossier whole', async () => {
    const { client, folder, handle } = await opened();
    const { id } = await client.entities.create({ handle, kind: 'person', name: 'Rosa Lind' });
    const saved = await client.dossiers.save({
      handle,
      subjects: [id],
      path: join(folder, 'rosa.pdf'),
    });
    expect(readFileSync(saved.path)).toHaveLength(saved.byteSize);
    const shown = await client.dossiers.render({ handle, subjects: [id] });
    expect(Buffer.from(await shown.arrayBuffer()).equals(readFileSync(saved.path))).toBe(true);
    await expect(
      client.dossiers.save({ handle, subjects: [id], path: join(folder, 'nowhere', 'x.pdf') }),
    ).rejects.toEqual(failing('file.notFound'));
    await expect(client.dossiers.render({ handle, subjects: [handle] })).rejects.toEqual(
      failing('dossier.notASubject'),
    );
  });

  test('makes many dossiers as a job, each into a file of its own', async () => {
    const { client, folder, handle } = await opened();
    const { id: rosa } = await client.entities.create({
      handle,
      kind: 'person',
      name: 'Rosa Lind',
    });
    const { id: dock } = await client.entities.create({ handle, kind: 'location', name: 'Dock' });
    const { job } = await client.dossiers.run({
      handle,
      kind: 'group',
      format: 'md',
      subjects: [rosa, dock],
      folder,
    });
    const none = (await watched(client, job)).at(-1);
    expect(none).toMatchObject({ kind: 'dossiers', state: 'done', done: 2, total: 2, failed: 2 });
    const again = await client.dossiers.run({
      handle,
      format: 'md',
      subjects: [rosa, dock],
      folder,
    });
    const events = await watched(client, again.job);
    expect(events.at(-1)).toMatchObject({ state: 'done', done: 2, failed: 0 });
    expect(
      events.flatMap(({ items }) => items).map(({ outcome, name }) => [outcome, name]),
    ).toEqual([
      ['made', 'Rosa Lind.md'],
      ['made', 'Dock.md'],
    ]);
    const nowhere = await client.dossiers.run({
      handle,
      subjects: [rosa],
      folder: join(folder, 'nowhere'),
    });
    const refused = (await watched(client, nowhere.job)).at(-1);
    expect(refused).toMatchObject({ state: 'failed', error: { code: 'file.notFound' } });
  });
});

describe('settings', () => {
  test('are kept on this computer, and a file that cannot be read counts as none', async () => {
    const config = testFolder();
    const settings = async () => (await startedEngine(config)).client.settings.get();
    const { client } = await startedEngine(config);
    await client.settings.change({
      analyst: { name: 'Ana', initials: 'A', organization: '' },
      colorScheme: 'dark',
    });
    expect(await settings()).toMatchObject({
      analyst: { name: 'Ana' },
      colorScheme: 'dark',
    });
    writeFileSync(join(config, 'settings.json'), '{"settings":');
    expect(await settings()).toMatchObject({ colorScheme: 'auto' });
  });
});
