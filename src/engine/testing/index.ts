import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect } from 'vitest';
import { newId } from '#shared/id.ts';
import { createCase } from '../cases/index.ts';
import type { Engine } from '../engine.ts';
import { writeText, type CaseStore } from '../store/index.ts';

export { addCustodyEntry, giveText, putLayout, textOfParagraphs } from './former-text.ts';
export { writePdf } from './pdf.ts';
export { gpsBytes, pictures, secrets, telling } from './pictures.ts';
export { processLocks } from './process-locks.ts';

/** Who works in tests. */
export const testActor = () => ({ name: 'Ana Ruiz', initials: 'AR', organization: 'Unit 3' });

const folders: string[] = [];
const stores: CaseStore[] = [];
const engines: Engine[] = [];

afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.close();
  for (const store of stores.splice(0)) store.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder that is gone after the test. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'legajo-test-'));
  folders.push(folder);
  return folder;
}

/** Closes a store after the test. */
export function closing<T extends CaseStore>(store: T): T {
  stores.push(store);
  return store;
}

/** An engine with what speaks to it; it ends after the test. Loaded when asked for, since few tests need all of it. */
export async function startedEngine(configFolder = testFolder()) {
  const [{ createEngine }, { createRouterClient }] = await Promise.all([
    import('../engine.ts'),
    import('@orpc/server'),
  ]);
  const engine = createEngine({ configFolder, version: '0.0.0' });
  engines.push(engine);
  return { engine, client: createRouterClient(engine.router) };
}

/** What a call to an engine is refused with. */
export const failing = (code: string): unknown =>
  expect.objectContaining({ code: 'CASE_ERROR', data: expect.objectContaining({ code }) });

/** An empty case, closed and gone after the test. */
export function testCase(
  options: { passphrase?: string | undefined; folder?: string } = {},
): CaseStore {
  return closing(
    createCase(
      {
        path: join(options.folder ?? testFolder(), 'test.casefile'),
        title: 'A test',
        reference: 'T-1',
        language: 'en',
        handling: 'AMBER',
        passphrase: options.passphrase,
      },
      testActor,
    ),
  );
}

/** Adds a source of these paragraphs, a blank line between them, as an import would. @returns its id */
export function addSource(
  store: CaseStore,
  paragraphs: readonly string[],
  changes: { title?: string; reliability?: 'A' | 'B' | 'F' } = {},
): string {
  const id = newId();
  const contents = paragraphs.map((words, at) =>
    at === paragraphs.length - 1 ? words : `${words}\n\n`,
  );
  const text = contents.join('');
  const textSha256 = createHash('sha256').update(text).digest('hex');
  store.gesture('source.import', (writer) => {
    let start = 0;
    writeText(
      writer,
      textSha256,
      contents.map((content) => {
        const segment = { start, kind: 'paragraph', page: null, content };
        start += content.length;
        return segment;
      }),
    );
    writer.insert('source', {
      id,
      title: changes.title ?? 'A source',
      kind: 'text',
      fileName: 'a-source.txt',
      mediaType: 'text/plain',
      encoding: 'utf-8',
      sha256: textSha256,
      byteSize: Buffer.byteLength(text),
      textSha256,
      textLength: text.length,
      language: 'en',
      reliability: changes.reliability ?? 'B',
      handling: 'AMBER',
      createdAt: new Date().toISOString(),
    });
  });
  return id;
}

/** The span of words in a source of `addSource`. */
export function spanOf(source: string, paragraphs: readonly string[], words: string) {
  const start = paragraphs.join('\n\n').indexOf(words);
  if (start < 0) throw new Error(`“${words}” is not in the text`);
  return { source, start, end: start + words.length };
}
