import { expect } from 'vitest';
import {
  DEFAULT_LIMITS,
  type ExtractionLimits,
  type ParsedDocument,
  type Parser,
} from '../../extraction.ts';
import { SEGMENT_LIMIT } from '../../segments.ts';

export interface Reading {
  readonly settings?: { readonly encoding?: string; readonly delimiter?: string };
  readonly limits?: Partial<ExtractionLimits>;
}

/** Reads a document made up by a test, and checks what holds of any. */
export async function readWith(
  parser: Parser,
  content: string | Uint8Array,
  { settings = {}, limits = {} }: Reading = {},
): Promise<ParsedDocument> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const parsed = await parser(bytes, {
    settings: { ...settings },
    passwords: [],
    name: 'made-up',
    limits: { ...DEFAULT_LIMITS, ...limits },
    progress: () => {},
  });
  expectWhole(parsed);
  return parsed;
}

/** What became of a reading, in a word: `read`, or why not. */
export async function outcomeOf(reading: Promise<ParsedDocument>): Promise<string> {
  return await reading.then(
    () => 'read',
    (error: unknown) => String(error),
  );
}

/** What its segments say of a document, a word and a text each. */
export function piecesOf({ text, segments }: ParsedDocument): [kind: string, text: string][] {
  return segments.map(({ kind, start, end }) => [kind, text.slice(start, end)]);
}

/** The rows of each sheet as the words of their cells. */
export function tableOf({ text, layout }: ParsedDocument): Record<string, string[][]> {
  const tables: Record<string, string[][]> = {};
  for (const { name, columns, rows } of layout?.kind === 'table' ? layout.sheets : []) {
    tables[name] = [
      columns,
      ...rows.map(({ cells }) =>
        columns.map((_, at) => text.slice(cells[at * 2], cells[at * 2 + 1])),
      ),
    ];
  }
  return tables;
}

function expectWhole({ text, segments, layout }: ParsedDocument): void {
  let at = 0;
  for (const { start, end } of segments) {
    expect(start).toBe(at);
    expect(end).toBeGreaterThan(start);
    expect(end - start).toBeLessThanOrEqual(SEGMENT_LIMIT);
    at = end;
  }
  expect(at).toBe(text.length);
  for (const { columns, rows } of layout?.kind === 'table' ? layout.sheets : []) {
    const bad = rows.filter(
      ({ cells }) =>
        cells.length !== columns.length * 2 ||
        cells.some((place) => place < 0 || place > text.length) ||
        columns.some((_, column) => (cells[column * 2] ?? 0) > (cells[column * 2 + 1] ?? 0)),
    );
    expect(bad).toEqual([]);
  }
}
