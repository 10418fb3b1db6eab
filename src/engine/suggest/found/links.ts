import type { FoundItem, FoundLink } from './found.ts';
import { linkTypes, roles, type RoleSort } from './words/link-words.ts';
import { foldWord } from './fold-word.ts';

/** Between two names further apart than this, in UTF-16 units, no link is plain. */
const farthest = 90;

interface Named {
  readonly item: FoundItem;
  /** Its position among all items. */
  readonly position: number;
  /** The position of the name that stands for it: of another name, the name it belongs to. */
  readonly stands: number;
}

/**
 * Links that the words between two names, or before them, plainly say: "X, leader of Y", "X trabaja para Y", "Y's
 * sister, X", "Y, con sede en Z". What a pronoun refers to is only taken where the sentence before begins with it.
 */
export function linksIn(text: string, items: readonly FoundItem[]): FoundLink[] {
  const names = namesOf(items);
  const found: FoundLink[] = [];
  for (const [at, second] of names.entries()) {
    const first = names[at - 1];
    const before = first === undefined ? 0 : first.item.end;
    const own = found.length;
    if (first !== undefined && second.item.start - before <= farthest) {
      found.push(...between(text, first, second), ...ofOffice(text, names[at - 2], first, second));
    }
    if (found.length === own && first !== undefined)
      found.push(...oneMore(text, found, first, second));
    if (found.length === own) found.push(...byPronoun(text, names, at));
  }
  return found;
}

function namesOf(items: readonly FoundItem[]): Named[] {
  const names: Named[] = [];
  let end = 0;
  for (const [position, item] of items.entries()) {
    const isName = item.kind !== 'identifier' && item.kind !== 'date';
    // A nickname inside a name stands there already.
    if (!isName || item.start < end) continue;
    names.push({ item, position, stands: item.aliasOf ?? position });
    end = item.end;
  }
  return names;
}

/** The text in small letters without accents, unit for unit, so that offsets stay. */
function plain(text: string): string {
  return text
    .replace(/[^\x00-\x7F]/g, (character) => foldWord(character).charAt(0) || character)
    .toLowerCase();
}

const determined =
  '(?:(?:a|an|the|el|la|los|las|un|una|o|um|uma|one|its|su|then|former|ex|current|sole|alleged|suspected|presumed|reputed|founding|second|top|senior|presunto|presunta|supuesto|supuesta|actual|entonces|antiguo|maximo|unico|principal|primer|also|tambien|tambem|ademas|vice) )*';
const copula =
  '(?:(?:who|que|quien|which) )?(?:(?:is|was|has been|had been|es|era|fue|e|foi|seria|ha sido|habia sido|became) )?';
const reported =
  '(?:(?:believed to be|said to be|(?:identified|described|regarded|named|accused|known) as|accused of being|(?:senalad[oa]|identificad[oa]|considerad[oa]|acusad[oa]|sindicad[oa]|apontad[oa]|reconocid[oa]) (?:como|de ser)) )?';
const of = '(?:of|de|del|da|do|for|at|dos|das) (?:(?:the|la|el|los|las|a|o) )?';

const roleWords = [...roles.keys()].toSorted((one, other) => other.length - one.length).join('|');
const toward = new RegExp(
  `^["”»)\\]]*,? ?(?:${copula}${reported}${determined}|(?:y|e|and) )(${roleWords})(?: [a-z]+)? ${of}(?:[a-z.']+ ){0,2}$`,
);
const officeBefore = new RegExp(`(?:^|[\\s("“«])(${roleWords})(?: [a-z]+)? ${of}$`);
const whose = new RegExp(
  `^["”»)]*,? (?:cuy[oa]|whose|cuj[oa]) ${determined}(${roleWords})(?: (?:is|was|es|era|e|seria))?,? $`,
);
const whoLeads = new RegExp(
  `(?:^|[\\s¿])(?:quien|who|the man who|el que) (?:dirige|lidera|encabeza|comanda|manda en|leads|runs|heads|dirigia|lideraba) (?:the |la |el |los )?$`,
);
const possessive = new RegExp(`^['’]s?,? (?:[a-z]+ )?(${roleWords}),? $`);
const pronoun = new RegExp(
  `(?:^|[.!?]\\s+|\\n)(?:its|their|su|seu|sua) ${determined}(${roleWords})(?: (?:is|was|es|era|e)|,)? $`,
);

