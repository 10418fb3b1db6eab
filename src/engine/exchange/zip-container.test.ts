import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { descriptor, directoryRecord, ending, localHeader } from './zip-container.ts';
import { containerOptions } from './zip-writer.ts';

const contents = Buffer.from('Ñandú');
const names = ['cover.html', 'blobs/ñ'];

/** What is written of members that are stored when so much has been written before. */
async function written(before: number): Promise<Buffer> {
  const zip = new ZipFile();
  // Where yazl counts what it has written: sparing us four gigabytes.
  Object.assign(zip, { outputStreamCursor: before });
  for (const name of names) {
    zip.addReadStreamLazy(name, { ...containerOptions, compress: false }, (give) =>
      give(null, Readable.from([contents])),
    );
  }
  zip.end();
  return buffer(zip.outputStream);
}

function expected(before: number): Buffer {
  let offset = before;
  const parts: Buffer[] = [];
  const records: Buffer[] = [];
  for (const name of names) {
    const member = {
      name: Buffer.from(name),
      method: 0,
      crc32: crc32(contents),
      compressedSize: contents.length,
      size: contents.length,
      offset,
    };
    const part = Buffer.concat([localHeader(member), contents, descriptor(member)]);
    parts.push(part);
    records.push(directoryRecord(member));
    offset += part.length;
  }
  const directory = Buffer.concat(records);
  const end = ending({ count: names.length, offset, byteSize: directory.length });
  return Buffer.concat([...parts, directory, end]);
}

test.each([
  ['of a usual size', 0],
  ['just before more than 32 bits are needed', 0xffffffff - 48],
  ['of which some places need more than 32 bits', 0xffffffff - 47],
  ['that needs more than 32 bits for every place', 5_000_000_000],
])('what is around the contents of a ZIP %s is known to the byte', async (_, before) => {
  expect((await written(before)).equals(expected(before))).toBe(true);
});

test('a directory of very many members has their number elsewhere', () => {
  const few = ending({ count: 0xfffe, offset: 10, byteSize: 10 });
  const many = ending({ count: 0xffff, offset: 10, byteSize: 10 });
  expect([few.length, many.length]).toEqual([22, 98]);
  expect(few.readUInt16LE(8)).toBe(0xfffe);
  expect(many.readUInt16LE(76 + 8)).toBe(0xffff);
  expect(many.readBigUInt64LE(24)).toBe(0xffffn);
});
