import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CaseStore } from '../../store/index.ts';
import { testCase, testFolder } from '../../testing/index.ts';
import { importForeign } from '../importers/index.ts';
import { exportFtm } from './ftm/index.ts';
import { exportQdpx } from './qdpx/index.ts';
import { richCase } from './testing/rich-case.ts';

const take = (store: CaseStore, path: string, format: 'ftm' | 'qdpx') =>
  importForeign(store, { path, format, update: false, leaveOut: { kinds: [], keys: [] } });

const words = (store: CaseStore, sql: string): string[] =>
  store
    .all<{ words: string }>(sql)
    .map((row) => row.words)
    .toSorted();

describe('what was written is taken in again', () => {
  test('from a REFI-QDA project: texts, passages where they were, tags on them', async () => {
    const { store } = richCase();
    const { path } = await exportQdpx(store, join(testFolder(), 'out.qdpx'), {});
    const into = testCase();
    const outcome = await take(into, path, 'qdpx');
    expect(outcome.made.length).toBeGreaterThan(0);
    const passages = `SELECT x.id || ' ' || x.start || ' ' || x."end" || ' ' || x.quotation || ' ' || s.text_sha256 AS words
      FROM excerpt x JOIN source s ON s.id = x.source_id`;
    const place = (lines: string[]) => lines.map((line) => line.slice(line.indexOf(' ')));
    expect(place(words(into, passages)).toSorted()).toEqual(
      place(words(store, passages)).toSorted(),
    );
    const taggings = `SELECT x.quotation || ' ' || t.color AS words FROM excerpt_tag p
      JOIN excerpt x ON x.id = p.excerpt_id JOIN tag t ON t.id = p.tag_id`;
    expect(words(into, taggings)).toEqual(words(store, taggings));
  });

  test('from FollowTheMoney: entities, their names, and links', async () => {
    const { store } = richCase();
    const { path } = await exportFtm(store, join(testFolder(), 'out.ndjson'), {});
    const into = testCase();
    await take(into, path, 'ftm');
    const names = words(into, 'SELECT value AS words FROM name');
    for (const name of ['Ñato', 'Juan Gómez', 'Northern Union', 'NU', 'Caracas', 'White van']) {
      expect(names).toContain(name);
    }
    const links = `SELECT f.value || ' ' || l.type || ' ' || t.value AS words FROM link l
      JOIN name f ON f.entity_id = l.from_id AND f.kind = 'primary'
      JOIN name t ON t.entity_id = l.to_id AND t.kind = 'primary'`;
    expect(words(into, links)).toContain('Ana Membership Northern Union');
  });
});