function between(text: string, first: Named, second: Named): FoundLink[] {
  const words = plain(text.slice(first.item.end, second.item.start));
  if (/[.!?]\s|[;\n]/.test(words)) return [];
  const role = toward.exec(words)?.[1];
  if (role !== undefined) return linked(text, first, second, role);
  const owner = (possessive.exec(words) ?? whose.exec(words))?.[1];
  if (owner !== undefined) return linked(text, second, first, owner);
  for (const { pattern, type, from, to, isReversed, role: named } of linkTypes) {
    const match = pattern.exec(words);
    if (match === null) continue;
    const [one, other] = isReversed ? [second, first] : [first, second];
    if (!from.includes(one.item.kind) || !to.includes(other.item.kind)) continue;
    return [linkOf(text, one, other, type, named ?? words.replace(/^[^a-z]+|[^a-z]+$/g, ''), 0.8)];
  }
  return [];
}

/** "accionista de X y de Y": what is said of the first of two names of one kind is said of the second too. */
function oneMore(
  text: string,
  found: readonly FoundLink[],
  first: Named,
  second: Named,
): FoundLink[] {
  const last = found.at(-1);
  if (last === undefined || last.to !== first.stands || last.end !== first.item.end) return [];
  if (first.item.kind !== second.item.kind) return [];
  const words = plain(text.slice(first.item.end, second.item.start));
  if (
    !/^,? (?:y|e|and|of|de|del|y de|y del|and of|e da|e do|e de|y de la|and the|y la|y el) (?:la |el |the )?$/.test(
      words,
    )
  )
    return [];
  return [{ ...last, to: second.stands, end: second.item.end, score: 0.7 }];
}

/** "La directora del Observatorio, Inés Villalobos": the role stands before the first of the two. */
function ofOffice(
  text: string,
  zeroth: Named | undefined,
  first: Named,
  second: Named,
): FoundLink[] {
  if (!/^, $|^ (?:is|was|es|era|fue|foi|é) $/.test(text.slice(first.item.end, second.item.start)))
    return [];
  if (second.item.kind !== 'person') return [];
  const start = Math.max(zeroth?.item.end ?? 0, first.item.start - 60);
  const before = plain(text.slice(start, first.item.start));
  const match = officeBefore.exec(before) ?? whoLeads.exec(before);
  const role = match === null ? undefined : (match[1] ?? 'leader');
  return role === undefined ? [] : linked(text, second, first, role, start + (match?.index ?? 0));
}

/** "[Los Halcones] grew out of a prison. Its leader, [Wilmer Caicedo], ..." */
function byPronoun(text: string, names: readonly Named[], at: number): FoundLink[] {
  const second = names[at];
  if (second?.item.kind !== 'person') return [];
  const start = Math.max(0, second.item.start - 60);
  const before = text.slice(start, second.item.start);
  const match = pronoun.exec(plain(before));
  if (match?.[1] === undefined) return [];
  const sentenceEnd = start + match.index;
  const first = bodyOfSentence(text, names, at, sentenceEnd);
  return first === undefined ? [] : linked(text, second, first, match[1], sentenceEnd, 0.6);
}

/** The organization that the sentence that ends somewhere speaks of: the only one, or the name it begins with. */
function bodyOfSentence(
  text: string,
  names: readonly Named[],
  at: number,
  sentenceEnd: number,
): Named | undefined {
  // A sentence longer than this speaks of too much.
  const sentence =
    text
      .slice(Math.max(0, sentenceEnd - 500), sentenceEnd)
      .split(/[.!?]\s|\n/)
      .at(-1) ?? '';
  const start = sentenceEnd - sentence.length;
  const said: Named[] = [];
  for (let back = at - 1; back >= 0; back -= 1) {
    const name = names[back];
    if (name === undefined || name.item.start < start) break;
    if (name.item.start < sentenceEnd) said.unshift(name);
  }
  const bodies = said.filter(({ item }) => item.kind === 'organization');
  return bodies.length === 1 || said[0] === bodies[0] ? bodies[0] : undefined;
}

function linked(
  text: string,
  from: Named,
  to: Named,
  role: string,
  start?: number,
  score = 0.85,
): FoundLink[] {
  for (const sort of roles.get(role) ?? []) {
    if (fits(sort, from.item, to.item))
      return [linkOf(text, from, to, sort.type, role, score, start)];
  }
  return [];
}

function fits({ from, to }: RoleSort, one: FoundItem, other: FoundItem): boolean {
  return from.includes(one.kind) && to.includes(other.kind);
}

function linkOf(
  text: string,
  from: Named,
  to: Named,
  type: string,
  role: string,
  score: number,
  start?: number,
): FoundLink {
  const ends = [from.item, to.item];
  const first = start ?? Math.min(...ends.map((item) => item.start));
  const blank = text.slice(first).search(/[\p{L}\p{N}]/u);
  return {
    start: start === undefined ? first : first + Math.max(blank, 0),
    end: Math.max(...ends.map((item) => item.end)),
    from: from.stands,
    to: to.stands,
    type,
    role,
    score,
    reasons: [{ code: 'link-cue', params: { cue: role } }],
  };
}
