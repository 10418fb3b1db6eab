/** Names that systems and programs leave behind for themselves; the engine passes over the same in folders it reads. */
const litter = /^(?:\..*|~\$.*|thumbs\.db|desktop\.ini|ehthumbs\.db|\$recycle\.bin)$/i;

/** As much of the browser's entries as is used. */
interface Entry {
  readonly name: string;
  readonly isDirectory: boolean;
}

/**
 * What was dropped. On the desktop a folder has a path, under which the engine reads all that is in it; a page in a browser
 * has to hand over its files one by one. To be called while the drop is heard: afterwards the browser tells nothing of it.
 */
export function droppedFiles(transfer: DataTransfer): File[] | Promise<File[]> {
  const files = [...transfer.files];
  if (window.legajoDesktop !== undefined) return files;
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  return entries.some(({ isDirectory }) => isDirectory) ? filesOf(entries) : files;
}

/** The files among entries, and those in folders among them with all that is in them. */
export async function filesOf(entries: readonly Entry[]): Promise<File[]> {
  const files: File[] = [];
  for (const entry of entries) {
    if (isFolder(entry)) {
      const within = await entriesOf(entry.createReader());
      files.push(...(await filesOf(within.filter(({ name }) => !litter.test(name)))));
    } else if (isFile(entry)) {
      files.push(await new Promise<File>((resolve, reject) => entry.file(resolve, reject)));
    }
  }
  return files;
}

/** A reader gives a hundred or so at a time, and none once it has given all. */
async function entriesOf(reader: FileSystemDirectoryReader): Promise<Entry[]> {
  const all: Entry[] = [];
  for (;;) {
    const some = await new Promise<Entry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return all;
    all.push(...some);
  }
}

function isFolder(entry: Entry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

function isFile(entry: Entry): entry is FileSystemFileEntry {
  return !entry.isDirectory && 'file' in entry;
}
