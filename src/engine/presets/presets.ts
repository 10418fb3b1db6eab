import type { z } from 'zod';
import { CaseError } from '#contract/error.ts';
import type { Preset, PresetKind, SavePresetInput } from '#contract/preset.ts';
import { newId } from '#shared/id.ts';
import type { CaseStore } from '../store/index.ts';

/** What is kept of a kind with a case, by name. */
export function listPresets(store: CaseStore, kind: PresetKind): Preset[] {
  return store
    .all<Preset>(
      'SELECT id, kind, name, body, created_at AS createdAt FROM preset WHERE kind = ? ORDER BY id',
      kind,
    )
    .toSorted((a, b) => a.name.localeCompare(b.name));
}

/**
 * Keeps something under a name with a case, in place of what has that id or, without one, that name.
 *
 * @returns its id
 * @throws CaseError `record.notFound`, `input.invalid` when the body is no JSON
 */
export function savePreset(
  store: CaseStore,
  { id, kind, name, body }: Omit<z.infer<typeof SavePresetInput>, 'handle'>,
): string {
  try {
    JSON.parse(body);
  } catch (error) {
    throw new CaseError('input.invalid', { reason: 'preset' }, error);
  }
  return store.gesture('preset.save', (writer) => {
    const known =
      id ??
      writer.one<{ id: string }>(
        'SELECT id FROM preset WHERE kind = ? AND name = ? ORDER BY id LIMIT 1',
        kind,
        name,
      )?.id;
    if (known !== undefined) {
      if (!writer.update('preset', known, { kind, name, body })) {
        throw new CaseError('record.notFound', { id: known });
      }
      return known;
    }
    const made = newId();
    writer.insert('preset', { id: made, kind, name, body, createdAt: new Date().toISOString() });
    return made;
  });
}

/** @throws CaseError `record.notFound` */
export function removePreset(store: CaseStore, id: string): void {
  store.gesture('preset.remove', (writer) => writer.remove('preset', id));
}
