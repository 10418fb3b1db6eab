import { createHash, randomBytes } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RepairReport } from '#contract/safety.ts';
import { CaseError } from '#contract/error.ts';
import { tagPassage } from '../../annotations/index.ts';
import { createEntity } from '../../entities/index.ts';
import { addPhoto, listPhotos } from '../../photos/index.ts';
import { importDocuments } from '../../sources/index.ts';
import {
  addSource,
  giveText,
  pictures,
  spanOf,
  testActor,
  testCase,
  testFolder,
} from '../../testing/index.ts';
import {
  contentHash,
  isBeginning,
  openStore,
  readBlob,
  repairFile,
  undo,
  undoSteps,
  verifyStore,
  writeBlob,
  type CaseStore,
} from '../index.ts';
import { fullFile, wordsInside } from '../testing/full-file.ts';
import { journaledTables } from './layout.ts';

const pageSize = 4096;

/** What a case file holds: hash, ids by table. */
interface Content {
  hash: string;
  ids: Map<string, string[]>;
  /** Rows of journaled tables, as JSON, by table and id. */
  rows: Map<string, string>;
}

function contentOf(store: CaseStore): Content {
  const ids = new Map(
    journaledTables.map((table) => [
      table,
      store.all<{ id: string }>(`SELECT id FROM "${table}"`).map(({ id }) => id),
    ]),
  );
  for (const table of ['blob', 'extracted_text']) {
    ids.set(
      table,
      store.all<{ id: string }>(`SELECT sha256 AS id FROM "${table}"`).map(({ id }) => id),
    );
  }
  const rows = new Map<string, string>();
  for (const table of journaledTables) {
    for (const row of store.all<{ id: string }>(`SELECT * FROM "${table}"`)) {
      rows.set(`${table} ${row.id}`, JSON.stringify(row));
    }
  }
  return { hash: contentHash(store), ids, rows };
}

let folder: string;
let bytes: Buffer;
let content: Content;
let secret: Buffer;
const passphrase = 'open sesame';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'legajo-repair-'));
  const made = async (words?: string) => {
    const store = await fullFile(join(folder, words ?? 'plain'), words);
    // Something taken away and brought back, and something changed twice, as in any case.
    undo(store, 'undo');
    undo(store, 'redo');
    const { id } = store.one<{ id: string }>('SELECT id FROM note LIMIT 1') ?? { id: '' };
    for (const body of ['Once.', 'Twice.']) {
      store.gesture('note.update', (writer) => writer.update('note', id, { body }));
    }
    content = contentOf(store);
    store.close();
    return readFileSync(store.opening.path);
  };
  secret = await made(passphrase);
  bytes = await made();
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Repaired extends Content {
  report: RepairReport;
  findings: string[];
  steps: ReturnType<typeof undoSteps>;
}

/** Writes a damaged file, repairs it, and looks at what came out. */
async function repaired(damaged: Buffer, words?: string): Promise<Repaired> {
  const place = testFolder();
  const path = join(place, 'damaged.casefile');
  const out = join(place, 'out.casefile');
  writeFileSync(path, damaged);
  const report = repairFile(path, out, { actor: testActor, passphrase: words });
  expect(readFileSync(path).equals(damaged)).toBe(true);
  const store = openStore(out, { actor: testActor, passphrase: words, access: 'read' });
  try {
    const { findings } = await verifyStore(store);
    return {
      ...contentOf(store),
      report,
      steps: undoSteps(store),
      findings: findings.map(({ check, table, id, what }) => `${check} ${table} ${id}: ${what}`),
    };
  } finally {
    store.close();
    rmSync(place, { recursive: true });
  }
}

/** Rows of the original that are neither in the new file nor told to be lost. */
function concealed({ ids, report }: Repaired): string[] {
  return [...content.ids].flatMap(([table, before]) => {
    const now = new Set(ids.get(table));
    const told = new Set(report.lost.filter((one) => one.table === table).map(({ id }) => id));
    return before.filter((id) => !now.has(id) && !told.has(id)).map((id) => `${table} ${id}`);
  });
}

/** Rows of the new file that are not as they were, or were not there, without a word about it. */
function silentlyChanged({ rows, report }: Repaired): string[] {
  const told = new Set(report.mended.map(({ table, id }) => `${table} ${id}`));
  // A source whose text or original is mended takes its passages along.
  const sources = report.mended.filter(({ table }) => table === 'source').map(({ id }) => id);
  return [...rows].flatMap(([key, row]) => {
    if (content.rows.get(key) === row || told.has(key)) return [];
    if (sources.some((id) => row.includes(id))) return [];
    return [row];
  });
}

