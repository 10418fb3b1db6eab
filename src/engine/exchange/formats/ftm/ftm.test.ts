import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Model, defaultModel } from '@opensanctions/followthemoney';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ontology } from '../../../ontology.ts';
import { testFolder } from '../../../testing/index.ts';
import { bareCase, leftOf, richCase } from '../testing/rich-case.ts';
import { exportFtm } from './index.ts';
import { FtmModel } from './model.ts';
import { ftmDateOf, ftmValue } from './values.ts';

const Line = z.strictObject({
  id: z.string().min(1),
  schema: z.string(),
  properties: z.record(z.string(), z.array(z.string().min(1)).min(1)),
  referents: z.array(z.string()).optional(),
});
type Line = z.infer<typeof Line>;

const model = new Model(defaultModel);
const read = (path: string): unknown[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));

/** What FollowTheMoney's own model has against the entities: schemata, properties, types, ends, and who is named. */
function violations(lines: readonly Line[]): string[] {
  const found: string[] = [];
  const byId = new Map(lines.map((line) => [line.id, line]));
  if (byId.size !== lines.length) found.push('an id twice');
  for (const { id, schema: name, properties } of lines) {
    const schema = model.getSchema(name);
    if (schema.abstract) found.push(`${name} is abstract`);
    for (const required of [...schema.required, ...(schema.edge?.required ?? [])]) {
      if (properties[required] === undefined) found.push(`${name} ${id} has no ${required}`);
    }
    for (const [key, values] of Object.entries(properties)) {
      if (!schema.hasProperty(key)) {
        found.push(`${name}.${key}`);
        continue;
      }
      const property = schema.getProperty(key);
      if (property.stub) found.push(`${name}.${key} is a stub`);
      for (const value of values) {
        if (property.type.values.size > 0 && !property.type.values.has(value)) {
          found.push(`${name}.${key} ${value}`);
        }
        if (property.type.name === 'date' && !/^\d{4}(-\d\d(-\d\d(T[\d:]+)?)?)?$/.test(value)) {
          found.push(`${name}.${key} ${value}`);
        }
        if (!property.type.isEntity) continue;
        const named = byId.get(value);
        if (named === undefined) found.push(`${name}.${key} names nobody`);
        else if (!model.getSchema(named.schema).isA(property.getRange())) {
          found.push(`${name}.${key} is a ${named.schema}`);
        }
      }
    }
  }
  return found;
}

async function written(options = {}) {
  const rich = richCase();
  const result = await exportFtm(rich.store, join(testFolder(), 'out.ndjson'), options);
  const lines = read(result.path).map((line) => Line.parse(line));
  const of = (id: string): Line => {
    const line = lines.find((one) => one.id === id);
    if (line === undefined) throw new Error(`no ${id}`);
    return line;
  };
  return { ...rich, result, lines, of };
}

