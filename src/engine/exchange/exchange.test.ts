import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#shared/id.ts';
import { blobChunkSize, journaled, type CaseStore } from '../store/index.ts';
import { search } from '../search/index.ts';
import { closing as kept, testFolder } from '../testing/index.ts';
import { exportPackage, openPackage, PackageReader, type Progress } from './index.ts';
import { contentOf } from './testing/content.ts';
import { actor, addSource, emptyCase, fullCase, unasked } from './testing/full-case.ts';

let folder: string;
const at = (name: string) => join(folder, name);
beforeEach(() => {
  folder = testFolder();
});

describe('a case that was handed on', () => {
  test('is the same case to the last field, and the same package again', async () => {
    const bytes = Buffer.concat([Buffer.from('Ñ'), randomBytes(blobChunkSize * 2)]);
    const store = kept(fullCase(at('one.casefile'), bytes));
    const content = contentOf(store);
    for (const table of Object.keys(journaled)) {
      const name = table.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
      expect(content[name]).not.toHaveLength(0);
    }
    const first = await exportPackage(store, at('one.casepack'), unasked);
    const again = kept(await openPackage(at('one.casepack'), at('two.casefile'), { actor }));
    expect(contentOf(again)).toEqual(content);
    expect(again.replica).not.toBe(store.replica);
    const second = await exportPackage(again, at('two.casepack'), unasked);
    expect(second).toEqual({ ...first, path: at('two.casepack') });
    expect(readFileSync(at('two.casepack')).equals(readFileSync(at('one.casepack')))).toBe(true);
  });

  test('is found by the same words', async () => {
    const store = kept(fullCase(at('one.casefile')));
    await exportPackage(store, at('one.casepack'), unasked);
    const again = kept(await openPackage(at('one.casepack'), at('two.casefile'), { actor }));
    const kinds = ['nandu', 'parrafo', 'persona', 'larga', 'parte', 'ñ'].flatMap((query) => {
      const found = search(again, { query, offset: 0, limit: 50 });
      expect(found).toEqual(search(store, { query, offset: 0, limit: 50 }));
      return found.hits.map((hit) => hit.kind);
    });
    expect([...new Set(kinds)].toSorted()).toEqual([
      'entity',
      'excerpt',
      'note',
      'source',
      'tag',
      'text',
    ]);
  });

  test('goes on from where it was, in a chain of its own', async () => {
    await exportPackage(kept(fullCase(at('one.casefile'))), at('one.casepack'), unasked);
    const again = kept(await openPackage(at('one.casepack'), at('two.casefile'), { actor }));
    const before = again.one<{ clock: string }>('SELECT max(clock) AS clock FROM change_set');
    again.gesture('tag.create', (writer) =>
      writer.insert('tag', { id: newId(), name: 'new', color: '#000000', createdAt: '' }),
    );
    const last = again.one<{ replica: string; sequence: number; clock: string }>(
      'SELECT replica, sequence, clock FROM change_set ORDER BY id DESC LIMIT 1',
    );
    expect(last).toMatchObject({ replica: again.replica, sequence: 1 });
    expect(String(last?.clock) > String(before?.clock)).toBe(true);
    await exportPackage(again, at('two.casepack'), unasked);
    const third = kept(await openPackage(at('two.casepack'), at('three.casefile'), { actor }));
    expect(contentOf(third)).toEqual(contentOf(again));
  });

  test('can be encrypted on arrival', async () => {
    await exportPackage(kept(fullCase(at('one.casefile'))), at('one.casepack'), unasked);
    const again = kept(
      await openPackage(at('one.casepack'), at('two.casefile'), { actor, passphrase: 'clave ñ' }),
    );
    expect(again.opening.encrypted).toBe(true);
    expect(readFileSync(at('two.casefile')).includes('SQLite format')).toBe(false);
  });

  test('is the same whatever was done to it', async () => {
    const act = fc.oneof(
      fc.record({ kind: fc.constant('tag' as const), text: fc.string({ unit: 'binary' }) }),
      fc.record({ kind: fc.constant('entity' as const), text: fc.string() }),
      fc.record({ kind: fc.constant('name' as const), text: fc.string(), pick: fc.nat() }),
      fc.record({ kind: fc.constant('source' as const), text: fc.string({ unit: 'grapheme' }) }),
      fc.record({ kind: fc.constant('excerpt' as const), pick: fc.nat(), text: fc.string() }),
      fc.record({ kind: fc.constant('rename' as const), pick: fc.nat(), text: fc.string() }),
      fc.record({ kind: fc.constant('remove' as const), pick: fc.nat() }),
      fc.record({ kind: fc.constant('under' as const), pick: fc.nat(), other: fc.nat() }),
    );
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 25 }), async (acts) => {
        run += 1;
        const store = emptyCase(at(`${run}-a.casefile`));
        try {
          for (const one of acts) perform(store, one);
          const first = await exportPackage(store, at(`${run}-a.casepack`), unasked);
          const again = await openPackage(at(`${run}-a.casepack`), at(`${run}-b.casefile`), {
            actor,
          });
          try {
            expect(contentOf(again)).toEqual(contentOf(store));
            const second = await exportPackage(again, at(`${run}-b.casepack`), unasked);
            expect(second.sha256).toBe(first.sha256);
          } finally {
            again.close();
          }
        } finally {
          store.close();
        }
      }),
      { numRuns: 30 },
    );
  });
});

interface Act {
  kind: 'tag' | 'entity' | 'name' | 'source' | 'excerpt' | 'rename' | 'remove' | 'under';
  text?: string;
  pick?: number;
  other?: number;
}

