import { z } from 'zod';
import { DossierPaper, DossierStandard } from '#contract/dossier.ts';

/** What a compiler is opened on. */
export const TypesetFolders = z.object({
  /** Absolute path of the program's own template. */
  ownFolder: z.string(),
  /** Absolute path of a team's template, whose files stand in for those of the same name; null for none. */
  teamFolder: z.string().nullable(),
  fontFolder: z.string(),
});
export type TypesetFolders = z.infer<typeof TypesetFolders>;

/** What the host asks of the typesetting worker. */
export const TypesetRequest = TypesetFolders.extend({
  id: z.int(),
  /** The dossier model as JSON. */
  model: z.string(),
  /** Its pictures and drawings. */
  files: z.array(z.object({ name: z.string(), bytes: z.custom<Uint8Array>(isBytes) })),
  standard: DossierStandard,
  paper: DossierPaper,
  twoSided: z.boolean(),
  /** Whether each fact leads to its record in the workbench. */
  preview: z.boolean(),
  /** What the dossier says of itself, as JSON; null for one without. */
  verification: z.string().nullable(),
  /** Unix time in seconds. */
  creationTimestamp: z.int(),
});
export type TypesetRequest = z.infer<typeof TypesetRequest>;

/** What the worker answers: the PDF, or why there is none. `line` and `column` are counted from 1. */
export const TypesetReply = z.discriminatedUnion('outcome', [
  z.object({ id: z.int(), outcome: z.literal('done'), pdf: z.instanceof(Uint8Array) }),
  z.object({
    id: z.int(),
    outcome: z.literal('failed'),
    /** Whether the team's template is at fault. */
    template: z.boolean(),
    reason: z.string(),
    file: z.string().nullable(),
    line: z.int().nullable(),
    column: z.int().nullable(),
  }),
]);
export type TypesetReply = z.infer<typeof TypesetReply>;

function isBytes(value: unknown): boolean {
  return value instanceof Uint8Array;
}
