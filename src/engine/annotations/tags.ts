import type { z } from 'zod';
import type { Tag, TagRef, UpdateTagInput } from '#contract/annotation.ts';
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
  const tags = store.all<Omit<Tag, 'excerpts' | 'below'>>(
    `SELECT id, name, parent_id AS parent, color, description, inclusion, exclusion
     FROM tag ORDER BY name COLLATE NOCASE, id`,
  );
  const own = new Map(
    store
      .all<{ id: string; n: number }>(
        'SELECT tag_id AS id, count(*) AS n FROM excerpt_tag GROUP BY tag_id',
      )
      .map(({ id, n }) => [id, n]),
  );
  const below = countsBelow(store, tags, own);
  return tags.map((tag) => ({
    ...tag,
    excerpts: own.get(tag.id) ?? 0,
    below: below.get(tag.id) ?? 0,
  }));
}

/**
 * How many passages carry a tag or one beneath it: the sum of all their numbers, less what passages with several of them
 * count too often. Only such passages are looked at one by one, since this is asked after every tag that is put.
 */
function countsBelow(
  store: CaseStore,
  tags: readonly { id: string; parent: string | null }[],
  own: ReadonlyMap<string, number>,
): Map<string, number> {
  const parents = new Map(tags.map(({ id, parent }) => [id, parent]));
  const upwards = new Map<string, string[]>();
  for (const { id } of tags) {
    // A ring of parents, which two replicas can make between them, is gone round once.
    const way = new Set<string>();
    for (let at: string | null = id; at !== null && !way.has(at); at = parents.get(at) ?? null) {
      way.add(at);
    }
    upwards.set(id, [...way]);
  }
  const counts = new Map<string, number>();
  const add = (id: string, n: number): void => void counts.set(id, (counts.get(id) ?? 0) + n);
  for (const [id, n] of own) for (const above of upwards.get(id) ?? []) add(above, n);
  if (tags.every(({ parent }) => parent === null)) return counts;
  for (const { tagged } of store.all<{ tagged: string }>(
    'SELECT group_concat(tag_id) AS tagged FROM excerpt_tag GROUP BY excerpt_id HAVING count(*) > 1',
  )) {
    const seen = new Set<string>();
    for (const id of tagged.split(',')) {
      for (const above of upwards.get(id) ?? []) {
        if (seen.has(above)) add(above, -1);
        else seen.add(above);
      }
    }
  }
  return counts;
}

/** Makes a tag within a gesture that is under way. @returns its id */
export function makeTag(
  writer: Writer,
  {
    name,
    parent,
    color,
    description = '',
    inclusion = '',
    exclusion = '',
    id = newId(),
  }: {
    name: string;
    parent: string | null;
    color?: string | undefined;
    description?: string;
    inclusion?: string;
    exclusion?: string;
    /** Of a tag that came from elsewhere and keeps its identity. */
    id?: string;
  },
): string {
  if (parent !== null) exists(writer, parent);
  const count = writer.one<{ n: number }>('SELECT count(*) AS n FROM tag')?.n ?? 0;
  writer.insert('tag', {
    id,
    name,
    parentId: parent,
    color: (color ?? palette[count % palette.length] ?? '#332288').toLowerCase(),
    description,
    inclusion,
    exclusion,
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
export function createTag(store: CaseStore, input: Parameters<typeof makeTag>[1]): string {
  return store.gesture('tag.create', (writer) => makeTag(writer, input));
}

/** Changes a tag. @throws CaseError `record.notFound`, `tag.cycle` when it would come to lie under itself */
export function updateTag(
  store: CaseStore,
  id: string,
  changes: z.infer<typeof UpdateTagInput>['changes'],
): void {
  const onlyMoves = Object.keys(changes).every((field) => field === 'parent');
  store.gesture(onlyMoves ? 'tag.move' : 'tag.update', (writer) => changeTag(writer, id, changes));
}

/** Changes a tag within a gesture that is under way. @throws CaseError `record.notFound`, `tag.cycle` */
export function changeTag(
  writer: Writer,
  id: string,
  { parent, ...fields }: z.infer<typeof UpdateTagInput>['changes'],
): void {
  exists(writer, id);
  if (parent !== undefined && parent !== null) {
    exists(writer, parent);
    if (isBeneath(writer, id, parent)) throw new CaseError('tag.cycle', { id });
  }
  writer.update('tag', id, {
    ...fields,
    ...(fields.color === undefined ? {} : { color: fields.color.toLowerCase() }),
    ...(parent === undefined ? {} : { parentId: parent }),
  });
}

/** Whether a tag is `top` or lies beneath it. Ends even where two replicas have made a ring between them. */
export function isBeneath(writer: Writer, top: string, id: string): boolean {
  return (
    writer.one(
      `WITH RECURSIVE above(id) AS (
         SELECT ? UNION SELECT t.parent_id FROM above a JOIN tag t ON t.id = a.id WHERE t.parent_id IS NOT NULL)
       SELECT 1 FROM above WHERE id = ?`,
      id,
      top,
    ) !== undefined
  );
}

/**
 * Makes one tag part of another: its passages carry the other from now on, what lies beneath it comes to lie beneath the
 * other, and its words are added to the other's, so that nothing anybody wrote is lost.
 *
 * @throws CaseError `record.notFound`, `tag.intoItself`
 */
export function mergeTags(store: CaseStore, id: string, into: string): void {
  if (id === into) throw new CaseError('tag.intoItself', { id });
  store.gesture('tag.merge', (writer) => {
    const gone = wordsOf(writer, id);
    const stays = wordsOf(writer, into);
    // The one that stays may lie beneath the one that goes: it takes that one's place.
    if (isBeneath(writer, id, into)) writer.update('tag', into, { parentId: gone.parentId });
    writer.run('UPDATE tag SET parent_id = ? WHERE parent_id = ? AND id <> ?', into, id, into);
    writer.run(
      `UPDATE excerpt_tag SET tag_id = @into WHERE tag_id = @id
       AND excerpt_id NOT IN (SELECT excerpt_id FROM excerpt_tag WHERE tag_id = @into)`,
      { id, into },
    );
    writer.update('tag', into, {
      description: joined(stays.description, gone.description),
      inclusion: joined(stays.inclusion, gone.inclusion),
      exclusion: joined(stays.exclusion, gone.exclusion),
    });
    writer.remove('tag', id);
  });
}

interface TagWords {
  parentId: string | null;
  description: string;
  inclusion: string;
  exclusion: string;
}

function wordsOf(writer: Writer, id: string): TagWords {
  const found = writer.one<TagWords>(
    'SELECT parent_id AS parentId, description, inclusion, exclusion FROM tag WHERE id = ?',
    id,
  );
  if (found === undefined) throw new CaseError('record.notFound', { id });
  return found;
}

function joined(one: string, other: string): string {
  if (other === '' || one.includes(other)) return one;
  return one === '' ? other : `${one}\n\n${other}`;
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
