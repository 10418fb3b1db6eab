import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { VerifyReport } from '#contract/safety.ts';
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
