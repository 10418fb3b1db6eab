import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { tagPassage, untagPassage, updateTag } from '../../annotations/index.ts';
import { addName, judge } from '../../entities/index.ts';
import { addPhoto, listPhotos } from '../../photos/index.ts';
import { getSource, updateSource } from '../../sources/index.ts';
import { addSource, pictures, spanOf, testFolder } from '../../testing/index.ts';
import { exchange, ids, newTag, paragraphs, person, settle, two } from '../testing/replicas.ts';

describe('what may be there once', () => {
  test('a tag on a passage', async () => {
    let source = '';
    const [one, other] = two((store) => {
      source = addSource(store, paragraphs);
      tagPassage(store, spanOf(source, paragraphs, 'quay'), { name: 'place', parent: null });
      newTag(store, 'harbour');
    });
    for (const store of [one, other]) {
      tagPassage(store, spanOf(source, paragraphs, 'quay'), { name: 'harbour', parent: null });
    }
    await settle([one, other]);
    expect(ids(one, 'excerpt_tag')).toHaveLength(2);
    // Taken away, it does not come back with its twin.
    const tag = one.one<{ id: string }>(`SELECT id FROM tag WHERE name = 'harbour'`)?.id ?? '';
    untagPassage(one, ids(one, 'excerpt')[0] ?? '', tag);
    await settle([one, other]);
    expect(ids(other, 'excerpt_tag')).toHaveLength(1);
  });

  test('a judgement of a pair, which is the later one', async () => {
    let first = '';
    let second = '';
    const [one, other] = two((store) => {
      first = person(store, 'Marta Luz');
      second = person(store, 'M. Luz');
    });
    judge(one, { first, second, judgement: 'different', reason: 'ages' });
    judge(other, { first, second, judgement: 'same', reason: 'address' });
    await settle([one, other]);
    expect(one.all('SELECT judgement, reason FROM resolution')).toEqual([
      { judgement: 'same', reason: 'address' },
    ]);
  });

  test('a picture of an entity, with the later words', async () => {
    let entity = '';
    const [one, other] = two((store) => {
      entity = person(store, 'Marta Luz');
    });
    const path = join(testFolder(), 'marta.png');
    writeFileSync(path, pictures.png);
    addPhoto(one, { entity, path, caption: 'At the quay' });
    addPhoto(other, { entity, path, caption: 'On the quay', handling: 'RED' });
    await settle([one, other]);
    for (const store of [one, other]) {
      expect(listPhotos(store, entity)).toMatchObject([
        { caption: 'On the quay', handling: 'RED', here: true },
      ]);
    }
  });

  test('no ring of sources that derive from one another', () => {
    let first = '';
    let second = '';
    const [one, other] = two((store) => {
      first = addSource(store, paragraphs);
      second = addSource(store, ['Something else.']);
    });
    updateSource(one, first, { derivesFrom: second });
    updateSource(other, second, { derivesFrom: first });
    exchange([one, other]);
    for (const store of [one, other]) {
      expect(getSource(store, first).derivesFrom).toMatchObject({ id: second });
      expect(getSource(store, second).derivesFrom).toBeNull();
    }
  });

  test('a name of an entity, with the evidence of both, and one that is primary', async () => {
    let entity = '';
    let source = '';
    const [one, other] = two((store) => {
      entity = person(store, 'Marta Luz');
      source = addSource(store, paragraphs);
    });
    for (const [store, word] of [
      [one, 'quay'],
      [other, 'dawn'],
    ] as const) {
      addName(store, {
        entity: { entity },
        kind: 'alias',
        value: 'Lucita',
        passage: spanOf(source, paragraphs, word),
        stance: 'supports',
        credibility: '2',
      });
    }
    addName(one, {
      entity: { entity },
      kind: 'primary',
      value: 'Marta',
      stance: 'supports',
      credibility: '6',
    });
    addName(other, {
      entity: { entity },
      kind: 'primary',
      value: 'Luz',
      stance: 'supports',
      credibility: '6',
    });
    await settle([one, other]);
    expect(one.all('SELECT value, kind FROM name ORDER BY value')).toEqual([
      { value: 'Lucita', kind: 'alias' },
      { value: 'Luz', kind: 'primary' },
      { value: 'Marta', kind: 'variant' },
      { value: 'Marta Luz', kind: 'variant' },
    ]);
    expect(ids(one, 'evidence')).toHaveLength(2);
  });

  test('a way up from a tag: the later of two moves that make a ring puts its tag at the top', async () => {
    let a = '';
    let b = '';
    const [one, other] = two((store) => {
      a = newTag(store, 'a');
      b = newTag(store, 'b');
    });
    updateTag(one, a, { parent: b });
    updateTag(other, b, { parent: a });
    await settle([one, other]);
    expect(one.all('SELECT name, parent_id AS parent FROM tag ORDER BY name')).toEqual([
      { name: 'a', parent: b },
      { name: 'b', parent: null },
    ]);
  });
});
