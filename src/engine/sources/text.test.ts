import { expect, test } from 'vitest';
import { newId } from '#shared/id.ts';
import { listExcerpts } from '../annotations/index.ts';
import { testCase } from '../testing/index.ts';
import { readSourceText } from './index.ts';

test('a source that was handed over without its text says so, and keeps its quotations', () => {
  const store = testCase();
  const hash = 'a'.repeat(64);
  const [source, excerpt] = [newId(), newId()];
  const createdAt = new Date().toISOString();
  store.replay((writer) => writer.run('INSERT INTO withheld VALUES (?)', hash));
  store.gesture('source.import', (writer) => {
    writer.insert('source', {
      id: source,
      title: 'Minutes',
      kind: 'text',
      fileName: 'minutes.txt',
      mediaType: 'text/plain',
      sha256: hash,
      byteSize: 900,
      textSha256: hash,
      textLength: 900,
      handling: 'AMBER',
      createdAt,
    });
    writer.insert('excerpt', {
      id: excerpt,
      sourceId: source,
      textSha256: hash,
      start: 400,
      end: 407,
      quotation: 'a quote',
      createdAt,
    });
  });
  expect(() => readSourceText(store, source)).toThrow(
    expect.objectContaining({ code: 'source.withheld', details: { name: 'Minutes' } }),
  );
  expect(listExcerpts(store, { source, offset: 0, limit: 10 }).items).toMatchObject([
    { quotation: 'a quote', place: { page: null, paragraph: 0 } },
  ]);
});
