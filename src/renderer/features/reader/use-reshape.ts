import type { EditorView } from '@codemirror/view';
import { useQueryClient } from '@tanstack/react-query';
import type { Highlight } from '#contract/annotation.ts';
import { useApi, useClient } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { showError } from '../../app/notices.tsx';
import type { Adjusting } from './editor/adjusting-state.ts';
import { withSpan } from './passages-of.ts';
import { atHand, type ReaderStore } from './reader-store.ts';
import { inDocumentOrder } from './text/interval-index.ts';
import { useChangeHighlights } from './use-highlights.ts';

/** Moves the ends of passages of a source, splits and merges them. What came of it shows at once; failures are told. */
export function useReshape(source: string, store: ReaderStore) {
  const api = useApi();
  const client = useClient();
  const queries = useQueryClient();
  const { handle } = useCase();
  const key = api.excerpts.highlights.queryKey({ input: { handle, source } });
  const change = useChangeHighlights(source);

  const adjust = async ({ id, from, to }: Adjusting): Promise<void> => {
    try {
      await client.excerpts.adjust({ handle, id, start: from, end: to });
      change((before) => withSpan(before, id, { from, to }));
      store.setState({ anchor: to });
    } catch (error) {
      showError(error);
    }
  };

  const split = async (view: EditorView): Promise<void> => {
    const { passage } = store.getState();
    if (passage === null) return;
    try {
      const at = view.state.selection.main.head;
      const { excerpt, second } = await client.excerpts.split({ handle, id: passage, at });
      await queries.invalidateQueries({ queryKey: key });
      store.setState((state) => ({
        ...atHand(second),
        anchor: at,
        bar: true,
        touched: [...state.touched, excerpt, second],
      }));
    } catch (error) {
      showError(error);
    }
  };

  const merge = async (id: string, other: string): Promise<void> => {
    const { excerpt } = await client.excerpts.merge({ handle, id, other });
    change((before) => {
      const [one, two] = [id, other].map((each) => before.find((known) => known.id === each));
      if (one === undefined || two === undefined) return [...before];
      const start = Math.min(one.start, two.start);
      const end = Math.max(one.end, two.end);
      return before
        .filter((each) => each.id !== other && (each.id !== id || excerpt === id))
        .map((each) =>
          each.id === excerpt
            ? {
                ...each,
                start,
                end,
                tags: [...new Set([...one.tags, ...two.tags])],
                kinds: [...new Set([...one.kinds, ...two.kinds])],
                entities: [...new Set([...one.entities, ...two.entities])],
                evidence: Math.max(one.evidence, two.evidence),
              }
            : each,
        )
        .toSorted(inDocumentOrder);
    });
    store.setState((state) => ({
      ...atHand(excerpt),
      anchor: state.anchor,
      bar: true,
      touched: [...state.touched, excerpt],
    }));
  };
  return { adjust, split, merge };
}

/** The passages of which one can be made with another: those that overlap it, or adjoin it with only white space between. */
export function mergeable(
  highlights: readonly Highlight[],
  id: string,
  slice: (from: number, to: number) => string,
): Highlight[] {
  const one = highlights.find((each) => each.id === id);
  if (one === undefined) return [];
  return highlights.filter((other) => {
    if (other.id === id) return false;
    const from = Math.min(one.end, other.end);
    const to = Math.max(one.start, other.start);
    // A long stretch between them holds words; it need not be read to know.
    return to <= from || (to - from < 1000 && slice(from, to).trim() === '');
  });
}
