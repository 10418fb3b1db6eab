import { told, unread, type Told } from './told.ts';

type Rule = readonly [start: string, what: Told, at?: number];

/** How files begin, as bytes written in Latin-1. Those of pictures first, then those that are kept and not read. */
const BEGINNINGS: readonly Rule[] = [
  ['\u0089PNG\r\n\u001a\n', told('png')],
  ['\u00ff\u00d8\u00ff', told('jpeg')],
  ['GIF87a', told('gif')],
  ['GIF89a', told('gif')],
  ['II*\0', told('tiff')],
  ['MM\0*', told('tiff')],
  ['II+\0', told('tiff')],
  ['MM\0+', told('tiff')],
  ['WEBP', told('webp'), 8],
  ['{\\rtf', told('rtf')],
  ['WARC/', told('warc')],
  ['SQLite format 3\0', unread('application/vnd.sqlite3')],
  ['7z\u00bc\u00af\u0027\u001c', unread('application/x-7z-compressed')],
  ['Rar!\u001a\u0007', unread('application/vnd.rar')],
  ['\u00fd7zXZ\0', unread('application/x-xz')],
  ['BZh', unread('application/x-bzip2')],
  ['(\u00b5/\u00fd', unread('application/zstd')],
  ['\u001aE\u00df\u00a3', unread('video/x-matroska')],
  ['AVI ', unread('video/x-msvideo'), 8],
  ['WAVE', unread('audio/wav'), 8],
  ['OggS', unread('audio/ogg')],
  ['fLaC', unread('audio/flac')],
  ['ID3', unread('audio/mpeg')],
  ['#!AMR', unread('audio/amr')],
  ['8BPS', unread('image/vnd.adobe.photoshop')],
  ['!BDN', unread('application/vnd.ms-outlook-pst')],
  ['\u007fELF', unread('application/x-elf')],
  ['age-encryption.org/', unread('application/age')],
];

/** What the brands of an ISO base media file (ISO/IEC 14496-12, 4.3) say it is. */
const BRANDS: Readonly<Record<string, Told>> = {
  heic: told('heic'),
  heix: told('heic'),
  heim: told('heic'),
  heis: told('heic'),
  hevc: told('heic'),
  hevx: told('heic'),
  mif1: told('heic'),
  msf1: told('heic'),
  avif: told('avif'),
  avis: told('avif'),
  'qt  ': unread('video/quicktime'),
  'M4A ': unread('audio/mp4'),
};

/** What a file is by how it begins, for those that begin as no other does. */
export function byBeginning(latin: string): Told | undefined {
  const rule = BEGINNINGS.find(([start, , at = 0]) => latin.startsWith(start, at));
  if (rule !== undefined) return rule[1];
  if (latin.startsWith('ftyp', 4)) return isoMedia(latin);
  return isBitmap(latin) ? told('bmp') : undefined;
}

/** The major brand, and after it, for pictures that name a general one, those it is compatible with. */
function isoMedia(latin: string): Told {
  const size = Math.min(latin.charCodeAt(2) * 256 + latin.charCodeAt(3), 64);
  const brands = [latin.slice(8, 12)];
  for (let at = 16; at + 4 <= size; at += 4) brands.push(latin.slice(at, at + 4));
  const [major = ''] = brands;
  const general = major === 'mif1' || major === 'msf1';
  const known = general ? brands.find((brand) => brand.startsWith('avi')) : undefined;
  return BRANDS[known ?? major] ?? unread('video/mp4');
}

/** `BM` opens many a text: the sizes of the headers must be those of a bitmap, too. */
function isBitmap(latin: string): boolean {
  const headers = [12, 40, 52, 56, 64, 108, 124];
  return (
    latin.startsWith('BM') &&
    latin.slice(6, 10) === '\0\0\0\0' &&
    headers.includes(latin.charCodeAt(14)) &&
    latin.slice(15, 18) === '\0\0\0'
  );
}
