import { basename } from 'node:path';
import { z } from 'zod';
import { CaseError } from '#contract/error.ts';
import { Handling } from '#contract/vocabulary.ts';
import { newId } from '#shared/id.ts';
import type { CaseStore } from '../store/index.ts';
import type { PackageContent } from './content.ts';
import type { ExportOptions } from './export-package.ts';
import type { Manifest } from './format.ts';
import type { PackageChoice } from './package-choice.ts';

/** A package that is whole on the disk, to be written down in the case. */
interface Made {
  target: string;
  written: { byteSize: number; sha256: string };
  head: Omit<Manifest, 'members'>;
  content: PackageContent;
  options: ExportOptions;
  encrypted: boolean;
}

/** Writes down what left a case and for whom. @returns false when the case cannot be written */
export function recordHandover(
  store: CaseStore,
  { target, written, head, content, options, encrypted }: Made,
): boolean {
  if (store.closed || store.opening.access !== 'write') return false;
  try {
    store.gesture('case.handOver', (writer) =>
      writer.insert('handover', {
        id: newId(),
        format: 'casepack',
        scope: head.scope,
        recipient: head.recipient.name,
        recipientKey: head.recipient.key,
        purpose: head.purpose,
        handling: head.handling,
        selection: JSON.stringify(selectionOf(options)),
        vector: JSON.stringify(content.vector),
        counts: JSON.stringify(head.counts),
        fileName: basename(target),
        sha256: written.sha256,
        byteSize: written.byteSize,
        signed: options.sign === undefined ? 0 : 1,
        encrypted: encrypted ? 1 : 0,
        createdAt: new Date().toISOString(),
      }),
    );
    return true;
  } catch (error) {
    // The package is made: that the case cannot say so takes nothing of it back.
    if (error instanceof CaseError) return false;
    throw error;
  }
}

/** How what went was chosen, to be chosen so again. */
function selectionOf({
  selection,
  withoutContents,
  dropNotes,
  redactions,
}: ExportOptions): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries({ selection, withoutContents, dropNotes, redactions }).filter(
      ([, value]) => value !== undefined,
    ),
  );
}

const Kept = z.object({
  selection: z
    .object({
      handling: Handling.optional(),
      tags: z.array(z.string()).optional(),
      sources: z.array(z.string()).optional(),
      entities: z.array(z.string()).optional(),
    })
    .optional(),
  withoutContents: z.union([z.literal('all'), z.array(z.string())]).optional(),
  dropNotes: z.boolean().optional(),
  redactions: z
    .array(z.object({ entity: z.string().nullable(), text: z.string(), codeName: z.string() }))
    .optional(),
});

/**
 * How the part was chosen that a colleague got last, so that what came since is chosen so again; null when the last
 * package they got was no part.
 *
 * @param key fingerprint of their installation
 */
export function lastPartFor(store: CaseStore, key: string): PackageChoice | null {
  const last = store.one<{ scope: string; selection: string }>(
    `SELECT scope, selection FROM handover WHERE format = 'casepack' AND recipient_key = ? AND recipient_key <> ''
     ORDER BY created_at DESC, id DESC LIMIT 1`,
    key,
  );
  if (last?.scope !== 'partial') return null;
  const kept = Kept.safeParse(JSON.parse(last.selection));
  return { selection: {}, ...kept.data };
}
