import { z } from 'zod';
import { Id, OnCase, Path } from './common.ts';

/** A field of a tag that a codebook can bring anew. */
export const CodeField = z.enum([
  'name',
  'parent',
  'color',
  'description',
  'inclusion',
  'exclusion',
]);
export type CodeField = z.infer<typeof CodeField>;

/** A code of a codebook file beside the tag of the case that it is, if it is one. */
export const PreviewedCode = z.object({
  path: z.array(z.string()).describe('names from the top down to the code itself'),
  color: z.string().describe('#rrggbb, as it would be taken over'),
  description: z.string(),
  state: z.enum(['new', 'same', 'changed']),
  tag: Id.nullable().describe('the tag it is; null for a new one'),
  matched: z.enum(['id', 'name']).nullable().describe('by what it was known again'),
  changes: z.array(
    z.object({ field: CodeField, old: z.string(), new: z.string() }).describe('in words'),
  ),
});
export type PreviewedCode = z.infer<typeof PreviewedCode>;

/** What of a codebook file is not taken over as it stands: told, never dropped in silence. */
export const CodebookRemark = z.object({
  kind: z.enum([
    'set',
    'notCodable',
    'noColor',
    'badColor',
    'badId',
    'sameId',
    'noName',
    'longName',
    'unknownElement',
    'unknownAttribute',
  ]),
  name: z.string().describe('of the code, set, element or attribute'),
  count: z.int().describe('how often; of a set, how many codes it holds'),
});
export type CodebookRemark = z.infer<typeof CodebookRemark>;

export const CodebookPreview = z.object({
  fileName: z.string(),
  origin: z.string().describe('the program that wrote it, as it says; may be empty'),
  sha256: z.string().describe('of the file, hexadecimal'),
  codes: z.array(PreviewedCode),
  remarks: z.array(CodebookRemark),
});
export type CodebookPreview = z.infer<typeof CodebookPreview>;

export const ExportCodebookInput = OnCase.extend({ path: Path });
export const PreviewCodebookInput = OnCase.extend({ path: Path });

export const ImportCodebookInput = OnCase.extend({
  path: Path,
  sha256: z.string().length(64).optional().describe('of the file that was previewed'),
  changed: z
    .boolean()
    .default(true)
    .describe('whether tags that are there already take what the file says of them'),
});

export const ImportedCodebook = z.object({ made: z.int(), changed: z.int(), same: z.int() });
export type ImportedCodebook = z.infer<typeof ImportedCodebook>;
