import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterEach, describe, expect, test } from 'vitest';
import { contract } from '#contract/contract.ts';
import type { Job } from '#contract/job.ts';
import { createEngine, type Engine } from './engine.ts';
import { contentHash, openStore } from './store/index.ts';
import { closing, testActor, testFolder } from './testing/index.ts';

const engines: Engine[] = [];
afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.close();
});

function started(configFolder = testFolder()) {
  const engine = createEngine({ configFolder, version: '0.0.0' });
  engines.push(engine);
  return createRouterClient(engine.router);
}
const failing = (code: string) =>
  expect.objectContaining({ code: 'CASE_ERROR', data: expect.objectContaining({ code }) });

/** Every procedure of the contract, as `tags.create`. */
const procedures = Object.entries(contract).flatMap(([subject, calls]) =>
  Object.keys(calls).map((call) => `${subject}.${call}`),
);

/** Those that leave the case as it is: they ask, or make or take case files as wholes, or are undo itself. */
const notGestures = new Set([
  'engine.hello',
  'engine.ontology',
  'settings.get',
  'settings.change',
  'settings.view',
  'settings.keepView',
  'cases.recent',
  'cases.forget',
  'cases.open',
  'cases.create',
  'cases.createSample',
  'cases.close',
  'cases.info',
  'cases.lock',
  'cases.unlock',
  'cases.setPassphrase',
  'identity.get',
  'cases.watch',
  'exchange.exportPackage',
  'exchange.openPackage',
  'jobs.list',
  'jobs.watch',
  'jobs.cancel',
  'sources.list',
  'sources.get',
  'sources.text',
  'notes.list',
  'notes.counts',
  'notes.cited',
  'notes.citable',
  'notes.citing',
  'tags.list',
  'tags.matrix',
  'excerpts.query',
  'tags.exportCodebook',
  'tags.previewCodebook',
  'excerpts.list',
  'excerpts.get',
  'excerpts.highlights',
  'entities.list',
  'resolutions.list',
  'duplicates.list',
  'duplicates.count',
  'duplicates.likely',
  'suggestions.state',
  'suggestions.list',
  'suggestions.groups',
  'suggestions.spans',
  'suggestions.get',
  'suggestions.mentions',
  'entities.get',
  'history.steps',
  'history.undo',
  'history.redo',
  'history.takeBack',
  'history.list',
  'history.changes',
  'history.ofRecord',
  'history.people',
  'safety.verify',
  'safety.watch',
  'safety.backups',
  'safety.allBackups',
  'safety.backUp',
  'safety.restore',
  'safety.discardBackups',
  'safety.repair',
  'search.query',
  'dossiers.render',
  'dossiers.save',
]);

/** The client, noting which procedures were called. */
function noting<T extends object>(client: T, called: Set<string>, path: string[] = []): T {
  return new Proxy(client, {
    get(target, key, receiver) {
      const next: unknown = Reflect.get(target, key, receiver);
      if (typeof key !== 'string' || (typeof next !== 'object' && typeof next !== 'function')) {
        return next;
      }
      const inner = [...path, key];
      called.add(inner.join('.'));
      return next === null ? next : noting(next, called, inner);
    },
  });
}

