import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DossierContent } from '#contract/dossier.ts';
import { tagPassage } from '../annotations/index.ts';
import { addAttribute, addEvidence, createEntity, updateEntity } from '../entities/index.ts';
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
  addCustodyEntry,
  addSource,
  closing,
  giveText,
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
import { contentHashOf, contentOf } from './verify/content-hash.ts';

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

describe('the register', () => {
  test('says where a source was retrieved, what it was in and what happened to it', () => {
    const store = testCase();
    const archive = addSource(store, ['papers.zip'], { title: 'Papers' });
    const source = addSource(store, ['A page.'], { title: 'A page' });
    store.gesture('source.update', (writer) =>
      writer.update('source', source, {
        retrievedFrom: 'The berth office',
        retrievedBy: 'J. Gil',
        retrievedWith: 'a scanner',
        containerId: archive,
        memberPath: 'letters/page.txt',
      }),
    );
    addCustodyEntry(store, source, {
      act: 'handedOver',
      party: 'The court',
      happened: '2024-05-06',
    });
    addCustodyEntry(store, source, { party: 'The port', happened: '2023-01-02', note: 'Sealed.' });
    const said = (most?: 'AMBER') => {
      const { model } = build(store, { kind: 'register', ...(most === undefined ? {} : { most }) });
      return model.sources.find(({ title }) => title === 'A page');
    };
    expect(said()).toMatchObject({
      retrievedFrom: 'The berth office',
      retrievedBy: 'J. Gil',
      retrievedWith: 'a scanner',
      container: 1,
      containerTitle: 'Papers',
      memberPath: 'letters/page.txt',
      log: [
        {
          act: 'received',
          party: 'The port',
          note: 'Sealed.',
          happened: '2023-01-02',
          actor: null,
        },
        { act: 'handedOver', party: 'The court', purpose: null },
      ],
    });
    // What it was in may not be named: neither that nor its place there.
    updateSource(store, archive, { handling: 'RED' });
    expect(said('AMBER')).toMatchObject({
      container: null,
      containerTitle: null,
      memberPath: null,
    });
    // An entry that names somebody who may not be named is not printed.
    const person = createEntity(store, { kind: 'person', name: 'The court', aliases: [] });
    updateEntity(store, person, { handling: 'RED' });
    expect(said('AMBER')?.log.map(({ party }) => party)).toEqual(['The port']);
    expect(said()?.log).toHaveLength(2);
  });

  test('names what a source was in where that is not printed, and is marked as that is', () => {
    const store = testCase();
    const archive = addSource(store, ['papers.zip'], { title: 'Papers' });
    const paragraphs = ['Rosa was there.'];
    const source = addSource(store, paragraphs, { title: 'A page' });
    updateSource(store, archive, { handling: 'RED' });
    const entity = createEntity(store, person);
    addAttribute(store, {
      entity,
      property: 'notes',
      value: 'there',
      since: '',
      until: '',
      passage: spanOf(source, paragraphs, 'there'),
      stance: 'supports',
      credibility: '2',
    });
    const asked = () => build(store, { subjects: [entity] }).model;
    expect(asked().marking).toBe('AMBER');
    store.gesture('source.update', (writer) =>
      writer.update('source', source, { containerId: archive, memberPath: 'page.txt' }),
    );
    expect(asked()).toMatchObject({
      marking: 'RED',
      sources: [{ container: null, containerTitle: 'Papers', memberPath: 'page.txt' }],
    });
  });
});

describe('a passage in a text that its source had before', () => {
  const before = ['Rosa was there.', 'The mole said so.'];

  function readAgain(now: readonly string[]) {
    const store = testCase();
    const source = addSource(store, before, { title: 'A page' });
    const entity = createEntity(store, person);
    addAttribute(store, {
      entity,
      property: 'notes',
      value: 'there',
      since: '',
      until: '',
      passage: spanOf(source, before, 'Rosa was there'),
      stance: 'supports',
      credibility: '2',
    });
    giveText(store, source, now, { carry: false });
    const printed = (most?: 'AMBER') =>
      build(store, { subjects: [entity], ...(most === undefined ? {} : { most }) }).model;
    return { store, source, printed };
  }

  test('is cited as standing in that, with its place and the words around it there', () => {
    const { printed } = readAgain(['Something else.']);
    expect(printed().excerpts).toMatchObject([
      { quotation: 'Rosa was there', place: '§ 1', former: true, suffix: '.\n\nThe mole said so.' },
    ]);
  });

  test('is printed without the words of one in the text of now that may not be read', () => {
    const { store, source, printed } = readAgain(['Once more: The mole said so.']);
    const secret = tagPassage(
      store,
      { source, start: 11, end: 27 },
      { name: 'secret', parent: null },
    ).excerpt;
    store.gesture('excerpt.update', (writer) =>
      writer.update('excerpt', secret, { handling: 'RED' }),
    );
    expect(printed('AMBER').excerpts).toMatchObject([
      { quotation: 'Rosa was there', suffix: '.\n\n' },
    ]);
    expect(JSON.stringify(printed('AMBER'))).not.toContain('mole');
  });

  test('makes what is said be something else than before it was left behind', () => {
    const { store, printed } = readAgain(['Something else.']);
    const after = contentHashOf(printed());
    undo(store, 'undo');
    expect(printed().excerpts).toMatchObject([{ former: false }]);
    expect(contentHashOf(printed())).not.toBe(after);
    const [excerpt] = printed().excerpts;
    // A dossier of an earlier version did not know to say so, and says the same.
    const { former: _former, ...known } = excerpt ?? { former: false };
    expect(JSON.stringify(contentOf(printed()))).toContain(JSON.stringify(known).slice(0, 60));
    expect(JSON.stringify(contentOf(printed()))).not.toContain('"former"');
    expect(JSON.stringify(contentOf(printed()))).not.toContain('"memberPath"');
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
