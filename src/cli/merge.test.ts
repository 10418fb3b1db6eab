import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { ConflictPage, DecideOutcome } from '#contract/conflict.ts';
import { MergePreview, MergeRecord } from '#contract/merge.ts';
import { createCase } from '#engine/cases/index.ts';
import { addAttribute, createEntity } from '#engine/entities/index.ts';
import { exportPackage, openPackage } from '#engine/exchange/index.ts';
import { openStore, type CaseStore } from '#engine/store/index.ts';
import { closing, testActor, testFolder } from '#engine/testing/index.ts';
import { legajo } from './testing.ts';

const Preview = MergePreview.omit({ id: true }).extend({ records: z.array(MergeRecord) });
const Merged = z.object({
  taken: z.int(),
  mended: z.int(),
  leftOut: z.int(),
  conflicts: z.int(),
  backup: z.string().nullable(),
});
const Failure = z.object({ error: z.object({ code: z.string() }) });

/** A case, and the package of another team; each of both says something else of one person. */
async function twoTeams() {
  const folder = testFolder();
  const at = (name: string) => join(folder, name);
  const made = { title: 'One', reference: '', language: 'en', handling: 'AMBER' } as const;
  const ours = closing(createCase({ ...made, path: at('ours.casefile') }, testActor));
  const rosa = createEntity(ours, { kind: 'person', name: 'Rosa Lind', aliases: [] });
  const { fact: attribute } = addAttribute(ours, {
    entity: rosa,
    property: 'nationality',
    value: 'br',
    stance: 'supports',
    credibility: '6',
    since: '',
    until: '',
  });
  const write = (store: CaseStore, value: string) =>
    store.gesture('attribute.update', (writer) => writer.update('attribute', attribute, { value }));
  await exportPackage(ours, at('first.casepack'), { record: false });
  const theirs = closing(
    await openPackage(at('first.casepack'), at('theirs.casefile'), { actor: testActor }),
  );
  write(ours, 'pt');
  ours.close();
  write(theirs, 'ar');
  createEntity(theirs, { kind: 'person', name: 'Jan Oort', aliases: [] });
  await exportPackage(theirs, at('second.casepack'), { record: false });
  return { folder, run: (...words: string[]) => legajo(folder, ...words, '--json') };
}

test('a package is told, merged once, and what is in conflict is decided', async () => {
  const { folder, run } = await twoTeams();
  const path = join(folder, 'ours.casefile');
  const before = readFileSync(path);
  const dry = ['merge', 'ours.casefile', 'second.casepack', '--dry-run'];
  const preview = Preview.parse((await run(...dry)).json());
  expect(preview.totals).toContainEqual({ table: 'entity', state: 'new', count: 1 });
  expect(preview.records).toContainEqual(
    expect.objectContaining({ state: 'conflict', conflicts: ['value'] }),
  );
  const { out } = await legajo(folder, ...dry);
  expect(out).toContain('new entity: [person] · Jan Oort');
  expect(out).toMatch(/! value: pt → ar/);
  expect(readFileSync(path).equals(before)).toBe(true);

  const merged = Merged.parse((await run('merge', 'ours.casefile', 'second.casepack')).json());
  expect(merged).toMatchObject({ taken: 2, mended: 0, leftOut: 0, conflicts: 1 });
  expect(readFileSync(merged.backup ?? '').length).toBeGreaterThan(0);
  const again = await run('merge', 'ours.casefile', 'second.casepack');
  expect(Merged.parse(again.json())).toEqual({ ...merged, taken: 0, backup: null });

  const { items } = ConflictPage.parse((await run('conflicts', 'ours.casefile')).json());
  const [conflict] = items;
  expect(conflict).toMatchObject({ field: 'value', stands: { value: 'ar' } });
  const decide = ['conflicts', 'ours.casefile', '--decide', conflict?.id ?? '', '--choice'];
  expect((await run(...decide, 'keep')).code).toBe(1);
  const decided = await run(...decide, 'both');
  expect(DecideOutcome.parse(decided.json())).toEqual({ decided: 1, stale: 0 });
  expect((await run(...decide, 'both')).code).toBe(1);
  expect((await legajo(folder, 'conflicts', 'ours.casefile')).out).toContain('nothing to decide');
});

test('tables are left out, and what is refused or wrongly asked says why', async () => {
  const { folder, run } = await twoTeams();
  const merge = (...words: string[]) => run('merge', 'ours.casefile', 'second.casepack', ...words);
  expect((await merge('--leave-out', 'ghost')).code).toBe(2);
  expect((await run('conflicts', 'ours.casefile', '--decide', 'x')).code).toBe(2);
  const refused = await run('merge', 'ours.casefile', 'ours.casefile');
  expect(refused.code).toBe(1);
  expect(Failure.parse(JSON.parse(refused.err)).error.code).toBe('package.notAPackage');
  expect(Merged.parse((await merge('--leave-out', 'entity')).json()).leftOut).toBeGreaterThan(0);
  const ours = closing(openStore(join(folder, 'ours.casefile'), { actor: testActor }));
  expect(ours.all('SELECT id FROM entity')).toHaveLength(1);
});
