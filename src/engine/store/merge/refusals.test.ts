import { afterEach, describe, expect, test, vi } from 'vitest';
import { addNote } from '../../notes/index.ts';
import { caseInfo } from '../../cases/index.ts';
import { testCase } from '../../testing/index.ts';
import {
  changeSetsBeyond,
  contentHash,
  mergeChangeSets,
  stageChangeSets,
  verifyStore,
  versionVector,
} from '../index.ts';
import { give, ids, newTag, person, settle, two } from '../testing/replicas.ts';

afterEach(() => vi.useRealTimers());

describe('another case', () => {
  test('comes in when that is wanted, with all its ids, and the file stays the case it is', async () => {
    const one = testCase();
    const other = testCase();
    const entity = person(other, 'Marta Luz');
    const { id: theirs } = caseInfo(other);
    addNote(other, { table: 'case', id: theirs }, 'What is it about?');
    const { id: ours } = caseInfo(one);
    expect(() => give(other, one)).toThrow(expect.objectContaining({ code: 'merge.otherCase' }));
    give(other, one, { otherCase: true });
    expect(ids(one, 'case_file')).toEqual([ours]);
    expect(ids(one, 'entity')).toEqual([entity]);
    expect(one.one('SELECT subject_id AS subject FROM note')).toEqual({ subject: ours });
    expect((await verifyStore(one)).findings).toEqual([]);
    // From then on what comes from there is no surprise.
    newTag(other, 'movement');
    other.gesture('case.update', (writer) => writer.update('caseFile', theirs, { title: 'New' }));
    give(other, one);
    expect(ids(one, 'tag')).toHaveLength(1);
    expect(ids(one, 'case_file')).toEqual([ours]);
    // Nobody is told that the other case is gone.
    give(one, other, { otherCase: true });
    expect(ids(other, 'case_file')).toEqual([theirs]);
    expect((await verifyStore(other)).findings).toEqual([]);
  });
});

describe('a clock that is far ahead', () => {
  test('is told, and what it dates comes in only when that is wanted', () => {
    const [one, other] = two();
    vi.useFakeTimers({ toFake: ['Date'] });
    const at = Date.now() + 3 * 86_400_000;
    vi.setSystemTime(at);
    newTag(one, 'movement');
    vi.useRealTimers();
    expect(() => give(one, other)).toThrow(
      expect.objectContaining({
        code: 'merge.clockAhead',
        details: { replica: one.replica, at: new Date(at).toISOString() },
      }),
    );
    expect(give(one, other, { acceptClock: true }).taken).toBe(1);
  });
});

describe('a merge under way', () => {
  test('can be ended, and then nothing has changed', async () => {
    const [one, other] = two();
    for (let at = 0; at < 30; at += 1) person(one, `Person ${at}`);
    const before = contentHash(other);
    const vector = versionVector(other);
    const sets = () => changeSetsBeyond(one, vector);
    const staged = await stageChangeSets(other, sets());
    const refused: unknown[] = [];
    const left: string[] = [];
    for (let asked = 1, done = false; !done; asked += 1) {
      let more = asked;
      try {
        mergeChangeSets(other, staged, { isCancelled: () => (more -= 1) === 0 });
        done = true;
      } catch (error) {
        refused.push(error);
        left.push(`${contentHash(other)} ${JSON.stringify(versionVector(other))}`);
      }
    }
    expect(refused.length).toBeGreaterThan(3);
    const cancelled: unknown = expect.objectContaining({ code: 'job.cancelled' });
    expect(refused).toEqual(refused.map(() => cancelled));
    expect(new Set(left)).toEqual(new Set([`${before} ${JSON.stringify(vector)}`]));
    staged.close();
    await expect(stageChangeSets(other, sets(), { isCancelled: () => true })).rejects.toMatchObject(
      { code: 'job.cancelled' },
    );
    await settle([one, other]);
  });

  test('tells how far it is', () => {
    const [one, other] = two();
    person(one, 'Marta Luz');
    const told: number[] = [];
    give(one, other, { onProgress: (done, total) => told.push(done / total) });
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told.at(-1)).toBe(1);
  });

  test('takes no notice of what the file got by another merge meanwhile', async () => {
    const [one, other] = two();
    newTag(one, 'movement');
    const staged = await stageChangeSets(other, changeSetsBeyond(one, versionVector(other)));
    give(one, other);
    expect(mergeChangeSets(other, staged)).toEqual({ taken: 0, mended: 0, leftOut: 0 });
    staged.close();
  });
});
