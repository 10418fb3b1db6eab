import { createHash } from 'node:crypto';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { createTag } from '../../annotations/index.ts';
import { createEntity } from '../../entities/index.ts';
import {
  closing,
  pictures,
  putLayout,
  testActor,
  testCase,
  testFolder,
  textOfParagraphs,
} from '../../testing/index.ts';
import {
  beginBlob,
  changeSetsBeyond,
  contentHash,
  mergeChangeSets,
  openStore,
  verifyStore,
  versionVector,
  writeBlob,
  writeBlobChunk,
  writeText,
  type CaseStore,
  type MergeOptions,
} from '../index.ts';

/** The text of the sources of these cases. */
export const paragraphs = ['Marta Luz crossed the quay at dawn.', 'Nobody saw her, it was said.'];
/** What they may be when they are read again: with more, and with less. */
export const otherReadings: readonly (readonly string[])[] = [
  ['Page 1', ...paragraphs],
  ['Marta Luz crossed the quay.', 'Nobody saw her.'],
];
/** Words of it, each there once. */
export const words = ['Marta Luz', 'quay', 'dawn', 'Nobody', 'her', 'said'];

/** Files of one case, each a replica of its own. */
export function replicas(
  count: number,
  begin: (store: CaseStore) => void = () => undefined,
): CaseStore[] {
  const folder = testFolder();
  const first = testCase({ folder });
  begin(first);
  keepOriginals(first);
  first.close();
  return Array.from({ length: count }, (_, at) => {
    const path = join(folder, `${at}.casefile`);
    copyFileSync(first.opening.path, path);
    return closing(openStore(path, { actor: testActor }));
  });
}

/** Two files of one case. */
export function two(begin?: (store: CaseStore) => void): [CaseStore, CaseStore] {
  const [one, other] = replicas(2, begin);
  if (one === undefined || other === undefined) throw new Error('no replicas');
  return [one, other];
}

/** Hands over what the other has not seen. */
export const give = (from: CaseStore, to: CaseStore, options?: MergeOptions) =>
  mergeChangeSets(to, changeSetsBeyond(from, versionVector(to)), options);

/** Exchanges until nobody has anything new, and sees to it that this ends. */
export function exchange(stores: readonly CaseStore[]): void {
  for (let round = 0; ; round += 1) {
    expect(round).toBeLessThan(7);
    let taken = 0;
    for (const from of stores) {
      for (const to of stores) if (from !== to) taken += give(from, to).taken;
    }
    if (taken === 0) break;
  }
  expect(new Set(stores.map((store) => JSON.stringify(versionVector(store)))).size).toBe(1);
}

/** Exchanges until nobody has anything new, and sees to it that this ends and all hold the same. */
export async function settle(stores: readonly CaseStore[]): Promise<void> {
  exchange(stores);
  expect(new Set(stores.map((store) => contentHash(store))).size).toBe(1);
  for (const store of stores.slice(0, 2)) expect((await verifyStore(store)).findings).toEqual([]);
}

/** Keeps the originals of sources that were added without, and the pictures of which people may make photographs. */
export function keepOriginals(store: CaseStore): void {
  const bytes = Buffer.from(paragraphs.join('\n\n'));
  store.replay((writer) => {
    for (const { sha256 } of store.all<{ sha256: string }>('SELECT sha256 FROM source')) {
      beginBlob(writer, sha256, bytes.length);
      writeBlobChunk(writer, sha256, 0, bytes);
    }
    for (const reading of otherReadings) {
      const { sha256, segments } = textOfParagraphs(reading);
      writeText(writer, sha256, segments);
      putLayout(writer, reading.join('|'));
    }
    for (const picture of [pictures.png, pictures.gif]) {
      writeBlob(writer, createHash('sha256').update(picture).digest('hex'), picture);
    }
  });
}

/** Ids of a table, in order. */
export const ids = (store: CaseStore, table: string) =>
  store.all<{ id: string }>(`SELECT id FROM "${table}" ORDER BY id`).map(({ id }) => id);
export const newTag = (store: CaseStore, name: string, parent: string | null = null) =>
  createTag(store, { name, parent });
export const person = (store: CaseStore, name: string) =>
  createEntity(store, { kind: 'person', name, aliases: [] });
