import type { Text } from '@codemirror/state';
import { StateEffect, StateField } from '@codemirror/state';
import { IntervalIndex, type Stretch } from '../text/interval-index.ts';
import { assignLanes } from '../text/lanes.ts';

/** A colour of a passage: a tag's own as `#rrggbb`, a CSS colour of the design, by which it is drawn. */
export type PassageColor = string;

/** What a passage serves for, which decides how it is underlined: solid, dashed, dotted. */
export type PassageUse = 'evidence' | 'tag' | 'mention' | 'none';

/** A passage as the reader draws it. */
export interface Passage extends Stretch {
  /** Of the words. */
  readonly colors: readonly PassageColor[];
  /** Of its stripe in the margin. */
  readonly stripe: readonly PassageColor[];
  readonly use: PassageUse;
}

/** Lanes in the margin; deeper overlaps share one more. */
export const MARGIN_LANES = 6;
/** Underlines that fit between two lines of text. */
const UNDERLINES = 3;
/** Most characters on a line of the page: passages nearer than this may stand on one line. */
const LINE_LENGTH = 80;

export interface Passages {
  readonly index: IntervalIndex<Passage>;
  readonly underlines: ReadonlyMap<string, number>;
  readonly lanes: ReadonlyMap<string, number>;
}

/** How far a passage that ends here keeps its lane taken: to the end of the line on the page, as far as that can be told. */
const reaches = new WeakMap<Text, Map<number, number>>();

function reachOf(doc: Text, end: number): number {
  // The text of a source never changes, and it is asked for thousands of places at each new passage.
  let known = reaches.get(doc);
  if (known === undefined) {
    known = new Map();
    reaches.set(doc, known);
  }
  let reach = known.get(end);
  if (reach === undefined) {
    reach = Math.min(end + LINE_LENGTH, doc.lineAt(Math.min(end, doc.length)).to + 1);
    known.set(end, reach);
  }
  return reach;
}

/** Puts passages in order and gives each its lane in the margin and its place under the line. */
function arrange(passages: Iterable<Passage>, doc: Text): Passages {
  const index = new IntervalIndex(passages);
  return {
    index,
    underlines: assignLanes(index.all, UNDERLINES),
    lanes: assignLanes(index.all, MARGIN_LANES, ({ end }) => reachOf(doc, end)),
  };
}

export const setPassages = StateEffect.define<readonly Passage[]>();
export const setSelectedPassage = StateEffect.define<string | null>();
export const setHoveredPassage = StateEffect.define<string | null>();

/** The passages of the open source. */
export const passagesField = StateField.define<Passages>({
  create: (state) => arrange([], state.doc),
  update(value, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(setPassages)) return arrange(effect.value, transaction.newDoc);
    }
    return value;
  },
});

/** Id of the passage that the inspector shows and the bar acts on. */
export const selectedField = StateField.define<string | null>({
  create: () => null,
  update(value, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(setSelectedPassage)) return effect.value;
    }
    return value;
  },
});

/** Id of the passage whose stripe is under the pointer. */
export const hoveredField = StateField.define<string | null>({
  create: () => null,
  update(value, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(setHoveredPassage)) return effect.value;
    }
    return value;
  },
});
