import { z } from 'zod';

/** Id of a record: a UUIDv7. */
export const Id = z.string().min(1).max(64);

/** Names an open case within one engine. It means nothing to another engine or after closing. */
export const Handle = z.string().min(1).max(64);

/** What every call on an open case carries. */
export const OnCase = z.object({ handle: Handle });

/** A call on one record of an open case. */
export const OnRecord = OnCase.extend({ id: Id });

/** Which part of a list is asked for. `limit` counts items. */
export const Paging = z.object({
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(1000).default(200),
});

/** A part of a list, and how many items the whole list has. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), total: z.int() });
}

/** One line of text a person typed. */
export const Line = z.string().trim().min(1).max(2000);

/** Free text a person typed; may be empty. */
export const Prose = z.string().max(200_000);

/**
 * A date in EDTF level 1 (ISO 8601-2) as the analyst wrote it, or empty for none. That it is a date is checked by the
 * engine, which answers `edtf.invalid` with the text in question.
 */
export const EdtfText = z.string().trim().max(100);

/** A file's path as the host that runs the engine sees it. */
export const Path = z.string().min(1).max(4096);
