import type { Route } from '../../../app/route.ts';
import type { PagePlace } from '../dossier-store.ts';

/** Where a printed link leads: to a record of the case, or to another place in the dossier. */
export type LinkTarget =
  | { kind: 'entity'; route: Route }
  | { kind: 'passage'; id: string }
  | { kind: 'within'; place: PagePlace };

/** A link over a page. The box is in shares of the page, from its upper left corner. */
export interface PageLink {
  /** The same for the same link of a newer document, so that it keeps the focus. */
  key: string;
  target: LinkTarget;
  box: { left: number; top: number; width: number; height: number };
  /** The words it stands on. */
  words: string;
  /** It goes on from a line above and is a stop for the keys there. */
  goesOn: boolean;
}

/** A link of the engine's: `legajo:entity/ID?fact=ID` or `legajo:passage/ID`. Null for any other. */
export function recordOf(address: string): LinkTarget | null {
  const match = /^legajo:(entity|passage)\/([\w-]+)(?:\?fact=([\w-]+))?$/.exec(address);
  const [, kind, id, fact] = match ?? [];
  if (id === undefined) return null;
  if (kind === 'passage') return { kind, id };
  return {
    kind: 'entity',
    route: { screen: 'entity', id, ...(fact !== undefined && { fact }) },
  };
}

/** What pdf.js says of an annotation, as far as it is looked at. */
interface Annotation {
  subtype?: unknown;
  rect?: unknown;
  url?: unknown;
  unsafeUrl?: unknown;
  dest?: unknown;
  quadPoints?: unknown;
}

/** A stretch of text on the page: its lower left corner and its size, in points from the page's lower left. */
export interface PrintedText {
  text: string;
  left: number;
  bottom: number;
  width: number;
  height: number;
}

/** A rectangle in points: left, bottom, right, top. */
type Rect = readonly [number, number, number, number];

/**
 * The links over a page, in the order in which they were printed.
 *
 * @param view the page's own rectangle, in points
 * @param places where links within the document lead, by `destinationKey`
 */
export function linksOf(
  annotations: readonly unknown[],
  texts: readonly PrintedText[],
  view: readonly number[],
  places: ReadonlyMap<string, PagePlace> = new Map(),
): PageLink[] {
  const [x0 = 0, y0 = 0, x1 = 1, y1 = 1] = view;
  const links: PageLink[] = [];
  let before = '';
  annotations.forEach((annotation) => {
    if (!isAnnotation(annotation) || annotation.subtype !== 'Link') return;
    const target = targetOf(annotation, places);
    if (target === null) return;
    const name = JSON.stringify(target);
    rectsOf(annotation).forEach((rect) => {
      const [left, bottom, right, top] = rect;
      links.push({
        key: '',
        target,
        box: {
          left: (left - x0) / (x1 - x0),
          top: (y1 - top) / (y1 - y0),
          width: (right - left) / (x1 - x0),
          height: (top - bottom) / (y1 - y0),
        },
        words: wordsIn(texts, rect),
        goesOn: name === before,
      });
      before = name;
    });
  });
  return named(joined(links));
}

/** Each gets its key: what it leads to, or its words where that moves, and which of those it is. */
function named(links: readonly PageLink[]): PageLink[] {
  const seen = new Map<string, number>();
  return links.map((link) => {
    const { target, words } = link;
    const what = target.kind === 'within' ? words : JSON.stringify(target);
    const count = (seen.get(what) ?? 0) + 1;
    seen.set(what, count);
    return { ...link, key: `${target.kind} ${what} ${count}` };
  });
}

/** The words of a link that goes on are said where it begins. */
function joined(links: readonly PageLink[]): PageLink[] {
  return links.map((link, at) => {
    if (link.goesOn) return link;
    const end = links.findIndex((later, index) => index > at && !later.goesOn);
    const all = links.slice(at, end === -1 ? links.length : end).map(({ words }) => words);
    return { ...link, words: all.join(' ').replaceAll(/\s+/g, ' ').trim() };
  });
}

function isAnnotation(value: unknown): value is Annotation {
  return typeof value === 'object' && value !== null;
}

/** What a link within the document leads to; undefined when it does not lead there. */
export function destinationOf(annotation: unknown): string | readonly unknown[] | undefined {
  if (!isAnnotation(annotation) || annotation.subtype !== 'Link') return undefined;
  const { dest } = annotation;
  return typeof dest === 'string' || Array.isArray(dest) ? dest : undefined;
}

/** By what one destination is told from another. */
export function destinationKey(destination: string | readonly unknown[]): string {
  return JSON.stringify(destination);
}

function targetOf(
  annotation: Annotation,
  places: ReadonlyMap<string, PagePlace>,
): LinkTarget | null {
  const { url, unsafeUrl } = annotation;
  // pdf.js vouches for no scheme that it does not know.
  const address = typeof unsafeUrl === 'string' ? unsafeUrl : url;
  if (typeof address === 'string') return recordOf(address);
  const destination = destinationOf(annotation);
  const place = destination === undefined ? undefined : places.get(destinationKey(destination));
  return place === undefined ? null : { kind: 'within', place };
}

/** One rectangle for each line that a link stands on. */
function rectsOf({ rect, quadPoints }: Annotation): Rect[] {
  const numbers = ArrayBuffer.isView(quadPoints)
    ? [...new Float32Array(quadPoints.buffer, quadPoints.byteOffset, quadPoints.byteLength / 4)]
    : Array.isArray(quadPoints)
      ? quadPoints.map(Number)
      : [];
  const quads: Rect[] = [];
  for (let at = 0; at + 8 <= numbers.length; at += 8) {
    const corners = numbers.slice(at, at + 8);
    const across = corners.filter((_, index) => index % 2 === 0);
    const up = corners.filter((_, index) => index % 2 === 1);
    quads.push([Math.min(...across), Math.min(...up), Math.max(...across), Math.max(...up)]);
  }
  if (quads.length > 0) return quads;
  if (!Array.isArray(rect)) return [];
  const [left, bottom, right, top] = rect.map(Number);
  if (left === undefined || bottom === undefined || right === undefined || top === undefined)
    return [];
  return [[left, bottom, right, top]];
}

/** Text whose middle line and some of whose width lie in the rectangle. */
function wordsIn(texts: readonly PrintedText[], [left, bottom, right, top]: Rect): string {
  const within = texts.filter(({ left: from, bottom: foot, width, height }) => {
    const middle = foot + height / 2;
    const shared = Math.min(right, from + width) - Math.max(left, from);
    return middle > bottom && middle < top && shared > Math.min(width, right - left) / 2;
  });
  let words = '';
  within.forEach((text, at) => {
    const before = within[at - 1];
    // Words that stand apart are printed without a space between them.
    const apart = before !== undefined && text.left - before.left - before.width > text.height / 5;
    words += (apart ? ' ' : '') + text.text;
  });
  // What leads the eye to a page number says nothing.
  return words.replaceAll(/(?:[ .]*\.){3,} */g, ' ');
}
