import type { PackageInspection } from '#contract/package.ts';

/** How far a signature can be relied on: drawn by its own colour and sign, and said in words. */
export type Trust = 'known' | 'notCompared' | 'unknown' | 'missing' | 'keyChanged' | 'altered';

export function trustOf({ state, colleague }: PackageInspection['signature']): Trust {
  if (state !== 'known') return state;
  return colleague?.trusted === true ? 'known' : 'notCompared';
}

/** Whether the person is held up: for good, until they have asked the other, or not at all. */
export function holdOf(trust: Trust): 'stop' | 'ask' | 'none' {
  if (trust === 'altered') return 'stop';
  return trust === 'keyChanged' ? 'ask' : 'none';
}
