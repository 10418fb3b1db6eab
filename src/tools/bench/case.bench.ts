import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import Database from 'better-sqlite3';
import { newId } from '#shared/id.ts';
import { tagPassage } from '#engine/annotations/index.ts';
import { listEntities } from '#engine/entities/index.ts';
import { listSources } from '#engine/sources/index.ts';
import { openStore, undo, verifyStore, type CaseStore } from '#engine/store/index.ts';
import { benchActor, makeBigCase, size, type BigCase } from './big-case.ts';
import type { Figure } from './figure.ts';
import { median, percentile, timed } from './median.ts';
import { prepare, RawCase, taggedPassage, type TaggedPassage } from './raw-case.ts';
import { inScratchFolder } from './scratch.ts';

const gestures = 500;
const openings = 15;
const undone = { rows: 10_000, rounds: 5 };
const verifications = 3;
const inCase = `in a case of ${size.excerpts / 1000},000 passages and ${size.entities / 1000},000 entities`;

/** What a person waits for in a large case: opening it, a gesture, undoing a large one; and verifying it whole. */
export function bench(): Promise<Figure[]> {
  return inScratchFolder(async (folder) => {
    const big = makeBigCase(folder);
    const { path } = big.store.opening;
    big.store.close();
    const opening = await openingFigures(path);
    const raw = new RawCase(path, join(folder, 'raw.sqlite'));
    const store = openStore(path, { actor: benchActor });
    const open = { ...big, store };
    const gesture = await gestureFigures(open, raw);
    const undoing = await undoFigure(open, raw);
    store.close();
    raw.close();
    return [...opening, ...gesture, undoing, await verifyFigure(path)];
  });
}

const page = { filter: '', offset: 0, limit: 100 };

async function openingFigures(path: string): Promise<Figure[]> {
  const lists = {
    entities: {
      ours: (store: CaseStore) => listEntities(store, { ...page, sort: 'name' }).items,
      bare: `SELECT e.id, e.kind, e.schema, n.value FROM entity e JOIN name n ON n.entity_id = e.id AND n.kind = 'primary'
             ORDER BY n.value COLLATE NOCASE, e.id LIMIT ${page.limit}`,
    },
    sources: {
      ours: (store: CaseStore) =>
        listSources(store, { ...page, sort: 'imported', descending: true }).items,
      bare: `SELECT * FROM source ORDER BY created_at DESC, id DESC LIMIT ${page.limit}`,
    },
  };
  const figures: Figure[] = [];
  for (const [name, { ours, bare }] of Object.entries(lists)) {
    const times: { ours: number[]; bare: number[] } = { ours: [], bare: [] };
    for (let round = 0; round < openings; round += 1) {
      let store: CaseStore | undefined;
      times.ours.push(
        await timed(() => ours((store = openStore(path, { actor: benchActor }))).length),
      );
      store?.close();
      let db: Database.Database | undefined;
      times.bare.push(
        await timed(() => {
          db = new Database(path);
          prepare(db);
          return db.prepare(bare).all().length;
        }),
      );
      db?.pragma('journal_mode = DELETE');
      db?.close();
    }
    figures.push({
      name: `opening to the list of ${name}, ${inCase}`,
      figure: median(times.ours),
      baseline: median(times.bare),
      against: 'opening it in SQLite and one query of the page',
      unit: 'ms',
    });
  }
  return figures;
}

/** Tags a passage after the other, in both files in turn, so that both meet the same disk. */
async function gestureFigures({ store, sources, tags }: BigCase, raw: RawCase): Promise<Figure[]> {
  const reader = new Database(store.opening.path, { readonly: true });
  const before = bytesOf(reader);
  const times: { ours: number[]; bare: number[] } = { ours: [], bare: [] };
  for (let round = 0; round < gestures; round += 1) {
    const { id: source, text } = sources[(round * 7) % sources.length] ?? { id: '', text: '' };
    const start = (round * 7919) % (text.length - 300);
    const tag = tags[round % tags.length] ?? '';
    let excerpt = '';
    const gesture = () => {
      ({ excerpt } = tagPassage(store, { source, start, end: start + 90 }, { tag }));
    };
    times.ours.push(await timed(gesture));
    const rows = taggedPassage(reader, excerpt);
    times.bare.push(await timed(() => raw.insertPassage(rows)));
  }
  const after = bytesOf(reader);
  reader.close();
  const shared = { against: 'bare transaction with its rows and indexes, without the journal' };
  return [
    {
      name: `tagging a passage to durable, median, ${inCase}`,
      figure: median(times.ours),
      baseline: median(times.bare),
      unit: 'ms',
      ...shared,
    },
    {
      name: `tagging a passage to durable, 99 in 100, ${inCase}`,
      figure: percentile(times.ours, 0.99),
      baseline: percentile(times.bare, 0.99),
      unit: 'ms',
      ...shared,
    },
    {
      name: 'journal, bytes a gesture of tagging a passage',
      figure: (after.journal - before.journal) / gestures,
      baseline: (after.rows - before.rows) / gestures,
      against: 'its rows with their indexes, full text apart',
      unit: 'bytes',
    },
  ];
}

