import { z } from 'zod';
import { Id, OnCase, OnRecord, Path } from './common.ts';
import { Handling } from './vocabulary.ts';

/** A picture of an entity. Its bytes are asked for apart. */
export const Photo = z.object({
  id: Id,
  entity: Id,
  source: z.object({ id: Id, title: z.string() }).nullable(),
  sha256: z.string(),
  byteSize: z.int(),
  mediaType: z.string(),
  width: z.int().describe('pixels, of the picture as it is seen upright'),
  height: z.int().describe('pixels'),
  fileName: z.string(),
  caption: z.string(),
  credit: z.string(),
  handling: Handling.nullable().describe('null: that of the entity'),
  here: z.boolean().describe('false: the picture stayed behind when the case was handed over'),
  createdAt: z.string().describe('ISO 8601, UTC'),
});
export type Photo = z.infer<typeof Photo>;

const About = z.object({
  caption: z.string().trim().max(2000),
  credit: z.string().trim().max(500),
  source: Id.nullable(),
  handling: Handling.nullable(),
});

/** Those of an entity, with what was found to be one with it, in their order. */
export const ListPhotosInput = OnCase.extend({ entity: Id });

export const AddPhotoInput = OnCase.extend({ entity: Id, path: Path }).extend(
  About.partial().shape,
);

export const UpdatePhotoInput = OnRecord.extend({ changes: About.partial() });

/** Puts one before another, or last. The first is the one that stands at the head of its entity. */
export const MovePhotoInput = OnRecord.extend({ before: Id.nullable() });
