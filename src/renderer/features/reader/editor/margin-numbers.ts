import { RangeSetBuilder, type Extension } from '@codemirror/state';
import {
  Decoration,
  GutterMarker,
  ViewPlugin,
  gutter,
  type DecorationSet,
  type EditorView,
  type ViewUpdate,
} from '@codemirror/view';
import type { SegmentPlace } from '#contract/source.ts';
import { bisect } from '../text/interval-index.ts';
import { marginNumber } from '../text/place.ts';

class NumberMarker extends GutterMarker {
  readonly #paragraph: string;
  readonly #page: string;
  override elementClass = 'lg-number';

  constructor(paragraph: string, page: string) {
    super();
    this.#paragraph = paragraph;
    this.#page = page;
  }

  override eq(other: GutterMarker): boolean {
    return (
      other instanceof NumberMarker &&
      other.#paragraph === this.#paragraph &&
      other.#page === this.#page
    );
  }

  override toDOM(): Node {
    const element = document.createElement('span');
    if (this.#page !== '') {
      const page = document.createElement('span');
      page.className = 'lg-number-page';
      page.textContent = this.#page;
      element.append(page, ' ');
    }
    element.append(this.#paragraph);
    return element;
  }
}

const startOfParagraph = Decoration.line({ class: 'lg-paragraph' });
const heading = Decoration.line({ class: 'lg-heading' });

/**
 * Paragraph and page numbers in the margin, and the space between paragraphs, drawn for what is on the screen.
 *
 * @param segments in order of `start`, which are offsets in UTF-16 code units
 * @param pageLabel writes a page's number, as “p. 3”
 */
export function marginNumbers(
  segments: readonly SegmentPlace[],
  pageLabel: (page: number) => string,
): Extension {
  const last = segments.at(-1);
  const widest = new NumberMarker(
    String(last?.paragraph ?? 1),
    last?.page === null || last === undefined ? '' : pageLabel(last.page ?? 1),
  );
  const numbers = gutter({
    class: 'lg-numbers',
    lineMarker: (_view, line) => {
      const number = marginNumber(segments, line.from, line.to);
      if (number === undefined) return null;
      return new NumberMarker(
        String(number.paragraph),
        number.page === null ? '' : pageLabel(number.page),
      );
    },
    initialSpacer: () => widest,
  });

  const draw = (view: EditorView): DecorationSet => {
    const builder = new RangeSetBuilder<Decoration>();
    let done = -1;
    for (const { from, to } of view.visibleRanges) {
      const first = view.state.doc.lineAt(from).from;
      let at = bisect(segments.length, (i) => (segments[i]?.start ?? Infinity) >= first);
      for (let segment = segments[at]; segment !== undefined; segment = segments[at]) {
        if (segment.start > to) break;
        at += 1;
        const line = view.state.doc.lineAt(segment.start);
        if (line.from <= done) continue;
        done = line.from;
        builder.add(line.from, line.from, segment.kind === 'heading' ? heading : startOfParagraph);
      }
    }
    return builder.finish();
  };
  const starts = ViewPlugin.define(
    (view) => {
      const plugin = {
        decorations: draw(view),
        update: (update: ViewUpdate) => {
          if (update.viewportChanged || update.docChanged) plugin.decorations = draw(update.view);
        },
      };
      return plugin;
    },
    { decorations: (plugin) => plugin.decorations },
  );
  return [numbers, starts];
}
