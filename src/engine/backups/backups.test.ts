import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BackupStatus } from '#contract/safety.ts';
import { contentHash, openStore } from '../store/index.ts';
import { failing, startedEngine, testActor, testCase, testFolder } from '../testing/index.ts';
import { Desk } from '../cases/index.ts';
import { Jobs } from '../jobs/index.ts';
import { SettingsFile } from '../settings/index.ts';
import { backUpInto, BackupFolder, Backups } from './index.ts';
import { inThread } from './thread.ts';

async function opened(passphrase?: string) {
  const config = testFolder();
  const folder = testFolder();
  const { client } = await startedEngine(config);
  const path = join(folder, 'one.casefile');
  const { handle, info } = await client.cases.create({ path, title: 'The harbour', passphrase });
  await client.entities.create({ handle, kind: 'person', name: 'Unmistakable Rosa' });
  return { client, config, folder, path, handle, info };
}

function hashOf(path: string, passphrase?: string): string {
  const store = openStore(path, { access: 'read', passphrase, actor: testActor });
  try {
    return contentHash(store);
  } finally {
    store.close();
  }
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
    const events = await client.safety.watch({ handle });
    expect((await events.next()).value).toMatchObject({ last: backup, changedSince: false });
    expect(await client.safety.discardBackups({ backups: [backup?.id ?? ''] })).toEqual([]);
    expect(readdirSync(join(config, 'backups'))).toEqual([]);
    // The case has no backup now, and who looks on is told so.
    expect((await events.next()).value).toMatchObject({ last: null, changedSince: true });
    await events.return();
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
      (await client.safety.allBackups()).map(
        ({ reason, at }) => `${at.slice(0, 4) === '2001' ? 'old' : 'new'} ${reason}`,
      ),
    ).toEqual(['new schedule', 'new asked', 'old asked']);
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
    const next = async () => {
      const { value } = await events.next();
      return BackupStatus.parse(value);
    };
    let status = await next();
    while (status.running) status = await next();
    expect(status).toMatchObject({ failure: { error: { code: 'file.notFound' } } });
    // Work goes on.
    await client.tags.create({ handle, name: 'more' });
    mkdirSync(gone);
    await client.safety.backUp({ handle });
    while (status.last === null || status.running) status = await next();
    expect(status).toMatchObject({ failure: null, changedSince: false, last: { reason: 'asked' } });
    await client.cases.close({ handle });
    while ((await events.next()).done !== true);
  });
});

describe('a backup before a merge', () => {
  test('is made by the engine and by the command line alike, as the case was', async () => {
    const folder = new BackupFolder(join(testFolder(), 'backups'), true);
    const settings = new SettingsFile(testFolder());
    const desk = new Desk(
      settings,
      new Jobs(),
      () => {
        throw new Error('nobody works here');
      },
      () => '',
    );
    const backups = new Backups(desk, settings);
    const store = testCase();
    const { handle } = desk.keep(store);
    const before = contentHash(store);
    const made = await backups.before('merge', handle);
    expect(hashOf(made.path)).toBe(before);
    expect(backups.ofCase(handle)).toMatchObject([{ reason: 'merge', path: made.path }]);
    await backUpInto(folder, store, 'merge');
    expect(folder.list()).toMatchObject([{ reason: 'merge', title: 'A test' }]);
    await desk.closeAll();
  });
});

describe('what is done in a thread of its own', () => {
  test.each([undefined, 'open sesame'])(
    'leaves the case open and as it is (passphrase: %s)',
    async (passphrase) => {
      const { client, folder, path, handle } = await opened(passphrase);
      const out = join(folder, 'copy.casefile');
      await inThread({ kind: 'backup', path, passphrase, out });
      expect(hashOf(out, passphrase)).toBe(hashOf(path, passphrase));
      await client.tags.create({ handle, name: 'after' });
      expect(await client.safety.verify({ handle })).toMatchObject({ sound: true });
      await client.tags.create({ handle, name: 'and after that' });
    },
  );

  test('fails as it would here, and stops when it is asked to', async () => {
    const { folder, path } = await opened('open sesame');
    const out = join(folder, 'copy.casefile');
    const task = { kind: 'backup', path, out, passphrase: 'open barley' } as const;
    await expect(inThread(task)).rejects.toMatchObject({ code: 'case.passphraseWrong' });
    const stop = new AbortController();
    const stopped = inThread({ ...task, passphrase: 'open sesame' }, stop.signal);
    stop.abort();
    await expect(stopped).rejects.toMatchObject({ code: 'job.cancelled' });
    expect(existsSync(out)).toBe(false);
  });
});

describe('a damaged file', () => {
  test('is repaired into a new one, and not while it is open', async () => {
    const { client, folder, path, handle } = await opened();
    const out = join(folder, 'repaired.casefile');
    await expect(client.safety.repair({ path, out })).rejects.toEqual(failing('case.inUse'));
    const before = hashOf(path);
    await client.cases.close({ handle });
    const bytes = readFileSync(path);
    bytes.fill(0, 0, 100);
    writeFileSync(path, bytes);
    expect(await client.safety.repair({ path, out })).toMatchObject({
      out,
      totalLost: 0,
      history: { state: 'whole', kept: 2 },
    });
    expect(hashOf(out)).toBe(before);
  });
});
