import { RangeSetBuilder, type Extension } from '@codemirror/state';
import {
  Decoration,
  ViewPlugin,
  type DecorationSet,
  type EditorView,
  type ViewUpdate,
} from '@codemirror/view';
import { NO_LANE } from '../text/lanes.ts';
import { cutIntoPieces } from '../text/overlap.ts';
import { adjustingField, selectedStretch } from './adjusting-state.ts';
import { hoveredField, passagesField, selectedField } from './passage.ts';
import type { TintSheet } from './tint-sheet.ts';

/** Colours the passages that are on the screen, whatever number the source has. */
export function highlights(tints: TintSheet): Extension {
  const marks = new Map<string, Decoration>();
  const markOf = (className: string): Decoration => {
    const known = marks.get(className);
    if (known !== undefined) return known;
    const made = Decoration.mark({ class: className });
    marks.set(className, made);
    return made;
  };

  const draw = (view: EditorView): DecorationSet => {
    const { index, underlines } = view.state.field(passagesField);
    const builder = new RangeSetBuilder<Decoration>();
    for (const { from, to } of view.visibleRanges) {
      for (const piece of cutIntoPieces(index.overlapping(from, to), from, to)) {
        const layers = piece.over.map((passage) => ({
          passage,
          underline: underlines.get(passage.id) ?? NO_LANE,
        }));
        builder.add(piece.from, piece.to, markOf(tints.piece(layers, piece.depth)));
      }
    }
    return builder.finish();
  };

  const pieces = ViewPlugin.define(
    (view) => {
      const plugin = {
        decorations: draw(view),
        update: (update: ViewUpdate) => {
          const changed =
            update.state.field(passagesField) !== update.startState.field(passagesField);
          if (changed || update.viewportChanged) plugin.decorations = draw(update.view);
        },
      };
      return plugin;
    },
    { decorations: (plugin) => plugin.decorations },
  );
  return [pieces, lit];
}

const hovered = Decoration.mark({ class: 'lg-passage-hovered' });
const selected = Decoration.mark({ class: 'lg-passage-selected' });

/** The passage whose stripe is under the pointer and the one that is selected, over the colours. */
const lit = ViewPlugin.define(
  (view) => {
    const plugin = {
      decorations: light(view),
      update: (update: ViewUpdate) => {
        const changed = [hoveredField, selectedField, adjustingField].some(
          (field) => update.state.field<unknown>(field) !== update.startState.field<unknown>(field),
        );
        const moved = update.state.field(passagesField) !== update.startState.field(passagesField);
        if (changed || moved) plugin.decorations = light(update.view);
      },
    };
    return plugin;
  },
  { decorations: (plugin) => plugin.decorations },
);

function light(view: EditorView): DecorationSet {
  const { index } = view.state.field(passagesField);
  const ranges = [];
  const stretch = selectedStretch(view.state);
  if (stretch !== null) ranges.push(selected.range(stretch.from, stretch.to));
  const id = view.state.field(hoveredField);
  const passage = id === null ? undefined : index.get(id);
  if (passage !== undefined && passage.end <= view.state.doc.length) {
    ranges.push(hovered.range(passage.start, passage.end));
  }
  return Decoration.set(ranges, true);
}
