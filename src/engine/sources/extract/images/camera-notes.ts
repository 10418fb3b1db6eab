import ExifReader, { type ExpandedTags } from 'exifreader';
import { DOMParser } from 'linkedom';
import type { DocumentDetails } from '#contract/extraction.ts';
import { readDate } from '../dates.ts';
import { NO_METADATA, type DocumentMetadata } from '../extraction.ts';

/** UTF-16 units of one note that are kept. */
const LONGEST_NOTE = 4000;

/** What a picture says about itself: EXIF of the camera, IPTC and XMP of those who handled it. */
export interface CameraNotes {
  readonly metadata: DocumentMetadata;
  readonly details: DocumentDetails;
}

/** The notes that are kept, by group and name as their standards have them, in this order. */
const NOTES: readonly (readonly [group: 'exif' | 'iptc' | 'xmp' | 'pngText', name: string])[] = [
  ['exif', 'DateTimeOriginal'],
  ['exif', 'OffsetTimeOriginal'],
  ['exif', 'DateTime'],
  ['exif', 'OffsetTime'],
  ['exif', 'Make'],
  ['exif', 'Model'],
  ['exif', 'BodySerialNumber'],
  ['exif', 'LensModel'],
  ['exif', 'Software'],
  ['exif', 'ImageDescription'],
  ['exif', 'UserComment'],
  ['exif', 'DocumentName'],
  ['exif', 'Artist'],
  ['exif', 'Copyright'],
  ['exif', 'GPSDateStamp'],
  ['exif', 'GPSTimeStamp'],
  ['exif', 'GPSImgDirection'],
  ['iptc', 'Object Name'],
  ['iptc', 'Headline'],
  ['iptc', 'Caption/Abstract'],
  ['iptc', 'By-line'],
  ['iptc', 'By-line Title'],
  ['iptc', 'Credit'],
  ['iptc', 'Source'],
  ['iptc', 'Copyright Notice'],
  ['iptc', 'Date Created'],
  ['iptc', 'Time Created'],
  ['iptc', 'City'],
  ['iptc', 'Province/State'],
  ['iptc', 'Country/Primary Location Name'],
  ['iptc', 'Keywords'],
  ['xmp', 'title'],
  ['xmp', 'description'],
  ['xmp', 'creator'],
  ['xmp', 'Credit'],
  ['xmp', 'Source'],
  ['xmp', 'rights'],
  ['xmp', 'CreateDate'],
  ['xmp', 'DateCreated'],
  ['xmp', 'CreatorTool'],
  ['xmp', 'City'],
  ['xmp', 'Country'],
  ['pngText', 'Title'],
  ['pngText', 'Author'],
  ['pngText', 'Description'],
  ['pngText', 'Software'],
  ['pngText', 'Creation Time'],
];

/** Reads the notes; a picture whose notes are damaged or missing has none. Nothing that they point to is fetched. */
export function cameraNotes(bytes: Uint8Array): CameraNotes {
  const tags = tagsOf(bytes);
  const notes = NOTES.flatMap(([group, name]) => {
    const value = valueOf(tags, group, name);
    return value === '' ? [] : [{ group, name, value }];
  });
  const note = (...wanted: readonly (readonly [group: string, name: string])[]): string | null =>
    wanted
      .map(([group, name]) => notes.find((one) => one.group === group && one.name === name)?.value)
      .find((value) => value !== undefined) ?? null;
  const taken = note(
    ['exif', 'DateTimeOriginal'],
    ['xmp', 'DateCreated'],
    ['iptc', 'Date Created'],
    ['xmp', 'CreateDate'],
    ['exif', 'DateTime'],
  );
  return {
    metadata: {
      ...NO_METADATA,
      title: note(
        ['iptc', 'Headline'],
        ['iptc', 'Object Name'],
        ['xmp', 'title'],
        ['exif', 'DocumentName'],
        ['pngText', 'Title'],
      ),
      author: note(
        ['iptc', 'By-line'],
        ['xmp', 'creator'],
        ['exif', 'Artist'],
        ['pngText', 'Author'],
      ),
      publisher: note(['iptc', 'Credit'], ['xmp', 'Credit'], ['iptc', 'Source'], ['xmp', 'Source']),
      published: taken === null ? null : dayOf(taken),
    },
    details: {
      properties: notes.map(({ name, value }) => ({ name, value })),
      outline: [],
      messageId: '',
      references: [],
      position: positionOf(tags),
    },
  };
}

function tagsOf(bytes: Uint8Array): ExpandedTags {
  try {
    return ExifReader.load(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      expanded: true,
      async: false,
      domParser: new DOMParser(),
    });
  } catch {
    // Most pictures of screens and scanners have no notes at all, which is said in the same way as damage.
    return {};
  }
}

function valueOf(
  tags: ExpandedTags,
  group: 'exif' | 'iptc' | 'xmp' | 'pngText',
  name: string,
): string {
  const tag: unknown = Object.entries(tags[group] ?? {}).find(([key]) => key === name)?.[1];
  if (typeof tag !== 'object' || tag === null || !('description' in tag)) return '';
  const text = String(tag.description).replaceAll('\0', '').trim();
  return text.slice(0, LONGEST_NOTE).toWellFormed();
}

/** The day of `2023:05:06 10:11:12`, as EXIF writes it, of `2023-05-06T10:11:12+02:00` or of `20230506`. */
function dayOf(written: string): string | null {
  const date = readDate(written.replace(/^(\d{4}):(\d{2}):(\d{2})/, '$1-$2-$3'));
  // Cameras whose clock was never set write noughts.
  return date === null || date.startsWith('0000') ? null : date;
}

function positionOf({ gps }: ExpandedTags): DocumentDetails['position'] {
  const { Latitude: latitude, Longitude: longitude } = gps ?? {};
  if (latitude === undefined || longitude === undefined) return null;
  const known = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  // Without a fix, cameras write noughts.
  return known && !(latitude === 0 && longitude === 0) ? { latitude, longitude } : null;
}
