import type { z } from 'zod';
import type { CreateTagInput, Tag, TagRef, UpdateTagInput } from '#contract/annotation.ts';
import { CaseError } from '#contract/error.ts';
import { newId } from '#shared/id.ts';
import type { CaseStore, Writer } from '../store/index.ts';

/** Colours given in turn to new tags: Okabe and Ito's and Paul Tol's muted set, both safe for colour-blind readers. */
const palette = [
  '#332288',
  '#88ccee',
  '#44aa99',
  '#117733',
  '#999933',
  '#ddcc77',
  '#cc6677',
  '#882255',
  '#aa4499',
  '#56b4e9',
  '#e69f00',
  '#d55e00',
];

/** The codebook, parents before children and alphabetical among siblings is left to whoever draws it: by name here. */
export function listTags(store: CaseStore): Tag[] {
  return store.all<Tag>(
    `SELECT t.id, t.name, t.parent_id AS parent, t.color, t.description,
       (SELECT count(*) FROM excerpt_tag x WHERE x.tag_id = t.id) AS excerpts
     FROM tag t ORDER BY t.name COLLATE NOCASE, t.id`,
  );
}

/** Makes a tag within a gesture that is under way. @returns its id */
export function makeTag(
  writer: Writer,
  {
    name,
    parent,
    color,
    description = '',
  }: { name: string; parent: string | null; color?: string | undefined; description?: string },
): string {
  if (parent !== null) exists(writer, parent);
  const id = newId();
  const count = writer.one<{ n: number }>('SELECT count(*) AS n FROM tag')?.n ?? 0;
  writer.insert('tag', {
    id,
    name,
    parentId: parent,
    color: (color ?? palette[count % palette.length] ?? '#332288').toLowerCase(),
    description,
    createdAt: new Date().toISOString(),
  });
  return id;
}

/** The tag that is meant: by id, or by name under its parent, made if the codebook has none such. */
export function tagOf(writer: Writer, ref: z.infer<typeof TagRef>): string {
  if ('tag' in ref) return exists(writer, ref.tag);
  const known = writer.one<{ id: string }>(
    'SELECT id FROM tag WHERE name = ? COLLATE NOCASE AND parent_id IS ? ORDER BY id',
    ref.name,
    ref.parent,
  );
  return known?.id ?? makeTag(writer, ref);
}

/** Makes a tag. @returns its id @throws CaseError `record.notFound` for the parent */
export function createTag(
  store: CaseStore,
  input: Omit<z.infer<typeof CreateTagInput>, 'handle'>,
): string {
  return store.gesture('tag.create', (writer) => makeTag(writer, input));
}

/** Changes a tag. @throws CaseError `record.notFound`, `tag.cycle` when it would come to lie under itself */
export function updateTag(
  store: CaseStore,
  id: string,
  changes: z.infer<typeof UpdateTagInput>['changes'],
): void {
  store.gesture('tag.update', (writer) => {
    exists(writer, id);
    const { parent, ...fields } = changes;
    for (let above = parent ?? null; above !== null;) {
      if (above === id) throw new CaseError('tag.cycle', { id });
      exists(writer, above);
      above =
        writer.one<{ parent: string | null }>(
          'SELECT parent_id AS parent FROM tag WHERE id = ?',
          above,
        )?.parent ?? null;
    }
    writer.update('tag', id, {
      ...fields,
      ...(parent === undefined ? {} : { parentId: parent }),
    });
  });
}

/** Takes a tag away, from every passage too; the tags under it move up to its parent. */
export function removeTag(store: CaseStore, id: string): void {
  store.gesture('tag.remove', (writer) => {
    exists(writer, id);
    writer.run(
      'UPDATE tag SET parent_id = (SELECT parent_id FROM tag WHERE id = @id) WHERE parent_id = @id',
      { id },
    );
    writer.remove('tag', id);
  });
}

function exists(writer: Writer, id: string): string {
  if (writer.one('SELECT 1 FROM tag WHERE id = ?', id) === undefined) {
    throw new CaseError('record.notFound', { id });
  }
  return id;
}
