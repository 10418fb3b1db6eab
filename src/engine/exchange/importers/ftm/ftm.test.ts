import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createEntity, getEntity } from '../../../entities/index.ts';
import { contentHash, undo, verifyStore, type CaseStore } from '../../../store/index.ts';
import { testCase, testFolder } from '../../../testing/index.ts';
import { importForeign, previewForeign } from '../index.ts';

const options = { update: false, leaveOut: { kinds: [], keys: [] } };

interface Ftm {
  id: string;
  schema: string;
  properties?: Record<string, unknown>;
}

function file(lines: readonly (Ftm | string)[], name = 'entities.ftm.json'): string {
  const path = join(testFolder(), name);
  writeFileSync(
    path,
    lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
  );
  return path;
}

const entitiesOf = (store: CaseStore) =>
  store
    .all<{ id: string }>(`SELECT id FROM entity ORDER BY id`)
    .map(({ id }) => getEntity(store, id))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));

const harbour: Ftm[] = [
  {
    id: 'p1',
    schema: 'Person',
    properties: {
      name: ['Rosa Lind', 'LIND, Rosa'],
      alias: ['La Rubia'],
      weakAlias: ['Rosie'],
      previousName: ['Rosa Berg'],
      birthDate: ['1971-05-03T00:00:00'],
      nationality: ['no'],
      notes: ['Seen at the pier.'],
      sourceUrl: ['https://example.org/rosa'],
      shoeSize: ['41'],
      addressEntity: ['a1'],
    },
  },
  {
    id: 'c1',
    schema: 'Company',
    properties: { name: ['Harbour Holding'], incorporationDate: ['1999'], leiCode: ['X1'] },
  },
  { id: 'a1', schema: 'Address', properties: { full: ['1 Pier, Bergen'], city: ['Bergen'] } },
  {
    id: 'd1',
    schema: 'Directorship',
    properties: {
      director: ['p1'],
      organization: ['c1'],
      role: ['chair'],
      startDate: ['2001-02'],
      endDate: ['2003'],
      proof: ['doc9'],
    },
  },
  {
    id: 'o1',
    schema: 'Ownership',
    properties: { owner: ['p1'], asset: ['c1'], percentage: ['51'], startDate: ['about 2001'] },
  },
  {
    id: 'pass1',
    schema: 'Passport',
    properties: { holder: ['p1'], number: ['N123'], country: ['no'], endDate: ['2030'] },
  },
];

