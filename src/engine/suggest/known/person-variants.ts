import { givenNames } from './given-names.ts';
import { latinAt, type ParsedName } from './parsed-name.ts';
import { variantKind, type Variant, type VariantKind } from './variant.ts';

/** A word of a name with the particles before it, by their places in the name. */
interface Unit {
  readonly particles: readonly number[];
  readonly word: number;
}

/**
 * The shorter writings of a person's name. Which words are given names is not known: the first one is, one that is a
 * usual given name is when another follows, and the second of four or more.
 */
export function personVariants(name: ParsedName): Variant[] {
  const units = unitsOf(name);
  const isInitial = (unit: Unit): boolean => name.words[unit.word]?.part === 'initial';
  const variants: Variant[] = [];
  const seen = new Set([name.words.map((_, index) => index).join(' ')]);
  const add = (kind: VariantKind, words: readonly number[]): void => {
    const key = words.join(' ');
    if (words.length > 0 && !seen.has(key)) variants.push({ kind, words });
    seen.add(key);
  };
  if (units.length < 2) return [];
  add(variantKind.subset, wordsIn(units));
  if (units.some(({ particles }) => particles.length > 0)) {
    add(
      variantKind.withoutParticle,
      units.map(({ word }) => word),
    );
  }
  const [given, ...others] = units;
  if (given === undefined) return [];
  const surnames = others.filter(
    (unit, index) => !isInitial(unit) && !isSecondGivenName(name, units, unit, index + 1),
  );
  for (const chosen of someOf(others)) {
    const last = chosen.at(-1);
    if (last === undefined || !surnames.includes(last)) continue;
    add(variantKind.subset, wordsIn([given, ...chosen]));
    if (chosen.some(({ particles }) => particles.length > 0)) {
      add(
        variantKind.withoutParticle,
        [given, ...chosen].map(({ word }) => word),
      );
    }
  }
  for (let split = 1; split < units.length && units.length <= 4; split += 1) {
    add(variantKind.inverted, wordsIn([...units.slice(split), ...units.slice(0, split)]));
  }
  for (const [index, unit] of surnames.entries()) {
    const next = surnames[index + 1];
    const isPair = next !== undefined && others.indexOf(next) === others.indexOf(unit) + 1;
    if (units.length > 2) add(variantKind.inverted, wordsIn([unit, given]));
    if (isPair) {
      add(variantKind.inverted, wordsIn([unit, next, given]));
      add(variantKind.ownSurname, wordsIn([unit, next]));
    }
    if (unit.particles.length > 0) add(variantKind.ownSurname, wordsIn([unit]));
    if (latinAt(name, unit.word).length > 2 || name.script !== 'latin') {
      add(variantKind.surname, [unit.word]);
    }
  }
  return variants;
}

function unitsOf({ words }: ParsedName): Unit[] {
  const units: Unit[] = [];
  let particles: number[] = [];
  for (const [index, { part }] of words.entries()) {
    if (part === 'title' || part === 'suffix') continue;
    if (part === 'particle') {
      particles.push(index);
      continue;
    }
    units.push({ particles, word: index });
    particles = [];
  }
  return units;
}

function isSecondGivenName(
  name: ParsedName,
  units: readonly Unit[],
  unit: Unit,
  index: number,
): boolean {
  if (index !== 1 || units.length < 3 || unit.particles.length > 0) return false;
  return units.length > 3 || givenNames.has(latinAt(name, unit.word));
}

/** The choices of some but not all, in order; of many units only those that stand side by side. */
function* someOf(units: readonly Unit[]): Generator<Unit[]> {
  if (units.length <= 3) {
    for (let bits = 1; bits < 2 ** units.length - 1; bits += 1) {
      yield units.filter((_, index) => (bits >> index) & 1);
    }
    return;
  }
  for (let from = 0; from < units.length; from += 1) {
    for (let to = from + 1; to <= Math.min(units.length, from + 3); to += 1) {
      yield units.slice(from, to);
    }
  }
}

function wordsIn(units: readonly Unit[]): number[] {
  return units.flatMap(({ particles, word }) => [...particles, word]);
}
