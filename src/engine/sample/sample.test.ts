import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Entity } from '#contract/entity.ts';
import { caseInfo } from '../cases/index.ts';
import { getEntity, listEntities } from '../entities/index.ts';
import { exportPackage, openPackage } from '../exchange/index.ts';
import { listFindings } from '../findings/index.ts';
import { citationPattern, citedIn } from '#shared/citation.ts';
import { closeExtraction, listSources } from '../sources/index.ts';
import type { CaseStore } from '../store/index.ts';
import { createSampleFile } from './index.ts';
import { sampleRecipe } from './recipe.ts';

const actor = () => ({ name: 'Ana Ruiz', initials: 'AR', organization: '' });
let folder: string;
let store: CaseStore;
let entities: Entity[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'legajo-sample-'));
  store = await createSampleFile(join(folder, 'muestra.casefile'), 'es', actor);
  const all = { filter: '', sort: 'name' as const, offset: 0, limit: 1000 };
  entities = listEntities(store, all).items.map(({ id }) => getEntity(store, id));
});
afterAll(async () => {
  store.close();
  await closeExtraction();
  rmSync(folder, { recursive: true, force: true });
});

const called = (name: string) =>
  entities.filter((entity) => entity.names.some(({ value }) => value === name));
const facts = () =>
  entities.flatMap(({ names, attributes, links }) => [...names, ...attributes, ...links]);

describe('the sample case', () => {
  test('says on its first page what it is, in the language asked for', () => {
    const info = caseInfo(store);
    expect(info).toMatchObject({ language: 'es', handling: 'CLEAR' });
    expect(info.title).toMatch(/^Muestra/);
    expect(info.summary).toMatch(/caso de muestra.*31 de diciembre de 2025.*alegación/i);
  });

  test('holds all that its recipe has', () => {
    const recipe = sampleRecipe();
    const names = recipe.entities.flatMap((entity) => entity.names);
    const attributes = recipe.entities.flatMap((entity) => entity.attributes);
    const quotes = new Set(
      [...names, ...attributes, ...recipe.links]
        .flatMap(({ evidence }) => evidence)
        .concat(recipe.passages.map((one) => ({ ...one, stance: 'supports', credibility: '6' })))
        .map(({ source, quote }) => `${source} ${quote}`),
    );
    expect(caseInfo(store).counts).toMatchObject({
      sources: recipe.sources.length,
      tags: recipe.tags.length,
      entities: recipe.entities.length,
      names: names.length,
      attributes: attributes.length,
      links: recipe.links.length,
      findings: recipe.findings.length,
      excerpts: quotes.size,
      changeSets: 2,
    });
  });

  test('is as large as a first look needs', () => {
    const kinds = Map.groupBy(entities, (entity) => entity.kind);
    expect(kinds.get('person')?.length).toBeGreaterThanOrEqual(12);
    expect(kinds.get('organization')?.length).toBeGreaterThanOrEqual(6);
    expect(kinds.get('location')?.length).toBeGreaterThanOrEqual(10);
    const aliased = kinds.get('person')?.filter((one) => one.names.some((n) => n.kind === 'alias'));
    expect(aliased?.length).toBeGreaterThanOrEqual(6);
  });

  test('has its sources graded, in two languages, with where they come from', () => {
    const { items } = listSources(store, {
      filter: '',
      sort: 'title',
      descending: false,
      offset: 0,
      limit: 10,
    });
    expect(items.map(({ language }) => language).toSorted()).toEqual([
      'en',
      'en',
      'en',
      'es',
      'es',
    ]);
    expect(new Set(items.map(({ reliability }) => reliability))).toEqual(new Set(['B', 'C', 'D']));
    expect(items.every(({ published, publisher }) => published !== '' && publisher !== '')).toBe(
      true,
    );
  });

  test('draws conclusions that cite passages, of whom it is about and of the case, in its language', () => {
    const [subject] = called('Héctor Rusthenford Guerrero Flores');
    const findings = listFindings(store, subject?.id ?? null).concat(listFindings(store, null));
    expect(findings).toHaveLength(4);
    const passages = new Set(
      store.all<{ id: string }>('SELECT id FROM excerpt').map(({ id }) => id),
    );
    for (const { body } of [...findings, { body: subject?.summary ?? '' }]) {
      const cited = citedIn(body);
      expect(cited.length).toBeGreaterThan(0);
      expect(cited.filter((id) => !passages.has(id))).toEqual([]);
      expect(body.replaceAll(citationPattern, '')).not.toContain('[[');
    }
    expect(findings.some(({ body }) => body.includes('cárcel') || body.includes('toma'))).toBe(
      true,
    );
    expect(findings.every(({ confidence }) => confidence !== null)).toBe(true);
  });

  test('has one witness for a spelling that one source repeats from another', () => {
    const [subject] = called('Héctor Rusthenford Guerrero Flores');
    const spelling = subject?.names.find(({ value }) => value.includes('Rustherford'));
    const supporting = spelling?.evidence.filter(({ stance }) => stance === 'supports');
    expect(new Set(supporting?.map(({ source }) => source)).size).toBe(2);
    expect(spelling?.sources).toBe(1);
  });

  test('rests every fact on a passage that supports it', () => {
    const without = facts().filter(
      (fact) => !fact.evidence.some((one) => one.stance === 'supports'),
    );
    expect(without).toEqual([]);
  });

  test('shows the days on which the raid is said to have been', () => {
    const days = entities
      .flatMap(({ attributes }) => attributes)
      .filter(({ value, disputed }) => /^2023-09-2[01]$/.test(value) && disputed);
    expect(new Set(days.map(({ value }) => value))).toEqual(new Set(['2023-09-20', '2023-09-21']));
  });

  test('shows the numbers of states the group is said to be present in', () => {
    const [group] = called('Tren de Aragua');
    const counts = group?.attributes.filter(({ value }) =>
      /^(?:7|9|seven|nine|siete|nueve)\b/.test(value),
    );
    expect(counts?.filter(({ disputed }) => disputed)).toHaveLength(2);
  });

  test('shows both spellings of a name, each spoken against', () => {
    const [subject] = called('Héctor Rusthenford Guerrero Flores');
    expect(subject).toBeDefined();
    expect(called('Héctor Rustherford Guerrero Flores')).toEqual([subject]);
    const spellings = subject?.names.filter(({ value }) =>
      /Rusthe(?:n|r)ford Guerrero Flores/.test(value),
    );
    expect(spellings?.map(({ disputed }) => disputed)).toEqual([true, true]);
  });

  test('can be handed on like any other', async () => {
    await exportPackage(store, join(folder, 'muestra.casepack'), {
      confirmedRed: true,
      record: false,
    });
    const path = join(folder, 'otra.casefile');
    const again = await openPackage(join(folder, 'muestra.casepack'), path, { actor });
    expect(caseInfo(again).counts).toEqual(caseInfo(store).counts);
    again.close();
  });

  test('is not made over a file that is there', async () => {
    await expect(createSampleFile(store.opening.path, 'en', actor)).rejects.toMatchObject({
      code: 'case.exists',
    });
    expect(existsSync(store.opening.path)).toBe(true);
  });
});
