import type { DocumentPart } from '../extraction.ts';
import type { OpenPdf } from './opening.ts';

/** The names of the files that a PDF carries with it, by what the library calls them. */
export async function attachmentsOf({ pdf }: OpenPdf): Promise<ReadonlyMap<string, string>> {
  const found = await pdf.getAttachments();
  return new Map(Array.from(found ?? [], ([id, { filename }]) => [id, filename]));
}

/** These files one after the other; the document is closed after the last, or when no more are asked for. */
export async function* attachedParts(
  open: OpenPdf,
  attachments: ReadonlyMap<string, string>,
): AsyncGenerator<DocumentPart> {
  try {
    const names = new Set<string>();
    for (const [id, filename] of attachments) {
      const content: unknown = await open.pdf.getAttachmentContent(id);
      if (content instanceof Uint8Array) {
        yield { name: unusedName(filename, names), bytes: content, mediaType: null };
      }
    }
  } finally {
    await open.close();
  }
}

/** A name of one folder, which none of the others has. */
function unusedName(filename: string, names: Set<string>): string {
  const last = filename.split(/[\\/]/).at(-1) ?? '';
  const plain = last
    .replace(/\p{Cc}/gu, '')
    .trim()
    .slice(-200)
    .toWellFormed();
  const wanted = /^\.*$/.test(plain) ? 'attachment' : plain;
  let name = wanted;
  for (let number = 2; names.has(name); number += 1) {
    name = `${number} ${wanted}`;
  }
  names.add(name);
  return name;
}
