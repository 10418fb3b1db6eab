import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#shared/id.ts';
import {
  blobChunkSize,
  createStore,
  listBlobs,
  listTexts,
  readBlob,
  readSegments,
  writeBlobFromFile,
  writeText,
  type CaseStore,
  type Writer,
} from './index.ts';

let folder: string;
let store: CaseStore;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'legajo-content-'));
  const actor = () => ({ name: 'Ana Ruiz', initials: 'AR', organization: '' });
  store = createStore(join(folder, 'one.casefile'), { actor });
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Content alone is no gesture of a person: a gesture that stores it makes something of it, too. */
function within(work: (writer: Writer) => void): void {
  store.gesture('source.import', (writer) => {
    work(writer);
    writer.insert('tag', { id: newId(), name: 'x', color: '#000000', createdAt: '' });
  });
}
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('original bytes', () => {
  test.each([0, 1, blobChunkSize - 1, blobChunkSize, blobChunkSize * 2 + 7])(
    'of a file of %i bytes come back as they were',
    (size) => {
      const bytes = randomBytes(size);
      const path = join(folder, 'document');
      writeFileSync(path, bytes);
      within((writer) => writeBlobFromFile(writer, path, sha256(bytes)));
      within((writer) => writeBlobFromFile(writer, path, sha256(bytes)));
      expect(listBlobs(store)).toEqual([{ sha256: sha256(bytes), byteSize: size }]);
      const chunks = [...readBlob(store, sha256(bytes))];
      expect(Buffer.concat(chunks).equals(bytes)).toBe(true);
      expect(chunks).toHaveLength(Math.ceil(size / blobChunkSize));
    },
  );

  test('of a file that changed since it was read are not stored', () => {
    const path = join(folder, 'document');
    writeFileSync(path, 'after');
    expect(() =>
      within((writer) => writeBlobFromFile(writer, path, sha256(Buffer.from('before')))),
    ).toThrow(expect.objectContaining({ code: 'source.failed' }));
    expect(listBlobs(store)).toEqual([]);
  });

  test('of a file that is not there are asked for by its name', () => {
    const path = join(folder, 'nowhere');
    expect(() => within((writer) => writeBlobFromFile(writer, path, 'x'))).toThrow(
      expect.objectContaining({ code: 'file.notFound', details: { path } }),
    );
  });

  test('that the case does not have are not found', () => {
    expect(() => [...readBlob(store, 'none')]).toThrow(
      expect.objectContaining({ code: 'record.notFound' }),
    );
  });
});

describe('an extracted text', () => {
  test('is stored once and comes back segment by segment', () => {
    const segments = Array.from({ length: 1203 }, (_, index) => ({
      start: index * 4,
      kind: index % 9 === 0 ? 'heading' : 'paragraph',
      page: index % 2 === 0 ? index + 1 : null,
      content: `a${index % 10}ñ\n`,
    }));
    const stored: boolean[] = [];
    within((writer) => {
      stored.push(writeText(writer, 'hash', segments));
      stored.push(writeText(writer, 'hash', segments));
    });
    expect(stored).toEqual([true, false]);
    expect(listTexts(store)).toEqual([{ sha256: 'hash', length: 4812 }]);
    expect([...readSegments(store, 'hash')]).toEqual(
      segments.map((segment, ordinal) => ({ ...segment, ordinal })),
    );
  });
});
