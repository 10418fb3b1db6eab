import type { TFunction } from 'i18next';
import { GestureLabel, type Gesture } from '#contract/history.ts';

/** What a person did, as it follows a verb: “tag passage”. A label of a later version stands as it is. */
export function gestureWords(label: string, t: TFunction): string {
  const known = GestureLabel.safeParse(label);
  return known.success ? t(`gestures.${known.data}`) : label;
}

/** A gesture as a list tells it: “Tag passage”, “Undone: tag passage”. */
export function gestureTitle(
  { label, kind }: Pick<Gesture, 'label' | 'kind'>,
  t: TFunction,
): string {
  const what = gestureWords(label, t);
  return kind === 'gesture' ? capitalized(what) : t(`history.kind.${kind}`, { what });
}

function capitalized(words: string): string {
  const [first = '', ...rest] = words;
  return `${first.toLocaleUpperCase()}${rest.join('')}`;
}
