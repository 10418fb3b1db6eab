import { z } from 'zod';
import { Id, OnCase, Path } from './common.ts';
import { Handling, Language } from './vocabulary.ts';

export const DossierInput = OnCase.extend({
  subject: Id,
  language: Language.optional().describe('the case’s own when left out'),
  handling: Handling.optional().describe(
    'marking on each page; the strictest of the case, the sources quoted and the entities named when that is stricter or this is left out',
  ),
  quotations: z.boolean().default(true),
});

export const SaveDossierInput = DossierInput.extend({ path: Path });

export const SavedFile = z.object({
  path: z.string(),
  byteSize: z.int(),
  sha256: z.string(),
});
export type SavedFile = z.infer<typeof SavedFile>;
