import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { z } from 'zod';
import { CaseError } from '#contract/error.ts';
import type { AddPhotoInput, Photo, UpdatePhotoInput } from '#contract/photo.ts';
import { newId } from '#shared/id.ts';
import { clusterOf } from '../entities/index.ts';
import { lastPlace, placeBefore } from '../in-order.ts';
import { openHere, readBlob, writeBlob, type CaseStore, type Writer } from '../store/index.ts';
import { lookAt, mostBytes } from './picture.ts';

type Row = Omit<Photo, 'source' | 'here'> & {
  sourceId: string | null;
  sourceTitle: string | null;
  here: 0 | 1;
};

/** The pictures of an entity and of what was found to be one with it, in their order: the first stands at its head. */
export function listPhotos(store: CaseStore, entity: string): Photo[] {
  const rows = store.all<Row>(
    `SELECT p.id, p.entity_id AS entity, p.source_id AS sourceId, s.title AS sourceTitle, p.sha256,
       p.byte_size AS byteSize, p.media_type AS mediaType, p.width, p.height, p.file_name AS fileName, p.caption, p.credit,
       p.handling, EXISTS (SELECT 1 FROM blob b WHERE b.sha256 = p.sha256) AS here, p.created_at AS createdAt
     FROM photo p LEFT JOIN source s ON s.id = p.source_id
     WHERE p.entity_id IN (SELECT value FROM json_each(?)) ORDER BY p.ordinal, p.id`,
    JSON.stringify(clusterOf(store, entity)),
  );
  return rows.map(({ sourceId, sourceTitle, here, ...photo }) => ({
    ...photo,
    source: sourceId === null ? null : { id: sourceId, title: sourceTitle ?? '' },
    here: here === 1,
  }));
}

/** The bytes of a picture as they were read; null when they stayed behind where the case was handed over. */
export function photoBytes(store: CaseStore, sha256: string): Uint8Array | null {
  if (store.one('SELECT 1 FROM blob WHERE sha256 = ?', sha256) === undefined) return null;
  return Buffer.concat([...readBlob(store, sha256)]);
}

/** A picture as it was read, byte for byte. @throws CaseError `record.notFound`, `photo.withheld` */
export function photoFile(store: CaseStore, id: string): Blob {
  const photo = store.one<{ sha256: string; mediaType: string }>(
    'SELECT sha256, media_type AS mediaType FROM photo WHERE id = ?',
    id,
  );
  if (photo === undefined) throw new CaseError('record.notFound', { id });
  const bytes = photoBytes(store, photo.sha256);
  if (bytes === null) throw new CaseError('photo.withheld', { id });
  return new Blob([new Uint8Array(bytes)], { type: photo.mediaType });
}

/**
 * Reads a picture and keeps it, byte for byte, with an entity.
 *
 * @returns its id
 * @throws CaseError `file.notFound`, `file.notReadable`, `photo.unsupported`, `photo.damaged`, `photo.tooLarge`,
 *   `photo.tooManyPixels`, `photo.there` when the entity has it, `record.notFound` for the entity or the source
 */
export function addPhoto(
  store: CaseStore,
  {
    entity,
    path,
    caption = '',
    credit = '',
    source = null,
    handling = null,
  }: Omit<z.infer<typeof AddPhotoInput>, 'handle'>,
): string {
  const { bytes, ...seen } = pictureAt(path);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return store.gesture('photo.add', (writer) => {
    if (writer.one('SELECT 1 FROM entity WHERE id = ?', entity) === undefined) {
      throw new CaseError('record.notFound', { id: entity });
    }
    requireSource(writer, source);
    const fellows = fellowsOf(writer, entity);
    const same = fellows.find((photo) => photo.sha256 === sha256);
    if (same !== undefined) throw new CaseError('photo.there', { path, id: same.id });
    writeBlob(writer, sha256, bytes);
    const id = newId();
    writer.insert('photo', {
      id,
      entityId: entity,
      sourceId: source,
      sha256,
      byteSize: bytes.length,
      ...seen,
      fileName: basename(path),
      caption,
      credit,
      handling,
      ordinal: lastPlace(fellows),
      createdAt: new Date().toISOString(),
    });
    return id;
  });
}

/** @throws CaseError `record.notFound` for the picture or the source */
export function updatePhoto(
  store: CaseStore,
  id: string,
  { source, ...changes }: z.infer<typeof UpdatePhotoInput>['changes'],
): void {
  store.gesture('photo.update', (writer) => {
    if (source !== undefined) requireSource(writer, source);
    if (!writer.update('photo', id, { ...changes, sourceId: source })) {
      throw new CaseError('record.notFound', { id });
    }
  });
}

/**
 * Puts a picture before another of the same entity, or last.
 *
 * @returns false when it stood there already
 * @throws CaseError `record.notFound` for either
 */
export function movePhoto(store: CaseStore, id: string, before: string | null): boolean {
  return store.gesture('photo.move', (writer) => {
    const found = writer.one<{ entity: string }>(
      'SELECT entity_id AS entity FROM photo WHERE id = ?',
      id,
    );
    if (found === undefined) throw new CaseError('record.notFound', { id });
    return placeBefore(writer, 'photo', fellowsOf(writer, found.entity), id, before);
  });
}

/** Takes a picture away. Its bytes stay in the file, as the journal does, so that it can be brought back. */
export function removePhoto(store: CaseStore, id: string): void {
  store.gesture('photo.remove', (writer) => writer.remove('photo', id));
}

function fellowsOf(writer: Writer, entity: string) {
  return writer.all<{ id: string; ordinal: number; sha256: string }>(
    `SELECT id, ordinal, sha256 FROM photo WHERE entity_id IN (SELECT value FROM json_each(?)) ORDER BY ordinal, id`,
    JSON.stringify(clusterOf(writer, entity)),
  );
}

function requireSource(writer: Writer, source: string | null): void {
  if (source === null) return;
  if (writer.one('SELECT 1 FROM source WHERE id = ?', source) === undefined) {
    throw new CaseError('record.notFound', { id: source });
  }
}

function pictureAt(path: string) {
  // A case that is open is no picture, and may not be opened a second time: see `store/open-files.ts`.
  if (openHere(path) !== undefined) throw new CaseError('photo.unsupported', { path });
  const bytes = bytesAt(path);
  try {
    return { bytes, ...lookAt(bytes) };
  } catch (error) {
    if (!(error instanceof CaseError)) throw error;
    throw new CaseError(error.code, { ...error.details, path }, error);
  }
}

function bytesAt(path: string): Uint8Array {
  try {
    if (statSync(path).size > mostBytes) {
      throw new CaseError('photo.tooLarge', { path, most: mostBytes / 1024 / 1024 });
    }
    return readFileSync(path);
  } catch (error) {
    if (error instanceof CaseError) throw error;
    const code = error instanceof Error && 'code' in error ? error.code : '';
    const failure =
      code === 'ENOENT'
        ? 'file.notFound'
        : code === 'EISDIR'
          ? 'file.isFolder'
          : 'file.notReadable';
    throw new CaseError(failure, { path }, error);
  }
}
