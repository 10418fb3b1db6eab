import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { getTableColumns, getTableName } from 'drizzle-orm';
import {
  Confidence,
  Credibility,
  CustodyAct,
  EntityKind,
  Handling,
  Judgement,
  Language,
  Likelihood,
  NameKind,
  Reading,
  Reliability,
  SegmentKind,
  SourceKind,
  Stance,
  Verdict,
} from '#contract/vocabulary.ts';
import { packageFolder } from '../../resources.ts';
import { migrationNames } from '../migrate.ts';
import {
  blob,
  blobChunk,
  change,
  changeSet,
  extractedText,
  journaled,
  segment,
} from '../schema.ts';
import type { Value } from './record.ts';

/** A row by its columns. */
export type Row = Record<string, Value>;

/** How a table's rows are written in the file, and what they must look like. */
export interface Layout {
  table: string;
  /** In the order in which they stand in a record. */
  columns: string[];
  /** Column that is the row's number, or null. */
  number: string | null;
  /** What a column that a record has not got yet holds. */
  defaults: ReadonlyMap<string, Value>;
  /** Whether a row can be one of the table. */
  fits(row: Row): boolean;
}

const words: Record<string, readonly string[]> = {
  'case_file.language': Language.options,
  'case_file.handling': Handling.options,
  'source.kind': SourceKind.options,
  'source.reliability': Reliability.options,
  'source.handling': Handling.options,
  'source.reading': Reading.options,
  'custody.act': CustodyAct.options,
  'excerpt.handling': Handling.options,
  'entity.kind': EntityKind.options,
  'entity.handling': Handling.options,
  'name.kind': NameKind.options,
  'evidence.stance': Stance.options,
  'evidence.credibility': Credibility.options,
  'mention.verdict': Verdict.options,
  'resolution.judgement': Judgement.options,
  'note.subject_table': ['case', 'source', 'excerpt', 'entity', 'link'],
  'finding.likelihood': Likelihood.options,
  'finding.confidence': Confidence.options,
  'photo.handling': Handling.options,
  'segment.kind': SegmentKind.options,
  'change.operation': ['insert', 'update', 'delete'],
};

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const sha256 = /^[0-9a-f]{64}$/;
const clock = /^[0-9a-f]{12}-[0-9a-f]{4}$/;

const shapes: Record<string, RegExp> = {
  sha256,
  text_sha256: sha256,
  hash: sha256,
  previous_hash: /^(?:[0-9a-f]{64})?$/,
  undoes: sha256,
  clock,
  replica: uuid,
  derives_from: uuid,
  layout_sha256: sha256,
  // A message names itself as it likes.
  message_id: /^/u,
  fields: /^\{.*\}$/su,
  extraction: /^\{.*\}$/su,
  details: /^(?:\{.*\})?$/su,
  provenance: /^(?:\{.*\})?$/su,
};

/** The journaled tables, by their names in the file. */
export const journaledTables: readonly string[] = Object.values(journaled).map(getTableName);

/** Columns of a journaled table but its id, in the order in which the journal writes them. */
export const fieldsOfTable: ReadonlyMap<string, readonly string[]> = new Map(
  Object.values(journaled).map((table) => [
    getTableName(table),
    Object.values(getTableColumns(table))
      .map(({ name }) => name)
      .filter((name) => name !== 'id'),
  ]),
);

/**
 * Which columns of a table a change could name, one list for each version of the program since which there are more: an
 * earlier one did not know those that were added last. The latest comes first.
 */
export function columnsOverTime(table: string): readonly (readonly string[])[] {
  const lists: string[][] = [];
  for (let version = migrationNames().length; version > 0; version -= 1) {
    const known = new Set(columnsOf(version)(table).map(({ name }) => name));
    const list = (fieldsOfTable.get(table) ?? []).filter((column) => known.has(column));
    if (list.length > 0 && list.length !== lists.at(-1)?.length) lists.push(list);
  }
  return lists;
}

