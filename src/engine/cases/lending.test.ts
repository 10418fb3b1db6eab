import { join } from 'node:path';
import { expect, test } from 'vitest';
import { identityOfFolder } from '../identity/index.ts';
import { Jobs } from '../jobs/index.ts';
import { SettingsFile } from '../settings/index.ts';
import { openHere, openStore } from '../store/index.ts';
import { testActor, testFolder } from '../testing/index.ts';
import { Desk } from './index.ts';

function desk(passphrase?: string) {
  const folder = testFolder();
  const one = new Desk(
    new SettingsFile(folder),
    new Jobs(),
    () => identityOfFolder(folder),
    () => join(folder, 'before'),
  );
  const path = join(folder, 'one.casefile');
  const { handle } = one.create({
    path,
    title: 'One',
    reference: '',
    language: 'en',
    handling: 'AMBER',
    summary: '',
    passphrase,
  });
  const rename = (title: string) =>
    one.during(handle, async () => one.update(handle, { title }).title);
  return { desk: one, handle, path, rename };
}

test.each([undefined, 'open sesame'])(
  'a file that was lent is its borrower’s alone, calls wait, and it is back afterwards (passphrase: %s)',
  async (passphrase) => {
    const { desk: one, handle, path, rename } = desk(passphrase);
    const order: string[] = [];
    const renamed = Promise.withResolvers<unknown>();
    await one.lend(handle, async (file) => {
      expect(openHere(path)).toBeUndefined();
      renamed.resolve(rename('Two').then((title) => order.push(title)));
      const store = openStore(file.path, { passphrase: file.passphrase, actor: testActor });
      expect(store.opening.access).toBe('write');
      await Promise.resolve();
      store.gesture('tag.create', (writer) =>
        writer.insert('tag', { id: 'a', name: 'lent', color: '#000000', createdAt: '' }),
      );
      store.close();
      order.push('lent');
    });
    await renamed.promise;
    expect(order).toEqual(['lent', 'Two']);
    expect(one.store(handle).all('SELECT name FROM tag')).toEqual([{ name: 'lent' }]);
    expect(one.describe(handle).info.title).toBe('Two');
    await one.closeAll();
  },
);

test('a file is back when the work fails, and closing waits for it', async () => {
  const { desk: one, handle, path } = desk();
  const failing = one.lend(handle, async () => {
    await Promise.resolve();
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(one.describe(handle).access).toBe('write');
  const [begun, gate] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const order: string[] = [];
  const lent = one.lend(handle, async () => {
    begun.resolve();
    await gate.promise;
    order.push('ended');
  });
  await begun.promise;
  const closed = one.close(handle).then(() => order.push('closed'));
  gate.resolve();
  await closed;
  expect(order).toEqual(['ended', 'closed']);
  await lent;
  expect(openHere(path)).toBeUndefined();
});

test('a case that is locked while its file is lent is locked once it is back', async () => {
  const { desk: one, handle, path, rename } = desk('open sesame');
  await one.lend(handle, async () => {
    await Promise.resolve();
    expect(one.lock(handle)).toEqual({ locked: true, waiting: true });
  });
  await expect(rename('Two')).rejects.toThrow(expect.objectContaining({ code: 'case.locked' }));
  await expect.poll(() => openHere(path)).toBeUndefined();
  expect(one.unlock(handle, 'open sesame').info.title).toBe('One');
  await one.closeAll();
});
