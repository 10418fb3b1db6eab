import { useState } from 'react';
import { useSession } from '../../app/session.ts';
import { NoteDrafts } from './note-drafts.ts';

/** Of this page, which works on one case at a time. */
export const noteDrafts = new NoteDrafts();

noteDrafts.begin(useSession.getState().open?.info.id ?? null);
useSession.subscribe(({ open }) => noteDrafts.begin(open?.info.id ?? null));

/** Whether the editor that is named is open; also when one comes back to where it was left. */
export function useWriting(draft: string): [boolean, (writing: boolean) => void] {
  return useState(() => noteDrafts.isOpen(draft));
}

/** What stands in a field: what was typed and not kept, or else what there is. */
export function useDraft(key: string, first: string): [string, (words: string) => void] {
  const [words, setWords] = useState(() => noteDrafts.words(key) ?? first);
  return [
    words,
    (next) => {
      setWords(next);
      noteDrafts.type(key, next, first);
    },
  ];
}
