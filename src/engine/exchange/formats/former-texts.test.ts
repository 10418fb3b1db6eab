import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { beforeEach, describe, expect, test } from 'vitest';
import { tagPassage } from '../../annotations/index.ts';
import type { CaseStore } from '../../store/index.ts';
import {
  addCustodyEntry,
  addSource,
  giveText,
  spanOf,
  testCase,
  testFolder,
  textOfParagraphs,
} from '../../testing/index.ts';
import { Forgery } from '../testing/repack.ts';
import { exportCsv } from './csv.ts';
import { exportMarkdown } from './markdown/index.ts';
import { exportQdpx } from './qdpx/index.ts';
import { exportStix } from './stix/index.ts';
import { leftOf } from './testing/rich-case.ts';
import { exportWebAnnotation } from './web-annotation.ts';

const before = ['The mole told Luz.', 'Nobody else was told.'];
const now = ['Page 1', 'Nobody else was told. Luz was.'];

let store: CaseStore;
let source: string;
let carried: string;
let orphan: string;
beforeEach(() => {
  store = testCase();
  source = addSource(store, before, { title: 'Statement' });
  const take = (words: string) =>
    tagPassage(store, spanOf(source, before, words), { name: 'told', parent: null }).excerpt;
  carried = take('Nobody else');
  orphan = take('The mole told Luz');
  giveText(store, source, now);
  addCustodyEntry(store, source, { party: 'The clerk', happened: '2024-05' });
  store.gesture('source.update', (writer) =>
    writer.update('source', source, { retrievedFrom: 'The archive' }),
  );
});

describe('a passage in a text that its source had before', () => {
  test('stands in tables by that text', async () => {
    const { path, ...result } = await exportCsv(store, join(testFolder(), 'out'), {});
    const rows = (name: string) =>
      Papa.parse<Record<string, string>>(readFileSync(join(path, `${name}.csv`), 'utf8'), {
        header: true,
        skipEmptyLines: true,
      }).data;
    const texts = new Map(rows('passages').map((row) => [row['id'], row['text_sha256']]));
    expect(texts.get(carried)).toBe(textOfParagraphs(now).sha256);
    expect(texts.get(orphan)).toBe(textOfParagraphs(before).sha256);
    expect(rows('custody')).toMatchObject([
      { source_id: source, party: 'The clerk', happened: '2024-05', act: 'received' },
    ]);
    expect(rows('sources')).toMatchObject([{ retrieved_from: 'The archive' }]);
    expect(leftOf({ ...result })).toMatchObject({ formerText: 1 });
  });

  test('has its words and no place in annotations of the text of now', async () => {
    const { path, ...result } = await exportWebAnnotation(store, join(testFolder(), 'out'), {});
    const text = readFileSync(path, 'utf8');
    const selectors = [...text.matchAll(/"selector":(\[.*?\])/gu)].map(([, found]) =>
      JSON.parse(found ?? '[]'),
    );
    expect(selectors).toHaveLength(2);
    expect(selectors).toContainEqual([expect.objectContaining({ exact: 'The mole told Luz' })]);
    expect(selectors).toContainEqual([
      expect.objectContaining({ exact: 'Nobody else' }),
      { type: 'TextPositionSelector', start: 8, end: 19 },
    ]);
    expect(leftOf({ ...result })).toMatchObject({ formerText: 1, custody: 1 });
  });

  test('is no selection of a project, which says so, and nothing leads to it', async () => {
    const { path, ...result } = await exportQdpx(store, join(testFolder(), 'out.qdpx'), {});
    const xml = (await Forgery.of(path)).text('project.qde');
    expect(xml).toContain(carried);
    expect(xml).not.toContain(orphan);
    expect(leftOf({ ...result })).toMatchObject({ orphan: 1, formerText: 1, custody: 1 });
  });

  test('is told to be one on the page of its source', async () => {
    const { path } = await exportMarkdown(store, join(testFolder(), 'out.zip'), {});
    const { members } = await Forgery.of(path);
    const pages = [...members.values()].map((bytes) => bytes.toString('utf8'));
    const page = pages.find((one) => one.includes('retrievedFrom'));
    expect(page).toContain('in a former text of the source');
    expect(page?.split('in a former text of the source')).toHaveLength(2);
  });

  test('covers its words in the text of now when it may not leave, and all of it where they are not found', async () => {
    store.gesture('excerpt.update', (writer) =>
      writer.update('excerpt', orphan, { handling: 'RED' }),
    );
    const { path } = await exportMarkdown(store, join(testFolder(), 'out.zip'), {
      handling: 'AMBER',
    });
    const { members } = await Forgery.of(path);
    const all = [...members.values()].map((bytes) => bytes.toString('utf8')).join('\n');
    expect(all).not.toContain('Luz was');
    expect(all).not.toContain('The mole');
    // Read otherwise, so that the words are found again, the others can be read.
    giveText(store, source, ['Page 1. The mole  told Luz. Nobody else was told.'], {
      carry: false,
    });
    const { path: again } = await exportMarkdown(store, join(testFolder(), 'again.zip'), {
      handling: 'AMBER',
    });
    const texts = [...(await Forgery.of(again)).members.values()].map((bytes) =>
      bytes.toString('utf8'),
    );
    expect(texts.some((text) => /Page 1\. █+\. Nobody else was told\./u.test(text))).toBe(true);
  });

  test('is counted by forms that have no place for texts', async () => {
    const result = await exportStix(store, join(testFolder(), 'out.json'), {});
    expect(leftOf(result)).toMatchObject({ custody: 1, formerText: 1 });
  });
});