/** One gesture on whatever the case holds; nothing when there is nothing to do it to. */
function perform(store: CaseStore, { kind, text = '', pick = 0, other = 0 }: Act): void {
  const createdAt = '2026-01-01T00:00:00.000Z';
  const oneOf = (table: string, nth: number) => {
    const rows = store.all<{ id: string }>(`SELECT id FROM ${table} ORDER BY id`);
    return rows[nth % Math.max(rows.length, 1)]?.id;
  };
  const entityId = oneOf('entity', pick);
  const sourceId = oneOf('source', pick);
  const tagId = oneOf('tag', pick);
  const parentId = oneOf('tag', other);
  store.gesture('entity.update', (writer) => {
    const id = newId();
    if (kind === 'tag') writer.insert('tag', { id, name: text, color: '#000000', createdAt });
    if (kind === 'entity') {
      const what = { kind: 'event', schema: 'Event', handling: 'RED' } as const;
      writer.insert('entity', { id, ...what, summary: text, createdAt });
    }
    if (kind === 'name' && entityId !== undefined) {
      writer.insert('name', { id, entityId, kind: 'alias', value: text, createdAt });
    }
    if (kind === 'source') {
      addSource(writer, at('document'), Buffer.from(text), [text, ' end'].map(String));
    }
    if (kind === 'excerpt' && sourceId !== undefined) {
      const span = { textSha256: '', start: 0, end: 1, quotation: text };
      writer.insert('excerpt', { id, sourceId, ...span, createdAt });
      if (tagId !== undefined) {
        writer.insert('excerptTag', { id: newId(), excerptId: id, tagId, createdAt });
      }
    }
    if (kind === 'rename' && tagId !== undefined) writer.update('tag', tagId, { name: text });
    if (kind === 'under' && tagId !== undefined && tagId !== parentId) {
      writer.update('tag', tagId, { parentId });
    }
    if (kind === 'remove') {
      const [table, row] = (
        [
          ['tag', tagId],
          ['source', sourceId],
          ['entity', entityId],
        ] as const
      )[pick % 3] ?? ['tag', tagId];
      if (row !== undefined) writer.remove(table, row);
    }
  });
}

describe('exporting', () => {
  test('replaces a file only by a whole package', async () => {
    const store = kept(fullCase(at('one.casefile')));
    writeFileSync(at('out.casepack'), 'older');
    const stopped = new AbortController();
    const steps: Progress[] = [];
    await expect(
      exportPackage(store, at('out.casepack'), {
        ...unasked,
        signal: stopped.signal,
        onProgress: (progress) => {
          steps.push(progress);
          stopped.abort();
        },
      }),
    ).rejects.toMatchObject({ code: 'job.cancelled' });
    expect(steps.length).toBeGreaterThan(0);
    expect(readFileSync(at('out.casepack'), 'utf8')).toBe('older');
    await exportPackage(store, at('out.casepack'), {
      ...unasked,
      onProgress: (progress) => steps.push(progress),
    });
    expect(steps.at(-1)?.done).toBe(steps.at(-1)?.total);
    expect(readFileSync(at('out.casepack')).subarray(0, 2).toString()).toBe('PK');
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test('says when there is no place for the package', async () => {
    const store = kept(emptyCase(at('one.casefile')));
    writeFileSync(at('file'), '');
    mkdirSync(at('folder'));
    await expect(exportPackage(store, at('file/out.casepack'), unasked)).rejects.toMatchObject({
      code: 'file.notFound',
    });
    await expect(exportPackage(store, at('nowhere/out.casepack'), unasked)).rejects.toMatchObject({
      code: 'file.notFound',
    });
    await expect(exportPackage(store, at('folder'), unasked)).rejects.toMatchObject({
      code: 'file.isFolder',
    });
    await expect(exportPackage(store, at('one.casefile'), unasked)).rejects.toMatchObject({
      code: 'case.inUse',
    });
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test('ends with the case, and leaves nothing behind', async () => {
    const store = fullCase(at('one.casefile'));
    const exporting = exportPackage(store, at('one.casepack'), unasked);
    store.close();
    await expect(exporting).rejects.toMatchObject({ code: 'case.notOpen' });
    expect(readdirSync(folder).filter((name) => /casepack|part$/.test(name))).toEqual([]);
  });

  test('takes the case as it was when it began', async () => {
    const store = kept(fullCase(at('one.casefile')));
    const content = contentOf(store);
    const exporting = exportPackage(store, at('one.casepack'), unasked);
    store.gesture('tag.create', (writer) =>
      writer.insert('tag', { id: newId(), name: 'later', color: '#000000', createdAt: '' }),
    );
    await exporting;
    const again = kept(await openPackage(at('one.casepack'), at('two.casefile'), { actor }));
    expect(contentOf(again)).toEqual(content);
  });

  test('puts a page on top that anyone can read and nothing can run in', async () => {
    const store = kept(fullCase(at('one.casefile')));
    await exportPackage(store, at('one.casepack'), {
      ...unasked,
      actor: { name: '<script>alert(1)</script>', initials: '', organization: '' },
    });
    const reader = await PackageReader.open(at('one.casepack'));
    const parts: Buffer[] = [];
    for await (const part of reader.cover()) parts.push(part);
    reader.close();
    const page = Buffer.concat(parts).toString('utf8');
    expect(page).toContain('Un caso &lt;b&gt;&amp;amp; &quot;otro&quot;&lt;/b&gt;');
    expect(page).toContain('TLP:AMBER+STRICT');
    expect(page).toContain('Case package');
    expect(page).toContain('Paquete de caso');
    expect(page).not.toMatch(/<script/i);
  });
});
