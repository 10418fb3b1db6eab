import { RangeSetBuilder, StateEffect, StateField, type Extension } from '@codemirror/state';
import {
  Decoration,
  ViewPlugin,
  type DecorationSet,
  type EditorView,
  type ViewUpdate,
} from '@codemirror/view';
import { bisect } from '../text/interval-index.ts';
import type { Range } from '../text/sentence.ts';

/** What was looked for in the source, and which of it is at hand. Ranges are in order and apart. */
export interface Found {
  readonly ranges: readonly Range[];
  readonly current: number;
}

export const nothingFound: Found = { ranges: [], current: -1 };
export const setFound = StateEffect.define<Found>();

const foundField = StateField.define<Found>({
  create: () => nothingFound,
  update(value, transaction) {
    for (const effect of transaction.effects) if (effect.is(setFound)) return effect.value;
    return value;
  },
});

const hit = Decoration.mark({ class: 'lg-found' });
const currentHit = Decoration.mark({ class: 'lg-found lg-found-current' });

function draw(view: EditorView): DecorationSet {
  const { ranges, current } = view.state.field(foundField);
  const builder = new RangeSetBuilder<Decoration>();
  for (const { from, to } of view.visibleRanges) {
    let at = bisect(ranges.length, (i) => (ranges[i]?.from ?? Infinity) >= from);
    for (let range = ranges[at]; range !== undefined && range.from < to; range = ranges[at]) {
      builder.add(range.from, range.to, at === current ? currentHit : hit);
      at += 1;
    }
  }
  return builder.finish();
}

/** Marks what was found where it is on the screen. */
export const foundMarks: Extension = [
  foundField,
  ViewPlugin.define(
    (view) => {
      const plugin = {
        decorations: draw(view),
        update: (update: ViewUpdate) => {
          const changed = update.state.field(foundField) !== update.startState.field(foundField);
          if (changed || update.viewportChanged) plugin.decorations = draw(update.view);
        },
      };
      return plugin;
    },
    { decorations: (plugin) => plugin.decorations },
  ),
];
