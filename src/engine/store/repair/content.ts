import { createHash } from 'node:crypto';
import { newId } from '#shared/id.ts';
import { beginBlob, blobChunkSize, writeBlobChunk } from '../blob.ts';
import type { CaseStore } from '../case-store.ts';
import { withhold } from '../merge/withheld.ts';
import { writeText } from '../text.ts';
import type { Decided } from './decide.ts';
import type { Row } from './layout.ts';
import { mendText, sha256Of } from './mend-text.ts';
import { quotedOf, returnToTexts, rowsOnTexts, settlePassages } from './passages.ts';
import type { Remarks } from './remarks.ts';
import type { Salvage } from './salvage.ts';

type Tables = ReadonlyMap<string, Decided>;

/** Tables whose rows have a text: the one that a source has, and those that it had. */
const withText = ['source', 'text_version'] as const;

/**
 * Writes the texts into the new file: those that are what their hash says, and, where a source needs it or needed it once,
 * a damaged one as far as it is left. The sources and passages of such a one are changed to stand on it.
 */
export function bringTexts(
  store: CaseStore,
  salvage: Salvage,
  tables: Tables,
  remarks: Remarks,
): void {
  const lengths = new Map(salvage.texts);
  const needed = new Map<string, (readonly [table: string, row: Row])[]>();
  for (const table of withText) {
    for (const row of tables.get(table)?.rows.values() ?? []) {
      const sha256 = String(row['text_sha256']);
      needed.set(sha256, [...(needed.get(sha256) ?? []), [table, row]]);
      if (!lengths.has(sha256)) lengths.set(sha256, Number(row['text_length']));
    }
  }
  const known = new Set([...salvage.textIds, ...lengths.keys(), ...salvage.segments.keys()]);
  returnToTexts(tables, known, remarks);
  const quoted = quotedOf(tables);
  const onText = rowsOnTexts(tables);
  const all = new Set([
    ...salvage.textIds,
    ...salvage.texts.keys(),
    ...salvage.segments.keys(),
    ...needed.keys(),
  ]);
  for (const sha256 of all) {
    const found = [...(salvage.segments.get(sha256) ?? [])]
      .toSorted(([a], [b]) => a - b)
      .map(([, segment]) => ({ ...segment, content: salvage.words(segment) }));
    const mended = mendText(sha256, found, lengths.get(sha256) ?? 0, quoted.get(sha256) ?? []);
    const whole = mended.sha256 === sha256;
    const users = needed.get(sha256) ?? [];
    if (found.length === 0 && salvage.withheld.has(sha256)) continue;
    if (!whole) remarks.lose('extracted_text', sha256, whatIsLost(mended), users[0]?.[1]);
    if (!whole && users.length === 0 && !onText.has(sha256)) continue;
    store.replay((writer) => writeText(writer, mended.sha256, mended.segments));
    settlePassages(tables, onText.get(sha256) ?? [], mended, remarks);
    const last = mended.segments.reduce((most, { page }) => Math.max(most, page ?? 0), 0);
    for (const [table, row] of users) {
      const id = String(row['id']);
      const pages = row['pages'];
      tables.get(table)?.rows.set(id, {
        ...row,
        text_sha256: mended.sha256,
        text_length: mended.text.length,
        pages: typeof pages === 'number' ? Math.max(pages, last) : null,
      });
      if (!whole) remarks.mend(table, id, whatIsLost(mended), row);
    }
  }
}

function whatIsLost({ lost, text }: { lost: number; text: string }): string {
  return lost === 0
    ? 'words of its text were changed, and it cannot be told which'
    : `${lost} of ${text.length} characters of its text are lost; U+FFFD stands in their place`;
}

/**
 * Writes the original bytes into the new file, those that are what their hash says. A source whose original is lost gets
 * its text in the place of it, and a note that says so. A photograph whose picture is lost stays with what was said of it,
 * as one that was handed over without: a package that has the picture brings it back. So does a source without a text. Where
 * the words of a text stand in its original is told no more when the blob that says it is lost.
 */
