import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import { DossierContent } from '#contract/dossier.ts';
import { bytesOf } from './base64url.ts';
import { sealKeyword } from './seal.ts';
import { readStatement, type Statement } from './statement.ts';

/** What a dossier needs to be made again and to be told from another. */
const Made = z.object({
  title: z.string(),
  caseTitle: z.string(),
  author: z.string(),
  content: DossierContent,
});
export type Made = z.infer<typeof Made>;

const most = 8 * 2 ** 20;

/** Keywords of the PDF by which it is known again: the statement, what was asked for, and the place of the seal. */
export function keywordsOf(code: string, made: Made): string[] {
  const asked = deflateRawSync(JSON.stringify(Made.parse(made))).toString('base64url');
  return [`legajo-code:${code}`, `legajo-made:${asked}`, sealKeyword];
}

/** What the keywords of a PDF say; null for a file that has none of ours, or that cannot be read. */
export function readKeywords(pdf: Uint8Array): { statement: Statement; made: Made } | null {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  const statement = readStatement(/legajo-code:([\w/:-]+)/.exec(text)?.[1] ?? '');
  const packed = bytesOf(/legajo-made:([\w-]+)/.exec(text)?.[1] ?? '');
  if (statement === null || packed === null) return null;
  try {
    const json = inflateRawSync(packed, { maxOutputLength: most }).toString('utf8');
    return { statement, made: Made.parse(JSON.parse(json)) };
  } catch {
    return null;
  }
}
