import { join } from 'node:path';
import { z } from 'zod';
import { CaseInfo } from '#contract/case.ts';
import { EntityPage } from '#contract/entity.ts';
import { SourcePage } from '#contract/source.ts';
import { legajo } from './command-line.ts';
import { Documents, report } from './documents.ts';

const Made = z.object({ id: z.string() });

/** A case with the report in it and nothing taken from it. @returns its file */
export async function caseWithReport(folder: string, title = 'Harbour'): Promise<string> {
  const file = join(folder, 'harbour.casefile');
  await legajo(folder, 'new', file, '--title', title, '--reference', 'H-1');
  await legajo(folder, 'import', file, new Documents(folder).report(), '--reliability', 'B');
  return file;
}

/** A case with the report, a tag, a person of two names and an organization the person directs, each with its passage. */
export async function caseOfPassages(folder: string): Promise<string> {
  const file = await caseWithReport(folder);
  const { items } = SourcePage.parse(await legajo(folder, 'sources', file));
  const source = items[0]?.id ?? '';
  const add = async (kind: string, name: string): Promise<string> =>
    Made.parse(await legajo(folder, 'add-entity', file, '--kind', kind, '--name', name)).id;
  const person = await add('person', report.person);
  const company = await add('organization', report.organization);
  const quote = ['excerpt', file, '--source', source, '--quote', report.post];
  const excerpt = Made.parse(
    await legajo(folder, ...quote, '--tag', 'posts', '--entity', person, '--entity', company),
  ).id;
  const ends = ['--from', person, '--to', company, '--type', 'Directorship'];
  await legajo(folder, 'link', file, ...ends, '--excerpt', excerpt, '--since', '2019');
  return file;
}

/** What a case holds, as the command line tells it, without what is only of this file. */
export async function contentOf(folder: string, file: string): Promise<object> {
  const info = CaseInfo.parse(await legajo(folder, 'info', file));
  const { id, title, reference, language, handling, summary, counts } = info;
  const entities = EntityPage.parse(await legajo(folder, 'entities', file)).items;
  const sources = SourcePage.parse(await legajo(folder, 'sources', file)).items;
  // The records of some are enough: the engine's own tests compare every row.
  const records = [];
  for (const entity of entities.slice(0, 4))
    records.push(await legajo(folder, 'show', file, entity.id));
  return { id, title, reference, language, handling, summary, counts, sources, entities, records };
}
