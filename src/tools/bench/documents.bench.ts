import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { Readability } from '@mozilla/readability';
import { loadImage } from '@napi-rs/canvas';
import { parseHTML } from 'linkedom';
import Papa from 'papaparse';
import PostalMime from 'postal-mime';
import { SaxesParser } from 'saxes';
import { closeExtraction, extractDocument } from '#engine/sources/index.ts';
import type { Figure } from './figure.ts';
import { median, timed } from './median.ts';
import { Prose } from './prose.ts';
import { SAMPLES } from './sample-documents.ts';

const documents = 40;
const paragraphs = 400;
const rounds = 3;

type Barest = (bytes: Uint8Array) => unknown;
interface Alone {
  readonly against: string;
  readonly read: Barest;
}

/** Of these only the list of what they hold is read: their members are documents of their own. */
const listed = new Set(['zip', 'tar', 'gzip', 'mbox', 'warc']);

const utf8 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');
const hashed: Alone = {
  against: 'SHA-256 of its bytes: no library reads it',
  read: (bytes) => createHash('sha256').update(bytes).digest('hex'),
};
const unzipped: Alone = {
  against: 'its members inflated and given to saxes, nothing more',
  read: async (bytes) => {
    for (const content of await membersOf(bytes)) {
      if (content.subarray(0, 1).toString() !== '<') continue;
      const parser = new SaxesParser();
      parser.write(content.toString('utf8')).close();
    }
  },
};
const decoded: Alone = {
  against: 'the picture decoded by Skia, nothing more',
  read: (bytes) => loadImage(Buffer.from(bytes)),
};

/** What reads each format by itself. */
const libraries: Record<string, Alone> = {
  html: {
    against: 'linkedom and Readability alone',
    read: (bytes) => new Readability(parseHTML(utf8(bytes)).document).parse(),
  },
  csv: { against: 'papaparse alone', read: (bytes) => Papa.parse(utf8(bytes)) },
  json: { against: 'JSON.parse', read: (bytes) => JSON.parse(utf8(bytes)) },
  ndjson: {
    against: 'JSON.parse of each line',
    read: (bytes) =>
      utf8(bytes)
        .trim()
        .split('\n')
        .map((line): unknown => JSON.parse(line)),
  },
  eml: { against: 'postal-mime alone', read: (bytes) => PostalMime.parse(bytes) },
  docx: unzipped,
  odt: unzipped,
  epub: unzipped,
  pptx: unzipped,
  xlsx: unzipped,
  ods: unzipped,
  png: decoded,
  jpeg: decoded,
  webp: decoded,
};

/**
 * Documents of each format, one after another through the workers as an import gives them, beside the library that knows the
 * format, in this thread; and the memory of the whole.
 */
export async function bench(): Promise<Figure[]> {
  const prose = new Prose(5);
  const words = Array.from({ length: paragraphs }, () => prose.paragraph(300));
  const figures: Figure[] = [];
  for (const [format, make] of Object.entries(SAMPLES)) {
    // Those of pdf.js and pdftotext are in a bench of their own.
    if (format === 'pdf') continue;
    const bytes = new Uint8Array(await make(words));
    const { against, read } = libraries[format] ?? hashed;
    const all = Array.from({ length: documents });
    const ours: number[] = [];
    const alone: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      alone.push(
        await timed(async () => {
          for (const _ of all) await read(new Uint8Array(bytes));
        }),
      );
      ours.push(
        await timed(() =>
          Promise.all(
            all.map(() =>
              extractDocument(
                { bytes: new Uint8Array(bytes), name: `sample.${format}` },
                { settings: { ocr: 'never' } },
              ),
            ),
          ),
        ),
      );
    }
    const kilobytes = bytes.length / 1024;
    const rate = (kilobytes * documents) / 1024 / (median(ours) / 1000);
    figures.push({
      name: `${format}${listed.has(format) ? ', what is in them listed' : ''}: ${documents} of ${kilobytes.toFixed(0)} kB (${((1000 * documents) / median(ours)).toFixed(0)} files/s, ${rate.toFixed(1)} MB/s)`,
      figure: median(ours),
      baseline: median(alone),
      against,
      unit: 'ms',
    });
  }
  await closeExtraction();
  figures.push({
    name: 'memory after all of them',
    figure: process.memoryUsage.rss() / 2 ** 20,
    unit: 'MB',
  });
  return figures;
}

const inflated = promisify(inflateRaw);

/** The contents of a ZIP's members, by its central directory, as bare as can be. */
async function membersOf(zip: Uint8Array): Promise<Buffer[]> {
  const bytes = Buffer.from(zip);
  const end = bytes.lastIndexOf(Buffer.from('504b0506', 'hex'));
  const contents: Buffer[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const start = bytes.readUInt32LE(at + 42);
    const size = bytes.readUInt32LE(at + 20);
    const from = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
    const packed = bytes.subarray(from, from + size);
    contents.push(bytes.readUInt16LE(at + 10) === 0 ? packed : await inflated(packed));
    at +=
      46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return contents;
}
