import { useState } from 'react';
import type { Source } from '#contract/source.ts';
import type { SourceKind } from '#contract/vocabulary.ts';
import { useCommand } from '../../app/commands.ts';
import { changeView, roomyWidth, useView } from '../../app/view-store.ts';

/** What of an original can be looked at beside its text, and is another thing than the text. */
const worthLookingAt: ReadonlySet<SourceKind> = new Set(['pdf', 'image', 'email', 'archive']);

/**
 * Whether the original stands beside the text, and what changes that. For documents that can be drawn it is kept for all of
 * them; of others only what they say of themselves can be shown, which is asked for one by one.
 */
export function useOriginalBeside({ kind, hasLayout }: Source): {
  shown: boolean;
  toggle: () => void;
} {
  const always = useView((view) => view.original);
  const [once, setOnce] = useState(false);
  const isDrawn = hasLayout || worthLookingAt.has(kind);
  const shown = isDrawn ? always : once;
  const toggle = (): void => {
    // Two pages side by side need the room of the list at the left.
    const narrow = !shown && window.innerWidth < roomyWidth;
    if (narrow) changeView({ navigatorOpen: false });
    if (isDrawn) changeView({ original: !shown });
    else setOnce(!shown);
  };
  useCommand({
    id: 'reading.original',
    title: 'original.show',
    group: 'reading',
    keys: ['v'],
    run: toggle,
  });
  return { shown, toggle };
}
