import { z } from 'zod';

/** A PDF flavour a dossier can be written in: for archives, or for assistive technology. Both are tagged. */
export const PdfStandard = z.enum(['a-2b', 'ua-1']);
export type PdfStandard = z.infer<typeof PdfStandard>;

/** What the host asks of the typesetting worker. */
export const TypesetRequest = z.object({
  id: z.int(),
  /** The dossier model as JSON. */
  model: z.string(),
  standard: PdfStandard,
  /** Absolute path of the folder that holds `profile.typ`. */
  templateFolder: z.string(),
  fontFolder: z.string(),
  /** Unix time in seconds. */
  creationTimestamp: z.int(),
});
export type TypesetRequest = z.infer<typeof TypesetRequest>;

/** What the worker answers: the PDF, or why there is none. `line` is counted from 1. */
export const TypesetReply = z.discriminatedUnion('outcome', [
  z.object({ id: z.int(), outcome: z.literal('done'), pdf: z.instanceof(Uint8Array) }),
  z.object({
    id: z.int(),
    outcome: z.literal('failed'),
    reason: z.string(),
    file: z.string().nullable(),
    line: z.int().nullable(),
  }),
]);
export type TypesetReply = z.infer<typeof TypesetReply>;