describe('a case as FollowTheMoney', () => {
  test('keeps to the model: schemata, properties, types, and who stands at the ends', async () => {
    const { lines } = await written();
    expect(violations(lines)).toEqual([]);
    expect(Object.keys(Object.groupBy(lines, ({ schema }) => schema)).toSorted()).toEqual(
      `Address CourtCase Directorship Membership Mention Note Occupancy Organization Page Pages Person PlainText Position
       UnknownLink Vehicle`.split(/\s+/),
    );
  });

  test('names people by all their names, those who are one as one', async () => {
    const { of, id } = await written();
    expect(of(id.juan)).toMatchObject({
      schema: 'Person',
      referents: [id.twin],
      properties: {
        name: ['Juan "el <Ñato>" & \uFFFDPérez\u202E'],
        weakAlias: ['Ñato'],
        previousName: ['Juan Gómez'],
        birthDate: ['1983'],
        nationality: ['ve'],
        phone: ['+582125550101'],
        proof: [id.report, id.scan].toSorted(),
        sourceUrl: ['https://example.org/a?b=1&c=2'],
      },
    });
    expect(of(id.juan).properties['notes']).toContain('Date of birth: 1982/1985');
    expect(of(id.juan).properties['notes']).toContain('Charge: smuggling\nof "gold"');
    expect(of(id.union).properties).toMatchObject({
      abbreviation: ['NU'],
      notes: ['Website: not a page'],
    });
  });

  test('has links with their time, their role and what proves them', async () => {
    const { of, id, result } = await written();
    expect(of(id.directs)).toMatchObject({
      schema: 'Directorship',
      properties: {
        director: [id.juan],
        organization: [id.union],
        role: ['boss'],
        startDate: ['2010-05'],
        endDate: ['2012'],
        description: ['2010-05/2012?'],
        proof: [id.report],
      },
    });
    // The model lets nobody own an organization that is no company.
    expect(of(id.owns)).toMatchObject({
      schema: 'UnknownLink',
      properties: { role: ['owns'], description: ['199X/..'] },
    });
    expect(of(id.holds)).toMatchObject({
      schema: 'Occupancy',
      properties: { post: [`${id.holds}-post`] },
    });
    expect(of(`${id.holds}-post`).properties).toMatchObject({ organization: [id.union] });
    expect(leftOf(result)).toMatchObject({ 'changed.link': 1, internalLink: 1 });
  });

  test('has sources as documents with their words and pages', async () => {
    const { of, id, report } = await written();
    expect(of(id.report).properties).toMatchObject({
      bodyText: [report.trim()],
      fileName: ['report.txt'],
      language: ['eng'],
      publishedAt: ['2023-09'],
    });
    expect(of(`${id.scan}-page-2`).properties).toMatchObject({
      document: [id.scan],
      index: ['2'],
      bodyText: ['Page two names 𝔄na again.'],
    });
  });

  test('tells grades, markings and quotations beside it', async () => {
    const { result, id } = await written();
    const [beside] = result.beside;
    const lines = read(beside?.path ?? '');
    expect(lines).toContainEqual(
      expect.objectContaining({
        link: id.directs,
        evidence: [
          {
            passage: id.leads,
            source: id.report,
            quotation: 'Juan Pérez leads the Northern Union 👩‍👩‍👧',
            stance: 'supports',
            credibility: '2',
            reliability: 'B',
            handling: 'AMBER',
          },
        ],
      }),
    );
    expect(lines).toContainEqual(expect.objectContaining({ entity: id.ana, handling: 'RED' }));
    expect(lines).toContainEqual(
      expect.objectContaining({ verdict: 'differs', quotation: 'Union' }),
    );
    expect(leftOf(result)).toMatchObject({ excerpt: 3, tag: 2, assessment: 1, resolution: 1 });
  });

  test('has nothing above the maximum, in either file', async () => {
    const { result, lines, id } = await written({ handling: 'AMBER' });
    expect(violations(lines)).toEqual([]);
    for (const { path } of [result, ...result.beside]) {
      expect(readFileSync(path, 'utf8')).not.toContain(id.ana);
      expect(readFileSync(path, 'utf8')).not.toContain('𝔄na');
    }
  });

  test('of one entity is that entity, its passages’ documents, and nobody else', async () => {
    const rich = richCase();
    const { path } = await exportFtm(rich.store, join(testFolder(), 'x'), {
      entities: [rich.id.twin],
    });
    const lines = read(path).map((line) => Line.parse(line));
    expect(violations(lines)).toEqual([]);
    const things = lines.filter(({ schema }) => schema === 'Person');
    expect(things.map(({ id }) => id)).toEqual([rich.id.juan]);
    expect(lines.some(({ id }) => id === rich.id.union)).toBe(false);
  });

  test('of one tag has what rests on its passages', async () => {
    const rich = richCase();
    const { path } = await exportFtm(rich.store, join(testFolder(), 'x'), { tags: [rich.id.cash] });
    const lines = read(path).map((line) => Line.parse(line));
    expect(violations(lines)).toEqual([]);
    const ids = new Set(lines.map(({ id }) => id));
    expect(ids).toContain(rich.id.directs);
    expect(ids).not.toContain(rich.id.owns);
    expect(ids).not.toContain(rich.id.van);
  });

  test('is the same bytes each time, and can be of nothing', async () => {
    const { store } = richCase();
    const folder = testFolder();
    const one = await exportFtm(store, join(folder, 'one'), {});
    const other = await exportFtm(store, join(folder, 'other'), {});
    expect([one.sha256, one.beside[0]?.sha256]).toEqual([other.sha256, other.beside[0]?.sha256]);
    const empty = await exportFtm(bareCase(), join(folder, 'empty'), {});
    expect(empty).toMatchObject({ byteSize: 0, left: [] });
  });
});

test('what is known here of the model is what the model says', () => {
  const ours = new FtmModel();
  const names = Object.values(ontology().kinds).flatMap(({ schemata }) => schemata);
  const links = ontology().linkTypes.map(({ ftm }) => ftm);
  for (const name of [
    ...names,
    ...links,
    'Document',
    'Pages',
    'Page',
    'Mention',
    'Note',
    'Position',
  ]) {
    const schema = ours.schema(name);
    const theirs = model.getSchema(name);
    expect(schema?.abstract ?? null).toBe(theirs.abstract);
    expect(schema?.edge?.source).toBe(theirs.edge?.source);
    const properties = [...theirs.getProperties().values()].filter(({ stub }) => !stub);
    expect([...(schema?.properties.keys() ?? [])].toSorted()).toEqual(
      properties.map((property) => property.name).toSorted(),
    );
    for (const property of properties) {
      const type = property.type.isEntity
        ? `entity:${property.getRange().name}`
        : property.type.name;
      expect(schema?.properties.get(property.name)).toBe(type);
    }
    for (const parent of theirs.getParents()) expect(schema?.is).toContain(parent.name);
  }
});

test('dates and values are said as exactly as the model can, or not at all', () => {
  const ours = new FtmModel();
  expect(['2012?', '2012-05~', '199X', '2010/2012', '2001-21', '-0044', ''].map(ftmDateOf)).toEqual(
    ['2012', '2012-05', null, null, '2001', null, null],
  );
  expect(ftmValue(ours, 'country', 'España')).toBe('es');
  expect(ftmValue(ours, 'country', 'the moon')).toBeNull();
  expect(ftmValue(ours, 'language', 'inglés')).toBe('eng');
  expect(ftmValue(ours, 'url', 'javascript:alert(1)')).toBeNull();
  expect(ftmValue(ours, 'phone', '555')).toBeNull();
});
