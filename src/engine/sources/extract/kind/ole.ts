import type { ByteSource } from '../byte-source.ts';
import { told, unread, type Told } from './told.ts';

export const OLE_BEGINNING = '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1';

const ENTRY = 128;
/** Sectors of the directory that are looked at. */
const SECTORS = 32;

const ENCRYPTED = [
  ['docx', /^\.do[ct]/],
  ['xlsx', /^\.xl/],
  ['pptx', /^\.p(?:pt|ps|ot)/],
] as const;

const STREAMS: readonly [name: string, what: Told][] = [
  ['__properties_version1.0', told('msg')],
  ['WordDocument', unread('application/msword')],
  ['Workbook', unread('application/vnd.ms-excel')],
  ['Book', unread('application/vnd.ms-excel')],
  ['PowerPoint Document', unread('application/vnd.ms-powerpoint')],
];

/**
 * What a compound file holds, by the names of the streams in its directory ([MS-CFB], 2.6). The directory is followed
 * as far as it lies in one stretch, which shows enough of it.
 *
 * @param extension lower case, with its dot
 */
export function tellOle(source: ByteSource, extension: string): Told {
  const header = Buffer.from(source.at(0, 512));
  if (header.length < 512) return unread('application/x-ole-storage');
  const sector = 2 ** Math.min(header.readUInt16LE(0x1e), 16);
  const start = (header.readUInt32LE(0x30) + 1) * sector;
  const directory = Buffer.from(source.at(start, sector * SECTORS));
  const names = new Set<string>();
  for (let at = 0; at + ENTRY <= directory.length; at += ENTRY) {
    const length = Math.min(directory.readUInt16LE(at + 64), 64);
    if (length >= 2) names.add(directory.toString('utf16le', at, at + length - 2));
  }
  // A document of Office that is encrypted: which one, only its name says until a password opens it.
  if (names.has('EncryptedPackage')) {
    return told(ENCRYPTED.find(([, name]) => name.test(extension))?.[0] ?? 'docx');
  }
  const found = STREAMS.find(([name]) => names.has(name));
  return found?.[1] ?? unread('application/x-ole-storage');
}
