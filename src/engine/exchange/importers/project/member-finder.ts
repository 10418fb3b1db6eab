import type { ProjectArchive } from './archive.ts';

/** Finds the files that a project speaks of in its ZIP, wherever its program has put them. */
export class MemberFinder {
  readonly archive: ProjectArchive;
  readonly #folder: string;
  readonly #byFile = new Map<string, string[]>();

  /** @param project name of the project file in the archive */
  constructor(archive: ProjectArchive, project: string) {
    this.archive = archive;
    this.#folder = project.slice(0, project.lastIndexOf('/') + 1);
    for (const name of archive.names) {
      const file = name.slice(name.lastIndexOf('/') + 1);
      const known = this.#byFile.get(file);
      if (known === undefined) this.#byFile.set(file, [name]);
      else known.push(name);
    }
  }

  /**
   * The member that a path of a project means: `internal://` as the standard has it, `internal:/`, `relative://`, a bare
   * name, below `sources`, `Sources` or beside the project. A path to some other computer's disk is never opened; the file
   * of that name in the archive is taken if there is just one.
   */
  find(path: string): string | null {
    for (const written of new Set([path, decoded(path)])) {
      const inner = written
        .replace(/^[a-z]+:\/{1,3}/i, '')
        .replaceAll('\\', '/')
        .replace(/^(?:\.?\/)+/, '');
      if (inner === '') continue;
      for (const place of [`${this.#folder}sources/`, this.#folder, 'sources/', '']) {
        const found = this.archive.find(place + inner);
        if (found !== null) return found;
      }
      const file = inner
        .slice(inner.lastIndexOf('/') + 1)
        .normalize('NFC')
        .toLowerCase();
      const named = this.#byFile.get(file) ?? [];
      const [only] = named;
      if (only !== undefined && named.length === 1) return only;
    }
    return null;
  }
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
