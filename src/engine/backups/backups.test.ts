import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterEach, describe, expect, test } from 'vitest';
import { createEngine, type Engine } from '../engine.ts';
import { contentHash, openStore } from '../store/index.ts';
import { closing, testActor, testFolder } from '../testing/index.ts';

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

async function opened(passphrase?: string) {
  const config = testFolder();
  const folder = testFolder();
  const client = started(config);
  const path = join(folder, 'one.casefile');
  const { handle, info } = await client.cases.create({ path, title: 'The harbour', passphrase });
  await client.entities.create({ handle, kind: 'person', name: 'Unmistakable Rosa' });
  return { client, config, folder, path, handle, info };
}

function hashOf(path: string, passphrase?: string): string {
  return contentHash(closing(openStore(path, { access: 'read', passphrase, actor: testActor })));
}

describe('a backup that is asked for', () => {
  test('is listed with what its name tells, and restored as it was', async () => {
    const { client, config, folder, path, handle, info } = await opened();
    expect(await client.safety.backups({ handle })).toEqual([]);
    const { path: made } = await client.safety.backUp({ handle });
    expect(made.startsWith(join(config, 'backups', `The harbour ${info.id}`))).toBe(true);
    const backups = await client.safety.backups({ handle });
    expect(backups).toMatchObject([
      { caseId: info.id, title: 'The harbour', path: made, reason: 'asked', encrypted: false },
    ]);
    const before = hashOf(path);
    await client.entities.create({ handle, kind: 'person', name: 'Too late' });

    const restored = await client.safety.restore({
      backup: backups[0]?.id ?? '',
      path: join(folder, 'back.casefile'),
    });
    expect(restored).toMatchObject({ access: 'write', info: { counts: { entities: 1 } } });
    expect(restored.info.replica).not.toBe(info.replica);
    await client.cases.close({ handle: restored.handle });
    expect(hashOf(join(folder, 'back.casefile'))).toBe(before);
    await expect(
      client.safety.restore({ backup: backups[0]?.id ?? '', path: join(folder, 'back.casefile') }),
    ).rejects.toEqual(failing('case.exists'));
  });

  test('of an encrypted case is encrypted, and tells nothing of it', async () => {
    const { client, config, folder, path, handle } = await opened('open sesame');
    await client.safety.backUp({ handle });
    const [backup] = await client.safety.allBackups();
    expect(backup).toMatchObject({ title: 'one', encrypted: true });
    expect(readFileSync(backup?.path ?? '').includes('Unmistakable')).toBe(false);
    expect(readdirSync(join(config, 'backups')).join()).not.toContain('harbour');
    const restore = (passphrase?: string) =>
      client.safety.restore({
        backup: backup?.id ?? '',
        path: join(folder, 'back.casefile'),
        passphrase,
      });
    await expect(restore()).rejects.toEqual(failing('case.passphraseNeeded'));
    await expect(restore('open barley')).rejects.toEqual(failing('case.passphraseWrong'));
    await restore('open sesame');
    expect(hashOf(join(folder, 'back.casefile'), 'open sesame')).toBe(hashOf(path, 'open sesame'));
  });

  test('goes where it was asked to, and takes no place that is taken', async () => {
    const { client, folder, path, handle } = await opened();
    const out = join(folder, 'copy.casefile');
    expect(await client.safety.backUp({ handle, path: out })).toMatchObject({ path: out });
    expect(hashOf(out)).toBe(hashOf(path));
    expect(await client.safety.backups({ handle })).toEqual([]);
    await expect(client.safety.backUp({ handle, path: out })).rejects.toEqual(
      failing('case.exists'),
    );
  });

  test('is deleted only when it is one', async () => {
    const { client, config, handle } = await opened();
    await client.safety.backUp({ handle });
    const [backup] = await client.safety.allBackups();
    for (const id of ['../settings.json', `${backup?.id}/x`, 'no such/backup', '..']) {
      await expect(client.safety.discardBackups({ backups: [id] })).rejects.toEqual(
        failing('case.notFound'),
      );
    }
    expect(await client.safety.discardBackups({ backups: [backup?.id ?? ''] })).toEqual([]);
    expect(readdirSync(join(config, 'backups'))).toEqual([]);
  });
});

describe('a backup that nobody asked for', () => {
  test('is made when a case is closed that has changed since the last, and only then', async () => {
    const { client, path, handle } = await opened();
    await client.cases.close({ handle });
    const again = await client.cases.open({ path });
    const first = await client.safety.backups({ handle: again.handle });
    expect(first).toMatchObject([{ reason: 'schedule' }]);
    await client.cases.close({ handle: again.handle });
    expect(await client.safety.allBackups()).toEqual(first);
  });

  test('is not made when the plan says never', async () => {
    const { client, handle } = await opened();
    const { backup } = await client.settings.get();
    await client.settings.change({ backup: { ...backup, everyMinutes: 0 } });
    await client.cases.close({ handle });
    expect(await client.safety.allBackups()).toEqual([]);
  });

  test('clears away older ones as the plan says, but none that was asked for', async () => {
    const { client, path, handle } = await opened();
    await client.safety.backUp({ handle });
    const [asked] = await client.safety.allBackups();
    const folder = join(asked?.path ?? '', '..');
    for (const name of [
      '20010101T000000000Z-1-schedule.casefile',
      '20010101T000000000Z-1-asked.casefile',
      '20010101T000000000Z-1-migration.casefile',
      'notes.txt',
    ]) {
      writeFileSync(join(folder, name), 'x');
    }
    await client.tags.create({ handle, name: 'new' });
    await client.cases.close({ handle });
    expect(
      (await client.safety.allBackups()).map(({ reason, at }) => `${at.slice(0, 4)} ${reason}`),
    ).toMatchInlineSnapshot(`
      [
        "2026 schedule",
        "2026 asked",
        "2001 asked",
      ]
    `);
    expect(readdirSync(folder)).toContain('notes.txt');
    rmSync(path);
  });
});

describe('how a case stands with its backups', () => {
  test('is told now and whenever it changes, with what went wrong', async () => {
    const { client, folder, handle } = await opened();
    const gone = join(folder, 'drive');
    await client.settings.change({ backupFolder: gone });
    const events = await client.safety.watch({ handle });
    expect((await events.next()).value).toMatchObject({
      folder: gone,
      last: null,
      changedSince: true,
      failure: null,
    });
    await expect(client.safety.backUp({ handle })).rejects.toEqual(failing('file.notFound'));
    let status = (await events.next()).value;
    while (status?.running === true) status = (await events.next()).value;
    expect(status).toMatchObject({ failure: { error: { code: 'file.notFound' } } });
    // Work goes on.
    await client.tags.create({ handle, name: 'more' });
    mkdirSync(gone);
    await client.safety.backUp({ handle });
    while (status?.last === null || status?.running === true) status = (await events.next()).value;
    expect(status).toMatchObject({ failure: null, changedSince: false, last: { reason: 'asked' } });
    await client.cases.close({ handle });
    while ((await events.next()).done !== true);
  });
});

describe('verifying an open case', () => {
  test('is done in a thread, encrypted or not, and leaves the case open', async () => {
    for (const passphrase of [undefined, 'open sesame']) {
      const { client, handle } = await opened(passphrase);
      expect(await client.safety.verify({ handle })).toMatchObject({ sound: true });
      await client.tags.create({ handle, name: 'after' });
      expect(await client.safety.verify({ handle })).toMatchObject({ sound: true });
    }
  });
});
