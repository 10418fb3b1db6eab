/** UTF-16 code units of a name; file systems stop at 255 bytes. */
const LONGEST = 120;

/** What no file system of ours takes in a name, or what would be a place elsewhere. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\ufffd\\/:*?"<>|]+/gu;

/** Names Windows keeps for devices, with or without an ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/** Gives the parts of one document names: without what is unsafe in a name of a file, and no two alike. */
export class PartNames {
  readonly #taken = new Map<string, number>();

  /**
   * A name within folders, which are cleaned like it and parted by `/`.
   *
   * @param folders the outermost first
   */
  giveWithin(folders: readonly string[], wanted: string, otherwise: string): string {
    const path = folders.map(cleanName).filter((folder) => folder !== '');
    return this.#give(path.map((folder) => `${folder}/`).join(''), wanted, otherwise);
  }

  /**
   * @param wanted what the document calls it, whatever that is; '' where it does not
   * @param otherwise its name when nothing of `wanted` can stay
   */
  give(wanted: string, otherwise: string): string {
    return this.#give('', wanted, otherwise);
  }

  #give(path: string, wanted: string, otherwise: string): string {
    const name = cleanName(wanted) || otherwise;
    const key = (path + name).toLowerCase();
    const count = (this.#taken.get(key) ?? 0) + 1;
    this.#taken.set(key, count);
    if (count === 1) {
      return path + name;
    }
    const dot = name.lastIndexOf('.');
    const end = dot > 0 && name.length - dot <= 10 ? name.slice(dot) : '';
    const stem = name.slice(0, name.length - end.length);
    // A document may itself hold the name that is made here: then the count goes on.
    const numbered = `${stem.slice(0, LONGEST - end.length - 8)} (${count})${end}`;
    return this.#give(path, numbered, otherwise);
  }
}

/** A name without folders, control and format characters (which can turn round how it is read), or '' if nothing stays. */
function cleanName(wanted: string): string {
  const plain = wanted.toWellFormed().normalize('NFC').slice(0, 2000);
  const name = plain
    .replace(UNSAFE, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  const dot = name.lastIndexOf('.');
  const end = dot > 0 && name.length - dot <= 10 ? name.slice(dot) : '';
  const stem = name.slice(0, name.length - end.length).slice(0, LONGEST - end.length);
  const short = stem.toWellFormed().replaceAll('\ufffd', '') + end;
  return /^[_\s.]*$/.test(short) ? '' : short.replace(DEVICE, '_$&');
}
