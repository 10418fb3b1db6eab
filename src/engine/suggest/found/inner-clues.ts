import { isLegalForm } from './chain.ts';
import type { Clues } from './evidence.ts';
import { isPersonLike, placeLength } from './gazetteer.ts';
import { personClues } from './person-clues.ts';
import type { Reading } from './reading.ts';
import type { Candidate } from './segment.ts';
import type { Token } from './token.ts';
import { commonWords } from './words/common-words.ts';
import { demonyms } from './words/demonyms.ts';
import { firstNames } from './words/first-names.ts';
import {
  knownBodies,
  knownPhrases,
  organizationHeads,
  organizationTails,
} from './words/organization-words.ts';
import { placeHeads, placePrefixes, placeTails } from './words/place-words.ts';

/** What the words of a name itself tell of its kind. */
export function innerClues(reading: Reading, candidate: Candidate, clues: Clues): void {
  const words = reading.tokens.slice(candidate.from, candidate.to);
  const named = words.filter(({ shape }) => shape !== 'lower');
  const [first] = named;
  const last = named.at(-1);
  if (first === undefined || last === undefined) return;
  if (words[0]?.shape === 'lower' && placeHeads.has(words[0].folded)) {
    clues.add('location', 3, 'place-word', { word: words[0].text });
    return;
  }
  const isPlace = placeClues(reading, candidate, named, clues);
  organizationClues(reading, candidate, named, clues, isPlace);
  if (isPlace || saints.has(first.folded)) return;
  personClues(reading, candidate, words, named, clues);
}

/** Before a saint's name: "San Félix" is a place far more often than a person. */
const saints = new Set('san santa santo sao saint sta sto st'.split(' '));

/** @returns whether the list of places has the whole name, and has it for places only */
function placeClues(
  reading: Reading,
  candidate: Candidate,
  named: readonly Token[],
  clues: Clues,
): boolean {
  const { from, to } = candidate;
  const [first] = named;
  const last = named.at(-1);
  if (first === undefined || last === undefined) return false;
  const length = placeLength(reading.tokens, from);
  const whole = reading.tokens
    .slice(from, to)
    .map(({ folded }) => folded)
    .join(' ');
  if (length > 0 && from + length >= to) {
    const isSure = !isPersonLike(whole);
    clues.add('location', isSure ? 2.4 : 1, 'gazetteer', { place: whole });
    if (isSure) return true;
  } else if (
    named.length > 1 &&
    placePrefixes.has(first.folded) &&
    coversRest(reading, candidate)
  ) {
    clues.add('location', 2, 'gazetteer', { place: whole });
    return true;
  } else if (length > 0 && reading.tokens[from + length]?.shape === 'lower') {
    clues.add('location', 0.4, 'gazetteer', { place: first.folded });
  }
  if (named.length > 1 && placeHeads.has(first.folded)) {
    clues.add('location', 2, 'place-word', { word: first.text });
  } else if (named.length > 1 && placeTails.has(last.folded)) {
    clues.add('location', 1.9, 'place-word', { word: last.text });
  } else if (saints.has(first.folded)) {
    clues.add('location', 1.3, 'place-word', { word: first.text });
  } else if (named.length === 2 && placePrefixes.has(first.folded)) {
    const isArticle = /^(?:el|la|los|las|al)$/.test(first.folded);
    clues.add('location', isArticle ? 0.2 : 0.5, 'place-word', { word: first.text });
  }
  return false;
}

/** "East Oakland": the list has what follows the first word. */
function coversRest({ tokens }: Reading, { from, to }: Candidate): boolean {
  return (
    !/^(?:el|la|los|las|al)$/.test(tokens[from]?.folded ?? '') &&
    placeLength(tokens, from + 1) === to - from - 1
  );
}

