import { writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { CaseError } from '#contract/error.ts';
import type { Remarks } from '../remarks.ts';
import type { MemberFinder } from './member-finder.ts';

/** The documents of a project as files of their own, for as long as they are taken in. */
export class DocumentFiles {
  readonly #finder: MemberFinder;
  readonly #folder: string;
  readonly #remarks: Remarks;
  #count = 0;

  constructor(finder: MemberFinder, folder: string, remarks: Remarks) {
    this.#finder = finder;
    this.#folder = folder;
    this.#remarks = remarks;
  }

  /** The file that the first of some paths names, unpacked. */
  async unpack(paths: readonly string[], name: string): Promise<string | null> {
    for (const path of paths) {
      if (path === '') continue;
      const member = this.#finder.find(path);
      if (member === null) {
        this.#remarks.add('missingContent', path, name);
        continue;
      }
      const file = this.#file(extname(member));
      try {
        await this.#finder.archive.unpack(member, file);
        return file;
      } catch (error) {
        if (!(error instanceof CaseError) || error.code !== 'foreign.unreadable') throw error;
        this.#remarks.add('sourceUnreadable', path, name);
      }
    }
    return null;
  }

  /** A text that stands in the XML, in a file of its own. */
  async written(text: string): Promise<string> {
    const file = this.#file('.txt');
    await writeFile(file, text, { mode: 0o600, flag: 'wx' });
    return file;
  }

  #file(extension: string): string {
    this.#count += 1;
    const ending = /^\.[a-z0-9]{1,8}$/.test(extension) ? extension : '.txt';
    return join(this.#folder, `${this.#count}${ending}`);
  }
}
