import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { WatchedFolder } from '#contract/import.ts';
import { Desk } from '../cases/index.ts';
import { identityOfFolder } from '../identity/index.ts';
import { Jobs } from '../jobs/index.ts';
import { SettingsFile } from '../settings/index.ts';
import { testFolder } from '../testing/index.ts';
import { WatchedFolders } from './index.ts';

const failing = (code: string) => expect.objectContaining({ code });
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

function laptop(settingsFolder = testFolder()) {
  const identity = identityOfFolder(settingsFolder);
  const desk = new Desk(
    new SettingsFile(settingsFolder),
    new Jobs(),
    () => identity,
    () => join(settingsFolder, 'before'),
  );
  const watching = new WatchedFolders(desk, settingsFolder, 20);
  ends.push(async () => {
    await watching.close();
    await desk.closeAll();
  });
  return { desk, watching, settingsFolder };
}

function begun() {
  const all = laptop();
  const path = join(testFolder(), 'one.casefile');
  const opened = all.desk.create({
    path,
    title: 'One',
    reference: '',
    summary: '',
    handling: 'AMBER',
    language: 'en',
  });
  return { ...all, path, handle: opened.handle, folder: testFolder() };
}

/** How the folder stands as soon as it stands so; the test ends by its limit when it never does. */
async function once(
  watching: WatchedFolders,
  handle: string,
  is: (folder: WatchedFolder) => boolean,
): Promise<WatchedFolder> {
  for await (const status of watching.watch(handle)) if (is(status)) return status;
  throw new Error('the watching ended');
}

const names = ({ found }: WatchedFolder) => found.map(({ name }) => name);

test('what comes into the folder is offered, also within its folders, and what lay there is not', async () => {
  const { watching, handle, folder } = begun();
  writeFileSync(join(folder, 'old.txt'), 'old');
  mkdirSync(join(folder, 'within'));
  expect(await watching.set(handle, folder)).toMatchObject({ state: 'watching', count: 0 });
  writeFileSync(join(folder, 'new.txt'), 'new');
  writeFileSync(join(folder, 'within', 'deep.txt'), 'deep');
  // What programs leave beside documents, what is still being fetched, and what leads elsewhere.
  for (const name of ['.hidden', '~$letter.docx', 'page.html.part']) {
    writeFileSync(join(folder, name), 'x');
  }
  symlinkSync(join(folder, 'old.txt'), join(folder, 'link.txt'));
  const status = await once(watching, handle, ({ count }) => count === 2);
  expect(names(status)).toEqual(['new.txt', 'deep.txt']);
});

test('what was put aside comes back only when it has become another, also after a restart', async () => {
  const { desk, watching, handle, folder, path, settingsFolder } = begun();
  await watching.set(handle, folder);
  const file = join(folder, 'new.txt');
  writeFileSync(file, 'new');
  await once(watching, handle, ({ count }) => count === 1);
  expect(watching.putAside(handle, [file])).toMatchObject({ count: 0 });
  await watching.close();
  await desk.closeAll();

  const again = laptop(settingsFolder);
  const opened = again.desk.open(path);
  writeFileSync(join(folder, 'other.txt'), 'other');
  expect(names(await once(again.watching, opened.handle, ({ count }) => count > 0))).toEqual([
    'other.txt',
  ]);
  writeFileSync(file, 'new, and longer');
  expect(names(await once(again.watching, opened.handle, ({ count }) => count > 1))).toEqual([
    'new.txt',
    'other.txt',
  ]);
});

test('a folder that goes away is said to be absent, and watched again when it is back', async () => {
  const { watching, handle, folder } = begun();
  await watching.set(handle, folder);
  renameSync(folder, `${folder}-away`);
  await once(watching, handle, ({ state }) => state === 'absent');
  writeFileSync(join(`${folder}-away`, 'new.txt'), 'new');
  renameSync(`${folder}-away`, folder);
  expect(names(await once(watching, handle, ({ count }) => count === 1))).toEqual(['new.txt']);
});

test('watching ends when a person ends it, and no folder and no such folder are refused', async () => {
  const { watching, handle, folder } = begun();
  await watching.set(handle, folder);
  expect(await watching.set(handle, null)).toEqual({
    path: null,
    state: 'off',
    found: [],
    count: 0,
  });
  await expect(watching.set(handle, join(folder, 'none'))).rejects.toThrow(
    failing('file.notFound'),
  );
  rmSync(folder, { recursive: true });
  expect(watching.status(handle)).toMatchObject({ path: null, state: 'off' });
});