function organizationClues(
  reading: Reading,
  candidate: Candidate,
  named: readonly Token[],
  clues: Clues,
  isPlace: boolean,
): void {
  const [first, second] = named;
  const last = named.at(-1);
  if (first === undefined || last === undefined) return;
  const whole = named.map(({ folded }) => folded).join(' ');
  const form = named.find((token, at) => at > 0 && isLegalForm(token));
  if (form !== undefined) clues.add('organization', 3, 'legal-form', { word: form.text });
  if (isPlace) return;
  if (named.some(({ text }) => isCamel(text)))
    clues.add('organization', 1.8, 'organization-word', { word: first.text });
  if (named.length > 1) {
    const inner = named
      .slice(0, -1)
      .find(({ folded }, at) => organizationHeads.has(folded) && at < 3);
    if (organizationHeads.has(first.folded)) {
      clues.add('organization', 2.2, 'organization-word', { word: first.text });
    } else if (organizationTails.has(last.folded) || /bank$|corp$/.test(last.folded)) {
      clues.add('organization', 1.9, 'organization-word', { word: last.text });
    } else if (inner !== undefined && candidate.joins.some((join) => typeof join === 'object')) {
      clues.add('organization', 1.6, 'organization-word', { word: inner.text });
    } else if (
      named.some(({ folded }) => organizationTails.has(folded) || organizationHeads.has(folded))
    ) {
      clues.add('organization', 0.8, 'organization-word', { word: first.text });
    }
    if (candidate.joins.includes('ampersand')) {
      clues.add('organization', 1.4, 'organization-word', { word: '&' });
    }
    if (/^(?:los|las|os)$/.test(first.folded) && second !== undefined) {
      clues.add(
        'organization',
        second.folded.endsWith('s') && first.folded !== 'las' ? 1.3 : 0.6,
        'organization-word',
        { word: first.text },
      );
    }
    if (/^(?:el|la|o)$/.test(first.folded) && reading.opens[candidate.from] !== true) {
      clues.add('organization', 0.65, 'organization-word', { word: first.text });
    }
    const demonym = named.find(({ folded }) => demonyms.has(folded));
    if (demonym !== undefined)
      clues.add('organization', 0.7, 'organization-word', { word: demonym.text });
    const acronym = named.find(
      (token) => /^\p{Lu}{3,6}$/u.test(token.text) && !/^[IVXLC]+$/.test(token.text),
    );
    if (acronym !== undefined && !candidate.joins.includes('comma')) {
      clues.add('organization', 0.9, 'acronym-shape');
    }
    const joinedByOf = candidate.joins.some(
      (join) => typeof join === 'object' && join.sort === 'of',
    );
    if (joinedByOf && !firstNames.has(first.folded))
      clues.add('organization', 0.5, 'organization-word', { word: 'de' });
  } else if (isAcronym(first, reading, candidate)) {
    clues.add('organization', 1.1, 'acronym-shape');
  } else if (organizationTails.has(first.folded) || organizationHeads.has(first.folded)) {
    clues.add('organization', 0.5, 'organization-word', { word: first.text });
  }
  if (named.length === 1 && /(?:bank|corp|petrol?)$|^petro/.test(first.folded)) {
    clues.add('organization', 1.2, 'organization-word', { word: first.text });
  }
  const isWritten = whole.length > 4 || first.shape === 'capitals';
  if (knownBodies.has(whole) && isWritten)
    clues.add('organization', 2.6, 'known-body', { word: whole });
  const isKnown =
    knownPhrases.has(whole) ||
    /\b(?:red cross|red crescent|cruz roja|media luna roja)\b/.test(whole);
  if (isKnown) clues.add('organization', 2.6, 'known-body', { word: whole });
}

/** "InSight", "PetroSur"; not "McAllister" nor "DeSantis". */
function isCamel(text: string): boolean {
  return (
    /^\p{Lu}\p{Ll}+\p{Lu}\p{Ll}/u.test(text) &&
    !/^(?:Mc|Mac|De|Di|Du|Le|La|Lo|Van|Fitz|Al|El|Ab)\p{Lu}/u.test(text)
  );
}

/** Two to six capitals that are no Roman numeral and no initials of a person. */
function isAcronym(token: Token, reading: Reading, candidate: Candidate): boolean {
  const plain = token.text.replace(/[.&-]/g, '');
  if (commonWords.has(token.folded) || reading.text[token.end] === ':') return false;
  if (token.shape !== 'capitals' || !/^\p{Lu}{2,7}$/u.test(plain)) return false;
  if (/^(?=[IVXLCM]{2,})M{0,3}(?:C[MD]|D?C{0,3})(?:X[CL]|L?X{0,3})(?:I[XV]|V?I{0,3})$/.test(plain))
    return false;
  return placeLength(reading.tokens, candidate.from) === 0;
}