/**
 * The tables that hold what cannot be made anew from others, as a file has them after so many migrations.
 *
 * @param version number of migrations; when it is not known, all
 */
export function layouts(version: number | null): ReadonlyMap<string, Layout> {
  const names = migrationNames();
  const latest = columnsOf(names.length);
  const then = version === null || version >= names.length ? latest : columnsOf(version);
  const tables = [
    ...Object.values(journaled),
    blob,
    blobChunk,
    extractedText,
    segment,
    changeSet,
    change,
  ];
  return new Map(
    tables.map((table) => {
      const name = getTableName(table);
      const now = latest(name);
      const columns = then(name);
      const types = new Map(
        Object.values(getTableColumns(table)).map((column) => [
          column.name,
          { type: column.dataType, notNull: column.notNull },
        ]),
      );
      const fits = (row: Row): boolean =>
        [...types].every(([column, { type, notNull }]) =>
          valueFits(name, column, row[column] ?? null, type, notNull),
        );
      return [
        name,
        {
          table: name,
          columns:
            columns.length === 0 ? now.map((one) => one.name) : columns.map((one) => one.name),
          number: ['segment', 'change', 'change_set'].includes(name) ? 'id' : null,
          defaults: new Map(now.map((one) => [one.name, one.default])),
          fits,
        },
      ];
    }),
  );
}

/** A record as a row of its table, or null when it cannot be one. */
export function rowOf(layout: Layout, values: readonly Value[], rowid: number): Row | null {
  if (values.length > layout.columns.length) return null;
  const row: Row = {};
  for (const [index, column] of layout.columns.entries()) {
    row[column] =
      index < values.length ? (values[index] ?? null) : (layout.defaults.get(column) ?? null);
  }
  for (const [column, value] of layout.defaults) if (!(column in row)) row[column] = value;
  if (layout.number !== null) {
    if (row[layout.number] !== null) return null;
    row[layout.number] = rowid;
  }
  return row;
}

function valueFits(
  table: string,
  column: string,
  value: Value,
  type: string,
  notNull: boolean,
): boolean {
  if (value === null) return !notNull && column !== 'id';
  if (type === 'number') return typeof value === 'number' && Number.isInteger(value) && value >= 0;
  if (type === 'buffer') return Buffer.isBuffer(value);
  if (typeof value !== 'string') return false;
  const known = words[`${table}.${column}`];
  if (known !== undefined) return known.includes(value);
  if (column === 'row_id') return value !== '';
  const shape = shapes[column];
  if (shape !== undefined) return shape.test(value);
  return column === 'id' || column.endsWith('_id') ? uuid.test(value) : true;
}

type Columns = (table: string) => { name: string; default: Value }[];

const columnsKnown = new Map<number, Columns>();

function columnsOf(version: number): Columns {
  const known = columnsKnown.get(version) ?? columnsAt(version);
  columnsKnown.set(version, known);
  return known;
}

/** The columns of tables after so many migrations. */
function columnsAt(version: number): Columns {
  const db = new Database(':memory:');
  try {
    for (const name of migrationNames().slice(0, version)) {
      db.exec(readFileSync(join(packageFolder(), 'migrations', `${name}.sql`), 'utf8'));
    }
    const columns = new Map<string, { name: string; default: Value }[]>();
    for (const { table, name, value } of db
      .prepare<[], { table: string; name: string; value: string | null }>(
        `SELECT t.name AS "table", c.name, c.dflt_value AS value
         FROM sqlite_schema t JOIN pragma_table_info(t.name) c WHERE t.type = 'table' ORDER BY t.name, c.cid`,
      )
      .all()) {
      const known = columns.get(table) ?? [];
      known.push({
        name,
        default: value === null ? null : (/^'(.*)'$/su.exec(value)?.[1] ?? null),
      });
      columns.set(table, known);
    }
    return (table) => columns.get(table) ?? [];
  } finally {
    db.close();
  }
}
