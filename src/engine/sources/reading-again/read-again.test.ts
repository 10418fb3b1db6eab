import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { ExtractionSettings } from '#contract/extraction.ts';
import type { ImportItem } from '#contract/job.ts';
import {
  countOrphans,
  getExcerpt,
  highlightsOf,
  listOrphans,
  placeOrphan,
  tagPassage,
} from '../../annotations/index.ts';
import { mentionEntity } from '../../entities/index.ts';
import { contentHash, undo, type CaseStore } from '../../store/index.ts';
import { testCase, testFolder } from '../../testing/index.ts';
import {
  closeExtraction,
  getSource,
  importDocuments,
  listSources,
  readAgain,
  readSourceText,
  sourceVersions,
} from '../index.ts';

afterAll(closeExtraction);

const words = [
  'The deed was signed in Málaga by Íñigo Núñez on the third of May.',
  'Nobody at the harbour office could say who had paid for the berth.',
  'A second boat, the Señora Peña, came in after dark; its papers were never shown.',
  'Two witnesses recall a grey van, and one of them wrote down its number.',
];

/** A case with a document that is in UTF-8 and was read as something else. */
async function misread(): Promise<{ store: CaseStore; source: string; text: string }> {
  const store = testCase();
  const path = join(testFolder(), 'statement.txt');
  writeFileSync(path, words.join('\n\n'));
  await importDocuments(store, [path], {}, { started() {}, settled() {} });
  const { id = '' } = listSources(store, { offset: 0, limit: 1 }).items[0] ?? {};
  await again(store, [id], { encoding: 'windows-1252' });
  return { store, source: id, text: readSourceText(store, id).text };
}

async function again(
  store: CaseStore,
  sources: readonly string[],
  settings: ExtractionSettings,
  signal?: AbortSignal,
): Promise<ImportItem[]> {
  const items: ImportItem[] = [];
  await readAgain(
    store,
    sources,
    { settings, signal },
    {
      started() {},
      settled: (item) => {
        items.push(item);
      },
    },
  );
  return items;
}

const spanIn = (source: string, text: string, of: string) => {
  const start = text.indexOf(of);
  expect(start).toBeGreaterThanOrEqual(0);
  return { source, start, end: start + of.length };
};

test('a text that comes out other than before takes its place, and passages go along', async () => {
  const { store, source, text } = await misread();
  expect(text).not.toContain('Málaga');
  const plain = tagPassage(store, spanIn(source, text, 'who had paid for the berth'), {
    name: 'money',
    parent: null,
  }).excerpt;
  const marred = tagPassage(store, spanIn(source, text, 'MÃ¡laga by'), {
    name: 'people',
    parent: null,
  }).excerpt;
  const before = getSource(store, source);
  expect(await again(store, [source], { encoding: 'utf-8' })).toMatchObject([
    { outcome: 'made', source, warnings: ['passagesCarried 2'] },
  ]);
  expect(readSourceText(store, source).text).toBe(words.join('\n\n'));
  expect(getExcerpt(store, plain)).toMatchObject({ quotation: 'who had paid for the berth' });
  expect(getExcerpt(store, marred).quotation).toContain('Málaga');
  const after = getSource(store, source);
  expect(after).toMatchObject({
    encoding: 'utf-8',
    extraction: { encoding: 'utf-8' },
    orphans: 0,
    sha256: before.sha256,
  });
  expect(after.extractedBy).toMatch(/^Legajo \d/);
  expect(sourceVersions(store, source)).toMatchObject(
    [
      { id: null, encoding: 'utf-8', passages: 2, until: null },
      { encoding: 'windows-1252', passages: 0, extraction: { encoding: 'windows-1252' } },
      { passages: 0 },
    ].slice(0, sourceVersions(store, source).length),
  );
});

test('mentions follow their passage, and those without one stand where the words are', async () => {
  const { store, source, text } = await misread();
  const name = spanIn(source, text, 'harbour office');
  mentionEntity(store, name, { kind: 'organization', name: 'Harbour office' });
  await again(store, [source], { encoding: 'utf-8' });
  const now = readSourceText(store, source).text;
  const rows = store.all<{ start: number; end: number; quotation: string }>(
    `SELECT m.start, m."end", m.quotation FROM mention m JOIN source s ON s.id = m.source_id
     WHERE m.text_sha256 = s.text_sha256`,
  );
  expect(rows).toHaveLength(1);
  for (const { start, end, quotation } of rows) {
    expect(now.slice(start, end)).toBe('harbour office');
    expect(quotation).toBe('harbour office');
  }
});

