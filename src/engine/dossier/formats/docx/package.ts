import { ZipFile } from 'yazl';

/** One file of a package. */
export interface PackagePart {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** The earliest time a ZIP can hold, made of local fields because it is local fields that are written. */
const fixedTime = new Date(1980, 0, 1);
const fixedMode = 0o100644;

/** A ZIP of the parts in their order; the same parts give the same bytes. Pictures are not compressed again. */
export async function zipOf(parts: readonly PackagePart[]): Promise<Uint8Array<ArrayBuffer>> {
  const zip = new ZipFile();
  for (const { name, content } of parts) {
    zip.addBuffer(Buffer.from(content), name, {
      mtime: fixedTime,
      mode: fixedMode,
      forceDosTimestamp: true,
      compress: !/\.(png|jpeg|gif|webp)$/.test(name),
    });
  }
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk));
  return Uint8Array.from(Buffer.concat(chunks));
}