function withPages(source: Buffer, pages: readonly number[], fill: (page: Buffer) => void): Buffer {
  const copy = Buffer.from(source);
  for (const page of pages) fill(copy.subarray((page - 1) * pageSize, page * pageSize));
  return copy;
}

describe('a file that is sound', () => {
  test.each([undefined, passphrase])(
    'comes out as the same case with all its history (passphrase: %s)',
    async (words) => {
      const store = openFrom(words === undefined ? bytes : secret, words);
      const before = contentOf(store);
      store.close();
      const after = await repaired(words === undefined ? bytes : secret, words);
      expect(after.findings).toEqual([]);
      expect(after.hash).toBe(before.hash);
      expect(after.steps.undo?.label).toBe('note.update');
      expect(after.report).toMatchObject({
        totalLost: 0,
        totalMended: 0,
        untold: false,
        pages: { unreadable: 0 },
        history: { state: 'whole', lost: 0 },
      });
    },
  );

  test('stays encrypted, and opens with its own passphrase alone', () => {
    const place = testFolder();
    const [path, out] = [join(place, 'one.casefile'), join(place, 'out.casefile')];
    writeFileSync(path, secret);
    expect(() => repairFile(path, out, { actor: testActor })).toThrow(
      expect.objectContaining({ code: 'case.passphraseNeeded' }),
    );
    expect(() => repairFile(path, out, { actor: testActor, passphrase: 'x' })).toThrow(
      expect.objectContaining({ code: 'case.passphraseWrong' }),
    );
    expect(existsSync(out)).toBe(false);
    repairFile(path, out, { actor: testActor, passphrase });
    for (const words of wordsInside) expect(readFileSync(out).includes(words)).toBe(false);
  });

  test('is read with what a write-ahead log that was left beside it holds', async () => {
    const store = testCase();
    store.gesture('case.update', (writer) => {
      const { id } = store.one<{ id: string }>('SELECT id FROM case_file') ?? { id: '' };
      writer.update('caseFile', id, { title: 'In the log alone' });
    });
    const { path } = store.opening;
    const copy = join(testFolder(), 'copy.casefile');
    const out = `${copy}.out`;
    copyFileSync(path, copy);
    copyFileSync(`${path}-wal`, `${copy}-wal`);
    const report = repairFile(copy, out, { actor: testActor });
    expect(report).toMatchObject({ totalLost: 0, untold: false, history: { kept: 2 } });
    const again = openStore(out, { actor: testActor, access: 'read' });
    expect(again.one('SELECT title FROM case_file')).toEqual({ title: 'In the log alone' });
    expect((await verifyStore(again)).findings).toEqual([]);
    again.close();
  });
});

function openFrom(file: Buffer, words?: string): CaseStore {
  const path = join(testFolder(), 'one.casefile');
  writeFileSync(path, file);
  return openStore(path, { actor: testActor, passphrase: words, access: 'read' });
}

