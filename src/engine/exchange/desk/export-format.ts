import { basename } from 'node:path';
import type { z } from 'zod';
import { CaseError } from '#contract/error.ts';
import type { ExportedFormat, ExportFormatInput } from '#contract/exchange.ts';
import type { Handling } from '#contract/vocabulary.ts';
import { newId } from '#shared/id.ts';
import type { CaseStore } from '../../store/index.ts';
import { formats, type Exported } from '../formats/index.ts';

type Asked = Omit<z.infer<typeof ExportFormatInput>, 'handle'>;

/**
 * Writes a case, or a part of it, in a form of other programs, and then records in the case what left it.
 *
 * @throws CaseError `handover.red`, `input.invalid` for a form that is not known, and as the form's `Exporter` throws
 */
export async function exportFormat(
  store: CaseStore,
  asked: Asked,
  signal?: AbortSignal,
): Promise<ExportedFormat> {
  const { format, path, selection, dropNotes, bom, confirmedRed } = asked;
  const write = formats[format];
  if (write === undefined) throw new CaseError('input.invalid', { reason: format });
  let handling: Handling = 'RED';
  const written = await write(store, path, {
    ...selection,
    dropNotes,
    bom,
    signal,
    before: (content) => {
      handling = content.handling();
      if (handling === 'RED' && !confirmedRed) throw new CaseError('handover.red', {});
    },
  });
  const { sha256, byteSize, left } = written;
  return {
    path: written.path,
    sha256,
    byteSize,
    recorded: record(store, asked, handling, written),
    left: left.map(({ what, count }) => ({ what, count })),
  };
}

/** @returns false when the case cannot be written */
function record(
  store: CaseStore,
  { format, selection, dropNotes, recipient, purpose }: Asked,
  handling: Handling,
  { path, sha256, byteSize, left, beside }: Exported,
): boolean {
  if (store.closed || store.opening.access !== 'write') return false;
  try {
    store.gesture('case.handOver', (writer) =>
      writer.insert('handover', {
        id: newId(),
        format,
        scope: selection === undefined && !dropNotes ? 'whole' : 'partial',
        recipient: recipient.name,
        recipientKey: recipient.key,
        purpose,
        handling,
        selection: JSON.stringify({ selection, ...(dropNotes && { dropNotes }) }),
        vector: '{}',
        // Files that belong to the main one have left with it.
        counts: JSON.stringify({
          left,
          ...(beside.length > 0 && {
            beside: beside.map((file) => ({ ...file, path: basename(file.path) })),
          }),
        }),
        fileName: basename(path),
        sha256,
        byteSize,
        signed: 0,
        encrypted: 0,
        createdAt: new Date().toISOString(),
      }),
    );
    return true;
  } catch (error) {
    // The file is written: that the case cannot say so takes nothing of it back.
    if (error instanceof CaseError) return false;
    throw error;
  }
}
