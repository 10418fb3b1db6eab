import type { NameReason } from '#contract/duplicates.ts';
import type { EntityKind } from '#contract/vocabulary.ts';
import { foldName } from '#shared/names/fold.ts';
import { decide, decision, type Evidence, type NameComparison, type Rarity } from './comparison.ts';
import { generationOf } from './generation.ts';
import { simplify } from './han-script.ts';
import { takeApart, tidy, wordsOf } from './name-parts.ts';
import { compareTitles } from './organization.ts';
import { organizationName, type OrganizationName } from './organization-name.ts';
import { comparePersons } from './person.ts';
import { personName, type PersonName } from './person-name.ts';

type Ready =
  | {
      readonly sort: 'person';
      readonly text: string;
      readonly folded: string;
      readonly name: PersonName;
    }
  | {
      readonly sort: 'organization';
      readonly text: string;
      readonly folded: string;
      readonly name: OrganizationName;
    };

/** A name made ready, to be compared with many. */
export interface PreparedName {
  readonly kind: EntityKind;
  readonly written: string;
  readonly tidied: string;
  readonly folded: string;
  /** What it names: the name itself, then those it gives beside it. */
  readonly names: readonly Ready[];
}

/** Makes a name ready for comparing. Anything is taken: what cannot be a name is like nothing. */
export function prepareName(written: string, kind: EntityKind): PreparedName {
  const tidied = tidy(written);
  const { main, others } = takeApart(tidied);
  let names = [main, ...others]
    .map((text) => makeReady(text, kind))
    .filter(({ folded }) => folded !== '');
  if (kind === 'person') names = withGenerations(names);
  return { kind, written, tidied, folded: foldName(tidied), names };
}

function makeReady(text: string, kind: EntityKind): Ready {
  const folded = foldName(text);
  return kind === 'person'
    ? { sort: 'person', text, folded, name: personName(text) }
    : { sort: 'organization', text, folded, name: organizationName(text, kind) };
}

/** "Juan Pérez (hijo)": what stands in the brackets is no other name. */
function withGenerations(names: readonly Ready[]): Ready[] {
  const [main, ...others] = names;
  if (main?.sort !== 'person') return [...names];
  let { generation } = main.name;
  const kept = others.filter((other) => {
    const words = wordsOf(other.text, false);
    const [only] = words;
    const told = words.length === 1 && only !== undefined ? generationOf(only) : undefined;
    generation ??= told;
    return told === undefined;
  });
  return [{ ...main, name: { ...main.name, generation } }, ...kept];
}

/**
 * How far two names speak for one bearer. The score is 0 to 1, and from a half on they match; each reason says what
 * spoke for or against it. It knows nothing but the names: a namesake matches.
 */
export function compareNames(a: string, b: string, kind: EntityKind): NameComparison {
  return comparePrepared(prepareName(a, kind), prepareName(b, kind));
}

/**
 * Compares names that were made ready for one kind, with the same result either way round.
 *
 * @param rarity of words in the case at hand
 */
export function comparePrepared(a: PreparedName, b: PreparedName, rarity?: Rarity): NameComparison {
  if (a.written <= b.written) return compareInOrder(a, b, rarity);
  const { score, match, reasons } = compareInOrder(b, a, rarity);
  return { score, match, reasons: reasons.map(turnedRound) };
}

function turnedRound(reason: NameReason): NameReason {
  const { a, b } = reason.params;
  return a === undefined || b === undefined
    ? reason
    : { code: reason.code, params: { ...reason.params, a: b, b: a } };
}

function compareInOrder(
  a: PreparedName,
  b: PreparedName,
  rarity: Rarity | undefined,
): NameComparison {
  const [first] = a.names;
  const [second] = b.names;
  if (first === undefined || second === undefined) {
    // Names without a letter, such as a picture, are one only when they are written alike.
    const alike = a.written.trim() !== '' && a.written.trim() === b.written.trim();
    return alike
      ? { score: 0.6, match: true, reasons: [{ code: 'name.equal', params: {} }] }
      : { score: 0, match: false, reasons: [{ code: 'name.empty', params: {} }] };
  }
  let best = compareReady(first, second, rarity);
  if (a.names.length === 1 && b.names.length === 1) return best;
  for (const one of a.names) {
    for (const other of b.names) {
      if (one === first && other === second) continue;
      const found = compareReady(one, other, rarity);
      // A name that is only given beside another counts a little less.
      const score = Math.round(found.score * 960) / 1000;
      if (score > best.score && found.match) {
        const reasons: NameReason[] = [
          { code: 'name.alias', params: { a: one.text, b: other.text } },
          ...found.reasons,
        ];
        best = { score, match: score >= decision, reasons };
      }
    }
  }
  return best;
}

function compareReady(a: Ready, b: Ready, rarity: Rarity | undefined): NameComparison {
  const equal = ofEqual(a, b);
  if (equal !== undefined) return equal;
  let evidence: Evidence;
  if (a.sort === 'person' && b.sort === 'person') evidence = comparePersons(a.name, b.name, rarity);
  else if (a.sort === 'organization' && b.sort === 'organization')
    evidence = compareTitles(a.name, b.name, rarity);
  else throw new TypeError('Names made ready for two kinds cannot be compared');
  const { score, match, reasons } = decide(evidence);
  return { score: Math.min(score, 0.98), match, reasons };
}

/** Names that are written alike but for case, accents and punctuation. */
function ofEqual(a: Ready, b: Ready): NameComparison | undefined {
  if (a.folded !== b.folded) return undefined;
  if (a.text !== b.text && /\p{Script=Han}/u.test(a.text) && /\p{Script=Han}/u.test(b.text)) {
    const isForm = simplify(a.text) === simplify(b.text);
    return isForm
      ? {
          score: 0.97,
          match: true,
          reasons: [{ code: 'name.spelling', params: { a: a.text, b: b.text } }],
        }
      : {
          score: 0.35,
          match: false,
          reasons: [{ code: 'name.homophone', params: { a: a.text, b: b.text } }],
        };
  }
  if (a.sort === 'person' && b.sort === 'person' && a.name.generation !== b.name.generation)
    return undefined;
  const long = a.folded.includes(' ') || a.folded.length > 12;
  const single = a.folded.length === 1;
  const same = a.text === b.text;
  const score = single ? 0.6 : long ? (same ? 1 : 0.99) : same ? 0.95 : 0.93;
  return {
    score,
    match: true,
    reasons: [{ code: same ? 'name.equal' : 'name.folded', params: {} }],
  };
}