describe('one page that is lost', () => {
  test('takes nothing of the case along, wherever it is', async () => {
    const pages = bytes.length / pageSize;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: pages }), fc.boolean(), async (page, blank) => {
        const after = await repaired(
          withPages(bytes, [page], (one) => {
            if (blank) one.fill(0);
            else one.fill('garbage and nothing but ');
          }),
        );
        expect(after.findings).toEqual([]);
        expect(concealed(after)).toEqual([]);
        expect(silentlyChanged(after)).toEqual([]);
        // What is in a page of original bytes, or of the words of a text, is nowhere else.
        const content = new Set(['blob', 'extracted_text']);
        expect(after.report.lost.filter(({ table }) => !content.has(table))).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  test('is the first, and all that stands on it is found without it', async () => {
    const after = await repaired(withPages(bytes, [1], (page) => page.fill(0)));
    expect(after).toMatchObject({ hash: content.hash, findings: [] });
    expect(after.report.history.state).toBe('whole');
  });

  test('of an encrypted file is known to be lost by a single bit', async () => {
    const store = openFrom(secret, passphrase);
    const before = contentHash(store);
    store.close();
    const pages = secret.length / pageSize;
    await fc.assert(
      fc.asyncProperty(fc.nat((pages - 1) * pageSize * 8 - 1), async (bit) => {
        const copy = Buffer.from(secret);
        const at = pageSize + (bit >> 3);
        copy.writeUInt8(copy.readUInt8(at) ^ (1 << (bit & 7)), at);
        const after = await repaired(copy, passphrase);
        expect(after.findings).toEqual([]);
        expect(after.hash === before || after.report.totalLost > 0).toBe(true);
      }),
      { numRuns: 4 },
    );
  });
});

describe('a file that is damaged in any way', () => {
  const damage = fc.oneof(
    fc.record({
      kind: fc.constant('cut' as const),
      to: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    fc.record({
      kind: fc.constant('blank' as const),
      from: fc.double({ min: 0, max: 1, noNaN: true }),
      share: fc.double({ min: 0, max: 0.5, noNaN: true }),
    }),
    fc.record({
      kind: fc.constant('noise' as const),
      pages: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 12 }),
      seed: fc.nat(250),
    }),
    fc.record({
      kind: fc.constant('bits' as const),
      bits: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 }),
    }),
  );
  type Damage = typeof damage extends fc.Arbitrary<infer T> ? T : never;

  function damagedBy(how: Damage): Buffer {
    const copy = Buffer.from(bytes);
    const at = (share: number, of: number) => Math.min(of - 1, Math.floor(share * of));
    switch (how.kind) {
      case 'cut':
        return copy.subarray(0, at(how.to, copy.length));
      case 'blank': {
        const from = at(how.from, copy.length);
        return copy.fill(0, from, Math.min(copy.length, from + at(how.share, copy.length)));
      }
      case 'noise':
        for (const share of how.pages) {
          const page = at(share, copy.length / pageSize) * pageSize;
          for (let byte = 0; byte < pageSize; byte += 1) {
            copy.writeUInt8((byte * byte * 31 + byte * how.seed + 7) & 0xff, page + byte);
          }
        }
        return copy;
      case 'bits':
        for (const share of how.bits) {
          const bit = at(share, copy.length * 8);
          copy.writeUInt8(copy.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
        }
        return copy;
    }
  }

  test('gives a sound file, and each row is in it or told to be lost, or there is none', async () => {
    const refused = new Set([
      'repair.nothing',
      'case.notACaseFile',
      // Where no page is left that could tell, it may as well be encrypted.
      'case.passphraseNeeded',
    ]);
    let whole = 0;
    await fc.assert(
      fc.asyncProperty(damage, async (how) => {
        let after: Repaired;
        try {
          after = await repaired(damagedBy(how));
        } catch (error) {
          if (error instanceof CaseError && refused.has(error.code)) return;
          throw error;
        }
        expect(after.findings).toEqual([]);
        expect(after.report.untold ? [] : concealed(after)).toEqual([]);
        // Of single bits, one can strike where nothing else tells what was there.
        expect(how.kind === 'bits' ? [] : silentlyChanged(after)).toEqual([]);
        if (after.hash === content.hash) whole += 1;
      }),
      { numRuns: 40 },
    );
    expect(whole).toBeGreaterThan(0);
  });
});

describe('a journal of which something is lost for good', () => {
  test('is kept up to there, and what came after is one gesture that cannot be undone', async () => {
    const copy = Buffer.from(bytes);
    // Who did something stands nowhere but in the change set itself.
    const path = join(testFolder(), 'one.casefile');
    writeFileSync(path, bytes);
    const db = new Database(path, { readonly: true });
    const clock = String(db.prepare('SELECT clock FROM change_set WHERE id = 4').pluck().get());
    db.close();
    for (let at = copy.indexOf(clock); at >= 0; at = copy.indexOf(clock, at + 1)) {
      copy.write(clock.startsWith('f') ? '0' : 'f', at, 'latin1');
    }
    const after = await repaired(copy);
    expect(after).toMatchObject({ findings: [], hash: content.hash });
    expect(after.report.history).toMatchObject({ state: 'partly', kept: 3 });
    expect(after.report.history.lost).toBeGreaterThan(3);
    expect(isBeginning('case.repair')).toBe(true);
    expect(after.steps.undo).toBeNull();
  });
});

