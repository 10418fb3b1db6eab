import type { EditorView } from '@codemirror/view';
import type { Highlight, PassageRef } from '#contract/annotation.ts';
import { newId } from '#shared/id.ts';
import { showError } from '../../app/notices.tsx';
import { useSettings } from '../../app/settings.tsx';
import { withAddition, type Addition } from './passages-of.ts';
import type { ReaderStore } from './reader-store.ts';
import type { Range } from './text/sentence.ts';
import { useChangeHighlights } from './use-highlights.ts';

/** What a gesture adds to a passage. */
export type Added = Omit<Addition, 'id' | 'start' | 'end'>;

/** The passage that a gesture is about: what is known of it, and where it is. */
interface Subject extends Range {
  readonly ref: PassageRef;
  readonly known: Highlight | undefined;
}

/**
 * Gestures on the passage at hand, as they show in the reader. `done` shows what the engine has done; `atOnce` shows what it
 * is about to do, and takes it back when it is refused.
 */
export function useGestures(view: EditorView, store: ReaderStore, source: string) {
  const change = useChangeHighlights(source);
  const { analyst } = useSettings();

  const done = (excerpt: string | undefined, { from, to }: Range, added: Added = {}): void => {
    if (excerpt !== undefined) {
      change((before) =>
        withAddition(before, {
          id: excerpt,
          start: from,
          end: to,
          author: analyst.name,
          ...added,
        }),
      );
    }
    const passage = excerpt ?? store.getState().passage;
    // From here on the words are a passage: what was selected is it, and the caret is at its end.
    store.setState(({ touched }) => ({
      act: null,
      selection: null,
      passage,
      choices: [],
      touched: passage === null ? touched : [...touched, passage],
    }));
    if (!view.state.selection.main.empty) view.dispatch({ selection: { anchor: to } });
    view.focus();
  };

  const takeBack = (id: string, { from, to, known }: Subject): void => {
    change((before) =>
      known === undefined
        ? before.filter((one) => one.id !== id)
        : before.map((one) => (one.id === id ? known : one)),
    );
    if (known !== undefined || store.getState().passage !== id) return;
    // The words are at hand again as they were, so that it can be tried anew.
    store.setState({ passage: null, selection: { from, to } });
    view.dispatch({ selection: { anchor: from, head: to } });
  };

  /** @param call asks the engine, with the passage as it is to be called from now on */
  const atOnce = async <T extends { excerpt: string }>(
    subject: Subject,
    added: Added,
    call: (passage: PassageRef) => Promise<T>,
    learned: (outcome: T) => Added,
  ): Promise<void> => {
    const { ref } = subject;
    const id = 'excerpt' in ref ? ref.excerpt : newId();
    const answer = call('excerpt' in ref ? ref : { ...ref, as: id });
    done(id, subject, added);
    try {
      const outcome = await answer;
      const { excerpt } = outcome;
      const all = learned(outcome);
      const isKnown = Object.entries(all).every(
        ([key, value]) => Object.entries(added).find(([other]) => other === key)?.[1] === value,
      );
      if (excerpt === id && isKnown) return;
      change((before) =>
        withAddition(
          before.filter((one) => one.id === excerpt || one.id !== id),
          {
            id: excerpt,
            start: subject.from,
            end: subject.to,
            author: analyst.name,
            ...all,
          },
        ),
      );
      if (excerpt !== id && store.getState().passage === id) store.setState({ passage: excerpt });
    } catch (error) {
      takeBack(id, subject);
      showError(error);
    }
  };
  return { change, done, atOnce };
}