test('one undo gives the source the text it had, with all that stood in it', async () => {
  const { store, source, text } = await misread();
  tagPassage(store, spanIn(source, text, 'a grey van'), { name: 'van', parent: null });
  const before = contentHash(store);
  await again(store, [source], { encoding: 'utf-8' });
  expect(contentHash(store)).not.toBe(before);
  undo(store, 'undo');
  expect(contentHash(store)).toBe(before);
  expect(readSourceText(store, source).text).toBe(text);
});

test('of a text that comes out the same only the settings are noted', async () => {
  const { store, source } = await misread();
  await again(store, [source], { encoding: 'utf-8' });
  const versions = sourceVersions(store, source).length;
  expect(await again(store, [source], { encoding: 'utf8' })).toMatchObject([
    { outcome: 'duplicate', warnings: [] },
  ]);
  expect(getSource(store, source)).toMatchObject({ extraction: { encoding: 'utf8' } });
  expect(sourceVersions(store, source)).toHaveLength(versions);
});

test('a text that the source had before is none of its former texts when it has it again', async () => {
  const { store, source, text } = await misread();
  const span = spanIn(source, text, 'wrote down its number');
  const { excerpt } = tagPassage(store, span, { name: 'van', parent: null });
  await again(store, [source], { encoding: 'utf-8' });
  await again(store, [source], { encoding: 'windows-1252' });
  const hashes = sourceVersions(store, source).map(({ textSha256 }) => textSha256);
  expect(new Set(hashes).size).toBe(hashes.length);
  expect(getExcerpt(store, excerpt)).toMatchObject({ start: span.start, end: span.end });
});

test('a passage without a sure place is an orphan until it is put where it belongs', async () => {
  const { store, source, text } = await misread();
  // It begins within a character of the new text.
  const lost = tagPassage(store, spanIn(source, text, 'ºÃ±ez'), {
    name: 'x',
    parent: null,
  }).excerpt;
  const kept = tagPassage(store, spanIn(source, text, 'Two witnesses recall'), {
    name: 'y',
    parent: null,
  });
  await again(store, [source], { encoding: 'utf-8' });
  expect(countOrphans(store)).toBe(1);
  expect(getSource(store, source).orphans).toBe(1);
  expect(highlightsOf(store, source).map(({ id }) => id)).toEqual([kept.excerpt]);
  const { items, total } = await listOrphans(store, { offset: 0, limit: 10 });
  expect(total).toBe(1);
  expect(items).toMatchObject([{ excerpt: lost, source: { id: source }, tags: 1, evidence: 0 }]);
  const now = readSourceText(store, source).text;
  placeOrphan(store, lost, spanIn(source, now, 'Íñigo Núñez'));
  expect(countOrphans(store)).toBe(0);
  expect(getExcerpt(store, lost)).toMatchObject({ quotation: 'Íñigo Núñez' });
  undo(store, 'undo');
  expect(countOrphans(store)).toBe(1);
});

test('an orphan that is put where another passage is gives it what hung on it', async () => {
  const { store, source, text } = await misread();
  const lost = tagPassage(store, spanIn(source, text, 'ºÃ±ez'), {
    name: 'x',
    parent: null,
  }).excerpt;
  await again(store, [source], { encoding: 'utf-8' });
  const span = spanIn(source, readSourceText(store, source).text, 'Íñigo Núñez');
  const there = tagPassage(store, span, { name: 'y', parent: null }).excerpt;
  placeOrphan(store, lost, span);
  expect(getExcerpt(store, there).tags.map(({ name }) => name)).toEqual(['x', 'y']);
  expect(() => getExcerpt(store, lost)).toThrow(
    expect.objectContaining({ code: 'record.notFound' }),
  );
});

test('a source of which nothing can be read keeps its text, and the others are read', async () => {
  const { store, source, text } = await misread();
  expect(
    await again(store, ['01890000-0000-7000-8000-000000000000', source], {
      encoding: 'no-such-encoding',
    }),
  ).toMatchObject([
    { outcome: 'failed', error: { code: 'record.notFound' } },
    { outcome: 'failed', error: { code: 'source.encodingUnknown' } },
  ]);
  expect(readSourceText(store, source).text).toBe(text);
});

test('what is called off leaves the texts as they are', async () => {
  const { store, source, text } = await misread();
  expect(await again(store, [source], { encoding: 'utf-8' }, AbortSignal.abort())).toMatchObject([
    { outcome: 'cancelled' },
  ]);
  expect(readSourceText(store, source).text).toBe(text);
});
