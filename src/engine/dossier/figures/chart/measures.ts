import { pageWidth } from '../drawing.ts';

/** Widths of a chart's parts, in pixels, from the outside in: routes between neighbours, boxes, words, fan, middle. */
export interface Measures {
  /** Size of the letters. */
  readonly size: number;
  readonly lineHeight: number;
  readonly width: number;
  readonly margin: { readonly left: number; readonly right: number };
  readonly box: number;
  readonly lane: number;
  readonly fan: number;
  readonly middle: number;
}

/** Distance between two routes beside a column. */
export const trackWidth = 9;
/** Most that a box may be wide, in letters' sizes. */
const widest = 15;

/** How wide the parts are, so that all of them fill the page's width, or less where little is to be told. */
export function measuresOf(
  size: number,
  {
    left,
    right,
    tracks,
  }: { left: boolean; right: boolean; tracks: { left: number; right: number } },
): Measures {
  const sides = Number(left) + Number(right);
  const margin = {
    left: tracks.left === 0 ? 1 : (tracks.left + 1) * trackWidth,
    right: tracks.right === 0 ? 1 : (tracks.right + 1) * trackWidth,
  };
  const room = pageWidth - margin.left - margin.right;
  const unit = Math.min(room / (sides * 2.5 + 1.05), size * widest);
  const parts = { box: unit * 1.05, lane: unit * 1.05, fan: unit * 0.4, middle: unit * 1.05 };
  const side = parts.box + parts.lane + parts.fan;
  return {
    size,
    lineHeight: size * 1.2,
    width: margin.left + margin.right + sides * side + parts.middle,
    margin,
    ...parts,
  };
}