export function bringBlobs(
  store: CaseStore,
  salvage: Salvage,
  tables: Tables,
  remarks: Remarks,
): void {
  const sources = tables.get('source')?.rows ?? new Map<string, Row>();
  const photos = tables.get('photo')?.rows ?? new Map<string, Row>();
  const layouts = new Set(
    withText.flatMap((table) =>
      [...(tables.get(table)?.rows.values() ?? [])].flatMap((row) => row['layout_sha256'] ?? []),
    ),
  );
  const all = new Set([
    ...salvage.blobIds,
    ...salvage.blobs.keys(),
    ...salvage.chunks.keys(),
    ...[...sources.values(), ...photos.values()].map((row) => String(row['sha256'])),
    ...[...layouts].map(String),
  ]);
  const lost = new Set<string>();
  for (const sha256 of all) {
    const isPart = salvage.arriving.has(sha256) && !salvage.blobs.has(sha256);
    // What was not all there yet was of no source.
    if (isPart) continue;
    const size = verifiedSize(salvage, sha256);
    if (size === null) {
      // A document of plain words is its own text.
      const text = textOf(store, sha256);
      if (text !== null) {
        writeBytes(store, sha256, Buffer.from(text));
        continue;
      }
      if (salvage.withheld.has(sha256) && !salvage.chunks.has(sha256)) continue;
      lost.add(sha256);
      const users = [...sources.values(), ...photos.values()];
      const user = users.find((row) => row['sha256'] === sha256);
      const what = layouts.has(sha256)
        ? 'where the words of a text stand in its original is lost'
        : 'the original bytes are lost, or not what they were';
      remarks.lose('blob', sha256, what, user);
      continue;
    }
    store.replay((writer) => {
      beginBlob(writer, sha256, size);
      for (const [ordinal, bytes] of chunksOf(salvage, sha256)) {
        writeBlobChunk(writer, sha256, ordinal, bytes);
      }
    });
  }
  for (const table of withText) {
    const rows = tables.get(table)?.rows;
    for (const [id, row] of rows ?? []) {
      if (!lost.has(String(row['layout_sha256']))) continue;
      rows?.set(id, { ...row, layout_sha256: null });
      remarks.mend(table, id, 'is without the places of its words in its original', row);
    }
  }
  for (const [id, row] of sources) {
    const sha256 = String(row['sha256']);
    if (!lost.has(sha256)) continue;
    if (Number(row['text_length']) > 0) {
      sources.set(id, standIn(store, tables, row, remarks));
      continue;
    }
    store.replay((writer) => withhold(writer, [sha256]));
    remarks.mend('source', id, 'is without its original, which is lost', row);
  }
  for (const [id, row] of photos) {
    const sha256 = String(row['sha256']);
    if (!lost.has(sha256)) continue;
    store.replay((writer) => withhold(writer, [sha256]));
    remarks.mend('photo', id, 'is without its picture, which is lost', row);
  }
}

function* chunksOf(salvage: Salvage, sha256: string): Generator<[number, Buffer], void, undefined> {
  const places = [...(salvage.chunks.get(sha256) ?? [])].toSorted(([a], [b]) => a - b);
  for (const [ordinal, place] of places) {
    const bytes = salvage.bytes(place);
    if (bytes !== null) yield [ordinal, bytes];
  }
}

/** Bytes of a blob, or null when it is not what its hash says. */
function verifiedSize(salvage: Salvage, sha256: string): number | null {
  const hash = createHash('sha256');
  let size = 0;
  let wanted = 0;
  for (const [ordinal, bytes] of chunksOf(salvage, sha256)) {
    // All chunks but the last are of one size; where one is not, something is missing.
    if (ordinal !== wanted || size !== wanted * blobChunkSize) return null;
    wanted += 1;
    size += bytes.length;
    hash.update(bytes);
  }
  return hash.digest('hex') === sha256 ? size : null;
}

/** A text that is in the new file, or null. */
function textOf(store: CaseStore, sha256: string): string | null {
  if (store.one('SELECT 1 FROM extracted_text WHERE sha256 = ?', sha256) === undefined) return null;
  return store
    .all<{ content: string }>(
      'SELECT content FROM segment WHERE text_sha256 = ? ORDER BY ordinal',
      sha256,
    )
    .map(({ content }) => content)
    .join('');
}

function writeBytes(store: CaseStore, sha256: string, bytes: Buffer): void {
  store.replay((writer) => {
    if (!beginBlob(writer, sha256, bytes.length)) return;
    for (let at = 0; at < bytes.length; at += blobChunkSize) {
      writeBlobChunk(writer, sha256, at / blobChunkSize, bytes.subarray(at, at + blobChunkSize));
    }
  });
}

/** A source with its text in the place of its lost original. */
function standIn(store: CaseStore, tables: Tables, row: Row, remarks: Remarks): Row {
  const text = textOf(store, String(row['text_sha256'])) ?? '';
  const bytes = Buffer.from(text);
  const sha256 = sha256Of(text);
  writeBytes(store, sha256, bytes);
  const id = newId();
  tables.get('note')?.rows.set(id, {
    id,
    subject_table: 'source',
    subject_id: row['id'] ?? '',
    body: originalLost(tables, row),
    created_at: new Date().toISOString(),
  });
  remarks.mend(
    'source',
    String(row['id']),
    'its text stands in the place of its lost original',
    row,
  );
  return {
    ...row,
    kind: 'text',
    file_name: `${String(row['file_name'])}.txt`,
    media_type: 'text/plain',
    encoding: 'utf-8',
    sha256,
    byte_size: bytes.length,
    extraction: '{}',
    layout_sha256: null,
  };
}

/** A note in the language of the case, since it becomes part of it. */
function originalLost(tables: Tables, { sha256, file_name: name }: Row): string {
  const language = [...(tables.get('case_file')?.rows.values() ?? [])].at(0)?.['language'];
  return language === 'es'
    ? `El original de esta fuente (${String(name)}, SHA-256 ${String(sha256)}) se perdió cuando se dañó el archivo del caso. En su lugar está el texto extraído de él.`
    : `The original of this source (${String(name)}, SHA-256 ${String(sha256)}) was lost when the case file was damaged. The text extracted from it stands in its place.`;
}
