import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { Backups } from '../../backups/index.ts';
import { Desk } from '../../cases/index.ts';
import { createTag, listTags } from '../../annotations/index.ts';
import { ageRecipientOf, identityOfFolder } from '../../identity/index.ts';
import { Jobs } from '../../jobs/index.ts';
import { SettingsFile } from '../../settings/index.ts';
import { contentHash, undoSteps } from '../../store/index.ts';
import { testFolder } from '../../testing/index.ts';
import { exportPackage } from '../export-package.ts';
import { Merging } from '../merging/index.ts';
import { openPackage } from '../open-package.ts';
import { dropsIn } from './drops.ts';
import type { Trusted } from './sharing.ts';
import { SharedFolders } from './index.ts';

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

/** One laptop of the team, with its own settings and key. */
async function laptop(name: string) {
  const folder = join(testFolder(), name);
  mkdirSync(folder);
  const settings = new SettingsFile(folder);
  settings.change({ analyst: { name, initials: '', organization: '' } });
  const jobs = new Jobs();
  const identity = identityOfFolder(folder);
  const desk = new Desk(
    settings,
    jobs,
    () => identity,
    () => join(folder, 'before'),
  );
  const backups = new Backups(desk, settings);
  const merging = new Merging({ desk, backups, identity: () => identity });
  const trusted: Trusted[] = [];
  const sharing = new SharedFolders({
    desk,
    merging,
    identity: () => identity,
    trusted: () => trusted,
    configFolder: folder,
  });
  ends.push(async () => {
    merging.close();
    await sharing.close();
    await desk.closeAll();
    await backups.close();
  });
  const card: Trusted = {
    fingerprint: identity.fingerprint,
    ageRecipient: await ageRecipientOf(identity.ageIdentity),
  };
  return { folder, desk, identity, sharing, trusted, card, path: join(folder, 'one.casefile') };
}

type Laptop = Awaited<ReturnType<typeof laptop>>;

/** A case on one laptop, as its handle. */
function started({ desk, path }: Laptop): string {
  return desk.create({
    path,
    title: 'One',
    reference: '',
    language: 'en',
    handling: 'AMBER',
    summary: '',
  }).handle;
}

/** The same case on another. */
async function copied(from: Laptop, handle: string, to: Laptop): Promise<string> {
  const pack = join(to.folder, 'one.casepack');
  await exportPackage(from.desk.store(handle), pack, { record: false });
  return to.desk.keep(await openPackage(pack, to.path, { actor: to.desk.actor })).handle;
}

function tag({ desk }: Laptop, handle: string, name: string): void {
  createTag(desk.store(handle), { name, parent: null });
}

const names = ({ desk }: Laptop, handle: string): string[] =>
  listTags(desk.store(handle))
    .map(({ name }) => name)
    .toSorted();

function stopped({ sharing }: Laptop, handle: string, takeAway = false) {
  return sharing.set({ handle, path: null, encrypted: true, confirmedRed: false, takeAway });
}

async function team() {
  const [ana, bruno] = [await laptop('Ana'), await laptop('Bruno')];
  ana.trusted.push(bruno.card);
  bruno.trusted.push(ana.card);
  const one = started(ana);
  const copy = await copied(ana, one, bruno);
  const shared = testFolder();
  const share = (person: Laptop, handle: string, encrypted = true) =>
    person.sharing.set({ handle, path: shared, encrypted, confirmedRed: false, takeAway: false });
  return { ana, bruno, one, copy, shared, share };
}

test.each([true, false])(
  'what was done on one laptop comes to the other, and nothing goes round for ever (encrypted: %s)',
  async (encrypted) => {
    const { ana, bruno, one, copy, shared, share } = await team();
    tag(ana, one, 'arms');
    expect(await share(ana, one, encrypted)).toMatchObject({ state: 'idle', waiting: [] });
    tag(bruno, copy, 'boats');
    await share(bruno, copy, encrypted);
    expect(names(bruno, copy)).toEqual(['arms', 'boats']);
    await ana.sharing.sync(one);
    expect(names(ana, one)).toEqual(['arms', 'boats']);
    await bruno.sharing.sync(copy);
    expect(contentHash(ana.desk.store(one))).toBe(contentHash(bruno.desk.store(copy)));
    const { id } = ana.desk.describe(one).info;
    for (let round = 0; round < 3; round += 1) {
      await ana.sharing.sync(one);
      await bruno.sharing.sync(copy);
    }
    const settled = dropsIn(shared, id).map(({ name }) => name);
    await ana.sharing.sync(one);
    await bruno.sharing.sync(copy);
    expect(dropsIn(shared, id).map(({ name }) => name)).toEqual(settled);
    const words = dropsIn(shared, id).map(({ path }) => readFileSync(path).toString('latin1'));
    expect(words.every((text) => text.startsWith(encrypted ? 'age-encryption' : 'PK'))).toBe(true);
  },
);

