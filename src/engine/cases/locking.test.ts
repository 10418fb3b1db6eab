import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CaseNotice } from '#contract/case.ts';
import { newPrivateKey } from '../identity/index.ts';
import { openHere, openStore } from '../store/index.ts';
import { closing, failing, startedEngine, testActor, testFolder } from '../testing/index.ts';

async function opened(passphrase?: string) {
  const folder = testFolder();
  const { engine, client } = await startedEngine(join(folder, 'settings'));
  const path = join(folder, 'one.casefile');
  const { handle } = await client.cases.create({
    path,
    title: 'One',
    ...(passphrase !== undefined && { passphrase }),
  });
  return { engine, client, folder, path, handle };
}

/** Everything that is told of a case from now on; the window that listens to it. */
async function window(client: Awaited<ReturnType<typeof opened>>['client'], handle: string) {
  const events = await client.cases.watch({ handle });
  const next = async (): Promise<CaseNotice | undefined> => {
    const { value, done } = await events.next();
    return done === true ? undefined : value;
  };
  await next();
  return { next };
}

describe('a locked case', () => {
  test('is closed, tells its windows, and answers nothing until its passphrase is given', async () => {
    const { client, path, handle } = await opened('open sesame');
    await client.tags.create({ handle, name: 'before' });
    const windows = [await window(client, handle), await window(client, handle)];
    expect(await client.cases.lock({ handle })).toEqual({ locked: true, waiting: false });
    for (const { next } of windows) {
      expect(await next()).toMatchObject({ locked: true, tables: [] });
    }
    await expect.poll(() => openHere(path), { timeout: 20_000 }).toBeUndefined();
    expect(existsSync(`${path}-wal`)).toBe(false);
    for (const ask of [
      () => client.cases.info({ handle }),
      () => client.tags.list({ handle }),
      () => client.tags.create({ handle, name: 'no' }),
      () => client.history.undo({ handle }),
    ]) {
      await expect(ask()).rejects.toEqual(failing('case.locked'));
    }
    await expect(client.cases.unlock({ handle, passphrase: 'wrong' })).rejects.toEqual(
      failing('case.passphraseWrong'),
    );
    await expect(client.tags.list({ handle })).rejects.toEqual(failing('case.locked'));

    const again = await client.cases.unlock({ handle, passphrase: 'open sesame' });
    expect(again).toMatchObject({ handle, access: 'write', info: { title: 'One' } });
    for (const { next } of windows) {
      expect(await next()).toMatchObject({ locked: false, anew: true });
    }
    expect(await client.history.undo({ handle })).toMatchObject({ done: true });
    expect(await client.tags.list({ handle })).toEqual([]);
    for (const { next } of windows) expect(await next()).toMatchObject({ tables: ['tag'] });
  });

  test('has its import finish before its file is closed, and can be had back meanwhile', async () => {
    const { client, folder, path, handle } = await opened('open sesame');
    const paths = Array.from({ length: 6 }, (_, at) => {
      const file = join(folder, `${at}.txt`);
      writeFileSync(file, `Witness ${at} saw the gates open.`);
      return file;
    });
    const job = await client.jobs.startImport({ handle, paths });
    expect(await client.cases.lock({ handle })).toEqual({ locked: true, waiting: true });
    expect(openHere(path)).toBeDefined();
    await expect(client.sources.list({ handle })).rejects.toEqual(failing('case.locked'));
    await expect(client.jobs.list({ handle })).rejects.toEqual(failing('case.locked'));
    await expect(client.cases.unlock({ handle, passphrase: 'wrong' })).rejects.toEqual(
      failing('case.passphraseWrong'),
    );
    await client.cases.unlock({ handle, passphrase: 'open sesame' });
    await client.cases.lock({ handle });
    const states: string[] = [];
    for await (const { state } of await client.jobs.watch({ job: job.id })) states.push(state);
    expect(states.at(-1)).toBe('done');
    await expect.poll(() => openHere(path), { timeout: 20_000 }).toBeUndefined();
    await client.cases.unlock({ handle, passphrase: 'open sesame' });
    expect((await client.sources.list({ handle })).total).toBe(6);
  });

  test('opened once more is the same case again, for all who had it', async () => {
    const { client, path, handle } = await opened('open sesame');
    const { next } = await window(client, handle);
    await client.cases.lock({ handle });
    await next();
    await expect(client.cases.open({ path })).rejects.toEqual(failing('case.passphraseNeeded'));
    await expect(client.cases.open({ path, passphrase: 'no' })).rejects.toEqual(
      failing('case.passphraseWrong'),
    );
    const open = await client.cases.open({ path, passphrase: 'open sesame' });
    expect(open.handle).toBe(handle);
    expect(await next()).toMatchObject({ locked: false });
  });

  test('can be closed without its passphrase', async () => {
    const { client, handle } = await opened('open sesame');
    const { next } = await window(client, handle);
    await client.cases.lock({ handle });
    await next();
    expect(await client.cases.close({ handle })).toEqual({ closed: true });
    expect(await next()).toBeUndefined();
    await expect(client.cases.unlock({ handle, passphrase: 'open sesame' })).rejects.toEqual(
      failing('case.notOpen'),
    );
  });

  test('that someone took meanwhile is read, and one that is gone stays locked', async () => {
    const { client, path, handle } = await opened('open sesame');
    await client.cases.lock({ handle });
    await expect.poll(() => openHere(path), { timeout: 20_000 }).toBeUndefined();
    const other = closing(openStore(path, { passphrase: 'open sesame', actor: testActor }));
    expect(await client.cases.unlock({ handle, passphrase: 'open sesame' })).toMatchObject({
      access: 'read',
      readOnlyReason: 'held',
    });
    other.close();
  });

  test('is locked with every other encrypted one when the computer is left', async () => {
    const { client, engine, folder, handle } = await opened('open sesame');
    const path = join(folder, 'plain.casefile');
    const plain = await client.cases.create({ path, title: 'Plain' });
    engine.lock();
    await expect(client.tags.list({ handle })).rejects.toEqual(failing('case.locked'));
    expect(await client.tags.list({ handle: plain.handle })).toEqual([]);
    expect(await client.cases.lock({ handle: plain.handle })).toEqual({
      locked: false,
      waiting: false,
    });
  });
});