describe('documents that are damaged', () => {
  const paragraphs = Array.from({ length: 400 }, (_, at) => `Paragraph ${at} of the long report.`);

  async function withReport(): Promise<{ path: string; store: CaseStore }> {
    const place = testFolder();
    const document = join(place, 'report.html');
    writeFileSync(
      document,
      `<title>Report</title><article>${paragraphs.map((words) => `<p>${words}</p>`).join('')}</article>`,
    );
    const store = testCase();
    const quiet = { started: () => {}, settled: () => {} };
    await importDocuments(store, [document], {}, quiet);
    return { path: store.opening.path, store };
  }

  /** The first page that holds some words, blanked, in a closed file. */
  function blanked(path: string, words: string, before = Infinity): Buffer {
    const file = readFileSync(path);
    const at = file.indexOf(words);
    expect(at).toBeGreaterThan(0);
    expect(at).toBeLessThan(before);
    const page = Math.floor(at / pageSize) + 1;
    return withPages(file, [page], (one) => one.fill(0));
  }

  test('keep their place for every word that is left, and passages stay', async () => {
    const { store, path } = await withReport();
    const source = store.one<{ id: string; text: string }>(
      'SELECT id, text_sha256 AS text FROM source',
    );
    const words = 'Paragraph 200 of the long report.';
    const start = store.one<{ at: number }>(
      `SELECT start + instr(content, '${words}') - 1 AS at FROM segment WHERE content LIKE '%${words}%'`,
    )?.at;
    store.gesture('excerpt.create', (writer) =>
      writer.insert('excerpt', {
        id: '01900000-0000-7000-8000-000000000000',
        sourceId: source?.id ?? '',
        textSha256: source?.text ?? '',
        start: start ?? 0,
        end: (start ?? 0) + words.length,
        quotation: words,
        createdAt: '',
      }),
    );
    store.close();
    const db = new Database(path, { readonly: true });
    const rows = db.prepare(
      `SELECT pageno FROM dbstat WHERE name = 'segment' AND pagetype = 'leaf'`,
    );
    const pages = rows.pluck().all().map(Number);
    db.close();
    const file = readFileSync(path);
    const page = pages.find((one) =>
      file.subarray((one - 1) * pageSize, one * pageSize).includes(words),
    );
    const place = testFolder();
    const [damaged, out] = [join(place, 'd'), join(place, 'o')];
    writeFileSync(
      damaged,
      withPages(file, [page ?? 0], (one) => one.fill(0)),
    );
    const report = repairFile(damaged, out, { actor: testActor });
    expect(report.lost.map(({ table }) => table)).toEqual(['extracted_text']);
    const again = openStore(out, { actor: testActor, access: 'read' });
    expect((await verifyStore(again)).findings).toEqual([]);
    expect(again.one('SELECT start, quotation FROM excerpt')).toEqual({ start, quotation: words });
    const text = again
      .all<{ content: string }>('SELECT content FROM segment ORDER BY ordinal')
      .map((segment) => segment.content)
      .join('');
    expect(text).toContain(`\uFFFD${words}\uFFFD`);
    expect(text).toContain('Paragraph 399 of the long report.');
    again.close();
  });

  test('get their text in the place of an original that is lost, and a note that says so', async () => {
    const { store, path } = await withReport();
    const { before } = store.one<{ before: string }>('SELECT sha256 AS before FROM source') ?? {
      before: '',
    };
    store.close();
    const place = testFolder();
    const [damaged, out] = [join(place, 'd'), join(place, 'o')];
    writeFileSync(damaged, blanked(path, '<p>Paragraph 100 of'));
    const report = repairFile(damaged, out, { actor: testActor });
    expect(report.lost).toMatchObject([{ table: 'blob', id: before, title: 'Report' }]);
    expect(report.mended).toMatchObject([{ table: 'source' }]);
    const again = openStore(out, { actor: testActor, access: 'read' });
    expect((await verifyStore(again)).findings).toEqual([]);
    const source = again.one<{ sha256: string; kind: string }>('SELECT sha256, kind FROM source');
    expect(source?.kind).toBe('text');
    const original = Buffer.concat([...readBlob(again, source?.sha256 ?? '')]).toString();
    expect(original).toContain(paragraphs.join('\n\n'));
    expect(again.one<{ body: string }>('SELECT body FROM note')?.body).toContain(before);
    again.close();
  });
});