test('what came by itself is no step of undo: that is still what was done here', async () => {
  const { ana, bruno, one, copy, share } = await team();
  await share(ana, one);
  tag(ana, one, 'arms');
  tag(bruno, copy, 'boats');
  await share(bruno, copy);
  await ana.sharing.sync(one);
  expect(names(ana, one)).toEqual(['arms', 'boats']);
  expect(undoSteps(ana.desk.store(one)).undo).toMatchObject({ label: 'tag.create' });
});

test('who is not trusted is not heard, until they are', async () => {
  const { ana, bruno, one, copy, share } = await team();
  ana.trusted.length = 0;
  tag(bruno, copy, 'boats');
  await share(bruno, copy, false);
  expect(await share(ana, one, false)).toMatchObject({
    waiting: [{ why: 'unknownKey', by: { name: 'Bruno' } }],
  });
  expect(names(ana, one)).toEqual([]);
  ana.trusted.push(bruno.card);
  expect(await ana.sharing.sync(one)).toMatchObject({ waiting: [] });
  expect(names(ana, one)).toEqual(['boats']);
});

test('who comes to be trusted later can read all that was dropped', async () => {
  const { ana, bruno, one, copy, share } = await team();
  const trusted = bruno.trusted.splice(0);
  tag(bruno, copy, 'boats');
  await share(bruno, copy);
  expect(await share(ana, one)).toMatchObject({ waiting: [{ why: 'encrypted' }] });
  bruno.trusted.push(...trusted);
  await bruno.sharing.sync(copy);
  expect(await ana.sharing.sync(one)).toMatchObject({ waiting: [] });
  expect(names(ana, one)).toEqual(['boats']);
});

test('what lies there in plain goes when sharing is begun again encrypted', async () => {
  const { bruno, copy, shared, share } = await team();
  tag(bruno, copy, 'boats');
  await share(bruno, copy, false);
  await share(bruno, copy, true);
  const words = dropsIn(shared, bruno.desk.describe(copy).info.id).map(({ path }) =>
    readFileSync(path).toString('latin1'),
  );
  expect(words).toHaveLength(1);
  expect(words[0]?.startsWith('age-encryption')).toBe(true);
});

test('a package that is still being copied waits, and is taken in when it is whole', async () => {
  const { ana, bruno, one, copy, shared, share } = await team();
  tag(bruno, copy, 'boats');
  await share(bruno, copy);
  const [drop] = dropsIn(shared, ana.desk.describe(one).info.id);
  const whole = join(testFolder(), 'whole');
  copyFileSync(drop?.path ?? '', whole);
  truncateSync(drop?.path ?? '', 300);
  writeFileSync(join(dirname(drop?.path ?? ''), '.sync-conflict.tmp'), 'x');
  expect(await share(ana, one)).toMatchObject({ waiting: [{ why: 'damaged', file: drop?.name }] });
  copyFileSync(whole, drop?.path ?? '');
  expect(await ana.sharing.sync(one)).toMatchObject({ waiting: [] });
  expect(names(ana, one)).toEqual(['boats']);
});

test('a package that builds upon one that has not come waits for it', async () => {
  const { ana, bruno, one, copy, shared, share } = await team();
  await share(bruno, copy);
  tag(bruno, copy, 'boats');
  await bruno.sharing.sync(copy);
  tag(bruno, copy, 'cars');
  await bruno.sharing.sync(copy);
  const second = dropsIn(shared, ana.desk.describe(one).info.id)[1];
  const away = join(testFolder(), 'away');
  copyFileSync(second?.path ?? '', away);
  truncateSync(second?.path ?? '', 0);
  const { waiting } = await share(ana, one);
  expect(waiting.map(({ why }) => why).toSorted()).toEqual(['damaged', 'incomplete']);
  expect(names(ana, one)).toEqual([]);
  copyFileSync(away, second?.path ?? '');
  expect(await ana.sharing.sync(one)).toMatchObject({ waiting: [] });
  expect(names(ana, one)).toEqual(['boats', 'cars']);
});

