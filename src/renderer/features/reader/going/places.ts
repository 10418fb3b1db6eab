import type { LeftPlace } from '#contract/settings.ts';
import { changeView, useView } from '../../../app/view-store.ts';

/** Where a source was last left, at its beginning when it was not read yet. */
export function leftPlace(source: string): LeftPlace {
  return useView.getState().places[source] ?? { top: 0, caret: 0 };
}

/** Remembers where a source is left, on this computer. */
export function rememberPlace(source: string, place: LeftPlace): void {
  const before = leftPlace(source);
  if (before.top === place.top && before.caret === place.caret) return;
  changeView({ places: { [source]: place } });
}
