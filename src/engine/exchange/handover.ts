import { basename } from 'node:path';
import { CaseError } from '#contract/error.ts';
import { newId } from '#shared/id.ts';
import type { CaseStore } from '../store/index.ts';
import type { PackageContent } from './content.ts';
import type { ExportOptions } from './export-package.ts';
import type { Manifest } from './format.ts';

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