/** Bytes of the pages of the journal, and of the tables that tagging a passage writes to, with their indexes. */
function bytesOf(db: Database.Database): { journal: number; rows: number } {
  const bytes = (tables: string) =>
    db
      .prepare<[], number>(
        `SELECT sum(payload) FROM dbstat WHERE aggregate = TRUE
         AND name IN (SELECT name FROM sqlite_schema WHERE tbl_name IN (${tables}))`,
      )
      .pluck()
      .get() ?? 0;
  return { journal: bytes(`'change', 'change_set'`), rows: bytes(`'excerpt', 'excerpt_tag'`) };
}

/** Undoes a gesture of 10,000 rows: passages and their tags. */
async function undoFigure({ store, sources, tags }: BigCase, raw: RawCase): Promise<Figure> {
  const times: { ours: number[]; bare: number[] } = { ours: [], bare: [] };
  for (let round = 0; round < undone.rounds; round += 1) {
    const ids = tagMany(store, sources, tags, round);
    const reader = new Database(store.opening.path, { readonly: true });
    const rows: TaggedPassage[] = ids.map((id) => taggedPassage(reader, id));
    reader.close();
    raw.insertAll(rows);
    times.ours.push(await timed(() => undo(store, 'undo')));
    times.bare.push(await timed(() => raw.deleteAll(rows)));
  }
  return {
    name: `undoing a gesture of ${undone.rows / 1000},000 rows`,
    figure: median(times.ours),
    baseline: median(times.bare),
    against: 'bare transaction that deletes them, without the journal',
    unit: 'ms',
  };
}

function tagMany(
  store: CaseStore,
  sources: BigCase['sources'],
  tags: readonly string[],
  round: number,
): string[] {
  const ids = Array.from({ length: undone.rows / 2 }, () => newId());
  store.gesture('excerpt.tag', (writer) => {
    for (const [at, id] of ids.entries()) {
      const source = sources[at % sources.length];
      if (source === undefined) continue;
      const start = (at * 13 + round * 7) % (source.text.length - 300);
      const createdAt = new Date().toISOString();
      writer.insert('excerpt', {
        id,
        sourceId: source.id,
        textSha256: source.sha256,
        start,
        end: start + 90,
        quotation: source.text.slice(start, start + 90),
        prefix: source.text.slice(Math.max(0, start - 64), start),
        suffix: source.text.slice(start + 90, start + 154),
        createdAt,
      });
      const tagId = tags[at % tags.length] ?? '';
      writer.insert('excerptTag', { id: newId(), excerptId: id, tagId, createdAt });
    }
  });
  return ids;
}

async function verifyFigure(path: string): Promise<Figure> {
  const gigabytes = statSync(path).size / 1e9;
  const times: { ours: number[]; bare: number[] } = { ours: [], bare: [] };
  for (let round = 0; round < verifications; round += 1) {
    const store = openStore(path, { access: 'read', actor: benchActor });
    let findings = 0;
    times.ours.push(await timed(async () => ({ total: findings } = await verifyStore(store))));
    store.close();
    if (findings > 0) throw new Error(`verifying found ${findings} faults`);
    times.bare.push(
      await timed(async () => {
        await pipeline(createReadStream(path), createHash('sha256'));
        const db = new Database(path, { readonly: true });
        db.pragma('integrity_check');
        db.close();
      }),
    );
  }
  return {
    name: `verifying, of a file of ${Math.round(gigabytes * 1000)} MB, a GB`,
    figure: median(times.ours) / gigabytes / 1000,
    baseline: median(times.bare) / gigabytes / 1000,
    against: 'SHA-256 of the file, and integrity_check',
    unit: 's',
  };
}
