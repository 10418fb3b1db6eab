import { personVariants } from './person-variants.ts';
import { latinAt, wordAt, type ParsedName } from './parsed-name.ts';
import { variantKind, type Variant } from './variant.ts';

/** Every sequence of words by which a name is looked for; the whole name is always the first. */
export function variantsOf(name: ParsedName): Variant[] {
  const { words: all } = name.whole;
  if (all.length === 0) return [];
  const acronym = acronymIn(name);
  if (acronym !== undefined && all.length === 1) {
    return [
      { kind: variantKind.acronym, words: all },
      { kind: variantKind.dotted, words: all },
    ];
  }
  const variants = [name.whole];
  if (acronym !== undefined) {
    variants.push({ kind: variantKind.acronym, words: [acronym] });
    const rest = all.filter((index) => index !== acronym);
    if (rest.length > 1) variants.push({ kind: variantKind.full, words: rest });
  }
  if (all.length > mostWords) return variants;
  if (name.kind === 'person') variants.push(...personVariants(name));
  else variants.push(...shorterVariants(name, acronym === undefined ? all : all.slice(0, acronym)));
  return variants;
}

/** Longer names are looked for as they are. */
const mostWords = 12;

const leadingArticles = new Set('the el la los las o a os as le les'.split(' '));

/** Legal forms as they end a company's name, folded: one row each, longest first where one ends another. */
const legalForms: readonly (readonly string[])[] = (
  's a p i de c v|s a de c v|s de r l|s r l|s a s|s a|s l u|s l|c a|r l|sapi de cv|sa de cv|s de rl|srl|sas|sa|slu|' +
  'sl|ca|cia ltda|e i r l|eirl|ltda|limitada|eireli|l l c|llc|l t d|ltd|limited|l l p|llp|inc|incorporated|corp|' +
  'corporation|co ltd|co|company|plc|p l c|gmbh|ag|bv|b v|nv|n v|ooo|oao|zao|pao|oü|ou|spa|s p a|pte ltd|pty ltd|jsc|fze|fzco'
)
  .split('|')
  .map((form) => form.split(' '));

function shorterVariants(name: ParsedName, words: readonly number[]): Variant[] {
  if (name.kind !== 'organization') return [];
  const variants: Variant[] = [];
  const form = legalForms.find(
    (letters) =>
      letters.length < words.length &&
      letters.every(
        (letter, index) => latinAt(name, words.length - letters.length + index) === letter,
      ),
  );
  const bare = form === undefined ? words : words.slice(0, -form.length);
  if (form !== undefined && isTelling(bare, name)) {
    variants.push({ kind: variantKind.withoutLegalForm, words: bare });
  }
  if (leadingArticles.has(latinAt(name, bare[0] ?? 0)) && bare.length > 2) {
    variants.push({ kind: variantKind.withoutParticle, words: bare.slice(1) });
  }
  return variants;
}

function isTelling(words: readonly number[], name: ParsedName): boolean {
  return words.length > 1 || latinAt(name, words[0] ?? 0).length > 3;
}

/** The place of the word that is an acronym: the only one, or one in brackets at the end. */
function acronymIn(name: ParsedName): number | undefined {
  const { kind, nameKind, value, words } = name;
  const last = words.length - 1;
  const written = wordAt(name, last);
  if (last === 0) {
    const isNamedSo = nameKind === 'acronym' && capitalLetters(written) > 1;
    const isShort = /^[\p{Lu}\d]{2,4}$/u.test(written) && capitalLetters(written) > 1;
    const isOfOrganization = kind === 'organization' && /^[\p{Lu}\d]{2,6}$/u.test(written);
    return isNamedSo || isShort || (isOfOrganization && capitalLetters(written) > 1)
      ? 0
      : undefined;
  }
  const word = words[last];
  if (word === undefined || value.charAt(word.start - 1) !== '(') return undefined;
  return /^[\p{L}\d]{2,10}$/u.test(written) && capitalLetters(written) > 1 ? last : undefined;
}

function capitalLetters(word: string): number {
  return word.match(/\p{Lu}/gu)?.length ?? 0;
}
