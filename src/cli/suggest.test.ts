import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { EntityPage } from '#contract/entity.ts';
import { SourcePage } from '#contract/source.ts';
import { AcceptOutcome } from '#contract/suggestion.ts';
import { testFolder } from '#engine/testing/index.ts';
import { legajo } from './testing.ts';

/** The documented shape of a suggestion. */
const Line = z.object({
  sort: z.enum(['name', 'alias', 'link', 'attribute']),
  source: z.string(),
  start: z.int(),
  end: z.int(),
  text: z.string(),
  kind: z.string().nullable(),
  entity: z.object({ id: z.string(), name: z.string() }).nullable(),
  new: z.boolean(),
  aliasOf: z.object({ text: z.string() }).nullable(),
  score: z.number(),
  reasons: z.array(z.object({ code: z.string(), params: z.record(z.string(), z.unknown()) })),
});
const Lines = z.object({ items: z.array(Line), total: z.int() });

const report = [
  'Marta Quiroga Ibáñez, alias «La Comadre», fue detenida en Valparaíso.',
  'La Comadre trabajaba para Jorge Salinas, según la Fiscalía.',
];

async function reportedCase() {
  const folder = testFolder();
  const run = (...words: string[]) => legajo(folder, ...words, '--json');
  writeFileSync(join(folder, 'parte.txt'), report.join('\n\n'));
  await run('new', 'one.casefile', '--title', 'Parte');
  await run('add-entity', 'one.casefile', '--kind', 'person', '--name', 'Jorge Salinas');
  await run('import', 'one.casefile', 'parte.txt');
  return { folder, run };
}

describe('legajo suggest', () => {
  test('prints where each name stands, whether it is new, and whose alias it is', async () => {
    const { run } = await reportedCase();
    const { items, total } = Lines.parse((await run('suggest', 'one.casefile')).json());
    expect(items).toHaveLength(total);
    const text = report.join('\n\n');
    for (const { start, end, text: words } of items) expect(text.slice(start, end)).toBe(words);
    expect(items.find((one) => one.text === 'Jorge Salinas')).toMatchObject({
      sort: 'name',
      kind: 'person',
      entity: { name: 'Jorge Salinas' },
      new: false,
    });
    expect(items.find((one) => one.text === 'Marta Quiroga Ibáñez')).toMatchObject({
      sort: 'name',
      kind: 'person',
      entity: null,
      new: true,
    });
    expect(items.find(({ sort }) => sort === 'alias')).toMatchObject({
      text: 'La Comadre',
      aliasOf: { text: 'Marta Quiroga Ibáñez' },
    });
  });

  test('is told of one source, one kind, or from a score up', async () => {
    const { run } = await reportedCase();
    const [source] = SourcePage.parse((await run('sources', 'one.casefile')).json()).items;
    const suggested = async (...how: string[]) =>
      Lines.parse((await run('suggest', 'one.casefile', ...how)).json()).items;
    expect(await suggested('--source', source?.id ?? '')).toEqual(await suggested());
    expect((await suggested('--kind', 'location')).map(({ text }) => text)).toEqual(['Valparaíso']);
    expect((await suggested('--min-score', '0.99')).every(({ score }) => score >= 0.99)).toBe(true);
    expect((await run('suggest', 'one.casefile', '--source', 'none')).code).toBe(1);
    expect((await run('suggest', 'one.casefile', '--min-score', 'high')).code).toBe(2);
  });
});

describe('legajo accept', () => {
  test('records what is sure enough, which undo takes back', async () => {
    const { run } = await reportedCase();
    const outcome = AcceptOutcome.parse(
      (await run('accept', 'one.casefile', '--min-score', '0.6', '--kind', 'person')).json(),
    );
    expect(outcome).toMatchObject({ names: 1 });
    const people = async () =>
      EntityPage.parse((await run('entities', 'one.casefile')).json()).items.map(
        ({ name, aliases }) => [name, ...aliases],
      );
    expect(await people()).toEqual([['Jorge Salinas'], ['Marta Quiroga Ibáñez', 'La Comadre']]);
    await run('undo', 'one.casefile');
    expect(await people()).toEqual([['Jorge Salinas']]);
    expect((await run('accept', 'one.casefile')).code).toBe(2);
  });
});
