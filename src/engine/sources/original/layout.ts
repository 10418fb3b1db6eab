import { inflateRawSync } from 'node:zlib';
import { CaseError } from '#contract/error.ts';
import type { Layout, LayoutPage, LayoutSheet } from '#contract/extraction.ts';
import type { LayoutPages, TableRows, TableSheets } from '#contract/original.ts';
import { readBlob, type CaseStore } from '../../store/index.ts';
import { placeOf, readSourceText } from '../text.ts';

/** No layout of a document that was read is larger, in bytes before it is deflated. */
const mostBytes = 512 * 1024 * 1024;

/** What was read last of each case: a page is looked at many times, and its neighbours after it. */
const lastRead = new WeakMap<CaseStore, { sha256: string; layout: Layout }>();

/**
 * Where the text of a source stands in its original; null when that is not known, or stayed behind where the case was
 * handed over.
 *
 * @throws CaseError `record.notFound`
 */
function readLayout(store: CaseStore, id: string): Layout | null {
  const source = store.one<{ sha256: string | null }>(
    `SELECT (SELECT b.sha256 FROM blob b WHERE b.sha256 = s.layout_sha256) AS sha256 FROM source s WHERE s.id = ?`,
    id,
  );
  if (source === undefined) throw new CaseError('record.notFound', { id });
  const { sha256 } = source;
  if (sha256 === null) return null;
  const last = lastRead.get(store);
  if (last?.sha256 === sha256) return last.layout;
  const layout = unpackLayout(Buffer.concat([...readBlob(store, sha256)]));
  if (layout !== null) lastRead.set(store, { sha256, layout });
  return layout;
}

/**
 * A layout from its blob; null when it is none, which a package of somebody else may bring. Its millions of numbers are
 * looked at by hand, which is many times faster than a schema.
 */
export function unpackLayout(bytes: Uint8Array): Layout | null {
  try {
    const read: unknown = JSON.parse(
      inflateRawSync(bytes, { maxOutputLength: mostBytes }).toString('utf8'),
    );
    return isLayout(read) ? read : null;
  } catch {
    return null;
  }
}

function isLayout(value: unknown): value is Layout {
  if (!isRecord(value)) return false;
  if (value['kind'] === 'pages') return isArrayOf(value['pages'], isPage);
  return value['kind'] === 'table' && isArrayOf(value['sheets'], isSheet);
}

function isPage(value: unknown): value is LayoutPage {
  return (
    isRecord(value) &&
    [value['page'], value['width'], value['height']].every(Number.isFinite) &&
    typeof value['ocr'] === 'boolean' &&
    isArrayOf(value['runs'], (run) => isArrayOf(run, Number.isFinite) && run.length === 6)
  );
}

function isSheet(value: unknown): value is LayoutSheet {
  return (
    isRecord(value) &&
    typeof value['name'] === 'string' &&
    isArrayOf(value['columns'], (column) => typeof column === 'string') &&
    isArrayOf(
      value['rows'],
      (row) =>
        isRecord(row) && Number.isFinite(row['number']) && isArrayOf(row['cells'], Number.isFinite),
    )
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isArrayOf<T>(
  value: unknown,
  is: ((one: unknown) => one is T) | ((one: unknown) => boolean),
): value is T[] {
  return Array.isArray(value) && value.every((one) => is(one));
}

/** Where the text stands on some pages of the original, from and to included. @throws CaseError `record.notFound` */
export function layoutPages(
  store: CaseStore,
  { id, from, to }: { id: string; from: number; to: number },
): LayoutPages {
  const layout = readLayout(store, id);
  if (layout?.kind !== 'pages') return { total: 0, pages: [] };
  const pages = layout.pages.filter(({ page }) => page >= from && page <= to);
  return { total: layout.pages.reduce((most, { page }) => Math.max(most, page), 0), pages };
}

/** On which page of the original a place in the text stands; null where there are no pages. @throws CaseError `record.notFound` */
export function layoutPlace(
  store: CaseStore,
  { id, offset }: { id: string; offset: number },
): { page: number | null } {
  const layout = readLayout(store, id);
  if (layout?.kind !== 'pages') return { page: null };
  const text = store.one<{ sha256: string }>(
    'SELECT text_sha256 AS sha256 FROM source WHERE id = ?',
    id,
  );
  const { page } = placeOf(store, text?.sha256 ?? '', offset);
  return { page: page ?? layout.pages[0]?.page ?? null };
}

/** The sheets of a table; none of what is no table. @throws CaseError `record.notFound` */
export function tableSheets(store: CaseStore, id: string): TableSheets {
  return sheetsOf(store, id).map(({ rows, ...sheet }) => ({ ...sheet, rows: rows.length }));
}

/** Rows of a sheet, with the words of each cell. @throws CaseError `record.notFound`, `source.withheld` */
export function tableRows(
  store: CaseStore,
  { id, sheet, offset, limit }: { id: string; sheet: number; offset: number; limit: number },
): TableRows {
  const rows = sheetsOf(store, id)[sheet]?.rows ?? [];
  const asked = rows.slice(offset, offset + limit);
  if (asked.length === 0) return { items: [], total: rows.length };
  const { text } = readSourceText(store, id);
  return {
    items: asked.map(({ number, cells }) => ({
      number,
      cells: Array.from({ length: Math.floor(cells.length / 2) }, (_, at) => {
        const start = cells[2 * at] ?? 0;
        const end = cells[2 * at + 1] ?? 0;
        return { text: text.slice(start, end), start, end };
      }),
    })),
    total: rows.length,
  };
}

function sheetsOf(store: CaseStore, id: string): readonly LayoutSheet[] {
  const layout = readLayout(store, id);
  return layout?.kind === 'table' ? layout.sheets : [];
}
