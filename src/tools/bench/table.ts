import type { Figure } from './figure.ts';

const heads = ['name', 'figure', 'baseline', 'ratio', 'against'];

/** Lays figures out in columns: the ratio is the figure in multiples of its baseline. */
export function table(figures: readonly Figure[]): string {
  const rows = [heads, ...figures.map(cells)];
  const widths = heads.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => {
          const width = widths[column] ?? 0;
          const isNumber = column > 0 && column < 4;
          return isNumber ? cell.padStart(width) : cell.padEnd(width);
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function cells({ name, figure, baseline, against, unit }: Figure): string[] {
  return [
    name,
    `${readable(figure)} ${unit}`,
    baseline === undefined ? '-' : `${readable(baseline)} ${unit}`,
    baseline === undefined || baseline === 0 ? '-' : `${readable(figure / baseline)} x`,
    against ?? '',
  ];
}

/** Three digits that count, and never fewer than those before the point. */
function readable(value: number): string {
  if (value >= 100) return Math.round(value).toString();
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