describe('FollowTheMoney entities', () => {
  test('become entities with their names, attributes, links and notes', async () => {
    const store = testCase();
    const path = file(harbour);
    const preview = await previewForeign(store, { path });
    expect(preview).toMatchObject({ format: 'ftm', itemCount: 3, table: null });
    expect(preview.remarks.map(({ code, name, where }) => [code, name, where])).toEqual([
      ['unknownProperty', 'Person.shoeSize', '1'],
      ['badDate', 'about 2001', '5'],
    ]);
    await importForeign(store, { path, ...options });
    const [address, company, rosa] = entitiesOf(store);
    expect(rosa?.names.map(({ kind, value }) => [kind, value]).toSorted()).toEqual([
      ['alias', 'La Rubia'],
      ['alias', 'Rosie'],
      ['former', 'Rosa Berg'],
      ['primary', 'Rosa Lind'],
      ['variant', 'LIND, Rosa'],
    ]);
    const facts = rosa?.attributes.map(({ property, value, until }) => [
      property,
      value,
      until.text,
    ]);
    expect(facts?.toSorted()).toEqual([
      ['birthDate', '1971-05-03', ''],
      ['foreignId', 'p1', ''],
      ['nationality', 'no', ''],
      ['passportNumber', 'N123', '2030'],
      ['shoeSize', '41', ''],
      ['sourceUrl', 'https://example.org/rosa', ''],
    ]);
    expect(rosa?.notes.map(({ body }) => body).toSorted()).toEqual([
      'Passport N123\ncountry: no',
      'Seen at the pier.',
    ]);
    expect(company).toMatchObject({
      name: 'Harbour Holding',
      schema: 'Company',
      kind: 'organization',
    });
    expect(address).toMatchObject({ name: '1 Pier, Bergen', kind: 'location' });
    const links = store.all<{
      type: string;
      role: string;
      since: string;
      until: string;
      note: string;
    }>(
      `SELECT l.type, l.role, l.since, l.until, n.body AS note FROM link l
       LEFT JOIN note n ON n.subject_table = 'link' AND n.subject_id = l.id ORDER BY l.type`,
    );
    expect(links).toEqual([
      { type: 'Directorship', role: 'chair', since: '2001-02', until: '2003', note: 'proof: doc9' },
      {
        type: 'Ownership',
        role: '',
        since: '',
        until: '',
        note: 'percentage: 51\nstartDate: about 2001',
      },
      { type: 'Residence', role: '', since: '', until: '', note: null },
    ]);
    expect((await verifyStore(store)).findings).toEqual([]);
  });

  test('taken in a second time change nothing, and one undo takes them back', async () => {
    const store = testCase();
    const before = contentHash(store);
    const path = file(harbour);
    await importForeign(store, { path, ...options });
    const after = contentHash(store);
    expect(await importForeign(store, { path, ...options })).toMatchObject({
      made: [],
      changed: 0,
    });
    expect(contentHash(store)).toBe(after);
    const { totals } = await previewForeign(store, { path });
    expect(totals.every(({ state }) => state === 'same')).toBe(true);
    undo(store, 'undo');
    expect(contentHash(store)).toBe(before);
  });

  test('taken in twice at once come in once', async () => {
    const store = testCase();
    createEntity(store, { kind: 'person', name: 'Somebody', aliases: [] });
    const path = file(harbour);
    const both = await Promise.all([
      importForeign(store, { path, ...options }),
      importForeign(store, { path, ...options }),
    ]);
    expect(both.filter(({ made }) => made.length > 0)).toHaveLength(1);
    expect(entitiesOf(store)).toHaveLength(4);
  });

  test('of a later export add what is new to those that are there, and change nothing that was said', async () => {
    const store = testCase();
    await importForeign(store, { path: file(harbour), ...options });
    const [first] = harbour;
    const later = {
      id: 'p1',
      schema: 'Person',
      properties: { ...first?.properties, name: ['Rosa M. Lind'], gender: ['female'] },
    };
    const path = file([later]);
    const { items } = await previewForeign(store, { path });
    expect(items).toMatchObject([
      {
        state: 'changed',
        matched: 'id',
        changes: [
          { field: 'variant', old: '', new: 'Rosa M. Lind' },
          { field: 'gender', old: '', new: 'female' },
        ],
      },
    ]);
    expect(await importForeign(store, { path, ...options })).toMatchObject({ changed: 1 });
    expect(entitiesOf(store).map(({ name }) => name)).toContain('Rosa Lind');
  });

  test('keep ids that are UUIDs', async () => {
    const store = testCase();
    const id = '0192aaaa-bbbb-7ccc-8ddd-eeeeeeeeeeee';
    await importForeign(store, {
      path: file([{ id, schema: 'Person', properties: { name: ['A'] } }]),
      ...options,
    });
    expect(entitiesOf(store)).toMatchObject([{ id, name: 'A', attributes: [] }]);
  });

  test('that look like one of the case are offered, and stay two', async () => {
    const store = testCase();
    const there = createEntity(store, { kind: 'person', name: 'Rósa LIND', aliases: [] });
    createEntity(store, { kind: 'organization', name: 'Harbor Holding Ltd', aliases: [] });
    const path = file(harbour);
    const { candidates } = await previewForeign(store, { path });
    expect(new Map(candidates.map(({ title, name }) => [title, name]))).toEqual(
      new Map([
        ['Harbour Holding', 'Harbor Holding Ltd'],
        ['Rosa Lind', 'Rósa LIND'],
      ]),
    );
    expect(candidates.find(({ title }) => title === 'Rosa Lind')?.entity).toBe(there);
    const outcome = await importForeign(store, { path, ...options });
    expect(outcome.candidateCount).toBe(2);
    expect(entitiesOf(store)).toHaveLength(5);
    expect(store.all('SELECT 1 FROM resolution')).toEqual([]);
  });

  test('in pieces on several lines, or within one another, are put together', async () => {
    const store = testCase();
    const path = file([
      { id: 'x', schema: 'Person', properties: { name: ['Bo'] } },
      { id: 'x', schema: 'Person', properties: { name: ['Bo'], gender: ['male'] } },
      {
        id: 'm',
        schema: 'Membership',
        properties: {
          member: [{ id: 'x', schema: 'Person', properties: { title: ['Mr'] } }],
          organization: [{ id: 'y', schema: 'Organization', properties: { name: ['Crew'] } }],
        },
      },
    ]);
    await importForeign(store, { path, ...options });
    expect(entitiesOf(store)).toMatchObject([{ name: 'Bo' }, { name: 'Crew' }]);
    expect(store.all('SELECT type FROM link')).toEqual([{ type: 'Membership' }]);
    expect(
      store.all(`SELECT property FROM attribute WHERE property IN ('title', 'gender')`),
    ).toHaveLength(2);
  });

  test('of schemata that nobody knows are kept as things, and told', async () => {
    const store = testCase();
    const path = file([
      { id: 's', schema: 'Spaceship', properties: { name: ['Ark'], crew: ['9'] } },
      { id: 'k', schema: 'Succession', properties: { predecessor: ['s'], successor: ['t'] } },
      { id: 't', schema: 'Vessel', properties: {} },
    ]);
    const { remarks } = await previewForeign(store, { path });
    expect(remarks.map(({ code, name }) => [code, name])).toEqual([
      ['unknownSchema', 'Spaceship'],
      ['unknownProperty', 'Spaceship.crew'],
      ['unknownSchema', 'Succession'],
      ['noName', 'Vessel'],
    ]);
    await importForeign(store, { path, ...options });
    expect(entitiesOf(store).map(({ name, schema }) => [name, schema])).toEqual([
      ['Ark', 'Spaceship'],
      ['Vessel t', 'Vessel'],
    ]);
    expect(store.all('SELECT type, role FROM link')).toEqual([
      { type: 'UnknownLink', role: 'Succession' },
    ]);
  });

  test('on lines that cannot be read are told by their number, and the others come in', async () => {
    const store = testCase();
    const path = file([
      '\uFEFF{"id": "a", "schema": "Person", "properties": {"name": ["A"]}}',
      '{"id": "b", "schema": "Pers',
      '',
      '[]',
      '{"schema": "Person"}',
      '{"id": "e", "schema": "Family", "properties": {"person": ["a"], "relative": ["nobody"]}}',
      '{"id": "f", "schema": "Family", "properties": {"person": ["a"], "relative": ["a"]}}',
    ]);
    const { remarks, itemCount } = await previewForeign(store, { path });
    expect(itemCount).toBe(1);
    expect(remarks.map(({ code, where }) => [code, where])).toEqual([
      ['badLine', '2'],
      ['badLine', '4'],
      ['noId', '5'],
      ['missingEnd', '6'],
      ['linkToItself', '7'],
    ]);
  });

  test('of which not one can be read are refused', async () => {
    const store = testCase();
    await expect(previewForeign(store, { path: file(['{"a": 1}', '{']) })).rejects.toMatchObject({
      code: 'foreign.unreadable',
    });
  });

  test('left out by key or by kind are not taken in, nor the links to them', async () => {
    const store = testCase();
    const path = file(harbour);
    const { items } = await previewForeign(store, { path });
    const company = items.find(({ title }) => title === 'Harbour Holding')?.key ?? '';
    await importForeign(store, {
      path,
      update: false,
      leaveOut: { kinds: ['note', 'attribute'], keys: [company] },
    });
    expect(entitiesOf(store).map(({ name, attributes }) => [name, attributes.length])).toEqual([
      ['1 Pier, Bergen', 0],
      ['Rosa Lind', 0],
    ]);
    expect(store.all('SELECT type FROM link')).toEqual([{ type: 'Residence' }]);
  });
});
