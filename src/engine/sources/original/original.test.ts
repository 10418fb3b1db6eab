import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createHash, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Layout } from '#contract/extraction.ts';
import { newId } from '#shared/id.ts';
import { writeBlob, writeText, type CaseStore } from '../../store/index.ts';
import { testCase, testFolder } from '../../testing/index.ts';
import {
  layoutPages,
  layoutPlace,
  originalBytes,
  packLayout,
  partsOf,
  saveOriginal,
  sourceDetails,
  tableRows,
  tableSheets,
  threadOf,
  unpackLayout,
} from './index.ts';

const failing = (code: string) => expect.objectContaining({ code });
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');

interface Given {
  title?: string;
  bytes?: Uint8Array;
  text?: string;
  layout?: Layout;
  container?: string;
  memberPath?: string;
  message?: { id: string; references?: string[]; published?: string };
}

function addSource(store: CaseStore, given: Given = {}): string {
  const { title = 'A', bytes = new Uint8Array([1]), text = 'words', layout, message } = given;
  const id = newId();
  store.gesture('source.import', (writer) => {
    writeBlob(writer, sha256(bytes), bytes);
    const packed = layout === undefined ? null : packLayout(layout);
    if (packed !== null) writeBlob(writer, packed.sha256, packed.bytes);
    writer.insert('source', {
      id,
      title,
      kind: 'other',
      fileName: `${title}.bin`,
      mediaType: 'application/octet-stream',
      encoding: null,
      sha256: sha256(bytes),
      byteSize: bytes.length,
      textSha256: sha256(text),
      textLength: text.length,
      pages: null,
      handling: 'AMBER',
      containerId: given.container ?? null,
      memberPath: given.memberPath ?? '',
      layoutSha256: packed?.sha256 ?? null,
      messageId: message?.id ?? '',
      published: message?.published ?? '',
      details:
        message === undefined ? '' : JSON.stringify({ references: message.references ?? [] }),
      createdAt: new Date().toISOString(),
    });
    writeText(writer, sha256(text), [{ start: 0, kind: 'row', page: null, content: text }]);
  });
  return id;
}

test('any stretch of an original is what stands there, over the bounds of its chunks', () => {
  const store = testCase();
  const bytes = randomBytes(2_500_000);
  const id = addSource(store, { bytes });
  const offset = fc.nat({ max: 2_600_000 });
  fc.assert(
    fc.property(offset, offset, (start, end) => {
      const read = originalBytes(store, id, { start, end }).bytes;
      expect(Buffer.from(read).equals(bytes.subarray(start, Math.max(start, end)))).toBe(true);
    }),
    { numRuns: 40 },
  );
  expect(Buffer.from(originalBytes(store, id).bytes).equals(bytes)).toBe(true);
});

test('an original is saved byte for byte, and not at all when it is not the one that was read', () => {
  const store = testCase();
  const bytes = randomBytes(1_200_000);
  const id = addSource(store, { bytes });
  const path = join(testFolder(), 'out.bin');
  expect(saveOriginal(store, id, path)).toEqual({
    path,
    byteSize: bytes.length,
    sha256: sha256(bytes),
  });
  expect(readFileSync(path).equals(bytes)).toBe(true);

  store.gesture('source.import', (writer) =>
    writer.run('DELETE FROM blob_chunk WHERE ordinal = 1'),
  );
  const other = join(testFolder(), 'other.bin');
  expect(() => saveOriginal(store, id, other)).toThrow(failing('source.damaged'));
  expect([existsSync(other), existsSync(`${other}.part`)]).toEqual([false, false]);
});

test('an original goes nowhere upon the case itself, and one that is not here is said to be withheld', () => {
  const store = testCase();
  const id = addSource(store);
  expect(() => saveOriginal(store, id, store.opening.path)).toThrow(failing('file.notWritable'));
  store.gesture('source.import', (writer) => writer.run('DELETE FROM blob'));
  expect(() => originalBytes(store, id)).toThrow(failing('source.withheld'));
  expect(() => originalBytes(store, newId())).toThrow(failing('record.notFound'));
});

const pages: Layout = {
  kind: 'pages',
  pages: [
    { page: 1, width: 595, height: 842, ocr: false, runs: [[0, 5, 10, 20, 30.5, 12]] },
    { page: 2, width: 595, height: 842, ocr: true, runs: [] },
  ],
};

test('a layout comes back as it was packed, and the same layout is the same blob', () => {
  const { sha256: hash, bytes } = packLayout(pages);
  expect(unpackLayout(bytes)).toEqual(pages);
  expect(packLayout(structuredClone(pages)).sha256).toBe(hash);
});

