import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { newId } from '#shared/id.ts';
import { closing, testActor, testFolder } from '../testing/index.ts';
import { backupStore, contentHash, openStore, verifyStore } from './index.ts';
import { fullFile, wordsInside } from './testing/full-file.ts';

describe('a backup', () => {
  test.each([undefined, 'open sesame'])(
    'of a case with passphrase %s is the same case, sound, and as secret',
    async (passphrase) => {
      const folder = testFolder();
      const store = closing(await fullFile(folder, passphrase));
      const path = join(folder, 'copy.casefile');
      await backupStore(store, path);
      const bytes = readFileSync(path);
      const readable = wordsInside.filter((words) => bytes.includes(words));
      expect(readable.length > 0).toBe(passphrase === undefined);
      const copy = closing(openStore(path, { passphrase, access: 'read', actor: testActor }));
      expect(contentHash(copy)).toBe(contentHash(store));
      expect((await verifyStore(copy)).findings).toEqual([]);
      expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([]);
    },
  );

  test('holds one moment of a case that is being worked on', async () => {
    const folder = testFolder();
    const store = closing(await fullFile(folder));
    const path = join(folder, 'copy.casefile');
    let made = 0;
    await backupStore(store, path, {
      onProgress: () => {
        made += 1;
        store.gesture('tag.create', (writer) => {
          const row = { id: newId(), name: `tag ${made}`, color: '#000000', createdAt: '' };
          writer.insert('tag', row);
        });
      },
    });
    expect(made).toBeGreaterThan(0);
    const copy = closing(openStore(path, { access: 'read', actor: testActor }));
    expect((await verifyStore(copy)).findings).toEqual([]);
  });

  test('that is cancelled, or has no room, leaves nothing', async () => {
    const folder = testFolder();
    const store = closing(await fullFile(folder));
    const path = join(folder, 'copy.casefile');
    await expect(backupStore(store, path, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'job.cancelled',
    });
    expect(existsSync(path)).toBe(false);
    await expect(backupStore(store, store.opening.path)).rejects.toMatchObject({
      code: 'case.exists',
    });
    await expect(backupStore(store, join(folder, 'no', 'x.casefile'))).rejects.toMatchObject({
      code: 'file.notFound',
    });
  });
});
