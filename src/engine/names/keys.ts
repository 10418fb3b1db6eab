import { skeleton } from '#shared/names/skeleton.ts';
import { bodiesOf } from './acronym.ts';
import type { PreparedName } from './compare.ts';
import { formalNames } from './hypocoristics.ts';
import type { OrganizationName } from './organization-name.ts';
import { emptyWords, legalForms } from './organization-words.ts';
import type { PersonName, PersonWord } from './person-name.ts';
import { canonicalSpelling } from './spellings.ts';

/**
 * Keys by which names that may be one are found among many: a name is compared only with those that are kept under a key
 * it seeks. The letter before the colon tells the sort of key: `c` whole names, `p` two words of one, `w` a single word,
 * `i` and `f` a word with an initial and with a full name, `a` and `A` acronyms and long forms, `b` known bodies.
 */
export interface NameKeys {
  readonly own: ReadonlySet<string>;
  readonly seek: ReadonlySet<string>;
}

/** Most words of a name of which pairs are made. */
const mostWords = 6;

/** The keys of a name. Two names that match share one nearly always; two that share one seldom match. */
export function nameKeys({ names }: PreparedName): NameKeys {
  const own = new Set<string>();
  const seek = new Set<string>();
  const both = (key: string): void => {
    own.add(key);
    seek.add(key);
  };
  for (const { sort, name } of names) {
    if (sort === 'person') ofPerson(name, own, seek, both);
    else ofOrganization(name, own, seek, both);
  }
  return { own, seek };
}

/** The words of a name in the writing by which they are found; those of all its names. */
export function nameWords({ names }: PreparedName): string[] {
  return names.flatMap(({ sort, name }) =>
    sort === 'person'
      ? name.words.map(({ text }) => canonicalSpelling(text))
      : name.words.map(({ text }) => text),
  );
}

function ofPerson(
  { words }: PersonName,
  own: Set<string>,
  seek: Set<string>,
  both: (key: string) => void,
): void {
  const full = words.filter(({ initial }) => !initial).slice(0, mostWords);
  const initials = words.filter(({ initial }) => initial);
  const texts = words.map(({ text }) => text);
  both(`c:${texts.join('')}`);
  if (texts.length > 1 && texts.length < 5) {
    both(`c:${texts.at(-1) ?? ''}${texts.slice(0, -1).join('')}`);
  }
  for (const word of full) both(`w:${canonicalSpelling(word.text)}`);
  full.forEach((one, at) => {
    for (const other of full.slice(at + 1)) {
      for (const first of coarseForms(one)) {
        for (const second of coarseForms(other)) both(`p:${inOrder(first, second)}`);
      }
    }
    for (const initial of initials) {
      const key = `${initial.text[0] ?? ''} ${coarse(one.text)}`;
      own.add(`i:${key}`);
      seek.add(`i:${key}`);
      seek.add(`f:${key}`);
    }
    for (const other of full) {
      if (other === one) continue;
      const key = `${other.text[0] ?? ''} ${coarse(one.text)}`;
      own.add(`f:${key}`);
      seek.add(`i:${key}`);
    }
  });
}

function ofOrganization(
  { words, all }: OrganizationName,
  own: Set<string>,
  seek: Set<string>,
  both: (key: string) => void,
): void {
  const concepts = words.map(({ concept }) => concept);
  both(`c:${concepts.toSorted().join(' ')}`);
  both(`c:${words.map(({ text }) => text).join('')}`);
  const telling = words.toSorted((a, b) => b.weight - a.weight).slice(0, mostWords);
  for (const word of telling) if (word.weight === 1) both(`w:${canonicalSpelling(word.text)}`);
  telling.forEach((one, at) => {
    for (const other of telling.slice(at + 1)) {
      if (one.weight >= 0.6) both(`p:${inOrder(coarse(one.concept), coarse(other.concept))}`);
    }
    if (telling.length === 1) both(`p:${coarse(one.concept)}`);
  });
  for (const body of bodiesOf(all.map(({ text }) => text).join(' '))) both(`b:${body}`);
  const [single] = words;
  if (words.length === 1 && single !== undefined && single.text.length <= 12) {
    own.add(`a:${single.text}`);
    seek.add(`A:${single.text}`);
  }
  if (words.length < 2) return;
  for (const letters of acronymsOf(all.map(({ text }) => text))) {
    own.add(`A:${letters}`);
    seek.add(`a:${letters}`);
  }
}

/** The first letters of a name's words: without and with its empty words, and with its legal form. */
function acronymsOf(words: readonly string[]): Set<string> {
  const short = words.filter((word) => !emptyWords.has(word) && !legalForms.has(word));
  const middle = words.filter((word) => !legalForms.has(word));
  const lettersOf = (some: readonly string[]): string => some.map((word) => word[0] ?? '').join('');
  const legal = words.find((word) => legalForms.has(word)) ?? '';
  return new Set(
    [short, middle]
      .flatMap((some) => [lettersOf(some), lettersOf(some) + legal])
      .filter((letters) => letters.length >= 2 && letters.length <= 12),
  );
}

const inOrder = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** What a given name is found by: each name that it may stand for. */
function coarseForms({ text }: PersonWord): string[] {
  return [...new Set(formalNames(text).slice(0, 4).map(coarse))];
}

const known = new Map<string, string>();

/** The first consonants of a word, alike for its spellings and most slips of the pen. */
export function coarse(word: string): string {
  let key = known.get(word);
  if (key === undefined) {
    const plain = canonicalSpelling(word);
    key = skeleton(plain).replaceAll(' ', '').slice(0, 5) || plain;
    if (known.size > 200_000) known.clear();
    known.set(word, key);
  }
  return key;
}

/** Forgets the words that keys were made of. */
export function forgetKeys(): void {
  known.clear();
}

const numbers = new Map<string, number>();

/** A number for the first consonants of a word: equal when `coarse` is, and faster to compare. */
export function coarseNumber(word: string): number {
  const key = coarse(word);
  let number = numbers.get(key);
  if (number === undefined) {
    number = numbers.size;
    numbers.set(key, number);
  }
  return number;
}
