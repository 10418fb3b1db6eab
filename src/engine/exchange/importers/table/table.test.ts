import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { TableMapping } from '#contract/foreign-import.ts';
import { getEntity } from '../../../entities/index.ts';
import { contentHash, type CaseStore } from '../../../store/index.ts';
import { testCase, testFolder } from '../../../testing/index.ts';
import { importForeign, previewForeign } from '../index.ts';

const options = { update: false, leaveOut: { kinds: [], keys: [] } };

function file(content: string | Buffer, name = 'people.csv'): string {
  const path = join(testFolder(), name);
  writeFileSync(path, content);
  return path;
}

const entitiesOf = (store: CaseStore) =>
  store
    .all<{ id: string }>('SELECT id FROM entity')
    .map(({ id }) => getEntity(store, id))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));

const people = [
  'Name,Aliases,Date of birth,Employer,Role,Since,TLP,Notes,Shoe size',
  '"Lind, Rosa",La Rubia|Rosie,3/5/1971,Harbour Holding,clerk,2001,amber,"Seen at the pier,\ntwice.",41',
  'Bo Oort,,13/05/1980,Harbour Holding,,,,,',
  ',nobody,,,,,,,',
  'Bo Oort,,1981,,,,purple,,',
].join('\r\n');

describe('a table', () => {
  test('is shown with a mapping that its headings propose', async () => {
    const store = testCase();
    const { table, format } = await previewForeign(store, { path: file(people) });
    expect(format).toBe('csv');
    expect(table).toMatchObject({ rows: 4, proposed: true });
    expect(table?.mapping).toMatchObject({ delimiter: ',', encoding: 'utf-8', kind: 'person' });
    expect(
      table?.mapping.columns.map(({ role, property, separator }) => [role, property, separator]),
    ).toEqual([
      ['name', undefined, undefined],
      ['name', undefined, '|'],
      ['attribute', 'birthDate', undefined],
      ['link', undefined, undefined],
      ['linkRole', undefined, undefined],
      ['linkSince', undefined, undefined],
      ['handling', undefined, undefined],
      ['note', undefined, undefined],
      ['attribute', 'Shoe size', undefined],
    ]);
    expect(table?.columns[2]).toEqual({
      name: 'Date of birth',
      samples: ['3/5/1971', '13/05/1980', '1981'],
      filled: 3,
    });
  });

  test('becomes entities, each row one, with links to those that its cells name', async () => {
    const store = testCase();
    const path = file(people);
    const { remarks } = await previewForeign(store, { path });
    expect(remarks).toEqual([
      { code: 'noName', name: '', where: '4', count: 1 },
      { code: 'badValue', name: 'purple', where: '5', count: 1 },
    ]);
    await importForeign(store, { path, ...options });
    const [first, second, harbour, lind] = entitiesOf(store);
    expect([first?.name, second?.name, harbour?.name]).toEqual([
      'Bo Oort',
      'Bo Oort',
      'Harbour Holding',
    ]);
    expect(harbour).toMatchObject({ kind: 'organization' });
    expect(lind).toMatchObject({ name: 'Lind, Rosa', handling: 'AMBER' });
    expect(lind?.names.map(({ value }) => value).toSorted()).toEqual([
      'La Rubia',
      'Lind, Rosa',
      'Rosie',
    ]);
    expect(lind?.notes).toMatchObject([{ body: 'Seen at the pier,\ntwice.' }]);
    const dates = store.all<{ value: string }>(
      `SELECT value FROM attribute WHERE property = 'birthDate' ORDER BY value`,
    );
    // The third of May or the fifth of March: nobody can tell, so it stays as it is written.
    expect(dates.map(({ value }) => value)).toEqual(['1980-05-13', '1981', '3/5/1971']);
    expect(store.all('SELECT type, role, since FROM link ORDER BY role')).toEqual([
      { type: 'Employment', role: '', since: '' },
      { type: 'Employment', role: 'clerk', since: '2001' },
    ]);
  });

  test('taken in a second time changes nothing', async () => {
    const store = testCase();
    const path = file(people);
    await importForeign(store, { path, ...options });
    const after = contentHash(store);
    expect(await importForeign(store, { path, ...options })).toMatchObject({
      made: [],
      changed: 0,
    });
    expect(contentHash(store)).toBe(after);
  });

  test('is read as its mapping says', async () => {
    const store = testCase();
    const path = file('a;b;c\nAcme;ES;Rosa\nAcme;PT;Bo\n');
    const mapping = TableMapping.parse({
      kind: 'organization',
      rows: 'name',
      columns: [
        { column: 0, role: 'name' },
        { column: 1, role: 'attribute', property: 'country' },
        { column: 2, role: 'link', linkType: 'Ownership', reverse: true, otherKind: 'person' },
      ],
    });
    await importForeign(store, { path, mapping, ...options });
    const [acme, bo, rosa] = entitiesOf(store);
    expect(acme?.attributes.map(({ value }) => value).toSorted()).toEqual(['ES', 'PT']);
    expect([bo?.kind, rosa?.kind]).toEqual(['person', 'person']);
    expect(store.all('SELECT DISTINCT to_id AS id FROM link')).toEqual([{ id: acme?.id }]);
  });

  test('of which no column holds names is shown, and refused when it is to be taken in', async () => {
    const store = testCase();
    const path = file('x,y\n1,2\n');
    const mapping = TableMapping.parse({ columns: [{ column: 0, role: 'skip' }] });
    expect(await previewForeign(store, { path, mapping })).toMatchObject({
      itemCount: 0,
      table: { rows: 1, columns: [{ name: 'x' }, { name: 'y' }] },
      remarks: [{ code: 'noName' }],
    });
    await expect(importForeign(store, { path, mapping, ...options })).rejects.toMatchObject({
      code: 'foreign.noNames',
    });
  });

  test('finds rows by the ids that its cells name, and keeps those that are UUIDs', async () => {
    const store = testCase();
    const id = '0192aaaa-bbbb-7ccc-8ddd-eeeeeeeeeeee';
    const path = file(`id,name,relative\n${id},Rosa,2\n2,Bo,\n`);
    await importForeign(store, { path, ...options });
    expect(entitiesOf(store)).toMatchObject([{ name: 'Bo' }, { name: 'Rosa', id }]);
    expect(store.all('SELECT from_id AS id, type FROM link')).toEqual([{ id, type: 'Family' }]);
  });

  test.each([
    ['windows-1252', Buffer.from('Nombre;Pa\u00eds\nJos\u00e9 Mu\u00f1oz;Espa\u00f1a\n', 'latin1')],
    ['utf-8', Buffer.from('\uFEFFNombre\tPaís\nJosé Muñoz\tEspaña\n')],
    ['utf-16le', Buffer.from('\uFEFFNombre,País\r\nJosé Muñoz,España\r\n', 'utf16le')],
    ['utf-8', Buffer.from('sep=;\r\nNombre;País\r\n"José Muñoz";España\r\n')],
  ])('in %s is read whatever separates its columns', async (encoding, bytes) => {
    const store = testCase();
    const path = file(bytes);
    expect((await previewForeign(store, { path })).table?.mapping.encoding).toBe(encoding);
    await importForeign(store, { path, ...options });
    expect(entitiesOf(store)).toMatchObject([
      { name: 'José Muñoz', attributes: [{ property: 'country', value: 'España' }] },
    ]);
  });

  test('whose cells were kept from being formulas is read without what kept them', async () => {
    const store = testCase();
    await importForeign(store, { path: file(`name,phone\n"'=cmd()","'+34 600"\n`), ...options });
    expect(entitiesOf(store)).toMatchObject([
      { name: '=cmd()', attributes: [{ property: 'phone', value: '+34 600' }] },
    ]);
  });

  test('with rows longer or more broken than its head tells them', async () => {
    const store = testCase();
    const { remarks, itemCount } = await previewForeign(store, {
      path: file('name,age\nA,1,2\n"B,3\n'),
    });
    expect(itemCount).toBe(2);
    expect(remarks.map(({ code }) => code)).toEqual(expect.arrayContaining(['badRow']));
  });

  test('tells a column that is not read', async () => {
    const store = testCase();
    const mapping = TableMapping.parse({ columns: [{ column: 0, role: 'name' }] });
    const { remarks } = await previewForeign(store, {
      path: file('name,secret\nA,1\nB,\n'),
      mapping,
    });
    expect(remarks).toEqual([{ code: 'unknownColumn', name: 'secret', where: '2', count: 1 }]);
  });
});