describe('the passphrase of an open case', () => {
  test('is set, changed and removed under its handle, and what was done can still be undone', async () => {
    const { client, path, handle } = await opened();
    const { next } = await window(client, handle);
    await client.tags.create({ handle, name: 'before' });
    await next();
    const { changeSets } = (await client.cases.info({ handle })).info.counts;
    for (const [current, to] of [
      [undefined, 'first words'],
      ['first words', 'other words'],
      ['other words', null],
    ] as const) {
      const set = await client.cases.setPassphrase({
        handle,
        next: to,
        ...(current !== undefined && { current }),
      });
      expect(set).toMatchObject({
        handle,
        access: 'write',
        info: { encrypted: to !== null, counts: { changeSets } },
      });
      expect(await next()).toMatchObject({ anew: true, locked: false });
      expect((await client.cases.recent())[0]).toMatchObject({ encrypted: to !== null });
      expect(readFileSync(path).includes('SQLite format 3')).toBe(to === null);
    }
    expect(await client.history.undo({ handle })).toMatchObject({ done: true });
    expect(await next()).toMatchObject({ tables: ['tag'] });
    // Before what was encrypted changed there was a backup each time, and it opens as the case did.
    const backups = await client.safety.backups({ handle });
    expect(
      backups.filter(({ reason }) => reason === 'rekey').map(({ encrypted }) => encrypted),
    ).toEqual([true, true]);
  });

  test('is left as it is when the present one is wrong or missing', async () => {
    const { client, path, handle } = await opened('open sesame');
    const before = readFileSync(path);
    await expect(
      client.cases.setPassphrase({ handle, current: 'wrong', next: 'x' }),
    ).rejects.toEqual(failing('case.passphraseWrong'));
    await expect(client.cases.setPassphrase({ handle, next: null })).rejects.toEqual(
      failing('case.passphraseNeeded'),
    );
    expect(readFileSync(path)).toEqual(before);
    await client.tags.create({ handle, name: 'still' });
  });

  test('that cannot be set leaves the case open as it was', async () => {
    const { client, path, handle } = await opened();
    const { next } = await window(client, handle);
    // A draft that cannot be taken away keeps the copy from being made.
    mkdirSync(join(`${path}.rekey`, 'in the way'), { recursive: true });
    await expect(client.cases.setPassphrase({ handle, next: 'words' })).rejects.toEqual(
      expect.objectContaining({ code: expect.any(String) }),
    );
    expect(await next()).toMatchObject({ anew: true, locked: false });
    await client.tags.create({ handle, name: 'still' });
    expect((await client.cases.info({ handle })).info.encrypted).toBe(false);
  });

  test('is not set by two at once', async () => {
    const { client, handle } = await opened('open sesame');
    const outcomes = await Promise.allSettled(
      ['one', 'two'].map((words) =>
        client.cases.setPassphrase({ handle, current: 'open sesame', next: words }),
      ),
    );
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await client.tags.create({ handle, name: 'still' });
  });

  test('ends an import that is under way, and keeps what it took in', async () => {
    const { client, folder, handle } = await opened();
    const paths = Array.from({ length: 20 }, (_, at) => {
      const file = join(folder, `${at}.txt`);
      writeFileSync(file, `Witness ${at} saw the gates open.`);
      return file;
    });
    await client.jobs.startImport({ handle, paths });
    await client.cases.setPassphrase({ handle, next: 'words' });
    expect(await client.jobs.list({ handle })).toEqual([]);
    expect((await client.sources.list({ handle })).total).toBeLessThanOrEqual(20);
    await client.tags.create({ handle, name: 'still' });
  });

  test('cannot be set by who only reads', async () => {
    const { client, folder, path } = await opened();
    const { client: reader } = await startedEngine(join(folder, 'other'));
    const { handle } = await reader.cases.open({ path });
    await expect(reader.cases.setPassphrase({ handle, next: 'x' })).rejects.toEqual(
      failing('case.readOnly'),
    );
    expect(await client.cases.recent()).toMatchObject([{ encrypted: false }]);
  });
});

describe('who works here', () => {
  test('is the login name until it is said otherwise, with the key of the installation', async () => {
    const { client, engine, handle } = await opened();
    const me = await client.identity.get();
    expect(me.name).not.toBe('');
    expect(Buffer.from(me.publicKey, 'base64')).toHaveLength(32);
    const analyst = { name: 'Ana Ruiz', initials: 'AR', organization: 'Unit 3' };
    await client.settings.change({ analyst, analystAsked: true });
    await client.tags.create({ handle, name: 'one' });
    engine.identify(newPrivateKey());
    const { fingerprint } = await client.identity.get();
    await client.tags.create({ handle, name: 'two' });
    // Two of one name are told apart by their keys.
    const people = await client.history.people({ handle });
    expect(
      people.filter(({ actor }) => actor.name === 'Ana Ruiz').map(({ actor }) => actor.key),
    ).toEqual(expect.arrayContaining([me.fingerprint, fingerprint]));
    const hers = await client.history.list({ handle, actor: 'Ana Ruiz', key: fingerprint });
    expect(hers.items).toMatchObject([
      { label: 'tag.create', actor: { ...analyst, key: fingerprint } },
    ]);
  });
});
