import { z } from 'zod';
import { EdtfText, Id, OnCase, OnRecord, Paging, Prose } from './common.ts';
import { ProvenanceChanges } from './source.ts';
import { CustodyAct } from './vocabulary.ts';

/** What a person says of how a document came into somebody's hands. */
export const CustodyWords = z.object({
  act: CustodyAct.exclude(['again']),
  party: z.string().trim().max(2000).describe('from whom, or to whom'),
  actor: z.string().trim().max(2000).describe('who did it'),
  happened: EdtfText,
  purpose: z.string().trim().max(2000),
  note: Prose,
});
export type CustodyWords = z.infer<typeof CustodyWords>;

/** An entry of a source's custody log. */
export const CustodyEntry = CustodyWords.extend({
  id: Id,
  act: CustodyAct,
  fileName: z.string().describe('of a document that came again'),
  provenance: ProvenanceChanges.describe('what was said of it then'),
  createdAt: z.string(),
});
export type CustodyEntry = z.infer<typeof CustodyEntry>;

export const ListCustodyInput = OnRecord.extend(Paging.shape);
export const AddCustodyInput = OnCase.extend({ source: Id, words: CustodyWords });
export const UpdateCustodyInput = OnRecord.extend({ changes: CustodyWords.partial() });
