import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { PackageOptions } from '#contract/exchange.ts';
import { newId } from '#shared/id.ts';
import {
  contentHash,
  mergeChangeSets,
  verifyStore,
  versionVector,
  type CaseStore,
  type ClosedChangeSet,
} from '../store/index.ts';
import { closing, giveText, testFolder } from '../testing/index.ts';
import { exportOptions, exportPackage, mergePackage, openPackage, PackageReader } from './index.ts';
import { actor, addSource, emptyCase, fullCase, unasked } from './testing/full-case.ts';

let folder: string;
const at = (name: string) => join(folder, name);
beforeEach(() => {
  folder = testFolder();
});

function tagged(store: CaseStore, name: string): void {
  store.gesture('tag.create', (writer) =>
    writer.insert('tag', { id: newId(), name, color: '#000000', createdAt: '' }),
  );
}

async function setsOf(path: string): Promise<{ reader: PackageReader; sets: ClosedChangeSet[] }> {
  const reader = await PackageReader.open(path);
  const sets: ClosedChangeSet[] = [];
  for await (const set of reader.changeSets()) sets.push(set);
  reader.close();
  return { reader, sets };
}

/** Two copies of one case. */
async function copies(): Promise<[CaseStore, CaseStore]> {
  const one = closing(fullCase(at('one.casefile')));
  await exportPackage(one, at('one.casepack'), unasked);
  return [one, closing(await openPackage(at('one.casepack'), at('two.casefile'), { actor }))];
}

describe('a delta', () => {
  test('has what came since, and that makes the other copy the same', async () => {
    const [one, two] = await copies();
    const since = versionVector(two);
    tagged(one, 'later');
    tagged(one, 'later still');
    await exportPackage(one, at('d.casepack'), { ...unasked, since });
    const { reader, sets } = await setsOf(at('d.casepack'));
    expect(reader.manifest).toMatchObject({ scope: 'delta', base: since, known: [], withheld: [] });
    expect(reader.manifest.counts).toMatchObject({ changeSets: 2, tags: 2, sources: 0 });
    expect(reader.texts).toEqual([]);
    expect(mergeChangeSets(two, sets).taken).toBe(2);
    expect(contentHash(two)).toBe(contentHash(one));
  });

  test('brings the texts and originals of new sources, and not those that are there', async () => {
    const [one, two] = await copies();
    const since = versionVector(two);
    one.gesture('source.import', (writer) => {
      addSource(writer, at('new'), Buffer.from('new document'), ['new words']);
      // What another source has already.
      addSource(writer, at('old'), Buffer.from('another'), ['Nothing of note.']);
    });
    await exportPackage(one, at('d.casepack'), { ...unasked, since });
    const { reader } = await setsOf(at('d.casepack'));
    expect([reader.texts.length, reader.blobs.length]).toEqual([1, 1]);
    expect(reader.manifest.known).toHaveLength(2);
    expect(reader.manifest.handling).toBe('RED');
  });

  test('brings the text of a source that was read again, and where its words stand', async () => {
    const [one, two] = await copies();
    const since = versionVector(two);
    const { id = '' } = one.one<{ id: string }>('SELECT id FROM source LIMIT 1') ?? {};
    const before = one.one<{ text: string }>(
      'SELECT text_sha256 AS text FROM source WHERE id = ?',
      id,
    );
    giveText(one, id, ['Read otherwise.'], { layout: 'places' });
    await exportPackage(one, at('d.casepack'), { ...unasked, since });
    const { reader, sets } = await setsOf(at('d.casepack'));
    const { text, layout } = one.one<{ text: string; layout: string }>(
      'SELECT text_sha256 AS text, layout_sha256 AS layout FROM source WHERE id = ?',
      id,
    ) ?? { text: '', layout: '' };
    expect(reader.texts).toEqual([text]);
    expect(reader.blobs).toEqual([layout]);
    // The text that it had is there by what came before.
    expect(reader.manifest.known).toEqual([before?.text]);
    expect(reader.manifest.handling).toBe('RED');
    expect(() => mergeChangeSets(two, sets)).toThrow(
      expect.objectContaining({ code: 'merge.incomplete' }),
    );
    await mergePackage(two, at('d.casepack'));
    expect(contentHash(two)).toBe(contentHash(one));
    // The case of these tests has a date without its bounds.
    const { findings } = await verifyStore(two);
    expect(findings.filter(({ check }) => check !== 'dates')).toEqual([]);
  });

  test('is marked by what is in it alone', async () => {
    const [one, two] = await copies();
    const since = versionVector(two);
    tagged(one, 'harmless');
    await exportPackage(one, at('d.casepack'), { since, record: false });
    expect((await setsOf(at('d.casepack'))).reader.manifest.handling).toBe('CLEAR');
    one.gesture('note.add', (writer) =>
      writer.insert('note', {
        id: newId(),
        subjectTable: 'source',
        subjectId: one.one<{ id: string }>('SELECT id FROM source')?.id ?? '',
        body: 'on what is marked',
        createdAt: '',
      }),
    );
    await expect(
      exportPackage(one, at('e.casepack'), { since, record: false }),
    ).rejects.toMatchObject({ code: 'handover.red' });
  });

  test('is no case by itself', async () => {
    const store = closing(emptyCase(at('one.casefile')));
    await exportPackage(store, at('d.casepack'), { ...unasked, since: versionVector(store) });
    await expect(
      openPackage(at('d.casepack'), at('two.casefile'), { actor }),
    ).rejects.toMatchObject({ code: 'package.onlyChanges' });
  });

  test('counts on nothing that this case has not', async () => {
    const store = closing(fullCase(at('one.casefile')));
    const since = { [newId()]: 7, [store.replica]: 1_000_000 };
    await exportPackage(store, at('d.casepack'), { ...unasked, since });
    const { reader, sets } = await setsOf(at('d.casepack'));
    expect(reader.manifest.base).toEqual(versionVector(store));
    expect(sets).toEqual([]);
  });
});

