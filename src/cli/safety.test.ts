import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CaseInfo } from '#contract/case.ts';
import { RepairReport, VerifyReport } from '#contract/safety.ts';
import { testFolder } from '#engine/testing/index.ts';
import { legajo } from './testing.ts';

/** A case file with one document, by the command line. */
async function caseWithDocument(folder: string): Promise<void> {
  writeFileSync(join(folder, 'letter.txt'), 'To the unmistakable harbourmaster.\n');
  await legajo(folder, 'new', 'one.casefile', '--title', 'One');
  await legajo(folder, 'import', 'one.casefile', 'letter.txt');
}

describe('legajo verify', () => {
  test('ends with 0 on a sound file, and with 1 on one of which a byte was changed', async () => {
    const folder = testFolder();
    await caseWithDocument(folder);
    const sound = await legajo(folder, 'verify', 'one.casefile', '--json');
    expect(sound.code).toBe(0);
    expect(VerifyReport.parse(sound.json())).toMatchObject({ sound: true, total: 0 });

    const path = join(folder, 'one.casefile');
    const bytes = readFileSync(path);
    bytes.write('X', bytes.indexOf('unmistakable'), 'latin1');
    writeFileSync(path, bytes);
    const changed = await legajo(folder, 'verify', 'one.casefile', '--json');
    expect(changed.code).toBe(1);
    const report = VerifyReport.parse(changed.json());
    expect(report.sound).toBe(false);
    expect(report.findings.length).toBeGreaterThan(0);
    expect((await legajo(folder, 'verify', 'one.casefile')).err).toContain('findings');
  });
});

describe('legajo backup', () => {
  test('makes a copy that is sound, and takes no place that is taken', async () => {
    const folder = testFolder();
    await caseWithDocument(folder);
    const made = await legajo(folder, 'backup', 'one.casefile', 'copy.casefile', '--json');
    expect(made.code).toBe(0);
    expect(made.json()).toMatchObject({ path: join(folder, 'copy.casefile') });
    expect((await legajo(folder, 'verify', 'copy.casefile')).code).toBe(0);
    const again = await legajo(folder, 'backup', 'one.casefile', 'copy.casefile');
    expect(again.code).toBe(1);
  });
});

describe('legajo backups and restore', () => {
  test('list what this computer keeps, and make a case file of it', async () => {
    const folder = testFolder();
    await caseWithDocument(folder);
    const info = (await legajo(folder, 'info', 'one.casefile', '--json')).json();
    expect((await legajo(folder, 'backups', '--json')).json()).toEqual([]);
    const { id } = CaseInfo.parse(info);
    const kept = join(folder, 'config', 'backups', `One ${id}`);
    mkdirSync(kept, { recursive: true });
    const backup = join(kept, '20260101T120000000Z-2-schedule.casefile');
    await legajo(folder, 'backup', 'one.casefile', backup);
    const listed = await legajo(folder, 'backups', 'one.casefile', '--json');
    expect(listed.json()).toMatchObject([
      {
        caseId: id,
        title: 'One',
        path: backup,
        reason: 'schedule',
        at: '2026-01-01T12:00:00.000Z',
      },
    ]);
    expect((await legajo(folder, 'backups')).out).toContain(backup);
    const restored = await legajo(folder, 'restore', backup, 'back.casefile', '--json');
    expect(restored.json()).toMatchObject({ path: join(folder, 'back.casefile') });
    expect((await legajo(folder, 'verify', 'back.casefile')).code).toBe(0);
    expect((await legajo(folder, 'restore', backup, 'back.casefile')).code).toBe(1);
    expect((await legajo(folder, 'restore', backup)).code).toBe(2);
  });
});

describe('legajo repair', () => {
  test('ends with 0 when a file was made, and says what is lost', async () => {
    const folder = testFolder();
    await caseWithDocument(folder);
    const path = join(folder, 'one.casefile');
    const bytes = readFileSync(path);
    bytes.fill(0, 0, 4096);
    writeFileSync(path, bytes);
    expect((await legajo(folder, 'info', 'one.casefile')).code).toBe(1);
    const run = await legajo(folder, 'repair', 'one.casefile', 'new.casefile', '--json');
    expect(run.code).toBe(0);
    expect(RepairReport.parse(run.json())).toMatchObject({
      out: join(folder, 'new.casefile'),
      totalLost: 0,
    });
    expect((await legajo(folder, 'verify', 'new.casefile')).code).toBe(0);
    const text = await legajo(folder, 'repair', 'one.casefile', 'other.casefile');
    expect(text.out).toContain('Nothing was lost.');
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  test('ends with 1 when nothing can be made, and with 2 when it is asked wrongly', async () => {
    const folder = testFolder();
    writeFileSync(join(folder, 'blank.casefile'), Buffer.alloc(8192));
    const run = await legajo(folder, 'repair', 'blank.casefile', 'new.casefile', '--json');
    expect(run.code).toBe(1);
    expect(run.err).toContain('case.notACaseFile');
    expect(existsSync(join(folder, 'new.casefile'))).toBe(false);
    expect((await legajo(folder, 'repair', 'blank.casefile')).code).toBe(2);
  });
});

describe('legajo rekey', () => {
  test('sets a passphrase and removes it again', async () => {
    const folder = testFolder();
    await caseWithDocument(folder);
    writeFileSync(join(folder, 'key'), 'open sesame\n');
    const run = (...words: string[]) => legajo(folder, 'rekey', 'one.casefile', ...words);
    expect((await run('--new-passphrase-file', 'key')).code).toBe(0);
    const path = join(folder, 'one.casefile');
    expect(readFileSync(path).includes('unmistakable')).toBe(false);
    expect((await run('--remove-passphrase')).err).toContain('encrypted');
    const removed = await run('--passphrase-file', 'key', '--remove-passphrase', '--json');
    expect(removed.json()).toMatchObject({ encrypted: false });
    expect(readFileSync(path).includes('unmistakable')).toBe(true);
    expect((await run()).code).toBe(2);
  });
});
