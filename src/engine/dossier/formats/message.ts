import { z } from 'zod';
import { DossierFormat, DossierPaper } from '#contract/dossier.ts';
import type { DossierModel } from '../model.ts';
import type { Verification } from '../verification.ts';
import { PageWords } from './printed/words.ts';

/** The forms of a dossier that are no PDF. */
export const WrittenForm = DossierFormat.exclude(['pdf']);
export type WrittenForm = z.infer<typeof WrittenForm>;

const isThing = (value: unknown): boolean => typeof value === 'object' && value !== null;

/** What the host asks of the worker that writes dossiers. Both ends are this program: what it builds is not checked again. */
export const WritingRequest = z.object({
  id: z.int(),
  form: WrittenForm,
  model: z.custom<DossierModel>(isThing),
  files: z.map(
    z.string(),
    z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  ),
  look: z.object({ paper: DossierPaper, twoSided: z.boolean() }),
  words: PageWords,
  verification: z.custom<Verification>(isThing).nullable(),
});
export type WritingRequest = z.infer<typeof WritingRequest>;

/** What the worker answers: the file, or why there is none. */
export const WritingReply = z.discriminatedUnion('outcome', [
  z.object({ id: z.int(), outcome: z.literal('done'), bytes: z.instanceof(Uint8Array) }),
  z.object({ id: z.int(), outcome: z.literal('failed'), reason: z.string() }),
]);
export type WritingReply = z.infer<typeof WritingReply>;
