/** Names that Windows keeps for devices, whatever their extension. */
const devices = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?=\.|$)/i;

/** Longest name without its ending, in UTF-8 bytes: with an ending and a number it stays well below 255 everywhere. */
const longest = 120;

/**
 * A name for a file that every system takes, links in Markdown among them: without signs that a file system or Obsidian
 * forbids, without control signs and those that turn the direction of writing, without a leading dot, as NFC, of a
 * bounded length. What is left of it can be empty.
 */
export function safeFileName(text: string): string {
  const plain = text
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u2028\u2029\uFFFD]/gu, ' ')
    .replaceAll(/[<>:"/\\|?*#^[\]%`]/g, ' ')
    .replaceAll(/\s+/gu, ' ');
  return bounded(plain.replace(/^[. ]+/, ''))
    .replace(/[. ]+$/, '')
    .replace(devices, '_$&');
}

function bounded(text: string): string {
  let kept = '';
  let bytes = 0;
  for (const sign of text) {
    bytes += Buffer.byteLength(sign);
    if (bytes > longest) return kept;
    kept += sign;
  }
  return kept;
}

/** Names within one folder, no two of which are the same to a file system that knows no case. */
export class FileNames {
  readonly #taken = new Set<string>();

  /** @param id of the record, whose end tells records of one name apart and stays the same */
  take(text: string, id: string): string {
    const name = safeFileName(text);
    const named = (mark: string) => (name === '' ? mark : `${name} ${mark}`);
    let chosen = named(id.slice(-8));
    if (this.#taken.has(folded(chosen))) chosen = named(id);
    this.#taken.add(folded(chosen));
    return chosen;
  }
}

function folded(name: string): string {
  return name.toUpperCase().toLowerCase().normalize('NFC');
}
