/** What of a ZIP's entry says what it is, as yauzl has it. */
interface EntryKind {
  readonly externalFileAttributes: number;
}

/**
 * The name of a member. Names are in UTF-8 whatever an archive says of them, but for programs that write those of their
 * system: ASCII in both is the same.
 */
export function decodedName(raw: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(raw);
  } catch {
    return Buffer.from(raw).toString('latin1');
  }
}

/** Whether a name, with `/` between folders, could mean a place outside its archive on some system. */
export function leadsOut(name: string): boolean {
  return (
    name.includes('\0') ||
    name.startsWith('/') ||
    /^[A-Za-z]:/.test(name) ||
    name.split('/').includes('..')
  );
}

/** The kind of file in the Unix mode of a ZIP's entry, in the upper half of its attributes; 0 where it has none. */
function kindOf({ externalFileAttributes }: EntryKind): number {
  return (externalFileAttributes >>> 16) & 0o170000;
}

export function isLink(entry: EntryKind): boolean {
  return kindOf(entry) === 0o120000;
}

/** Whether it is neither a link nor a device, or does not say. */
export function isPlainFile(entry: EntryKind): boolean {
  const kind = kindOf(entry);
  return kind === 0 || kind === 0o100000;
}
