import { extensions, type OpenPurpose, type SavePurpose } from '#contract/bridge.ts';
import type { FolderEntry } from '#contract/local-host.ts';
import { folded } from '../../app/find-commands.ts';

/** Whether a file is of the sort that is being chosen; any is where the sort has no endings. */
export function isOfferedFor(purpose: OpenPurpose | SavePurpose, name: string): boolean {
  const ending = name.split('.').at(-1)?.toLowerCase() ?? '';
  const endings = extensions[purpose];
  return endings.length === 0 || endings.includes(ending);
}

/**
 * What a chooser lists: all folders, and the files of its purpose (null: none), as far as their names hold what is typed.
 */
export function offered(
  entries: readonly FolderEntry[],
  purpose: OpenPurpose | SavePurpose | null,
  filter: string,
): FolderEntry[] {
  const sought = folded(filter.trim());
  return entries.filter(
    ({ kind, name }) =>
      (kind === 'folder' || (purpose !== null && isOfferedFor(purpose, name))) &&
      folded(name).includes(sought),
  );
}

/** The name to save under: as typed, with the usual ending of its purpose when it has none of them. */
export function withEnding(purpose: SavePurpose, name: string): string {
  const trimmed = name.trim();
  if (trimmed === '' || isOfferedFor(purpose, trimmed)) return trimmed;
  return `${trimmed}.${extensions[purpose][0] ?? ''}`;
}
