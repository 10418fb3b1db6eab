import { Buffer } from 'node:buffer';
import { ZipFile } from 'yazl';

/** A ZIP of the given members, in their order; a `mimetype` is stored as it is, as EPUB and OpenDocument ask. */
export async function buildZip(
  members: Readonly<Record<string, string | Uint8Array>>,
): Promise<Uint8Array> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(members)) {
    zip.addBuffer(Buffer.from(content), name, {
      compress: name !== 'mimetype',
      mtime: new Date(Date.UTC(2024, 0, 1)),
    });
  }
  zip.end();
  const pieces: Buffer[] = [];
  for await (const piece of zip.outputStream) {
    pieces.push(Buffer.isBuffer(piece) ? piece : Buffer.from(piece));
  }
  return new Uint8Array(Buffer.concat(pieces));
}
