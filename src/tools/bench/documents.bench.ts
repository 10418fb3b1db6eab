import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { deflateRawSync, inflateRaw } from 'node:zlib';
import { Readability } from '@mozilla/readability';
import { loadImage } from '@napi-rs/canvas';
import { parseHTML } from 'linkedom';
import Papa from 'papaparse';
import PostalMime from 'postal-mime';
import { SaxesParser } from 'saxes';
import { z } from 'zod';
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

/** What `SAMPLES.json` makes. */
const Records = z.array(z.object({ id: z.number(), words: z.string() }));

/** The same with the least of what any reading leaves behind: a text, where each cell stands in it, and the hashes. */
const thorough: Record<string, Alone> = {
  csv: {
    against: 'papaparse, and its cells as text with their places, hashed and deflated',
    read(bytes) {
      const [names = [], ...rows] = Papa.parse<string[]>(utf8(bytes)).data;
      const named = rows.map((row) => row.map((cell, at) => [names[at] ?? '', cell] as const));
      leave(bytes, named);
    },
  },
  json: {
    against: 'JSON.parse, and its values as text with their places, hashed and deflated',
    read(bytes) {
      const records = Records.parse(JSON.parse(utf8(bytes)));
      const rows = records.map(({ id, words }): NamedWords => [
        ['id', String(id)],
        ['words', words],
      ]);
      leave(bytes, rows);
    },
  },
};

type NamedWords = readonly (readonly [name: string, words: string])[];

function leave(bytes: Uint8Array, rows: readonly NamedWords[]): void {
  const places: number[] = [];
  let text = '';
  for (const row of rows) {
    for (const [name, words] of row) {
      text += `${name}: `;
      places.push(text.length, text.length + words.length);
      text += `${words}\n`;
    }
    text += '\n';
  }
  const layout = deflateRawSync(JSON.stringify(places));
  for (const kept of [text, layout, bytes]) createHash('sha256').update(kept).digest('hex');
}

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
    const baselines = [libraries[format] ?? hashed, thorough[format]]
      .filter((one) => one !== undefined)
      .map((one) => ({ ...one, times: [] as number[] }));
    const all = Array.from({ length: documents });
    const ours: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      for (const { read, times } of baselines) {
        times.push(
          await timed(async () => {
            for (const _ of all) await read(new Uint8Array(bytes));
          }),
        );
      }
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
    const name = `${format}${listed.has(format) ? ', what is in them listed' : ''}: ${documents} of ${kilobytes.toFixed(0)} kB (${((1000 * documents) / median(ours)).toFixed(0)} files/s, ${rate.toFixed(1)} MB/s)`;
    const figure = median(ours);
    for (const { against, times } of baselines) {
      figures.push({ name, figure, baseline: median(times), against, unit: 'ms' });
    }
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