test('what is no layout is taken for none, whatever it is', () => {
  const broken: unknown[] = [
    null,
    { kind: 'pages' },
    { kind: 'pages', pages: [{ page: 1 }] },
    { kind: 'pages', pages: [{ ...pages.pages[0], runs: [[0, 1, 2]] }] },
    { kind: 'table', sheets: [{ name: 'a', columns: [1], rows: [] }] },
    { kind: 'table', sheets: [{ name: 'a', columns: [], rows: [{ number: 1, cells: ['0'] }] }] },
  ];
  for (const one of broken) {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what somebody else's package may bring
    expect(unpackLayout(packLayout(one as Layout).bytes)).toBeNull();
  }
  expect(unpackLayout(new Uint8Array([1, 2, 3]))).toBeNull();
});

test('pages are told from one to another, and the page of a place', () => {
  const store = testCase();
  const id = addSource(store, { layout: pages });
  expect(layoutPages(store, { id, from: 2, to: 9 })).toEqual({
    total: 2,
    pages: [pages.pages[1]],
  });
  expect(layoutPlace(store, { id, offset: 3 })).toEqual({ page: 1 });
  const plain = addSource(store, { title: 'B', bytes: new Uint8Array([2]) });
  expect(layoutPages(store, { id: plain, from: 1, to: 2 })).toEqual({ total: 0, pages: [] });
  expect(layoutPlace(store, { id: plain, offset: 3 })).toEqual({ page: null });
});

test('a table is told by its rows, each cell with its words and their place', () => {
  const store = testCase();
  const text = 'Name: Ana\nAge: 31\n\nName: Juan\n\n';
  const layout: Layout = {
    kind: 'table',
    sheets: [
      {
        name: 'People',
        columns: ['Name', 'Age'],
        rows: [
          { number: 2, cells: [6, 9, 15, 17] },
          { number: 3, cells: [25, 29, 29, 29] },
        ],
      },
    ],
  };
  const id = addSource(store, { text, layout });
  expect(tableSheets(store, id)).toEqual([{ name: 'People', columns: ['Name', 'Age'], rows: 2 }]);
  expect(tableRows(store, { id, sheet: 0, offset: 0, limit: 10 })).toEqual({
    total: 2,
    items: [
      {
        number: 2,
        cells: [
          { text: 'Ana', start: 6, end: 9 },
          { text: '31', start: 15, end: 17 },
        ],
      },
      {
        number: 3,
        cells: [
          { text: 'Juan', start: 25, end: 29 },
          { text: '', start: 29, end: 29 },
        ],
      },
    ],
  });
  expect(tableRows(store, { id, sheet: 4, offset: 0, limit: 10 })).toEqual({ total: 0, items: [] });
});

test('what was in a source is told by its place there, and so are details that are none', () => {
  const store = testCase();
  const archive = addSource(store, { title: 'archive' });
  const b = addSource(store, { container: archive, memberPath: 'b.txt' });
  const a = addSource(store, { container: archive, memberPath: 'a.txt' });
  expect(partsOf(store, archive).map((part) => part.id)).toEqual([a, b]);
  expect(() => partsOf(store, newId())).toThrow(failing('record.notFound'));
  expect(sourceDetails(store, archive)).toMatchObject({ properties: [], messageId: '' });
});

test('a thread is told in its order, with those it refers to and the case does not have', () => {
  const store = testCase();
  const mail = (id: string, references: string[], published: string) =>
    addSource(store, { title: id, message: { id, references, published } });
  const reply = mail('b@x', ['lost@x', 'a@x'], '2024-01-02');
  const late = mail('d@x', ['lost@x', 'a@x'], '2024-01-05');
  const deep = mail('c@x', ['lost@x', 'a@x', 'b@x'], '2024-01-03');
  const first = mail('a@x', ['lost@x'], '2024-01-01');
  mail('alone@x', [], '2024-01-01');
  for (const id of [reply, late, deep, first]) {
    expect(
      threadOf(store, id).map(({ messageId, source, depth }) => [messageId, source, depth]),
    ).toEqual([
      ['lost@x', null, 0],
      ['a@x', first, 1],
      ['b@x', reply, 2],
      ['c@x', deep, 3],
      ['d@x', late, 2],
    ]);
  }
});

test('a thread may be as deep as a forger makes it', () => {
  const store = testCase();
  const references = Array.from({ length: 30_000 }, (_, at) => `${at}@x`);
  const last = addSource(store, { message: { id: 'last@x', references } });
  expect(threadOf(store, last).at(-1)).toMatchObject({ source: last, depth: 30_000 });
});

test('messages that answer each other in a circle are each told once', () => {
  const store = testCase();
  const one = addSource(store, { message: { id: 'one@x', references: ['two@x'] } });
  const two = addSource(store, { message: { id: 'two@x', references: ['one@x'] } });
  const self = addSource(store, { message: { id: 'self@x', references: ['self@x'] } });
  expect(new Set(threadOf(store, one).map(({ source }) => source))).toEqual(new Set([one, two]));
  expect(threadOf(store, one)).toHaveLength(2);
  expect(threadOf(store, self)).toEqual([]);
});
