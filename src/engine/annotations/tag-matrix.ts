import type { MatrixBy, TagMatrix } from '#contract/passage-query.ts';
import type { EntityKind } from '#contract/vocabulary.ts';
import type { CaseStore } from '../store/index.ts';

/** A place in a source and what it counts for: columns by number. `row` tags are there for passages that carry any. */
interface Mark {
  source: string;
  text: string;
  start: number;
  end: number;
  rows: readonly number[];
  columns: readonly number[];
}

/** Tags against tags, sources or entities: see `TagMatrix`. */
export function tagMatrix(
  store: CaseStore,
  { by, below }: { by: MatrixBy; below: boolean },
): TagMatrix {
  const tags = store.all<{ id: string; name: string; parent: string | null }>(
    'SELECT id, name, parent_id AS parent FROM tag ORDER BY name COLLATE NOCASE, id',
  );
  const rowOf = new Map(tags.map(({ id }, at) => [id, at]));
  const countedFor = tags.map((_, at) => (below ? upwards(tags, rowOf, at) : [at]));
  const passages = taggedPassages(store).map(({ tags: ids, ...place }) => ({
    ...place,
    rows: [...new Set(ids.split(',').flatMap((id) => countedFor[rowOf.get(id) ?? -1] ?? []))],
  }));
  const counts = new Counts();
  const rows = tags.map(({ id }) => id);
  if (by === 'source') {
    const columns = store.all<{ id: string; title: string }>(
      'SELECT id, title FROM source ORDER BY id',
    );
    const columnOf = new Map(columns.map(({ id }, at) => [id, at]));
    for (const { source, rows: own } of passages) {
      for (const row of own) counts.add(row, columnOf.get(source) ?? 0);
    }
    return { rows, columns: columns.map((one) => ({ ...one, kind: null })), cells: counts.cells() };
  }
  if (by === 'tag') {
    countOverlaps(
      passages.map((one) => ({ ...one, columns: one.rows })),
      counts,
    );
    const columns = tags.map(({ id, name }) => ({ id, title: name, kind: null }));
    return { rows, columns, cells: counts.cells() };
  }
  const { columns, marks } = entityMarks(store);
  countOverlaps([...passages.map((one) => ({ ...one, columns: [] })), ...marks], counts);
  return { rows, columns, cells: counts.cells() };
}

/** A tag and all above it, each once even where replicas have made a ring of them. */
function upwards(
  tags: readonly { parent: string | null }[],
  rowOf: ReadonlyMap<string, number>,
  from: number,
): number[] {
  const found = new Set<number>();
  for (let at: number | undefined = from; at !== undefined && !found.has(at);) {
    found.add(at);
    at = rowOf.get(tags[at]?.parent ?? '');
  }
  return [...found];
}

function taggedPassages(store: CaseStore) {
  return store.all<{ source: string; text: string; start: number; end: number; tags: string }>(
    `SELECT x.source_id AS source, x.text_sha256 AS text, x.start, x."end", group_concat(c.tag_id) AS tags
     FROM excerpt_tag c JOIN excerpt x ON x.id = c.excerpt_id GROUP BY x.id`,
  );
}

/** Where entities are spoken of, by what is seen as one, and the entities as columns, those most spoken of first. */
function entityMarks(store: CaseStore): { columns: TagMatrix['columns']; marks: Mark[] } {
  const found = store.all<{
    source: string;
    text: string;
    start: number;
    end: number;
    entity: string;
    name: string;
    kind: EntityKind;
  }>(
    `WITH spoken(source_id, text, start, "end", entity_id) AS (
       SELECT m.source_id, coalesce(x.text_sha256, m.text_sha256), coalesce(x.start, m.start), coalesce(x."end", m."end"), m.entity_id
         FROM mention m LEFT JOIN excerpt x ON x.id = m.excerpt_id WHERE m.verdict = 'refers'
       UNION SELECT x.source_id, x.text_sha256, x.start, x."end", n.entity_id FROM evidence v
         JOIN name n ON n.id = v.name_id JOIN excerpt x ON x.id = v.excerpt_id
       UNION SELECT x.source_id, x.text_sha256, x.start, x."end", a.entity_id FROM evidence v
         JOIN attribute a ON a.id = v.attribute_id JOIN excerpt x ON x.id = v.excerpt_id
       UNION SELECT x.source_id, x.text_sha256, x.start, x."end", l.from_id FROM evidence v
         JOIN link l ON l.id = v.link_id JOIN excerpt x ON x.id = v.excerpt_id
       UNION SELECT x.source_id, x.text_sha256, x.start, x."end", l.to_id FROM evidence v
         JOIN link l ON l.id = v.link_id JOIN excerpt x ON x.id = v.excerpt_id)
     SELECT DISTINCT s.source_id AS source, s.text, s.start, s."end", e.id AS entity, e.name, e.kind
     FROM spoken s JOIN shown_entity e ON e.entity_id = s.entity_id`,
  );
  const times = new Map<string, { id: string; title: string; kind: EntityKind; times: number }>();
  for (const { entity, name, kind } of found) {
    const known = times.get(entity);
    if (known === undefined) times.set(entity, { id: entity, title: name, kind, times: 1 });
    else known.times += 1;
  }
  const columns = [...times.values()].toSorted(
    (a, b) => b.times - a.times || (a.id < b.id ? -1 : 1),
  );
  const columnOf = new Map(columns.map(({ id }, at) => [id, at]));
  return {
    columns: columns.map(({ id, title, kind }) => ({ id, title, kind })),
    marks: found.map(({ source, text, start, end, entity }) => ({
      source,
      text,
      start,
      end,
      rows: [],
      columns: [columnOf.get(entity) ?? 0],
    })),
  };
}

/** For each mark and each of its rows: the columns of the marks that share a character with it, itself among them. */
function countOverlaps(marks: readonly Mark[], counts: Counts): void {
  const byText = Map.groupBy(marks, ({ source, text }) => `${source} ${text}`);
  for (const group of byText.values()) {
    const sorted = group.toSorted((a, b) => a.start - b.start);
    const met = sorted.map(({ columns }) => new Set(columns));
    let open: number[] = [];
    sorted.forEach((mark, at) => {
      open = open.filter((other) => (sorted[other]?.end ?? 0) > mark.start);
      for (const other of open) {
        const before = sorted[other];
        if (before === undefined) continue;
        if (before.rows.length > 0) for (const column of mark.columns) met[other]?.add(column);
        if (mark.rows.length > 0) for (const column of before.columns) met[at]?.add(column);
      }
      open.push(at);
    });
    sorted.forEach(({ rows }, at) => {
      for (const row of rows) for (const column of met[at] ?? []) counts.add(row, column);
    });
  }
}

class Counts {
  readonly #rows = new Map<number, Map<number, number>>();

  add(row: number, column: number): void {
    let cells = this.#rows.get(row);
    if (cells === undefined) {
      cells = new Map();
      this.#rows.set(row, cells);
    }
    cells.set(column, (cells.get(column) ?? 0) + 1);
  }

  cells(): number[] {
    return [...this.#rows].flatMap(([row, cells]) =>
      [...cells].flatMap(([column, count]) => [row, column, count]),
    );
  }
}
