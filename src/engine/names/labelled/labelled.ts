import { EntityKind } from '#contract/vocabulary.ts';
import { furtherPairs } from './further.ts';
import { labelledOrganizations } from './organizations.ts';
import { labelledPersons } from './persons.ts';

/** Two names with whether they are held to be one bearer's. */
export interface LabelledPair {
  readonly kind: EntityKind;
  readonly a: string;
  readonly b: string;
  readonly same: boolean;
  /** Kept from tuning. */
  readonly heldOut: boolean;
}

/** All labelled pairs. */
export const labelledPairs: readonly LabelledPair[] = [
  ...pairsOf(labelledPersons, 'person'),
  ...pairsOf(labelledOrganizations, 'organization'),
  ...furtherOf(furtherPairs),
];

function pairsOf(lines: string, kind: EntityKind): LabelledPair[] {
  return lines
    .trim()
    .split('\n')
    .map((line, at) => {
      const [, place, sign, a = '', b = ''] = /^(@?)([+-]) (.*) \| (.*)$/u.exec(line) ?? [];
      return {
        kind: place === '@' ? 'location' : kind,
        a,
        b,
        same: sign === '+',
        heldOut: at % 2 === 1,
      };
    });
}

function furtherOf(lines: string): LabelledPair[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const [, sign, kind, a = '', b = ''] = /^([+-]) (\w+) \| (.*) \| (.*)$/u.exec(line) ?? [];
      return { kind: EntityKind.parse(kind), a, b, same: sign === '+', heldOut: false };
    });
}

/** How often a decision agrees with the labels. */
export interface Agreement {
  readonly pairs: number;
  readonly precision: number;
  readonly recall: number;
  readonly wrong: readonly LabelledPair[];
}

/** Measures a matcher on pairs. */
export function agreement(
  pairs: readonly LabelledPair[],
  matches: (pair: LabelledPair) => boolean,
): Agreement {
  let found = 0;
  let right = 0;
  let same = 0;
  const wrong: LabelledPair[] = [];
  for (const pair of pairs) {
    const match = matches(pair);
    if (match) found += 1;
    if (pair.same) same += 1;
    if (match && pair.same) right += 1;
    if (match !== pair.same) wrong.push(pair);
  }
  return { pairs: pairs.length, precision: right / found, recall: right / same, wrong };
}