describe('what leaves', () => {
  test('is written down in the case, once the package is whole', async () => {
    const store = closing(fullCase(at('one.casefile')));
    const vector = versionVector(store);
    const made = await exportPackage(store, at('out.casepack'), {
      confirmedRed: true,
      purpose: 'trial',
      recipient: { name: 'Luz Mora', key: '' },
    });
    expect(made.recorded).toBe(true);
    const last = store.one<{ label: string }>('SELECT label FROM change_set ORDER BY id DESC');
    expect(last?.label).toBe('case.handOver');
    const row = store.one<Record<string, unknown>>('SELECT * FROM handover ORDER BY id DESC');
    expect(row).toMatchObject({
      format: 'casepack',
      scope: 'whole',
      recipient: 'Luz Mora',
      purpose: 'trial',
      handling: 'RED',
      file_name: 'out.casepack',
      sha256: made.sha256,
      byte_size: made.byteSize,
      signed: 0,
      encrypted: 0,
    });
    expect(JSON.parse(String(row?.['vector']))).toEqual(vector);
  });

  test('is told not to be written down where the case cannot be written', async () => {
    closing(fullCase(at('one.casefile')));
    const reading = closing(
      (await import('../store/index.ts')).openStore(at('one.casefile'), { actor }),
    );
    const made = await exportPackage(reading, at('out.casepack'), { confirmedRed: true });
    expect(made.recorded).toBe(false);
  });

  test('asks again about what is TLP:RED, in what is deleted, too', async () => {
    const store = closing(emptyCase(at('one.casefile')));
    await exportPackage(store, at('a.casepack'), { record: false });
    const id = newId();
    store.gesture('entity.create', (writer) =>
      writer.insert('entity', {
        id,
        kind: 'person',
        schema: 'Person',
        handling: 'RED',
        createdAt: '',
      }),
    );
    store.gesture('entity.remove', (writer) => writer.remove('entity', id));
    await expect(exportPackage(store, at('b.casepack'))).rejects.toMatchObject({
      code: 'handover.red',
    });
  });
});

