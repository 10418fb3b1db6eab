import { z } from 'zod';
import { Id, OnRecord, Paging, Path, pageOf } from './common.ts';
import { LayoutPage, LayoutSheet } from './extraction.ts';
import { SourceKind } from './vocabulary.ts';

/** Bytes of an original, `end` exclusive; left out, all of them. */
export const OriginalInput = OnRecord.extend({
  start: z.int().min(0).optional(),
  end: z.int().min(0).optional(),
});

export const SaveOriginalInput = OnRecord.extend({ path: Path });

/** A page of an original as a picture, for what a host cannot draw itself. `width` in pixels, at most. */
export const PictureInput = OnRecord.extend({
  page: z.int().min(1).default(1),
  width: z.int().min(16).max(8192).default(2048),
});

/** Where the text stands on pages `from` to `to` of the original, both from 1 and included. */
export const LayoutPagesInput = OnRecord.extend({ from: z.int().min(1), to: z.int().min(1) });
export const LayoutPages = z.object({
  total: z.int(),
  pages: z.array(LayoutPage),
});
export type LayoutPages = z.infer<typeof LayoutPages>;

/** On which page of the original a place in the text stands. */
export const LayoutPlaceInput = OnRecord.extend({ offset: z.int().min(0) });

/** Sheets of a table without their rows. */
export const TableSheets = z.array(LayoutSheet.omit({ rows: true }).extend({ rows: z.int() }));
export type TableSheets = z.infer<typeof TableSheets>;

export const TableRowsInput = OnRecord.extend({ sheet: z.int().min(0), ...Paging.shape });

/** Rows of a sheet; of each cell its words and where they stand in the source's text, in UTF-16 code units. */
export const TableRows = pageOf(
  z.object({
    number: z.int(),
    cells: z.array(z.object({ text: z.string(), start: z.int(), end: z.int() })),
  }),
);
export type TableRows = z.infer<typeof TableRows>;

/** A message of a thread; one that the case does not have has no source. */
export const ThreadMessage = z.object({
  messageId: z.string(),
  source: Id.nullable(),
  title: z.string(),
  author: z.string(),
  published: z.string(),
  depth: z.int().min(0),
});
export type ThreadMessage = z.infer<typeof ThreadMessage>;

/** A source that was in another. */
export const SourcePart = z.object({
  id: Id,
  title: z.string(),
  memberPath: z.string(),
  kind: SourceKind,
  byteSize: z.int(),
});
export type SourcePart = z.infer<typeof SourcePart>;
