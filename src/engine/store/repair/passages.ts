import type { Decided } from './decide.ts';
import type { Row } from './layout.ts';
import type { Quoted } from './mend-text.ts';
import type { Remarks } from './remarks.ts';

const quoting = ['excerpt', 'mention'] as const;

/** What the passages of each text quote of it, by the text's SHA-256. */
export function quotedOf(tables: ReadonlyMap<string, Decided>): Map<string, Quoted[]> {
  const quoted = new Map<string, Quoted[]>();
  for (const table of quoting) {
    for (const row of tables.get(table)?.rows.values() ?? []) {
      const text = String(row['text_sha256']);
      const { start, end, quotation, prefix, suffix } = spanOf(row);
      if (end - start !== quotation.length) continue;
      const known = quoted.get(text) ?? [];
      known.push({ start, quotation, prefix, suffix });
      quoted.set(text, known);
    }
  }
  return quoted;
}

/** Passages that name a text of which nothing else speaks are of the text of their source. */
export function returnToTexts(
  tables: ReadonlyMap<string, Decided>,
  texts: ReadonlySet<string>,
  remarks: Remarks,
): void {
  const sources = tables.get('source')?.rows;
  for (const table of quoting) {
    const rows = tables.get(table)?.rows;
    for (const [id, row] of rows ?? []) {
      if (texts.has(String(row['text_sha256']))) continue;
      const text = sources?.get(String(row['source_id']))?.['text_sha256'];
      // Without its source it goes anyway.
      if (typeof text !== 'string') continue;
      rows?.set(id, { ...row, text_sha256: text });
      remarks.mend(
        table,
        id,
        'named a text that there is not; it is of the text of its source',
        row,
      );
    }
  }
}

/** The passages, mentions and rejections of each text, by its SHA-256. */
export type OnText = ReadonlyMap<string, readonly (readonly [table: string, id: string])[]>;

export function rowsOnTexts(tables: ReadonlyMap<string, Decided>): OnText {
  const onText = new Map<string, (readonly [string, string])[]>();
  for (const table of [...quoting, 'rejection']) {
    for (const [id, row] of tables.get(table)?.rows ?? []) {
      const text = String(row['text_sha256']);
      const known = onText.get(text) ?? [];
      known.push([table, id]);
      onText.set(text, known);
    }
  }
  return onText;
}

/**
 * Sees to it that the passages of a text are what stands in it, after the text was mended or they were.
 *
 * @param on what there is on the text as it was
 */
export function settlePassages(
  tables: ReadonlyMap<string, Decided>,
  on: readonly (readonly [table: string, id: string])[],
  now: { sha256: string; text: string },
  remarks: Remarks,
): void {
  const { text } = now;
  for (const [table, id] of on) {
    const rows = tables.get(table)?.rows;
    const row = rows?.get(id);
    if (row === undefined) continue;
    if (table === 'rejection') {
      rows?.set(id, { ...row, text_sha256: now.sha256 });
      continue;
    }
    const found = placed(spanOf(row), text);
    if (found === null) {
      rows?.delete(id);
      tables.get(table)?.lost.add(id);
      remarks.lose(table, id, 'its words are nowhere in its text', row);
      continue;
    }
    const { start, end } = found;
    const quotation = text.slice(start, end);
    const settled: Row = { ...row, text_sha256: now.sha256, start, end, quotation };
    if (table === 'excerpt') {
      const { prefix, suffix } = spanOf(row);
      settled['prefix'] = text.slice(Math.max(0, start - prefix.length), start);
      settled['suffix'] = text.slice(end, end + suffix.length);
    }
    rows?.set(id, settled);
    if (start !== row['start'] || end !== row['end'] || quotation !== row['quotation']) {
      remarks.mend(table, id, 'was put back to where its words are', row);
    }
  }
}

interface Span {
  start: number;
  end: number;
  quotation: string;
  prefix: string;
  suffix: string;
}

/** Where a passage is: where it says, if its words are there or almost; or else at the only place where they are. */
function placed(
  { start, end, quotation }: Span,
  text: string,
): { start: number; end: number } | null {
  const inside = start >= 0 && start < end && end <= text.length;
  const there = inside ? text.slice(start, end) : '';
  if (inside && there === quotation) return { start, end };
  const at = quotation === '' ? -1 : text.indexOf(quotation);
  if (at >= 0 && text.indexOf(quotation, at + 1) < 0) {
    return { start: at, end: at + quotation.length };
  }
  if (!inside) return null;
  const unlike = [...there].filter((unit, index) => unit !== [...quotation][index]).length;
  return there.length === quotation.length && unlike * 4 <= there.length ? { start, end } : null;
}

function spanOf(row: Row): Span {
  const text = (column: string) => String(row[column] ?? '');
  return {
    start: Number(row['start']),
    end: Number(row['end']),
    quotation: text('quotation'),
    prefix: text('prefix'),
    suffix: text('suffix'),
  };
}
