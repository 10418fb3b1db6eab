import { z } from 'zod';
import { SourcePage } from '#contract/source.ts';
import { legajo } from './command-line.ts';
import { report } from './documents.ts';
import { caseWithReport } from './harbour-case.ts';

const Made = z.object({ id: z.string() });

/** Names in the case of duplicates: two pairs that may be one, and one that is nobody else. */
export const twice = {
  known: report.person,
  other: report.person.split(' ').toReversed().join(', '),
  company: 'Naviera del Sur, S.A.',
  companyToo: 'Naviera del Sur',
  nobody: 'Ksenia Volkova',
};

/** A case in which a person and a company are recorded twice, the person with a passage. @returns its file */
export async function caseOfDuplicates(folder: string): Promise<string> {
  const file = await caseWithReport(folder);
  const add = async (kind: string, name: string, ...more: string[]): Promise<string> =>
    Made.parse(await legajo(folder, 'add-entity', file, '--kind', kind, '--name', name, ...more))
      .id;
  const { items } = SourcePage.parse(await legajo(folder, 'sources', file));
  const person = await add('person', twice.known);
  await legajo(
    folder,
    'excerpt',
    file,
    '--source',
    items[0]?.id ?? '',
    '--quote',
    report.post,
    '--entity',
    person,
  );
  await add('person', twice.other, '--alias', 'El Práctico');
  await add('organization', twice.company);
  await add('organization', twice.companyToo);
  await add('person', twice.nobody);
  return file;
}
