import { newId } from '#shared/id.ts';
import type { CaseStore, Writer } from '../store/index.ts';
import { judgedAs } from './candidate.ts';
import { likeliest, type Entry } from './queue.ts';

/**
 * Turns suggestions down in one gesture, so that they are not made again.
 *
 * @param scope `passage`: here. A name that was taken for an entity is judged not to be that entity, and is offered with
 *   its next reading, if it has one. `name`: neither here nor where it stands otherwise, as a name of that kind.
 */
export function reject(
  store: CaseStore,
  entries: readonly Entry[],
  scope: 'passage' | 'name',
): { rejected: number } {
  return store.gesture('suggestion.reject', (writer) => {
    const names = new Set<string>();
    for (const entry of entries) {
      if (scope === 'passage') rejectHere(writer, entry);
      else rejectName(writer, entry, names);
    }
    return { rejected: entries.length };
  });
}

function rejectHere(writer: Writer, { sourceId, candidate }: Entry): void {
  const { start, end, text: quotation } = candidate;
  const textSha256 =
    writer.one<{ hash: string }>('SELECT text_sha256 AS hash FROM source WHERE id = ?', sourceId)
      ?.hash ?? '';
  const place = { id: newId(), sourceId, textSha256, start, end, quotation };
  const createdAt = new Date().toISOString();
  const entityId = candidate.sort === 'name' ? likeliest(candidate.subject) : null;
  if (entityId === null)
    writer.insert('rejection', { ...place, ...judgedAs(candidate), createdAt });
  else writer.insert('mention', { ...place, entityId, verdict: 'differs', createdAt });
}

function rejectName(writer: Writer, { candidate }: Entry, names: Set<string>): void {
  const { form, kind } = judgedAs(candidate);
  const known = `${kind}\n${form}`;
  if (names.has(known)) return;
  names.add(known);
  writer.insert('rejection', {
    id: newId(),
    quotation: candidate.text,
    form,
    kind,
    createdAt: new Date().toISOString(),
  });
}
