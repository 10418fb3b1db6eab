import type { Clues } from './evidence.ts';
import { placeLength } from './gazetteer.ts';
import type { Reading } from './reading.ts';
import type { Candidate } from './segment.ts';
import { isTitleOrRole } from './titles-before.ts';
import { organizationCues } from './words/organization-words.ts';
import { personVerbs } from './words/person-words.ts';
import { placeCues } from './words/place-words.ts';

/** How far after a name, in UTF-16 units, what is said of it is looked for. */
const reach = 70;

const age = /^,? (?:\(?\d{2}\)?|de \d{2} años|aged \d{2}|age \d{2})(?:[,;)]| años|-year)/;
const relative = /^,? (?:who|whom|whose|quien|quienes|cuyo|cuya|o qual)\b/;
const aliasCue =
  /^,? \(?"?(?:alias|a[./]?k[./]?a|apodad|conocid[oa] como|nicknamed|vulgo|better known|also known|\(a\))/i;

/** What the words after a name tell of its kind. */
export function cluesAfter(reading: Reading, candidate: Candidate, clues: Clues): void {
  const { text, tokens } = reading;
  const last = tokens[candidate.to - 1];
  const next = tokens[candidate.to];
  if (last === undefined) return;
  const rest = text.slice(last.end, last.end + reach);
  if (age.test(rest)) clues.add('person', 1.6, 'person-cue', { word: 'age' });
  if (relative.test(rest)) clues.add('person', 0.8, 'person-cue', { word: 'who' });
  if (aliasCue.test(rest)) clues.add('person', 1.2, 'alias-cue', { cue: 'alias' });
  if (next !== undefined && next.shape === 'lower' && personVerbs.has(next.folded)) {
    // "Bail was set": one unknown word at the beginning of a sentence is more likely not a name.
    const isDoubtful =
      reading.opens[candidate.from] === true && candidate.to - candidate.from === 1;
    if (next.gap === ' ')
      clues.add('person', isDoubtful ? 0.5 : 0.9, 'person-cue', { word: next.text });
    else if (next.gap === ', ') clues.add('person', 0.5, 'person-cue', { word: next.text });
  }
  if (last.possessive && next !== undefined && isTitleOrRole(next.folded)) {
    clues.add('person', 0.9, 'person-cue', { word: next.text });
  }
  appositionClues(rest, clues);
  addressClue(reading, candidate, clues);
}

/** "Doral, Florida"; "Las Claritas (Bolívar)". */
function addressClue({ text, tokens }: Reading, { to }: Candidate, clues: Clues): void {
  const next = tokens[to];
  const length = placeLength(tokens, to);
  const last = tokens[to + length - 1];
  if (
    next === undefined ||
    last === undefined ||
    length === 0 ||
    !/^, $|^ \($|^ - $/.test(next.gap)
  )
    return;
  if (/^ ?\p{L}/u.test(tokens[to + length]?.gap ?? ' ')) return;
  const closes = /^[,.;)\n]|^$|^ (?:y|and) /.test(text.slice(last.end, last.end + 5));
  clues.addHere('location', closes ? 1 : 0.6, 'beside-place', { place: next.text });
}

const appositionRole =
  /^, (?:(?:an?|the|el|la|un|una|o|a|su|his|her|former|ex|then|current|presunto|alleged) )*([a-z-]+)/;
const appositionNouns = /^[,(]? ?(?:un|una|an?|the|el|la|uma|um) (?:[\p{Ll}-]+ ){0,3}?[\p{Ll}]+/u;

/** ", una banda nacida en ...", ", a law firm", ", leader of". */
function appositionClues(rest: string, clues: Clues): void {
  // ", la periodista Ana Ruiz": the role is that of the name after it.
  const next = /^, ((?:[\p{Ll}-]+ ){1,5})\p{Lu}/u.exec(rest);
  if (
    next !== null &&
    !/ (?:of|de|del|da|do|for|para|en|in) (?:the |la |los |las |el )?$/.test(next[1] ?? '')
  )
    return;
  const plain = rest.normalize('NFD').replace(/\p{M}/gu, '');
  const word = appositionRole.exec(plain)?.[1] ?? '';
  if (isTitleOrRole(word) && !organizationCues.has(word)) {
    clues.add('person', 1, 'person-cue', { word });
    return;
  }
  const noun = appositionNouns.exec(plain)?.[0] ?? '';
  for (const each of noun.toLowerCase().split(/[^a-z-]+/)) {
    if (organizationCues.has(each))
      clues.add('organization', 1.5, 'organization-cue', { word: each });
    else if (isTitleOrRole(each)) clues.add('person', 1, 'person-cue', { word: each });
    else if (placeCues.has(each)) clues.add('location', 1.2, 'place-cue', { word: each });
    else continue;
    return;
  }
}
