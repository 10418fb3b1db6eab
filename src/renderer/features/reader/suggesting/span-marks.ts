import { StateEffect, StateField, type Extension } from '@codemirror/state';
import {
  Decoration,
  EditorView,
  keymap,
  ViewPlugin,
  type DecorationSet,
  type ViewUpdate,
} from '@codemirror/view';
import type { MentionSpan, SuggestionSpan } from '#contract/suggestion.ts';
import { IntervalIndex, type Stretch } from '../text/interval-index.ts';

/** Where something is suggested; its id is the suggestion's key. */
export type SuggestedStretch = Stretch & Pick<SuggestionSpan, 'sort' | 'kind' | 'group'>;
/** Where someone was judged to be mentioned. */
export type MentionStretch = Stretch & Pick<MentionSpan, 'kind'>;

/** What is drawn of suggestions: nothing until a person asks for them. */
export interface Spans {
  readonly suggestions: IntervalIndex<SuggestedStretch>;
  readonly mentions: IntervalIndex<MentionStretch>;
  /** The suggestion at hand. */
  readonly current: string | null;
}

export const noSpans: Spans = {
  suggestions: new IntervalIndex<SuggestedStretch>([]),
  mentions: new IntervalIndex<MentionStretch>([]),
  current: null,
};

export const setSpans = StateEffect.define<Spans>();

const spansField = StateField.define<Spans>({
  create: () => noSpans,
  update(value, transaction) {
    for (const effect of transaction.effects) if (effect.is(setSpans)) return effect.value;
    return value;
  },
});

/** The shortest suggestion under a caret: a name rather than the sentence on it. */
function suggestionAt({ suggestions }: Spans, offset: number): SuggestedStretch | undefined {
  const [shortest] = suggestions
    .touching(offset)
    .toSorted((a, b) => a.end - a.start - (b.end - b.start) || a.start - b.start);
  return shortest;
}

const marks = new Map<string, Decoration>();

function mark(className: string): Decoration {
  const known = marks.get(className);
  if (known !== undefined) return known;
  const made = Decoration.mark({ class: className });
  marks.set(className, made);
  return made;
}

function classOf({ sort, kind }: SuggestedStretch): string {
  return sort === 'name' && kind !== null ? `lg-suggested lg-of-${kind}` : 'lg-suggested';
}

/** Draws what is on the screen, however many there are. */
function draw(view: EditorView): DecorationSet {
  const { suggestions, mentions, current } = view.state.field(spansField);
  const { length } = view.state.doc;
  const ranges = [];
  for (const { from, to } of view.visibleRanges) {
    const part = ({ start, end }: Stretch, className: string) =>
      mark(className).range(Math.max(start, from), Math.min(end, to, length));
    for (const one of mentions.overlapping(from, to)) {
      ranges.push(part(one, `lg-mentioned lg-of-${one.kind}`));
    }
    for (const one of suggestions.overlapping(from, to)) {
      const name = classOf(one);
      ranges.push(part(one, one.id === current ? `${name} lg-suggested-current` : name));
    }
  }
  return Decoration.set(
    ranges.filter(({ from, to }) => from < to),
    true,
  );
}

/**
 * Underlines suggestions and judged mentions.
 *
 * @param onChoose is told the suggestion that was clicked on, or chosen by Enter at the caret; null: something else was
 */
export function spanMarks(onChoose: (suggestion: SuggestedStretch | null) => void): Extension {
  return [
    spansField,
    ViewPlugin.define(
      (view) => {
        const plugin = {
          decorations: draw(view),
          update: (update: ViewUpdate) => {
            const changed = update.state.field(spansField) !== update.startState.field(spansField);
            if (changed || update.viewportChanged) plugin.decorations = draw(update.view);
          },
        };
        return plugin;
      },
      { decorations: (plugin) => plugin.decorations },
    ),
    EditorView.updateListener.of((update) => {
      if (!update.selectionSet) return;
      if (!update.transactions.some((transaction) => transaction.isUserEvent('select'))) return;
      const byPointer = update.transactions.some((one) => one.isUserEvent('select.pointer'));
      const { main } = update.state.selection;
      const under =
        byPointer && main.empty
          ? suggestionAt(update.state.field(spansField), main.head)
          : undefined;
      onChoose(under ?? null);
    }),
    keymap.of([
      {
        key: 'Enter',
        run: ({ state }) => {
          const under = suggestionAt(state.field(spansField), state.selection.main.head);
          if (under === undefined) return false;
          onChoose(under);
          return true;
        },
      },
    ]),
  ];
}
