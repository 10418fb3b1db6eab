import { copyFileSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { MergeProgress } from '#contract/merge.ts';
import { contentHash, openStore } from '../../store/index.ts';
import { closing, failing, startedEngine, testActor, testFolder } from '../../testing/index.ts';

type Client = Awaited<ReturnType<typeof startedEngine>>['client'];

/** A case of one team, and the same case at another, which has worked on it since. */
async function twoTeams(options: { passphrase?: string } = {}) {
  const folder = testFolder();
  const at = (name: string) => join(folder, name);
  const { client } = await startedEngine();
  await client.settings.change({ analyst: { name: 'Ana Ruiz', initials: 'AR', organization: '' } });
  const { client: other } = await startedEngine();
  await other.settings.change({
    analyst: { name: 'Bruno Lima', initials: 'BL', organization: '' },
  });
  const path = at('ours.casefile');
  const { handle } = await client.cases.create({ path, title: 'One', ...options });
  const rosa = await client.entities.create({ handle, kind: 'person', name: 'Rosa Lind' });
  await client.exchange.exportPackage({ handle, path: at('first.casepack'), options: {} });
  const { handle: theirs } = await other.exchange.openPackage({
    packagePath: at('first.casepack'),
    path: at('theirs.casefile'),
  });
  return { at, client, handle, path, other, theirs, rosa: rosa.id };
}

async function worked() {
  const teams = await twoTeams();
  return { ...teams, pack: await work(teams) };
}

/** What the other team does, and hands over. */
async function work({ other, theirs, at, rosa }: Awaited<ReturnType<typeof twoTeams>>) {
  const document = at('letter.txt');
  writeFileSync(document, 'Jan Oort met Rosa Lind in Bergen.');
  const { id: job } = await other.jobs.startImport({ handle: theirs, paths: [document] });
  for await (const { failed } of await other.jobs.watch({ job })) expect(failed).toBe(0);
  const jan = await other.entities.create({ handle: theirs, kind: 'person', name: 'Jan Oort' });
  await other.entities.addLink({
    handle: theirs,
    from: { entity: jan.id },
    to: { entity: rosa },
    type: 'Associate',
    role: '',
    since: '',
    until: '',
  });
  await other.entities.update({
    handle: theirs,
    id: rosa,
    changes: { summary: 'Seen in Bergen.' },
  });
  const pack = at('second.casepack');
  await other.exchange.exportPackage({ handle: theirs, path: pack, options: {} });
  return pack;
}

async function merged(client: Client, handle: string, preview: string) {
  const steps: MergeProgress[] = [];
  for await (const step of await client.exchange.merge({ handle, preview })) steps.push(step);
  return steps;
}

/** What all of a case comes to. */
function hashOf(path: string, passphrase?: string): string {
  const store = closing(openStore(path, { access: 'read', passphrase, actor: testActor }));
  const hash = contentHash(store);
  store.close();
  return hash;
}

describe('a package', () => {
  test('is looked through, told record by record, merged, and taken back by one undo', async () => {
    const { client, handle, path, rosa, pack } = await worked();
    const before = hashOf(path);
    const preview = await client.exchange.preview({ handle, path: pack });
    expect(preview).toMatchObject({
      inspection: { scope: 'whole', relation: 'same', madeBy: { actor: { name: 'Bruno Lima' } } },
      unseen: 4,
      joined: 0,
      people: [{ by: { name: 'Bruno Lima' }, changeSets: 4 }],
    });
    // There is a Rosa Lind here, and Jan Oort looks like nobody.
    expect(preview.alike).toBe(0);
    expect(preview.totals).toContainEqual({ table: 'source', state: 'new', count: 1 });
    expect(preview.totals).toContainEqual({ table: 'entity', state: 'changed', count: 1 });
    expect(hashOf(path)).toBe(before);
    const asked = { handle, preview: preview.id };
    const links = await client.exchange.records({ ...asked, table: 'link' });
    expect(links).toMatchObject({
      total: 1,
      items: [
        {
          record: { title: 'Jan Oort', other: 'Rosa Lind', type: 'Associate' },
          state: 'new',
          by: [{ name: 'Bruno Lima' }],
        },
      ],
    });
    const changed = await client.exchange.records({ ...asked, state: 'changed' });
    expect(changed.items).toMatchObject([
      {
        record: { id: rosa, title: 'Rosa Lind' },
        fields: [{ field: 'summary', old: '', new: 'Seen in Bergen.' }],
        conflicts: [],
      },
    ]);
    const steps = await merged(client, handle, preview.id);
    expect(steps.at(-1)).toMatchObject({
      state: 'done',
      outcome: { taken: 4, mended: 0, leftOut: 0, conflicts: 0 },
    });
    expect(readFileSync(steps.at(-1)?.outcome?.backup ?? '').length).toBeGreaterThan(0);
    const { items } = await client.sources.list({ handle });
    const text = await client.sources.text({ handle, id: items[0]?.id ?? '' });
    expect(text.text).toContain('Jan Oort met Rosa Lind');
    expect(await client.safety.verify({ handle })).toMatchObject({ sound: true });
    expect(await client.history.steps({ handle })).toMatchObject({ undo: { label: 'case.merge' } });
    await client.history.undo({ handle });
    expect(hashOf(path)).toBe(before);
  });

  test('brings somebody who looks like one that is here: that is counted, and asked in the review', async () => {
    const { client, handle, other, theirs, at } = await twoTeams();
    await other.entities.create({ handle: theirs, kind: 'person', name: 'Rosa M. Lind' });
    await other.entities.create({ handle: theirs, kind: 'person', name: 'Jan Oort' });
    const pack = at('second.casepack');
    await other.exchange.exportPackage({ handle: theirs, path: pack, options: {} });
    const preview = await client.exchange.preview({ handle, path: pack });
    expect(preview.alike).toBe(1);
    const steps = await merged(client, handle, preview.id);
    expect(steps.at(-1)?.outcome?.alike).toBe(1);
    expect((await client.entities.list({ handle })).total).toBe(3);
    await expect.poll(async () => (await client.duplicates.count({ handle })).count).toBe(1);
  });

  test('that was merged changes nothing the second time, and says so', async () => {
    const { client, handle, path, pack } = await worked();
    const first = await client.exchange.preview({ handle, path: pack });
    await merged(client, handle, first.id);
    const after = readFileSync(path);
    const second = await client.exchange.preview({ handle, path: pack });
    expect(second).toMatchObject({ unseen: 0, totals: [], joined: 0 });
    const steps = await merged(client, handle, second.id);
    expect(steps.at(-1)?.outcome).toMatchObject({ taken: 0, backup: null });
    expect(readFileSync(path).equals(after)).toBe(true);
  });

  test('can be taken in without some tables and some records', async () => {
    const { client, handle, pack } = await worked();
    const preview = await client.exchange.preview({ handle, path: pack });
    const { items } = await client.exchange.records({
      handle,
      preview: preview.id,
      table: 'entity',
    });
    const jan = items.find(({ state }) => state === 'new')?.record.id ?? '';
    const steps: MergeProgress[] = [];
    for await (const step of await client.exchange.merge({
      handle,
      preview: preview.id,
      leaveOut: { tables: ['source'], records: [{ table: 'entity', id: jan }] },
    }))
      steps.push(step);
    expect(steps.at(-1)?.outcome?.leftOut).toBeGreaterThan(2);
    const { info } = await client.cases.info({ handle });
    expect(info.counts).toMatchObject({ sources: 0, entities: 1, links: 0 });
    expect(await client.safety.verify({ handle })).toMatchObject({ sound: true });
  });
});

describe('what is refused', () => {
  test.each([
    ['cut short', (pack: string) => truncateSync(pack, 1000)],
    [
      'altered by one byte',
      (pack: string) => {
        const bytes = readFileSync(pack);
        const at = Math.floor(bytes.length / 2);
        bytes[at] = (bytes[at] ?? 0) ^ 1;
        writeFileSync(pack, bytes);
      },
    ],
    ['taken away', (pack: string) => rmSync(pack)],
  ])('is a package that was %s since it was looked through', async (what, alter) => {
    const { client, handle, path, pack } = await worked();
    const preview = await client.exchange.preview({ handle, path: pack });
    const before = hashOf(path);
    alter(pack);
    const code = what === 'taken away' ? 'file.notFound' : 'package.changed';
    await expect(merged(client, handle, preview.id)).rejects.toEqual(failing(code));
    expect(hashOf(path)).toBe(before);
    expect((await client.cases.info({ handle })).access).toBe('write');
  });

  test('is a preview that is gone', async () => {
    const { client, handle, pack } = await worked();
    const first = await client.exchange.preview({ handle, path: pack });
    await client.exchange.preview({ handle, path: pack });
    const gone = failing('record.notFound');
    await expect(merged(client, handle, first.id)).rejects.toEqual(gone);
    await expect(client.exchange.records({ handle, preview: first.id })).rejects.toEqual(gone);
  });

  test('is a merge into a case that is open for reading', async () => {
    const { client, at, pack, path, handle } = await worked();
    await client.cases.close({ handle });
    copyFileSync(path, at('copy.casefile'));
    const reading = await client.cases.open({ path: at('copy.casefile'), access: 'read' });
    const preview = await client.exchange.preview({ handle: reading.handle, path: pack });
    await expect(merged(client, reading.handle, preview.id)).rejects.toEqual(
      failing('case.readOnly'),
    );
  });

  test('is another case, until it is added on purpose', async () => {
    const { client, at, pack } = await worked();
    const { handle } = await client.cases.create({ path: at('other.casefile'), title: 'Other' });
    await expect(client.exchange.preview({ handle, path: pack })).rejects.toEqual(
      failing('merge.otherCase'),
    );
    const preview = await client.exchange.preview({ handle, path: pack, otherCase: true });
    expect(preview.inspection.relation).toBe('other');
    expect((await merged(client, handle, preview.id)).at(-1)?.outcome?.taken).toBeGreaterThan(4);
    const { info } = await client.cases.info({ handle });
    expect(info).toMatchObject({ title: 'Other', counts: { sources: 1, entities: 2 } });
    expect(await client.safety.verify({ handle })).toMatchObject({ sound: true });
  });
});

describe('giving up', () => {
  test('leaves the case as it was, and the merge can be begun again', async () => {
    const { client, handle, path, pack } = await worked();
    const preview = await client.exchange.preview({ handle, path: pack });
    const before = hashOf(path);
    const abort = new AbortController();
    const merging = await client.exchange.merge(
      { handle, preview: preview.id },
      { signal: abort.signal },
    );
    const given = (async () => {
      for await (const { state } of merging) if (state === 'waiting') abort.abort();
    })();
    await given.catch(() => undefined);
    // Calls wait until the file is back.
    expect((await client.cases.info({ handle })).access).toBe('write');
    expect(hashOf(path)).toBe(before);
    const steps = await merged(client, handle, preview.id);
    expect(steps.at(-1)?.outcome?.taken).toBe(4);
  });
});

describe('what is encrypted', () => {
  test('stays so: the case by its passphrase, the package by another', async () => {
    const teams = await twoTeams({ passphrase: 'open sesame' });
    const { client, handle, path, other, theirs, at } = teams;
    await work(teams);
    const pack = at('sealed.casepack');
    const options = { passphrase: 'mellon mellon' };
    await other.exchange.exportPackage({ handle: theirs, path: pack, options });
    await expect(client.exchange.preview({ handle, path: pack })).rejects.toEqual(
      failing('package.passphraseNeeded'),
    );
    const preview = await client.exchange.preview({ handle, path: pack, ...options });
    expect(preview.inspection.encrypted).toBe('passphrase');
    expect((await merged(client, handle, preview.id)).at(-1)?.outcome?.taken).toBe(5);
    expect((await client.cases.info({ handle })).info.encrypted).toBe(true);
    expect(readFileSync(path).subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3');
  });
});