async function opened() {
  const folder = testFolder();
  const client = started();
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
    const client = started();
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
    const other = started();
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
    await started(config).cases.create({ path, title: 'Two', passphrase: 'x y z' });
    const later = started(config);
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

describe('an import job', () => {
  async function watched(client: Awaited<ReturnType<typeof opened>>['client'], job: string) {
    const events: Job[] = [];
    for await (const event of await client.jobs.watch({ job })) events.push(event);
    return events;
  }

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
  test('leaves one change set for each gesture, which undo takes back, and none for a question', async () => {
    const { client: plain, folder, path, handle } = await opened();
    const called = new Set<string>();
    const client = noting(plain, called);
    const reader = closing(openStore(path, { access: 'read', actor: testActor }));
    let content = contentHash(reader);
    /** Sees that the latest gesture can be undone and done again, to the same content each time. */
    const reversible = async () => {
      const after = contentHash(reader);
      expect(after).not.toBe(content);
      expect(await plain.history.undo({ handle })).toMatchObject({ done: true, builtUpon: [] });
      expect(contentHash(reader)).toBe(content);
      expect(await plain.history.redo({ handle })).toMatchObject({ done: true, builtUpon: [] });
      expect(contentHash(reader)).toBe(after);
      content = after;
    };
    const document = join(folder, 'a.txt');
    writeFileSync(document, 'Rosa Lind met Jan Oort in Bergen in 2019.');
    const { id: job } = await client.jobs.startImport({ handle, paths: [document] });
    for await (const event of await client.jobs.watch({ job })) expect(event.failed).toBe(0);
    await reversible();
    const [source] = (await client.sources.list({ handle })).items;
    const span = (start: number, end: number) => ({ source: source?.id ?? '', start, end });
    const sets = async () => (await client.cases.info({ handle })).info.counts.changeSets;
    let before = await sets();
    const one = async <T>(act: Promise<T>): Promise<T> => {
      const value = await act;
      expect(await sets()).toBe(before + 1);
      await reversible();
      before += 3;
      return value;
    };
    const rosa = await one(
      client.excerpts.mention({
        handle,
        passage: span(0, 9),
        entity: { kind: 'person', name: 'Rosa Lind' },
      }),
    );
    const tagged = await one(
      client.excerpts.tag({ handle, passage: span(0, 22), tag: { name: 'meeting' } }),
    );
    const link = await one(
      client.entities.addLink({
        handle,
        from: { entity: rosa.entity ?? '' },
        to: { kind: 'person', name: 'Jan Oort' },
        type: 'Associate',
        since: '2019',
        passage: span(0, 40),
        credibility: '3',
      }),
    );
    const name = await one(
      client.entities.addName({
        handle,
        entity: { entity: rosa.entity ?? '' },
        kind: 'alias',
        value: 'R. Lind',
      }),
    );
    await one(client.entities.updateName({ handle, id: name.fact, changes: { kind: 'variant' } }));
    await one(client.entities.removeName({ handle, id: name.fact }));
    const attribute = await one(
      client.entities.addAttribute({
        handle,
        entity: rosa.entity ?? '',
        property: 'nationality',
        value: 'Norway',
      }),
    );
    await one(
      client.entities.updateAttribute({ handle, id: attribute.fact, changes: { value: 'Sweden' } }),
    );
    const evidence = await one(
      client.entities.addEvidence({
        handle,
        fact: { kind: 'attribute', id: attribute.fact },
        passage: span(23, 32),
        stance: 'contradicts',
      }),
    );
    await one(
      client.entities.updateEvidence({ handle, id: evidence.id, changes: { credibility: '2' } }),
    );
    await one(client.entities.removeEvidence({ handle, id: evidence.id }));
    await one(client.entities.removeAttribute({ handle, id: attribute.fact }));
    await one(
      client.entities.updateLink({ handle, id: link.fact, changes: { role: 'acquaintance' } }),
    );
    const note = await one(
      client.notes.add({ handle, subject: { table: 'link', id: link.fact }, body: 'Check.' }),
    );
    await one(client.notes.update({ handle, id: note.id, body: 'Checked.' }));
    await one(client.notes.remove({ handle, id: note.id }));
    await one(client.entities.removeLink({ handle, id: link.fact }));
    const tag = await one(client.tags.create({ handle, name: 'place' }));
    await one(client.tags.update({ handle, id: tag.id, changes: { color: '#aabbcc' } }));
    const place = await one(client.tags.create({ handle, name: 'spot' }));
    await one(client.tags.merge({ handle, id: place.id, into: tag.id }));
    const book = await client.tags.exportCodebook({ handle, path: join(folder, 'book.qdc') });
    await one(client.tags.remove({ handle, id: tag.id }));
    const back = await one(client.tags.importCodebook({ handle, path: book.path }));
    expect(back.made).toBe(1);
    await one(client.excerpts.note({ handle, passage: span(26, 32), body: 'Where?' }));
    const strict = await one(
      client.excerpts.update({ handle, passage: span(10, 22), changes: { handling: 'RED' } }),
    );
    await one(client.excerpts.adjust({ handle, id: strict.excerpt, start: 10, end: 32 }));
    const { second } = await one(client.excerpts.split({ handle, id: strict.excerpt, at: 13 }));
    await one(client.excerpts.merge({ handle, id: strict.excerpt, other: second }));
    const suggested = async (text: string) => {
      const { items } = await client.suggestions.list({ handle, source: source?.id ?? '' });
      return { keys: items.filter((item) => item.text === text).map(({ key }) => key) };
    };
    await one(client.suggestions.reject({ handle, chosen: await suggested('Jan Oort') }));
    await one(client.suggestions.accept({ handle, chosen: await suggested('Bergen') }));
    await one(client.excerpts.untag({ handle, excerpt: tagged.excerpt, tag: tagged.tag ?? '' }));
    const { mentions } = await client.excerpts.get({ handle, id: rosa.excerpt });
    await one(client.excerpts.unmention({ handle, id: mentions[0]?.id ?? '' }));
    await one(client.excerpts.remove({ handle, id: tagged.excerpt }));
    const made = await one(
      client.entities.create({ handle, kind: 'location', name: 'Bergen', aliases: ['Bjørgvin'] }),
    );
    await one(client.entities.update({ handle, id: made.id, changes: { summary: 'A harbour.' } }));
    const pair = { first: made.id, second: link.other ?? '' };
    await one(client.resolutions.judge({ handle, ...pair, judgement: 'same', reason: 'Why not.' }));
    const assessment = await one(
      client.entities.assess({
        handle,
        entity: made.id,
        fact: {
          kind: 'name',
          id: (await client.entities.get({ handle, id: made.id })).names.at(-1)?.id ?? '',
        },
        body: 'As the locals say.',
      }),
    );
    await one(client.entities.unassess({ handle, id: assessment.id }));
    await one(client.resolutions.split({ handle, id: made.id, reason: 'A person is no place.' }));
    const { items: judged } = await client.resolutions.list({ handle, entity: made.id });
    await one(client.resolutions.remove({ handle, id: judged[0]?.id ?? '' }));
    await one(client.entities.remove({ handle, id: made.id }));
    await one(
      client.sources.update({ handle, id: source?.id ?? '', changes: { reliability: 'A' } }),
    );
    await one(client.cases.update({ handle, changes: { reference: 'R-2' } }));

    await client.search.query({ handle, query: 'rosa' });
    await client.excerpts.list({ handle });
    await client.excerpts.highlights({ handle, source: source?.id ?? '' });
    await client.entities.list({ handle });
    await client.entities.get({ handle, id: rosa.entity ?? '' });
    await client.sources.text({ handle, id: source?.id ?? '' });
    expect(await sets()).toBe(before);
    await one(client.sources.remove({ handle, id: source?.id ?? '' }));
    expect(
      procedures.filter((procedure) => !notGestures.has(procedure) && !called.has(procedure)),
    ).toEqual([]);
    expect([...notGestures].filter((procedure) => !procedures.includes(procedure))).toEqual([]);
  });

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
      subject: id,
      path: join(folder, 'rosa.pdf'),
    });
    expect(readFileSync(saved.path)).toHaveLength(saved.byteSize);
    const shown = await client.dossiers.render({ handle, subject: id });
    expect(Buffer.from(await shown.arrayBuffer()).equals(readFileSync(saved.path))).toBe(true);
    await expect(
      client.dossiers.save({ handle, subject: id, path: join(folder, 'nowhere', 'x.pdf') }),
    ).rejects.toEqual(failing('file.notFound'));
    await expect(client.dossiers.render({ handle, subject: handle })).rejects.toEqual(
      failing('dossier.notASubject'),
    );
  });
});

describe('settings', () => {
  test('are kept on this computer, and a file that cannot be read counts as none', async () => {
    const config = testFolder();
    await started(config).settings.change({
      analyst: { name: 'Ana', initials: 'A', organization: '' },
      colorScheme: 'dark',
    });
    expect(await started(config).settings.get()).toMatchObject({
      analyst: { name: 'Ana' },
      colorScheme: 'dark',
    });
    writeFileSync(join(config, 'settings.json'), '{"settings":');
    expect(await started(config).settings.get()).toMatchObject({ colorScheme: 'auto' });
  });
});
