import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DossierContent } from '#contract/dossier.ts';
import { addAttribute, addEvidence, createEntity } from '../entities/index.ts';
import { addPhoto, updatePhoto } from '../photos/index.ts';
import { removeSource, updateSource } from '../sources/index.ts';
import {
  backupStore,
  changeSetsBeyond,
  mergeChangeSets,
  openStore,
  undo,
  versionVector,
  type CaseStore,
} from '../store/index.ts';
import {
  addSource,
  closing,
  pictures,
  secrets,
  spanOf,
  telling,
  testActor,
  testCase,
  testFolder,
} from '../testing/index.ts';
import { buildDossier } from './index.ts';
import { linesOf } from './testing/lines.ts';

const person = { kind: 'person' as const, name: 'Rosa Lind', aliases: [] };
const build = (store: CaseStore, asked: Partial<DossierContent>) =>
  buildDossier(store, DossierContent.parse(asked), testActor());

describe('what supports a fact', () => {
  /** A person whose birth three sources tell of. */
  function toldThrice() {
    const store = testCase();
    const entity = createEntity(store, person);
    const texts = [['Born in 1980, it says.'], ['She was born in 1980.'], ['Rosa, born in 1980']];
    const sources = texts.map((text, at) => addSource(store, text, { title: `Source ${at}` }));
    const [first = '', ...others] = sources;
    const spanIn = (source: string, at: number) => spanOf(source, texts[at] ?? [], 'in 1980');
    const { fact } = addAttribute(store, {
      entity,
      property: 'birthDate',
      value: '1980',
      since: '',
      until: '',
      passage: spanOf(first, texts[0] ?? [], 'in 1980'),
      stance: 'supports',
      credibility: '2',
    });
    for (const [at, source] of others.entries()) {
      addEvidence(store, {
        fact: { kind: 'attribute', id: fact },
        passage: at === 1 ? spanOf(source, texts[2] ?? [], 'born') : spanIn(source, at + 1),
        stance: 'supports',
        credibility: '3',
      });
    }
    const independent = () => {
      const { model } = build(store, { subjects: [entity] });
      const [born] = linesOf(model, 'particulars').attributes;
      return { citations: born?.citations.length, independent: born?.independent };
    };
    return { store, entity, sources, independent };
  }

  test('corroborates it as often as there are origins: what repeats a source is no second one', () => {
    const { store, entity, sources, independent } = toldThrice();
    const [first = '', second = '', third = ''] = sources;
    expect(independent()).toEqual({ citations: 3, independent: 3 });
    updateSource(store, second, { derivesFrom: first });
    expect(independent()).toEqual({ citations: 3, independent: 2 });
    updateSource(store, third, { derivesFrom: second });
    expect(independent()).toEqual({ citations: 3, independent: 1 });
    const { model } = build(store, { subjects: [entity] });
    expect(
      model.sources.map(({ number, title, derivesFrom, derivesFromTitle }) => [
        title,
        derivesFromTitle,
        derivesFrom === null ? null : model.sources[derivesFrom - 1]?.number === number,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ['Source 0', null, null],
        ['Source 1', 'Source 0', false],
        ['Source 2', 'Source 1', false],
      ]),
    );
  });

  test('has its origin named where that is not printed, unless it may not be', () => {
    const { store, entity, sources } = toldThrice();
    const [first = ''] = sources;
    const origin = addSource(store, ['The wire.'], { title: 'Wire of the agency' });
    updateSource(store, first, { derivesFrom: origin });
    const named = (most?: 'AMBER') => {
      const asked = { subjects: [entity], ...(most === undefined ? {} : { most }) };
      const { model } = build(store, asked);
      const source = model.sources.find(({ title }) => title === 'Source 0');
      return [source?.derivesFrom, source?.derivesFromTitle, model.marking];
    };
    updateSource(store, origin, { handling: 'RED' });
    expect(named()).toEqual([null, 'Wire of the agency', 'RED']);
    expect(named('AMBER')[1]).toBeNull();
  });
});

describe('the custody of a source', () => {
  test('says who brought it into the case and when, once, also when it was gone for a while', () => {
    const store = testCase();
    const source = addSource(store, ['A page.'], { title: 'A page' });
    removeSource(store, source);
    undo(store, 'undo');
    const { model } = build(store, { kind: 'register' });
    expect(model.sources).toMatchObject([
      { custody: [{ by: testActor().name, act: 'imported', at: expect.stringMatching(/Z$/) }] },
    ]);
  });

  test('says when it came with a colleague’s work', async () => {
    const one = testCase();
    // A copy of a case file is a file of its own when it is opened.
    const copy = join(testFolder(), 'colleague.casefile');
    await backupStore(one, copy);
    const other = closing(openStore(copy, { actor: testActor }));
    addSource(one, ['A page.'], { title: 'A page' });
    const withheld = one
      .all<{ sha256: string; text: string }>('SELECT sha256, text_sha256 AS text FROM source')
      .flatMap(({ sha256, text }) => [sha256, text]);
    mergeChangeSets(other, changeSetsBeyond(one, versionVector(other)), { withheld });
    expect(build(other, { kind: 'register' }).model.sources).toMatchObject([
      { custody: [{ act: 'merged' }] },
    ]);
    expect(build(one, { kind: 'register' }).model.sources).toMatchObject([
      { custody: [{ act: 'imported' }] },
    ]);
  });
});

describe('photographs', () => {
  test('are printed without what the camera wrote, with their source, in their order', () => {
    const store = testCase();
    const entity = createEntity(store, person);
    const source = addSource(store, ['A page.'], { title: 'An album' });
    const path = join(testFolder(), 'rosa.jpg');
    writeFileSync(path, telling(pictures.jpeg, 6));
    const id = addPhoto(store, { entity, path, caption: 'At the quay', credit: 'Jan', source });
    const { model, files } = build(store, { subjects: [entity] });
    const [photograph, ...others] = linesOf(model, 'photographs').photographs;
    expect(others).toEqual([]);
    expect(photograph).toMatchObject({
      id,
      entity,
      caption: 'At the quay',
      credit: 'Jan',
      sourceNumber: 1,
      handling: null,
    });
    expect(model.sources).toMatchObject([{ number: 1, title: 'An album' }]);
    const printed = Buffer.from(files.get(photograph?.file ?? '') ?? []).toString('latin1');
    expect(printed.length).toBeGreaterThan(100);
    for (const secret of secrets) expect(printed).not.toContain(secret);
    updatePhoto(store, id, { handling: 'RED' });
    expect(build(store, { subjects: [entity] }).model.marking).toBe('RED');
    const withheld = build(store, { subjects: [entity], most: 'AMBER' }).model;
    expect(withheld.withheld?.photographs).toBe(1);
    expect(withheld.sections.map((section) => section.id)).not.toContain('photographs');
    expect(withheld.marking).toBe('AMBER');
  });
});