test('a folder that is not there is no failure, and the case does not wait for it', async () => {
  const { ana, one, share, shared } = await team();
  await share(ana, one);
  rmSync(shared, { recursive: true });
  tag(ana, one, 'arms');
  expect(await ana.sharing.sync(one)).toMatchObject({ state: 'absent', error: null });
  mkdirSync(shared);
  expect(await ana.sharing.sync(one)).toMatchObject({ state: 'idle' });
  expect(readdirSync(shared)).toHaveLength(1);
});

test('what is red is asked about, and a folder that is none is refused', async () => {
  const { ana, one, shared } = await team();
  ana.desk.update(one, { handling: 'RED' });
  const set = (path: string, confirmedRed: boolean) =>
    ana.sharing.set({ handle: one, path, encrypted: true, confirmedRed, takeAway: false });
  await expect(set(shared, false)).rejects.toMatchObject({ code: 'handover.red' });
  await expect(set(join(shared, 'none'), true)).rejects.toMatchObject({ code: 'file.notFound' });
  expect(await set(shared, true)).toMatchObject({ state: 'idle', path: shared });
  expect(await stopped(ana, one)).toMatchObject({
    state: 'off',
    path: null,
  });
});

test('how many have not all that was put there is told, by what they put there afterwards', async () => {
  const { ana, bruno, one, copy, share } = await team();
  tag(ana, one, 'arms');
  expect(await share(ana, one)).toMatchObject({ left: { packages: 1, others: 0, untaken: 0 } });
  // What Bruno dropped says that he had it.
  await share(bruno, copy);
  expect(await ana.sharing.sync(one)).toMatchObject({ left: { others: 1, untaken: 0 } });
  tag(ana, one, 'boats');
  expect(await ana.sharing.sync(one)).toMatchObject({ left: { others: 1, untaken: 1 } });
  await bruno.sharing.sync(copy);
  expect(await ana.sharing.sync(one)).toMatchObject({ left: { others: 1, untaken: 0 } });
});

test('what was put there stays when sharing ends, and comes to who had not seen it', async () => {
  const { ana, bruno, one, copy, shared, share } = await team();
  tag(ana, one, 'arms');
  await share(ana, one);
  expect(await stopped(ana, one)).toMatchObject({
    state: 'off',
    path: null,
    left: { packages: 0, others: 0, untaken: 0 },
  });
  expect(dropsIn(shared, ana.desk.describe(one).info.id)).toHaveLength(1);
  await share(bruno, copy);
  expect(names(bruno, copy)).toEqual(['arms']);
});

test('what was put there is taken away when that is asked for, and nothing of others', async () => {
  const { ana, bruno, one, copy, shared, share } = await team();
  const { id } = ana.desk.describe(one).info;
  const { replica } = ana.desk.store(one);
  tag(ana, one, 'arms');
  await share(ana, one);
  await share(bruno, copy);
  const own = join(shared, id, replica);
  const ofOthers = () => dropsIn(shared, id).filter((drop) => drop.replica !== replica);
  const theirs = ofOthers();
  writeFileSync(join(own, 'what somebody laid here'), 'x');
  writeFileSync(join(own, '.01890000-0000-7000-8000-000000000000.part'), 'half of a package');
  expect(await stopped(ana, one, true)).toMatchObject({ state: 'off', path: null });
  expect(readdirSync(own)).toEqual(['what somebody laid here']);
  expect(ofOthers()).toEqual(theirs);
  expect(theirs.length).toBeGreaterThan(0);
  // Begun again, all is dropped anew, and what came meanwhile is taken in.
  tag(bruno, copy, 'boats');
  await bruno.sharing.sync(copy);
  await share(ana, one);
  expect(names(ana, one)).toEqual(['arms', 'boats']);
  await bruno.sharing.sync(copy);
  expect(contentHash(ana.desk.store(one))).toBe(contentHash(bruno.desk.store(copy)));
});

test('nothing is left of a case that only this computer shared', async () => {
  const { ana, one, shared, share } = await team();
  await share(ana, one);
  await stopped(ana, one, true);
  expect(readdirSync(shared)).toEqual([]);
});

test('a case is still shared where what was put there cannot be taken away', async () => {
  const { ana, one, shared, share } = await team();
  await share(ana, one);
  rmSync(shared, { recursive: true });
  await expect(stopped(ana, one, true)).rejects.toMatchObject({ code: 'file.notFound' });
  expect(ana.sharing.status(one)).toMatchObject({ path: shared });
  expect(await stopped(ana, one)).toMatchObject({ state: 'off' });
});
