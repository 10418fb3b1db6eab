import { createHash } from 'node:crypto';
import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createEntity, judge, removeEntity } from '../entities/index.ts';
import { removeSource } from '../sources/index.ts';
import { undo } from '../store/index.ts';
import { addSource, pictures, telling, testCase, testFolder } from '../testing/index.ts';
import {
  addPhoto,
  listPhotos,
  movePhoto,
  photoBytes,
  photoFile,
  removePhoto,
  updatePhoto,
} from './index.ts';

const failing = (code: string) => expect.objectContaining({ code });
const person = (name: string) => ({ kind: 'person' as const, name, aliases: [] });

function written(bytes: Uint8Array, name = 'a.jpg'): string {
  const path = join(testFolder(), name);
  writeFileSync(path, bytes);
  return path;
}

test('a picture is kept byte for byte with what is said of it', async () => {
  const store = testCase();
  const entity = createEntity(store, person('Rosa Lind'));
  const source = addSource(store, ['A page.']);
  const bytes = telling(pictures.jpeg, 6);
  const path = written(bytes, 'rosa.png');
  const id = addPhoto(store, { entity, path, caption: 'In the harbour', credit: 'Jan', source });
  expect(listPhotos(store, entity)).toMatchObject([
    {
      id,
      entity,
      source: { id: source, title: 'A source' },
      sha256: createHash('sha256').update(bytes).digest('hex'),
      byteSize: bytes.length,
      mediaType: 'image/jpeg',
      width: 4,
      height: 6,
      fileName: 'rosa.png',
      caption: 'In the harbour',
      credit: 'Jan',
      handling: null,
      here: true,
    },
  ]);
  const file = photoFile(store, id);
  expect(file.type).toBe('image/jpeg');
  expect(new Uint8Array(await file.arrayBuffer())).toEqual(bytes);
  updatePhoto(store, id, { caption: '', source: null, handling: 'RED' });
  expect(listPhotos(store, entity)).toMatchObject([
    { caption: '', credit: 'Jan', source: null, handling: 'RED' },
  ]);
  undo(store, 'undo');
  removeSource(store, source);
  expect(listPhotos(store, entity)).toMatchObject([{ caption: 'In the harbour', source: null }]);
});

test('a large picture comes back whole', () => {
  const store = testCase();
  const entity = createEntity(store, person('Rosa Lind'));
  // What stands behind the end of a picture is kept with it.
  const bytes = Buffer.concat([pictures.jpeg, Buffer.alloc(3 * 1024 * 1024, 'x')]);
  addPhoto(store, { entity, path: written(bytes) });
  const [photo] = listPhotos(store, entity);
  expect(Buffer.from(photoBytes(store, photo?.sha256 ?? '') ?? []).equals(bytes)).toBe(true);
  expect(photoBytes(store, 'none')).toBeNull();
});

test('the same picture is told of when it comes to the same entity again, and may be of another', () => {
  const store = testCase();
  const [rosa, lind, jan] = ['Rosa', 'Lind', 'Jan'].map((name) =>
    createEntity(store, person(name)),
  );
  const path = written(pictures.png);
  addPhoto(store, { entity: rosa ?? '', path });
  expect(() => addPhoto(store, { entity: rosa ?? '', path })).toThrow(failing('photo.there'));
  addPhoto(store, { entity: jan ?? '', path });
  judge(store, { first: rosa ?? '', second: lind ?? '', judgement: 'same', reason: '' });
  expect(() => addPhoto(store, { entity: lind ?? '', path })).toThrow(failing('photo.there'));
  expect(listPhotos(store, lind ?? '')).toHaveLength(1);
});

test('what is no picture, or too large, or of nobody, is not kept', () => {
  const store = testCase();
  const entity = createEntity(store, person('Rosa Lind'));
  const adding =
    (path: string, to = entity) =>
    () =>
      addPhoto(store, { entity: to, path });
  expect(adding(written(Buffer.from('Words.')))).toThrow(failing('photo.unsupported'));
  expect(adding(written(pictures.gif.subarray(0, 30)))).toThrow(failing('photo.damaged'));
  expect(adding(join(testFolder(), 'none.png'))).toThrow(failing('file.notFound'));
  expect(adding(testFolder())).toThrow(failing('file.isFolder'));
  expect(adding(store.opening.path)).toThrow(failing('photo.unsupported'));
  const large = written(pictures.jpeg);
  truncateSync(large, 50 * 1024 * 1024);
  expect(adding(large)).toThrow(failing('photo.tooLarge'));
  expect(adding(written(pictures.jpeg), 'nobody')).toThrow(failing('record.notFound'));
  expect(() => addPhoto(store, { entity, path: written(pictures.jpeg), source: 'none' })).toThrow(
    failing('record.notFound'),
  );
  expect(listPhotos(store, entity)).toEqual([]);
  expect(store.one('SELECT 1 FROM blob')).toBeUndefined();
});

test('pictures stand in the order in which they are put, the first at the head', () => {
  const store = testCase();
  const entity = createEntity(store, person('Rosa Lind'));
  const [a = '', b = '', c = ''] = [pictures.jpeg, pictures.png, pictures.gif].map((picture) =>
    addPhoto(store, { entity, path: written(picture) }),
  );
  const order = () => listPhotos(store, entity).map(({ id }) => id);
  expect(order()).toEqual([a, b, c]);
  expect(movePhoto(store, c, a)).toBe(true);
  expect(order()).toEqual([c, a, b]);
  expect(movePhoto(store, c, null)).toBe(true);
  expect(order()).toEqual([a, b, c]);
  expect(movePhoto(store, a, b)).toBe(false);
  expect(movePhoto(store, a, a)).toBe(false);
  expect(() => movePhoto(store, a, 'none')).toThrow(failing('record.notFound'));
  expect(() => movePhoto(store, 'none', null)).toThrow(failing('record.notFound'));
  // Between two neighbours again and again, until there is no more room between their places.
  for (let times = 0; times < 30; times += 1) {
    movePhoto(store, times % 2 === 0 ? a : b, c);
    expect(order()).toEqual(times % 2 === 0 ? [b, a, c] : [a, b, c]);
  }
  removePhoto(store, b);
  expect(order()).toEqual([a, c]);
  undo(store, 'undo');
  expect(order()).toEqual([a, b, c]);
  removeEntity(store, entity);
  undo(store, 'undo');
  expect(order()).toEqual([a, b, c]);
});
