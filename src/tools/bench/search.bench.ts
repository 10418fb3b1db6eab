import { createHash } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { newId } from '#shared/id.ts';
import { createCase } from '#engine/cases/index.ts';
import { matchQuery, search } from '#engine/search/index.ts';
import { writeText, type CaseStore, type Writer } from '#engine/store/index.ts';
import type { Figure } from './figure.ts';
import { median, timed } from './median.ts';
import { Prose } from './prose.ts';
import { inScratchFolder } from './scratch.ts';

const texts = 1000;
const segmentsOfText = 100;
const rounds = 41;
const limit = 50;

/** Ranks of words: the first stands in nearly every segment, the last in a handful of all. */
const ranks = { common: 0, second: 1, usual: 60, rare: 15_000 };

/** Search in the text of a large case, hits with their context, beside the query of the index alone. */
export function bench(): Promise<Figure[]> {
  return inScratchFolder(async (folder) => {
    const prose = new Prose(2);
    const path = join(folder, 'search.casefile');
    const store = createCase(
      { path, title: 'Search', reference: '', language: 'en', handling: 'AMBER' },
      () => ({ name: 'Bench', initials: 'B', organization: '' }),
    );
    try {
      fill(store, prose);
      const db = new Database(path, { readonly: true });
      db.pragma('cache_size = -65536');
      const bare = db.prepare(
        `SELECT rowid FROM search_text WHERE search_text MATCH ? ORDER BY rank LIMIT ${limit}`,
      );
      const figures: Figure[] = [];
      for (const [kind, query] of queries(prose)) {
        const match = matchQuery(query);
        const ours: number[] = [];
        const raw: number[] = [];
        for (let round = 0; round < rounds; round += 1) {
          ours.push(await timed(() => search(store, { query, kinds: ['text'], offset: 0, limit })));
          raw.push(await timed(() => bare.all(match)));
        }
        figures.push({
          name: `search in ${texts * segmentsOfText} segments: ${kind}, ${counted(db, match)} hits`,
          figure: median(ours),
          baseline: median(raw),
          against: `bare FTS5 query of the best ${limit}`,
          unit: 'ms',
        });
      }
      db.close();
      return figures;
    } finally {
      store.close();
    }
  });
}

function queries(prose: Prose): [kind: string, query: string][] {
  const { common, second, usual, rare } = ranks;
  return [
    ['rare word', `"${prose.word(rare)}"`],
    ['usual word', `"${prose.word(usual)}"`],
    ['common word', `"${prose.word(common)}"`],
    ['two words', `"${prose.word(second)}" "${prose.word(usual)}"`],
    ['beginning of a word', prose.word(rare).slice(0, 4)],
  ];
}

function counted(db: Database.Database, match: string | null): number {
  const row = db
    .prepare<[string | null], { n: number }>(
      'SELECT count(*) AS n FROM search_text WHERE search_text MATCH ?',
    )
    .get(match);
  return row?.n ?? 0;
}

function fill(store: CaseStore, prose: Prose): void {
  for (let from = 0; from < texts; from += 100) {
    store.gesture('source.import', (writer) => {
      for (let number = from; number < from + 100; number += 1) addText(writer, prose, number);
    });
  }
}

function addText(writer: Writer, prose: Prose, number: number): void {
  let start = 0;
  const segments = Array.from({ length: segmentsOfText }, () => {
    const content = `${prose.paragraph(prose.between(120, 400))}\n\n`;
    const segment = { start, kind: 'paragraph', page: null, content };
    start += content.length;
    return segment;
  });
  const text = segments.map(({ content }) => content).join('');
  const sha256 = createHash('sha256').update(text).digest('hex');
  writeText(writer, sha256, segments);
  writer.insert('source', {
    id: newId(),
    title: `Document ${number}`,
    kind: 'text',
    fileName: `document-${number}.txt`,
    mediaType: 'text/plain',
    encoding: 'utf-8',
    sha256,
    byteSize: Buffer.byteLength(text),
    textSha256: sha256,
    textLength: text.length,
    handling: 'AMBER',
    createdAt: new Date().toISOString(),
  });
}