describe('what a colleague gets next', () => {
  const key = 'A'.repeat(52);
  const identity = () => {
    throw new Error('nothing is signed');
  };
  const asked = (store: CaseStore, options: object) =>
    exportOptions(store, PackageOptions.parse({ sign: false, confirmedRed: true, ...options }), {
      actor: actor(),
      identity,
    });
  const next = (store: CaseStore) => asked(store, { scope: 'delta', deltaFor: key });

  test('is what came since what they were handed', async () => {
    const store = closing(fullCase(at('one.casefile')));
    expect(() => next(store)).toThrow(expect.objectContaining({ code: 'recipient.unknown' }));
    const first = asked(store, { recipient: { name: 'Luz', key } });
    await exportPackage(store, at('a.casepack'), first);
    const handed = next(store);
    expect(handed.recipient).toEqual({ name: '', key });
    await exportPackage(store, at('b.casepack'), handed);
    const { reader, sets } = await setsOf(at('b.casepack'));
    expect(reader.manifest.scope).toBe('delta');
    // That the first left is what came since.
    expect(sets.map(({ label }) => label)).toEqual(['case.handOver']);
  });

  test('is not what they had when they handed over something themselves', async () => {
    const [ours, theirs] = await copies();
    const before = versionVector(theirs);
    tagged(theirs, 'theirs');
    // Theirs is handed to us twice: by the second, their journal says what they had at the first.
    await exportPackage(theirs, at('first.casepack'), { confirmedRed: true });
    await exportPackage(theirs, at('second.casepack'), { ...unasked, since: before });
    const { sets } = await setsOf(at('second.casepack'));
    mergeChangeSets(ours, sets);
    tagged(ours, 'ours');
    const asking = asked(ours, { scope: 'delta', since: theirs.replica });
    await exportPackage(ours, at('d.casepack'), { ...asking, record: false });
    const sent = await setsOf(at('d.casepack'));
    expect(sent.sets.map(({ label }) => label)).toEqual(['tag.create']);
    expect(sent.reader.texts).toEqual([]);
    expect(mergeChangeSets(theirs, sent.sets).taken).toBe(1);
    expect(contentHash(theirs)).toBe(contentHash(ours));
  });

  test('is all that they are not known to have, where their journal says nothing of it', async () => {
    const [ours, theirs] = await copies();
    const before = versionVector(theirs);
    tagged(theirs, 'theirs');
    await exportPackage(theirs, at('first.casepack'), { ...unasked, since: before });
    const { sets } = await setsOf(at('first.casepack'));
    mergeChangeSets(ours, sets);
    const { since } = asked(ours, { scope: 'delta', since: theirs.replica });
    expect(Object.keys(since ?? {})).toEqual([theirs.replica]);
  });

  test('is a part again, chosen as before, when that is what they got', async () => {
    const store = closing(fullCase(at('one.casefile')));
    const part = {
      scope: 'partial',
      selection: { handling: 'GREEN' },
      dropNotes: true,
      redactions: [{ text: 'después', codeName: 'antes' }],
      recipient: { name: 'Luz', key },
    };
    await exportPackage(store, at('a.casepack'), asked(store, part));
    const again = next(store);
    expect(again).toMatchObject({
      since: undefined,
      selection: { handling: 'GREEN' },
      dropNotes: true,
      redactions: [{ entity: null, text: 'después', codeName: 'antes' }],
    });
    await exportPackage(store, at('b.casepack'), again);
    expect((await setsOf(at('b.casepack'))).reader.manifest.scope).toBe('partial');
  });
});
