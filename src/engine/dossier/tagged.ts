import { CaseError } from '#contract/error.ts';
import type { CaseStore } from '../store/index.ts';
import type { Draft } from './draft.ts';
import type { TagPart } from './model.ts';
import type { Reading } from './reading.ts';

interface TagRow {
  id: string;
  name: string;
  parent: string | null;
  description: string;
}

interface Branch extends TagRow {
  depth: number;
}

/** Passages under their tags: tags in the order of their tree, passages in that of their sources and where they stand. */
export interface TaggedPassages {
  readonly draft: Draft;
  /** Names of the tags of each passage. */
  readonly tagsOf: ReadonlyMap<string, readonly string[]>;
}

/**
 * @param wanted ids of tags, with which come those beneath them; none means all
 * @throws CaseError `dossier.noSuchTag`
 */
export function taggedPassages(reading: Reading, wanted: readonly string[]): TaggedPassages {
  const { store, withholding, tally } = reading;
  const branches = branchesOf(store, wanted);
  const rows = store
    .all<{ id: string; source: string; tag: string }>(
      `SELECT x.id, x.source_id AS source, t.tag_id AS tag FROM excerpt_tag t JOIN excerpt x ON x.id = t.excerpt_id
       JOIN source s ON s.id = x.source_id WHERE t.tag_id IN (SELECT value FROM json_each(?))
       ORDER BY s.created_at, s.id, x.start, x."end", x.id`,
      JSON.stringify(branches.map(({ id }) => id)),
    )
    .filter(({ id, source }) => {
      if (!withholding.passage(id)) return true;
      tally.passages.add(id);
      if (withholding.source(source)) tally.sources.add(source);
      return false;
    });
  const under = Map.groupBy(rows, ({ tag }) => tag);
  const printed = withPassages(branches, under);
  return {
    tagsOf: tagNames(store, [...new Set(rows.map(({ id }) => id))]),
    draft: {
      id: 'tagged',
      items: [],
      print({ numbering }, title) {
        if (printed.length === 0) return null;
        const tags = printed.map(({ id, name, depth, description }): TagPart => ({
          name,
          depth,
          description: description.trim() === '' ? null : description,
          excerpts: (under.get(id) ?? []).map((row) => numbering.passage(row.id, row.source)),
        }));
        return { id: 'tagged', title, tags };
      },
    },
  };
}

/** The wanted tags and all beneath them, each after the one that it lies beneath; in the order of their names otherwise. */
function branchesOf(store: CaseStore, wanted: readonly string[]): Branch[] {
  const tags = store.all<TagRow>(
    'SELECT id, name, parent_id AS parent, description FROM tag ORDER BY name COLLATE NOCASE, id',
  );
  const known = new Map(tags.map((tag) => [tag.id, tag]));
  for (const id of wanted) if (!known.has(id)) throw new CaseError('dossier.noSuchTag', { id });
  const children = Map.groupBy(tags, ({ parent }) =>
    parent !== null && known.has(parent) ? parent : null,
  );
  const branches: Branch[] = [];
  const seen = new Set<string>();
  // A ring of parents, which two replicas can make between them, is gone round once.
  const climb = (tag: TagRow, depth: number) => {
    if (seen.has(tag.id)) return;
    seen.add(tag.id);
    branches.push({ ...tag, depth });
    for (const child of children.get(tag.id) ?? []) climb(child, depth + 1);
  };
  if (wanted.length === 0) {
    for (const tag of children.get(null) ?? []) climb(tag, 0);
    for (const tag of tags) climb(tag, 0);
    return branches;
  }
  const asked = new Set(wanted);
  const beneathAsked = ({ parent }: TagRow) => {
    const way = new Set<string>();
    for (let at = parent; at !== null && !way.has(at); at = known.get(at)?.parent ?? null) {
      if (asked.has(at)) return true;
      way.add(at);
    }
    return false;
  };
  for (const tag of tags) if (asked.has(tag.id) && !beneathAsked(tag)) climb(tag, 0);
  for (const tag of tags) if (asked.has(tag.id)) climb(tag, 0);
  return branches;
}

/** Tags with passages, and those above such a tag. */
function withPassages(
  branches: readonly Branch[],
  under: ReadonlyMap<string, readonly unknown[]>,
): Branch[] {
  const kept: Branch[] = [];
  // From the last to the first, a tag comes after all beneath it: the depth that is wanted is that of their parent.
  let needed = -1;
  for (const branch of branches.toReversed()) {
    if (!under.has(branch.id) && branch.depth !== needed) continue;
    kept.push(branch);
    needed = branch.depth - 1;
  }
  return kept.toReversed();
}

function tagNames(store: CaseStore, excerpts: readonly string[]): Map<string, string[]> {
  const names = new Map<string, string[]>();
  for (const { excerpt, name } of store.all<{ excerpt: string; name: string }>(
    `SELECT x.excerpt_id AS excerpt, t.name FROM json_each(?) wanted
     JOIN excerpt_tag x ON x.excerpt_id = wanted.value JOIN tag t ON t.id = x.tag_id
     ORDER BY wanted.key, t.name COLLATE NOCASE, t.id`,
    JSON.stringify(excerpts),
  )) {
    const known = names.get(excerpt);
    if (known === undefined) names.set(excerpt, [name]);
    else known.push(name);
  }
  return names;
}
