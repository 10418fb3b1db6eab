import { constants, inflateRawSync } from 'node:zlib';
import type { ByteSource } from '../byte-source.ts';
import { told, unread, type Told } from './told.ts';

/** Bytes at the end of a ZIP that can hold its end record: 22 and a comment of at most 65,535 (APPNOTE 4.3.16). */
const ENDING = 22 + 65_535;
/** Compression method of a member that is not stored (APPNOTE 4.4.5). */
const DEFLATED = 8;
/** Bytes of the directory that are looked at. */
const DIRECTORY = 1024 * 1024;

const PACKAGES: readonly [start: string, what: Told][] = [
  ['application/vnd.oasis.opendocument.text', told('odt')],
  ['application/vnd.oasis.opendocument.spreadsheet', told('ods')],
  ['application/vnd.oasis.opendocument.presentation', told('odp')],
  ['application/epub+zip', told('epub')],
];

const MAIN_PARTS: readonly [part: RegExp, what: Told][] = [
  [/^word\/document\d*\.xml$/i, told('docx')],
  [/^xl\/workbook\d*\.xml$/i, told('xlsx')],
  [/^ppt\/presentation\d*\.xml$/i, told('pptx')],
  [/^xl\/workbook\.bin$/i, unread('application/vnd.ms-excel.sheet.binary.macroenabled.12')],
];

/**
 * What a ZIP is: what its first member, stored and named `mimetype`, says (OpenDocument 1.3 part 2, 3.3; EPUB OCF 3.3,
 * 4.2.2), else what the names of its members show, else an archive.
 *
 * @param latin how it begins
 */
export function tellZip(source: ByteSource, latin: string): Told {
  const first = packageThatSays(saidMediaType(latin));
  if (first !== undefined) return first;
  const members = membersOf(source);
  const names = members.map(({ name }) => name);
  if (names.some((name) => name === '[Content_Types].xml')) {
    const main = MAIN_PARTS.find(([part]) => names.some((name) => part.test(name)));
    if (main !== undefined) return main[1];
  }
  // Some programs do not write it first.
  const later = members.find(({ name }) => name === 'mimetype');
  if (later !== undefined) {
    const header = Buffer.from(source.at(later.offset, 512)).toString('latin1');
    const known = packageThatSays(saidMediaType(header));
    if (known !== undefined) return known;
  }
  const archived = names.some((name) => /^archive\/.*\.warc(?:\.gz)?$/i.test(name));
  return archived && names.includes('datapackage.json') ? told('wacz') : told('zip');
}

function packageThatSays(mediaType: string): Told | undefined {
  return PACKAGES.find(([start]) => mediaType.startsWith(start))?.[1];
}

/** The content of a member `mimetype` of which this is the beginning; of one that is deflated as far as it goes. */
function saidMediaType(latin: string): string {
  const nameLength = latin.charCodeAt(26) + latin.charCodeAt(27) * 256;
  const extraLength = latin.charCodeAt(28) + latin.charCodeAt(29) * 256;
  if (latin.slice(30, 30 + nameLength) !== 'mimetype') return '';
  const content = latin.slice(30 + nameLength + extraLength);
  if (latin.charCodeAt(8) !== DEFLATED) return content.slice(0, 100);
  try {
    const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 4096 };
    const packed = Buffer.from(content, 'latin1').subarray(0, 200);
    return inflateRawSync(packed, options).toString('latin1', 0, 100);
  } catch {
    return '';
  }
}

/** The members in the directory as far as it is looked at; none where it is not where it should be. */
function membersOf(source: ByteSource): { name: string; offset: number }[] {
  const tailAt = Math.max(0, source.byteSize - ENDING);
  const tail = Buffer.from(source.at(tailAt, ENDING));
  const end = tail.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  if (end < 0 || end + 22 > tail.length) return [];
  const size = tail.readUInt32LE(end + 12);
  // Where something stands before the ZIP, or its places are in the ZIP64 record, the directory still ends here.
  const at = Math.max(0, tailAt + end - size);
  const said = tail.readUInt32LE(end + 16);
  const start = isDirectory(source, said) ? said : at;
  const directory = Buffer.from(source.at(start, Math.min(size, DIRECTORY)));
  const members: { name: string; offset: number }[] = [];
  for (let place = 0; place + 46 <= directory.length;) {
    if (directory.readUInt32LE(place) !== 0x02014b50) break;
    const nameLength = directory.readUInt16LE(place + 28);
    const more = directory.readUInt16LE(place + 30) + directory.readUInt16LE(place + 32);
    const name = directory.toString('utf8', place + 46, place + 46 + nameLength);
    members.push({ name, offset: directory.readUInt32LE(place + 42) });
    place += 46 + nameLength + more;
  }
  return members;
}

function isDirectory(source: ByteSource, at: number): boolean {
  return Buffer.from(source.at(at, 4)).toString('latin1') === 'PK\u0001\u0002';
}