describe('a text that a source had', () => {
  const before = Array.from({ length: 400 }, (_, at) => `Word ${at} of the first reading.`);

  /** A case with a source that was read again, with a passage left in its former text. */
  function readTwice(): { store: CaseStore; source: string; former: string; start: number } {
    const store = testCase();
    const source = addSource(store, before);
    const words = 'Word 300 of the first reading.';
    const { start, end } = spanOf(source, before, words);
    tagPassage(store, { source, start, end }, { name: 'seen', parent: null });
    const former = giveText(store, source, ['Another reading.'], {
      layout: 'x'.repeat(3 * pageSize),
    });
    // The original is not the text itself, which would stand in for it.
    const original = Buffer.from('%PDF-1.7');
    const sha256 = createHash('sha256').update(original).digest('hex');
    store.gesture('source.update', (writer) => {
      writeBlob(writer, sha256, original);
      writer.update('source', source, { sha256, byteSize: original.length });
    });
    return { store, source, former, start };
  }

  function withoutPage(store: CaseStore, words: string): string {
    const { path } = store.opening;
    store.close();
    const file = readFileSync(path);
    const page = Math.floor(file.lastIndexOf(words) / pageSize) + 1;
    const damaged = join(testFolder(), 'd');
    writeFileSync(
      damaged,
      withPages(file, [page], (one) => one.fill(0)),
    );
    return damaged;
  }

  test('is mended like the one it has, and the passages in it stay', async () => {
    const { store, former, start } = readTwice();
    const damaged = withoutPage(store, 'Word 200 of the first');
    const out = join(testFolder(), 'o');
    const report = repairFile(damaged, out, { actor: testActor });
    expect(report.mended).toMatchObject([{ table: 'text_version', id: former }]);
    const again = openStore(out, { actor: testActor, access: 'read' });
    expect((await verifyStore(again)).findings).toEqual([]);
    expect(
      again.one(
        `SELECT x.start, x.quotation FROM excerpt x JOIN text_version v ON v.text_sha256 = x.text_sha256`,
      ),
    ).toEqual({ start, quotation: 'Word 300 of the first reading.' });
    again.close();
  });

  test('and where the words of a text stand are two things: without the latter a source stays', async () => {
    const { store, source } = readTwice();
    const damaged = withoutPage(store, 'x'.repeat(pageSize / 2));
    const out = join(testFolder(), 'o');
    const report = repairFile(damaged, out, { actor: testActor });
    expect(report.lost).toMatchObject([{ table: 'blob' }]);
    expect(report.mended).toMatchObject([{ table: 'source', id: source }]);
    const again = openStore(out, { actor: testActor, access: 'read' });
    expect((await verifyStore(again)).findings).toEqual([]);
    expect(again.one('SELECT layout_sha256 AS layout, kind FROM source')).toEqual({
      layout: null,
      kind: 'text',
    });
    again.close();
  });
});

test('a photograph whose picture is lost stays with what was said of it, and waits for the picture', async () => {
  const store = testCase();
  const { path } = store.opening;
  const entity = createEntity(store, { kind: 'person', name: 'Rosa', aliases: [] });
  const picture = join(testFolder(), 'rosa.png');
  writeFileSync(
    picture,
    Buffer.concat([pictures.png, Buffer.alloc(2 * pageSize), Buffer.from('the end of it')]),
  );
  addPhoto(store, { entity, path: picture, caption: 'At the quay' });
  const [photo] = listPhotos(store, entity);
  store.close();
  const file = readFileSync(path);
  const page = Math.floor(file.indexOf('the end of it') / pageSize) + 1;
  const place = testFolder();
  const [damaged, out] = [join(place, 'd'), join(place, 'o')];
  writeFileSync(
    damaged,
    withPages(file, [page], (one) => one.fill(0)),
  );
  const report = repairFile(damaged, out, { actor: testActor });
  expect(report.lost).toMatchObject([{ table: 'blob', id: photo?.sha256 }]);
  expect(report.mended).toMatchObject([{ table: 'photo', id: photo?.id }]);
  const again = openStore(out, { actor: testActor, access: 'read' });
  expect((await verifyStore(again)).findings).toEqual([]);
  expect(listPhotos(again, entity)).toEqual([{ ...photo, here: false }]);
  again.close();
});

describe('what cannot be repaired', () => {
  test.each([
    ['nothing but zeros', Buffer.alloc(8 * pageSize), 'case.notACaseFile'],
    ['a letter', Buffer.from('Dear all, this is no case file. '.repeat(500)), 'case.notACaseFile'],
    ['an empty file', Buffer.alloc(0), 'case.notACaseFile'],
    ['noise', randomBytes(8 * pageSize), 'case.passphraseNeeded'],
  ])('is refused: %s', (_, file, code) => {
    const place = testFolder();
    const [path, out] = [join(place, 'd'), join(place, 'o')];
    writeFileSync(path, file);
    expect(() => repairFile(path, out, { actor: testActor })).toThrow(
      expect.objectContaining({ code }),
    );
    expect(existsSync(out)).toBe(false);
  });

  test('is left alone while it is open, or where something is already', () => {
    const store = testCase();
    const out = join(testFolder(), 'out.casefile');
    const { path } = store.opening;
    expect(() => repairFile(path, out, { actor: testActor })).toThrow(
      expect.objectContaining({ code: 'case.inUse' }),
    );
    store.close();
    expect(() => repairFile(path, path, { actor: testActor })).toThrow(
      expect.objectContaining({ code: 'case.exists' }),
    );
  });
});
