import { gzipSync } from 'node:zlib';
import { createCanvas } from '@napi-rs/canvas';
import type { FormatName } from '#engine/sources/extract/formats.ts';
import { buildDocx, p, r } from '#engine/sources/extract/office/testing/docx-sample.ts';
import { buildEpub, chapter } from '#engine/sources/extract/office/testing/epub-sample.ts';
import { buildOdf } from '#engine/sources/extract/office/testing/odf-sample.ts';
import { buildSample, ZIP_SAMPLES } from '#engine/sources/extract/office/testing/samples.ts';
import { ods, row, table } from '#engine/sources/extract/tables/testing/ods-sample.ts';
import { inlineRow, xlsx } from '#engine/sources/extract/tables/testing/xlsx-sample.ts';
import { tarOf, zipOf } from '#engine/sources/extract/testing/archives.ts';
import { msgOf } from '#engine/sources/extract/testing/outlook.ts';
import { tiffFile } from '#engine/sources/extract/testing/tiff-file.ts';
import { PACKED_HEIC } from '#engine/sources/extract/testing/packed-pictures.ts';
import { answerOf, warcOf } from '#engine/sources/extract/testing/web-archives.ts';
import { writePdf } from '#engine/testing/pdf.ts';

type Make = (paragraphs: readonly string[]) => Uint8Array | Promise<Uint8Array>;

const bytes = (text: string): Uint8Array => Buffer.from(text, 'utf8');
const page = (paragraphs: readonly string[]): string =>
  `<!doctype html><html lang="en"><head><title>A page</title></head><body><article>${paragraphs.map((words) => `<p>${words}</p>`).join('\n')}</article></body></html>`;
const message = (paragraphs: readonly string[]): string =>
  [
    'From: Ana <ana@example.org>',
    'To: Juan <juan@example.org>',
    'Subject: The papers',
    'Date: Mon, 03 Feb 2025 10:11:12 +0100',
    'Message-ID: <a@example.org>',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    ...paragraphs.flatMap((words) => [words, '']),
  ].join('\r\n');
/** The words of a paragraph as cells: four to a row. */
const cells = (words: string): string[] =>
  words
    .split(' ')
    .slice(0, 4)
    .map((word) => word.replaceAll(',', ''));

/** A document of each format that holds these paragraphs, or as much of them as such a document can. */
export const SAMPLES: Partial<Record<FormatName, Make>> = {
  text: (paragraphs) => bytes(paragraphs.join('\n\n')),
  markdown: (paragraphs) => bytes(`# A text\n\n${paragraphs.join('\n\n')}\n`),
  html: (paragraphs) => bytes(page(paragraphs)),
  pdf: (paragraphs) =>
    writePdf({
      pages: Array.from({ length: Math.ceil(paragraphs.length / 8) }, (_, at) =>
        paragraphs.slice(8 * at, 8 * at + 8).flatMap((words) => words.match(/.{1,80}/gs) ?? []),
      ),
    }),
  docx: (paragraphs) => buildDocx(paragraphs.map((words) => p(r(words))).join('')),
  odt: (paragraphs) =>
    buildOdf('text', paragraphs.map((words) => `<text:p>${words}</text:p>`).join('')),
  rtf: (paragraphs) =>
    bytes(`{\\rtf1\\ansi\\ansicpg1252 ${paragraphs.map((words) => `${words}\\par`).join('\n')}}`),
  epub: (paragraphs) =>
    buildEpub({
      chapters: { 'one.xhtml': chapter(paragraphs.map((words) => `<p>${words}</p>`).join('')) },
    }),
  pptx: () => {
    const sample = ZIP_SAMPLES.find(({ name }) => name === 'pptx');
    if (sample === undefined) throw new Error('There is no sample of PPTX.');
    return buildSample(sample);
  },
  csv: (paragraphs) =>
    bytes(['a,b,c,d', ...paragraphs.map((words) => cells(words).join(','))].join('\n')),
  xlsx: (paragraphs) =>
    xlsx({
      sheets: [
        {
          name: 'Sheet',
          xml: [
            inlineRow(1, ['a', 'b', 'c', 'd']),
            ...paragraphs.map((words, at) => inlineRow(at + 2, cells(words))),
          ].join(''),
        },
      ],
    }),
  ods: (paragraphs) =>
    ods(
      table(
        'Sheet',
        [row(['a', 'b', 'c', 'd']), ...paragraphs.map((words) => row(cells(words)))].join(''),
      ),
    ),
  json: (paragraphs) => bytes(JSON.stringify(paragraphs.map((words, id) => ({ id, words })))),
  ndjson: (paragraphs) =>
    bytes(paragraphs.map((words, id) => `${JSON.stringify({ id, words })}\n`).join('')),
  eml: (paragraphs) => bytes(message(paragraphs)),
  mbox: (paragraphs) =>
    bytes(
      paragraphs
        .map((words) => `From ana@example.org Mon Feb  3 10:11:12 2025\n${message([words])}\n\n`)
        .join('')
        .replaceAll('\r\n', '\n'),
    ),
  msg: (paragraphs) =>
    msgOf({ properties: { 0x0037: 'The papers', 0x0c1a: 'Ana', 0x1000: paragraphs.join('\r\n') } }),
  mhtml: (paragraphs) =>
    bytes(
      [
        'From: <Saved by Blink>',
        'Snapshot-Content-Location: https://example.org/page',
        'Subject: A page',
        'MIME-Version: 1.0',
        'Content-Type: multipart/related; type="text/html"; boundary="b"',
        '',
        '--b',
        'Content-Type: text/html; charset=utf-8',
        'Content-Location: https://example.org/page',
        '',
        page(paragraphs),
        '--b--',
        '',
      ].join('\r\n'),
    ),
  warc: (paragraphs) =>
    warcOf([{ type: 'response', uri: 'https://example.org/', block: answerOf(page(paragraphs)) }]),
  zip: (paragraphs) =>
    zipOf(paragraphs.map((words, at) => ({ name: `${at}.txt`, content: bytes(words) }))),
  tar: (paragraphs) =>
    tarOf(paragraphs.map((words, at) => ({ name: `${at}.txt`, content: bytes(words) }))),
  gzip: (paragraphs) => gzipSync(paragraphs.join('\n\n')),
  png: () => picture().toBuffer('image/png'),
  jpeg: () => picture().toBuffer('image/jpeg'),
  webp: () => picture().toBuffer('image/webp'),
  tiff: () => tiffFile([{ width: 64, height: 64, data: new Uint8Array(64 * 64).fill(200) }]),
  heic: () => Buffer.from(PACKED_HEIC, 'base64'),
};

/** A grey picture with a dark bar: something to decode, and no words. */
function picture() {
  const canvas = createCanvas(640, 480);
  const context = canvas.getContext('2d');
  context.fillStyle = '#ddd';
  context.fillRect(0, 0, 640, 480);
  context.fillStyle = '#333';
  context.fillRect(40, 60, 300, 30);
  return canvas;
}
