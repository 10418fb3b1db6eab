/** Whether a group of a fingerprint is as in the other one; null where there is nothing to compare yet. */
export type Agreement = 'same' | 'other' | null;

export interface ComparedGroup {
  /** Four letters and digits of the key as it is here. */
  own: string;
  /** As it was read or sent; shorter while it is being typed. */
  theirs: string;
  agreement: Agreement;
}

/** Letters and digits of a fingerprint as a person types or pastes it: spaces and dashes are left out. */
export function fingerprintIn(text: string): string {
  return text.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
}

/** Two fingerprints side by side, in groups of four. What is too long makes the last group another. */
export function compareKeys(own: string, typed: string): ComparedGroup[] {
  const theirs = fingerprintIn(typed);
  const count = Math.ceil(own.length / 4);
  return Array.from({ length: count }, (_, group) => {
    const start = group * 4;
    const mine = own.slice(start, start + 4);
    const heard = theirs.slice(start, group === count - 1 ? undefined : start + 4);
    const agreement: Agreement =
      heard === '' ? null : heard === mine ? 'same' : mine.startsWith(heard) ? null : 'other';
    return { own: mine, theirs: heard, agreement };
  });
}

/** What a comparison comes to: all is the same, something is another, or it is not finished. */
export function verdictOf(groups: readonly ComparedGroup[]): Agreement {
  if (groups.some(({ agreement }) => agreement === 'other')) return 'other';
  return groups.every(({ agreement }) => agreement === 'same') ? 'same' : null;
}
