import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { CaseError } from '#contract/error.ts';
import { createEntity } from '../../entities/index.ts';
import { addSource, closing, testActor, testCase, testFolder } from '../../testing/index.ts';
import {
  beginBlob,
  contentHash,
  verifyStore,
  versionVector,
  writeBlobChunk,
  type CaseStore,
} from '../../store/index.ts';
import { exportPackage } from '../export-package.ts';
import { openPackage } from '../open-package.ts';
import { lookThrough, mergePackage } from './index.ts';

afterEach(() => {
  vi.useRealTimers();
});

const unrecorded = { record: false };
const failing = (code: string, details: object = {}) =>
  expect.objectContaining({ code, details: expect.objectContaining(details) });
const person = (name: string) => ({ kind: 'person' as const, name, aliases: [] });

/** A case and the same at another team. */
async function twoTeams() {
  const folder = testFolder();
  const at = (name: string) => join(folder, name);
  const ours = testCase();
  createEntity(ours, person('Rosa Lind'));
  await exportPackage(ours, at('first.casepack'), unrecorded);
  const theirs = closing(
    await openPackage(at('first.casepack'), at('theirs.casefile'), {
      actor: () => ({ name: 'Bruno Lima', initials: 'BL', organization: '' }),
    }),
  );
  return { ours, theirs, at };
}

async function worked() {
  const teams = await twoTeams();
  const { theirs, at } = teams;
  const words = ['Jan Oort met Rosa Lind in Bergen.', 'It rained all day.'];
  addSource(theirs, words);
  const bytes = Buffer.from(words.join('\n\n'));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  theirs.replay((writer) => {
    beginBlob(writer, sha256, bytes.length);
    writeBlobChunk(writer, sha256, 0, bytes);
  });
  for (let number = 0; number < 30; number += 1) createEntity(theirs, person(`Person ${number}`));
  const pack = at('second.casepack');
  await exportPackage(theirs, pack, unrecorded);
  return { ...teams, pack };
}

/** All that a merge could change. */
function everything(store: CaseStore): string {
  const count = (table: string) =>
    store.one<{ n: number }>(`SELECT count(*) AS n FROM "${table}"`)?.n;
  return JSON.stringify([
    contentHash(store),
    ['change_set', 'change', 'segment', 'blob', 'blob_chunk', 'withheld', 'left_out'].map(count),
  ]);
}

/** What a merge fails with; null when it is done. */
const failure = (merging: Promise<unknown>): Promise<string | null> =>
  merging.then(
    () => null,
    (error: unknown) => (error instanceof CaseError ? error.code : String(error)),
  );

test('a merge that is given up, whenever that is, leaves the case as it was', async () => {
  const { ours, pack } = await worked();
  const before = everything(ours);
  const left: { failed: string | null; unchanged: boolean }[] = [];
  for (let failed: string | null = ''; failed !== null;) {
    let asked = 0;
    const isCancelled = () => {
      asked += 1;
      return asked > left.length;
    };
    failed = await failure(mergePackage(ours, pack, { isCancelled }));
    left.push({ failed, unchanged: everything(ours) === before });
  }
  expect(left.length).toBeGreaterThan(5);
  expect(left.pop()).toEqual({ failed: null, unchanged: false });
  const givenUp = { failed: 'job.cancelled', unchanged: true };
  expect(left).toEqual(left.map(() => givenUp));
  expect(ours.all('SELECT id FROM entity')).toHaveLength(31);
  expect(await verifyStore(ours)).toMatchObject({ sound: true });
});

test('a package that is cut short or altered anywhere changes nothing, or only what it says', async () => {
  const { theirs, pack, at } = await worked();
  const whole = readFileSync(pack);
  let made = 0;
  const another = async () => {
    made += 1;
    const path = at(`ours-${made}.casefile`);
    return closing(await openPackage(at('first.casepack'), path, { actor: testActor }));
  };
  let ours = await another();
  const before = contentHash(ours);
  const merged = contentHash(theirs);
  const altered = at('altered.casepack');
  const left: string[] = [];
  for (let part = 0; part < 40; part += 1) {
    const place = Math.floor((whole.length * part) / 40);
    const bytes = Buffer.from(whole);
    bytes[place] = (bytes[place] ?? 0) ^ 1;
    writeFileSync(altered, part % 2 === 0 ? bytes.subarray(0, place) : bytes);
    const failed = await failure(mergePackage(ours, altered));
    // Bytes that mean nothing, such as the time of a member, may be others.
    const right = contentHash(ours) === (failed === null ? merged : before);
    left.push(right ? (failed ?? 'merged') : `wrong after ${failed}`);
    if (failed === null) ours = await another();
  }
  expect(left.filter((one) => !/^(?:package\.|merge\.|merged$)/.test(one))).toEqual([]);
  expect(
    left.filter((one) => one === 'package.damaged' || one === 'package.notAPackage').length,
  ).toBeGreaterThan(20);
});

test('what builds on work that is nowhere is refused with the name of whose work it is', async () => {
  const { ours, theirs, at } = await twoTeams();
  createEntity(theirs, person('Jan Oort'));
  const since = versionVector(theirs);
  createEntity(theirs, person('Ada Moe'));
  const pack = at('delta.casepack');
  await exportPackage(theirs, pack, { ...unrecorded, since });
  const before = everything(ours);
  const missing = failing('merge.incomplete', { by: 'Bruno Lima' });
  await expect(mergePackage(ours, pack)).rejects.toEqual(missing);
  await expect(lookThrough(ours, pack, {})).rejects.toEqual(missing);
  expect(everything(ours)).toBe(before);
  const all = at('all.casepack');
  await exportPackage(theirs, all, { ...unrecorded, since: versionVector(ours) });
  expect(await mergePackage(ours, all)).toMatchObject({ taken: 2 });
  expect(await mergePackage(ours, pack)).toMatchObject({ taken: 0 });
});

test('a clock far ahead is told before anything is taken in, unless it was accepted', async () => {
  const { ours, theirs, at } = await twoTeams();
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3 * 24 * 60 * 60 * 1000 });
  createEntity(theirs, person('Jan Oort'));
  vi.useRealTimers();
  const pack = at('ahead.casepack');
  await exportPackage(theirs, pack, unrecorded);
  await expect(lookThrough(ours, pack, {})).rejects.toEqual(failing('merge.clockAhead'));
  await expect(mergePackage(ours, pack)).rejects.toEqual(failing('merge.clockAhead'));
  expect(await mergePackage(ours, pack, { acceptClock: true })).toMatchObject({ taken: 1 });
});

test('a part of a case is taken in with what it holds, and its sources stay without what was withheld', async () => {
  const { ours, theirs, at } = await worked();
  const pack = at('part.casepack');
  await exportPackage(theirs, pack, { ...unrecorded, withoutContents: 'all' });
  const looked = await lookThrough(ours, pack, {});
  expect(looked).toMatchObject({ contents: 0, unseen: 1 });
  await mergePackage(ours, pack, { seen: looked.seen });
  expect(ours.all('SELECT id FROM source')).toHaveLength(1);
  expect(ours.all('SELECT sha256 FROM withheld')).not.toHaveLength(0);
  expect(await verifyStore(ours)).toMatchObject({ sound: true });
  const all = at('all.casepack');
  await exportPackage(theirs, all, unrecorded);
  expect((await mergePackage(ours, all)).contents).toBeGreaterThan(0);
  expect(ours.all('SELECT sha256 FROM withheld')).toHaveLength(0);
  expect(await verifyStore(ours)).toMatchObject({ sound: true });
});
