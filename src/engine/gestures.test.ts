import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contract } from '#contract/contract.ts';
import { contentHash, openStore } from './store/index.ts';
import { closing, pictures, startedEngine, testActor, testFolder } from './testing/index.ts';

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
  'colleagues.list',
  'colleagues.own',
  'colleagues.save',
  'colleagues.remove',
  'colleagues.addCard',
  'colleagues.saveCard',
  'exchange.plan',
  'exchange.exportPackage',
  'exchange.exportFormat',
  'exchange.handovers',
  'exchange.inspect',
  'exchange.openPackage',
  'exchange.preview',
  'exchange.records',
  'exchange.merge',
  'presets.list',
  'exchange.previewForeign',
  'sharing.watch',
  // That sharing began is written down: it has tests of its own.
  'sharing.set',
  'sharing.sync',
  'conflicts.list',
  'conflicts.count',
  // What it decides takes a colleague: it has tests of its own.
  'conflicts.decide',
  'jobs.list',
  'jobs.watch',
  'jobs.cancel',
  'jobs.pause',
  'jobs.resume',
  'jobs.saveResults',
  // What they import is imported as by the import that was interrupted, or failed: they have tests of their own.
  'jobs.unfinished',
  'jobs.resumeImport',
  'jobs.forgetImport',
  'jobs.retryImport',
  'sources.list',
  'sources.get',
  'sources.text',
  'sources.versions',
  'sources.facets',
  'sources.details',
  'sources.parts',
  'sources.thread',
  'sources.original',
  'sources.saveOriginal',
  'sources.picture',
  'sources.layoutPages',
  'sources.layoutPlace',
  'sources.sheets',
  'sources.rows',
  'custody.list',
  // What is watched is a matter of this computer.
  'watching.watch',
  'watching.set',
  'watching.putAside',
  'orphans.list',
  'orphans.count',
  'findings.list',
  'photos.list',
  'photos.bytes',
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
  'dossiers.outline',
  'dossiers.preview',
  'dossiers.render',
  'dossiers.save',
  'dossiers.run',
  'dossiers.verify',
  'dossiers.copyTemplate',
  'dossiers.checkTemplate',
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

test('leaves one change set for each gesture, which undo takes back, and none for a question', async () => {
  const folder = testFolder();
  const path = join(folder, 'one.casefile');
  const { client: plain } = await startedEngine();
  const { handle } = await plain.cases.create({ path, title: 'One' });
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
  const records = join(folder, 'people.csv');
  writeFileSync(records, 'name,alias\nEva Holm,E. H.\n');
  expect(await client.exchange.previewForeign({ handle, path: records })).toMatchObject({
    format: 'csv',
    itemCount: 1,
  });
  await one(client.exchange.importForeign({ handle, path: records }));
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
  await one(client.orphans.place({ handle, id: strict.excerpt, start: 5, end: 9 }));
  const again = { handle, sources: [source?.id ?? ''], settings: { encoding: 'utf-16le' } };
  const reading = await client.jobs.startReadAgain(again);
  for await (const event of await client.jobs.watch({ job: reading.id })) {
    expect(event.failed).toBe(0);
  }
  await reversible();
  await client.history.undo({ handle });
  content = contentHash(reader);
  before = await sets();
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
  const preset = { kind: 'passages', name: 'Bergen', body: '{}' } as const;
  const kept = await one(client.presets.save({ handle, ...preset }));
  await one(client.presets.remove({ handle, id: kept.id }));
  const finding = await one(
    client.findings.add({ handle, entity: rosa.entity ?? '', body: 'She was there.' }),
  );
  const another = await one(
    client.findings.add({ handle, entity: rosa.entity ?? '', body: 'So?' }),
  );
  await one(client.findings.update({ handle, id: finding.id, changes: { likelihood: 'likely' } }));
  await one(client.findings.move({ handle, id: another.id, before: finding.id }));
  await one(client.findings.remove({ handle, id: finding.id }));
  const photos: string[] = [];
  for (const [name, bytes] of [
    ['a.png', pictures.png],
    ['b.gif', pictures.gif],
  ] as const) {
    const picture = join(folder, name);
    writeFileSync(picture, bytes);
    const added = client.photos.add({ handle, entity: rosa.entity ?? '', path: picture });
    photos.push((await one(added)).id);
  }
  const [portrait = '', other = ''] = photos;
  await one(client.photos.update({ handle, id: portrait, changes: { caption: 'In Bergen' } }));
  await one(client.photos.move({ handle, id: other, before: portrait }));
  await one(client.photos.remove({ handle, id: portrait }));
  await one(client.sources.update({ handle, id: source?.id ?? '', changes: { reliability: 'A' } }));
  await one(
    client.sources.updateMany({
      handle,
      ids: [source?.id ?? ''],
      changes: { retrievedBy: 'A. Ruiz', reading: 'read' },
    }),
  );
  const received = await one(
    client.custody.add({
      handle,
      source: source?.id ?? '',
      words: {
        act: 'received',
        party: 'The port',
        actor: '',
        happened: '2024-05',
        purpose: '',
        note: '',
      },
    }),
  );
  await one(client.custody.update({ handle, id: received.id, changes: { party: 'The harbour' } }));
  await one(client.custody.remove({ handle, id: received.id }));
  await one(client.cases.update({ handle, changes: { reference: 'R-2' } }));

  await client.search.query({ handle, query: 'rosa' });
  await client.excerpts.list({ handle });
  await client.excerpts.highlights({ handle, source: source?.id ?? '' });
  await client.entities.list({ handle });
  await client.entities.get({ handle, id: rosa.entity ?? '' });
  await client.sources.text({ handle, id: source?.id ?? '' });
  expect(await sets()).toBe(before);
  await one(client.sources.removeMany({ handle, ids: [source?.id ?? ''] }));
  await plain.history.undo({ handle });
  content = contentHash(reader);
  before = await sets();
  await one(client.sources.remove({ handle, id: source?.id ?? '' }));
  expect(
    procedures.filter((procedure) => !notGestures.has(procedure) && !called.has(procedure)),
  ).toEqual([]);
  expect([...notGestures].filter((procedure) => !procedures.includes(procedure))).toEqual([]);
});
