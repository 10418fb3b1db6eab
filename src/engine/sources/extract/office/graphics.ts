import type { OfficePackage } from './package.ts';
import { paragraph, words, type Part, type Row } from './prose.ts';
import type { Relationship } from './relationships.ts';
import { childOf, descendantsOf, elementsOf, readXml, textOf, type XmlElement } from './xml.ts';
import { readText, type TextSurroundings } from './drawn-text.ts';

/** Relationships to the parts of graphics that have words. */
export const GRAPHICS: ReadonlySet<string> = new Set(['chart', 'diagramData']);

/** More points than a chart is read for. */
const MOST_POINTS = 5000;

/** What a graphic frame shows in words: a table, the texts of a diagram, the names and values of a chart. */
export async function readGraphic(
  frame: XmlElement,
  office: OfficePackage,
  around: TextSurroundings,
): Promise<Part[]> {
  const data = childOf(frame, 'a:graphic', 'a:graphicData');
  const table = childOf(data, 'a:tbl');
  if (table !== undefined) return [readTable(table, around)];
  const id =
    childOf(data, 'dgm:relIds')?.attributes['r:dm'] ??
    childOf(data, 'c:chart')?.attributes['r:id'] ??
    '';
  return readGraphicPart(office, around.relationships.get(id), around);
}

/** The words of a diagram or a chart, which stand in a part of their own; none for any other part. */
export async function readGraphicPart(
  office: OfficePackage,
  relationship: Relationship | undefined,
  around: TextSurroundings,
): Promise<Part[]> {
  if (relationship === undefined || !GRAPHICS.has(relationship.type)) return [];
  const root = await partOf(office, relationship);
  if (root === undefined) return [];
  if (relationship.type === 'chart') return readChart(root);
  return Array.from(descendantsOf(root, 'dgm:t')).flatMap((text) => readText(text, around));
}

async function partOf(
  office: OfficePackage,
  relationship: Relationship,
): Promise<XmlElement | undefined> {
  return !relationship.external && office.has(relationship.target)
    ? readXml(office.read(relationship.target))
    : undefined;
}

function readTable(table: XmlElement, around: TextSurroundings): Part {
  const named = ['1', 'true'].includes(
    childOf(table, 'a:tblPr')?.attributes['firstRow'] ?? 'false',
  );
  const rows = elementsOf(table, 'a:tr').map((row, at): Row => {
    const cells = elementsOf(row, 'a:tc')
      .map((cell, column) => ({
        column,
        merged: ['1', 'true'].includes(cell.attributes['hMerge'] ?? ''),
        parts: readText(childOf(cell, 'a:txBody'), { ...around, styles: [] }),
      }))
      .filter(({ merged }) => !merged);
    return { cells, header: named && at === 0 };
  });
  return { type: 'table', rows };
}

/** The title of a chart, then a row for the names of its series and one for each category with its values. */
function readChart(root: XmlElement): Part[] {
  const chart = childOf(root, 'c:chart');
  const title = childOf(chart, 'c:title');
  const parts: Part[] = [];
  if (title !== undefined) {
    const text = Array.from(descendantsOf(title, 'a:t'), textOf).join('');
    parts.push(paragraph([words(text)], { kind: 'caption' }));
  }
  const series = Array.from(descendantsOf(chart ?? root, 'c:ser'));
  const categories = pointsOf(childOf(series[0], 'c:cat') ?? childOf(series[0], 'c:xVal'));
  const values = series.map((one) => pointsOf(childOf(one, 'c:val') ?? childOf(one, 'c:yVal')));
  const names = series.map((one) => [...pointsOf(childOf(one, 'c:tx')).values()].join(' '));
  const places = new Set([...categories.keys(), ...values.flatMap((own) => [...own.keys()])]);
  const rows = [...places]
    .toSorted((one, other) => one - other)
    .map((at) => rowOf([categories.get(at) ?? '', ...values.map((own) => own.get(at) ?? '')]));
  if (rows.length > 0) parts.push({ type: 'table', rows: [rowOf(['', ...names]), ...rows] });
  return parts;
}

function pointsOf(parent: XmlElement | undefined): Map<number, string> {
  const points = new Map<number, string>();
  if (parent === undefined) return points;
  for (const point of descendantsOf(parent, 'c:pt')) {
    const at = Number.parseInt(point.attributes['idx'] ?? '', 10);
    if (points.size < MOST_POINTS && at >= 0) points.set(at, textOf(childOf(point, 'c:v')));
  }
  return points;
}

function rowOf(texts: readonly string[]): Row {
  const cells = texts.map((text, column) => ({ column, parts: [paragraph([words(text)])] }));
  return { cells, header: false };
}
