import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { DocumentDetails } from '#contract/extraction.ts';
import { readDate, readPdfDate } from '../dates.ts';
import { NO_METADATA, type DocumentMetadata } from '../extraction.ts';

type Property = DocumentDetails['properties'][number];

export interface Information {
  readonly metadata: DocumentMetadata;
  readonly properties: readonly Property[];
}

/** Of a document whose information is damaged. */
export const NO_INFORMATION: Information = { metadata: NO_METADATA, properties: [] };

/** UTF-16 code units of a property, and properties, that are kept. */
const LONGEST = 2000;
const MOST = 200;

const ENTRIES = [
  'Title',
  'Author',
  'Subject',
  'Keywords',
  'Creator',
  'Producer',
  'CreationDate',
  'ModDate',
];

/**
 * What a PDF says of itself: its information dictionary (ISO 32000-1, 14.3.3), then what its XMP metadata says beyond that.
 * Dates are given as ISO 8601.
 */
export async function readInformation(pdf: PDFDocumentProxy): Promise<Information> {
  const { info, metadata } = await pdf.getMetadata();
  const entries = new Map<string, unknown>(Object.entries(info));
  const properties: Property[] = [];
  const add = (name: string, value: unknown): void => {
    const text = readable(value);
    if (text !== null && properties.length < MOST) {
      properties.push({ name: name.slice(0, 200), value: text });
    }
  };
  for (const name of ENTRIES) {
    const value = entries.get(name);
    add(
      name,
      name.endsWith('Date') && typeof value === 'string' ? (isoDate(value) ?? value) : value,
    );
  }
  const custom = entries.get('Custom');
  for (const [name, value] of custom instanceof Map ? custom : Object.entries(custom ?? {})) {
    add(String(name), value);
  }
  const xmp = xmpOf(metadata);
  const said = new Set(properties.map(({ value }) => value));
  for (const [name, value] of xmp) {
    if (!said.has(value)) add(name, value);
  }
  const entry = (name: string): string | null => readable(entries.get(name));
  const created = entry('CreationDate');
  const published = created === null ? null : readPdfDate(created);
  return {
    metadata: {
      ...NO_METADATA,
      title: entry('Title') ?? xmp.get('dc:title') ?? null,
      author: entry('Author') ?? xmp.get('dc:creator') ?? null,
      publisher: xmp.get('dc:publisher') ?? null,
      published: published ?? readDate(xmp.get('xmp:createdate') ?? ''),
      language: entry('Language') ?? xmp.get('dc:language') ?? null,
    },
    properties,
  };
}

/** The entries of an XMP packet by their names, in lower case as the library gives them. */
function xmpOf(metadata: Iterable<unknown> | null): Map<string, string> {
  const found = new Map<string, string>();
  for (const pair of metadata ?? []) {
    const [name, value]: readonly unknown[] = Array.isArray(pair) ? pair : [];
    const text = readable(value);
    if (typeof name === 'string' && text !== null) {
      found.set(name, text);
    }
  }
  return found;
}

function readable(value: unknown): string | null {
  const whole = Array.isArray(value) ? value.filter(isWord).join(', ') : isWord(value) ? value : '';
  const text = String(whole)
    .slice(0, LONGEST)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .toWellFormed();
  return text === '' ? null : text;
}

function isWord(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** `D:20230920143000-04'00'` (ISO 32000-1, 7.9.4) as `2023-09-20T14:30:00-04:00`. */
function isoDate(written: string): string | null {
  const day = readPdfDate(written);
  const time = /^(?:D:)?\d{8}(\d{2})(\d{2})(\d{2})?(?:(Z)|([+-]\d{2})'?(\d{2})?)?/.exec(
    written.trim(),
  );
  if (day === null || time === null) {
    return day;
  }
  const [, hours = '', minutes = '', seconds = '00', zulu = '', zone, zoneMinutes = '00'] = time;
  const offset = zone === undefined ? zulu : `${zone}:${zoneMinutes}`;
  return `${day}T${hours}:${minutes}:${seconds}${offset}`;
}
