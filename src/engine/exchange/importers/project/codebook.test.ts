import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createTag, listTags } from '../../../annotations/index.ts';
import { contentHash } from '../../../store/index.ts';
import { testCase, testFolder } from '../../../testing/index.ts';
import { exportCodebook } from '../../refi/index.ts';
import { importForeign, previewForeign } from '../index.ts';
import { code, guid } from '../testing/build-project.ts';

const options = { update: false, leaveOut: { kinds: [], keys: [] } };

function file(codes: string, rest = '', start = ''): string {
  const path = join(testFolder(), 'codes.qdc');
  writeFileSync(
    path,
    `${start}<?xml version="1.0" encoding="utf-8"?>\n<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Other 9"><Codes>${codes}</Codes>${rest}</CodeBook>`,
  );
  return path;
}

describe('a codebook', () => {
  test('comes in with what it says of its codes, whatever stands before its first element', async () => {
    const store = testCase();
    const codes = code(guid(1), 'Actors', {
      color: '#FFAABBCC',
      inner: `<Description>Who acts.</Description>${code('no guid', 'Police', { isCodable: 'false' })}${code(guid(1), 'Press')}`,
    });
    const sets = `<Sets><Set guid="${guid(5)}" name="Empty"/></Sets>`;
    const path = file(codes, sets, '\uFEFF\n ');
    const preview = await previewForeign(store, { path });
    expect(preview).toMatchObject({ format: 'qdc', origin: 'Other 9' });
    expect(preview.items.map(({ title }) => title)).toEqual([
      'Actors',
      'Actors / Police',
      'Actors / Press',
    ]);
    expect(preview.remarks.map((remark) => remark.code).toSorted()).toEqual([
      'badId',
      'noColor',
      'notCodable',
      'sameId',
      'set',
    ]);
    await importForeign(store, { path, ...options });
    expect(listTags(store)).toMatchObject([
      { name: 'Actors', id: guid(1), color: '#aabbcc', description: 'Who acts.' },
      { name: 'Police', parent: guid(1) },
      { name: 'Press', parent: guid(1) },
    ]);
    const before = contentHash(store);
    expect(await importForeign(store, { path, ...options })).toMatchObject({
      made: [],
      changed: 0,
    });
    expect(contentHash(store)).toBe(before);
  });

  test('that this program wrote comes back as it was', async () => {
    const store = testCase();
    const parent = createTag(store, {
      name: 'Actors & “others” <1>',
      parent: null,
      description: 'Who\nacts.',
      inclusion: 'When named.',
      exclusion: 'When guessed.',
    });
    createTag(store, { name: 'Police', parent, color: '#102030' });
    const path = join(testFolder(), 'out.qdc');
    exportCodebook(store, path, '0.0.0');
    expect((await previewForeign(store, { path })).items.map(({ state }) => state)).toEqual([
      'same',
      'same',
    ]);
    const other = testCase();
    await importForeign(other, { path, ...options });
    expect(listTags(other)).toEqual(listTags(store));
  });

  test('with tags of the same name at the same place knows them, and leaves their words', async () => {
    const store = testCase();
    const id = createTag(store, { name: 'actors', parent: null, color: '#000000' });
    const path = file(
      code(guid(1), 'Actors', { color: '#ffffff', inner: code(guid(2), 'Police') }),
    );
    expect((await previewForeign(store, { path })).items).toMatchObject([
      { title: 'Actors / Police', state: 'new' },
      { title: 'Actors', state: 'changed', record: id, matched: 'name' },
    ]);
    await importForeign(store, { path, ...options });
    expect(listTags(store)).toMatchObject([
      { id, name: 'actors', color: '#000000' },
      { name: 'Police', parent: id },
    ]);
  });
});
