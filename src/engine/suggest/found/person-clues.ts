import type { Clues } from './evidence.ts';
import type { Reading } from './reading.ts';
import type { Candidate } from './segment.ts';
import type { Token } from './token.ts';
import {
  chineseSurnames,
  familyNames,
  firstNames,
  firstNamesElsewhere,
  wordLikeFirstNames,
} from './words/first-names.ts';
import { organizationHeads, organizationTails } from './words/organization-words.ts';
import { placeTails } from './words/place-words.ts';

/** What in the words of a name speaks for a person: given and family names, initials, particles, the shape. */
export function personClues(
  reading: Reading,
  candidate: Candidate,
  words: readonly Token[],
  named: readonly Token[],
  clues: Clues,
): void {
  const [first, second] = named;
  const last = named.at(-1);
  if (first === undefined || last === undefined) return;
  const single = named.length === 1;
  const given = first.folded.split('-')[0] ?? '';
  if (firstNames.has(given)) {
    clues.add('person', wordLikeFirstNames.has(given) ? 0.7 : single ? 1.1 : 1.7, 'first-name', {
      name: first.text,
    });
  } else if (firstNamesElsewhere.has(given)) {
    clues.add('person', single ? 1 : 1.5, 'first-name', { name: first.text });
  } else if (wordLikeFirstNames.has(given)) {
    clues.add('person', 0.6, 'first-name', { name: first.text });
  } else if (second !== undefined && firstNames.has(second.folded)) {
    clues.add('person', 1, 'first-name', { name: second.text });
  }
  const family = named.slice(single ? 0 : 1).find(({ folded }) => isFamilyName(folded));
  if (family !== undefined) clues.add('person', 0.7, 'family-name', { name: family.text });
  if (single) return;
  if (first.shape === 'capitals' && candidate.joins.includes('comma') && last.shape === 'capital') {
    clues.add('person', 1.6, 'person-shape');
  }
  const plain = named.every(({ shape, text }) => shape === 'capital' || /^[IVX]+$/.test(text));
  const isShort = named.length <= 5;
  const hasOther = named.some(
    ({ folded }) =>
      organizationTails.has(folded) || organizationHeads.has(folded) || placeTails.has(folded),
  );
  const articled = /^(?:los|las|the|el|la|o|a|os|as)$/.test(first.folded);
  const english = candidate.joins.some(
    (join) => typeof join === 'object' && (join.sort === 'english' || join.sort === 'for'),
  );
  if (plain && isShort && !hasOther && !articled && !english) {
    clues.add('person', reading.opens[candidate.from] === true ? 0.6 : 0.8, 'person-shape');
  }
  if (named.some(({ text, pointed }, at) => at > 0 && text.length === 1 && pointed)) {
    clues.add('person', 1, 'person-shape');
  }
  const particled = words.some(
    ({ folded, shape }) =>
      shape === 'lower' && /^(?:bin|ibn|bint|van|von|der|ould|den)$/.test(folded),
  );
  const arabic = named.some(
    ({ folded }, at) =>
      (at > 0 && /^(?:al|el|ad|as|ash|an|ar)-[a-z]/.test(folded)) || /^abd[aeu]l/.test(folded),
  );
  if (particled || arabic) clues.add('person', 1.3, 'person-shape');
  if (
    named.length <= 3 &&
    chineseSurnames.has(first.folded) &&
    named.slice(1).every(({ text }) => text.length <= 9) &&
    plain
  ) {
    clues.add('person', 0.9, 'family-name', { name: first.text });
  }
}

/** Listed, or of an ending that few words have but family names. */
function isFamilyName(folded: string): boolean {
  return (
    familyNames.has(folded) ||
    /(?:[a-z]{3}(?:ez|enko|ovich|evich|ovic|ovna|evna|sky|skaya|skiy|yan|escu|wicz|owski|owska|opoulos|akis|idis|zadeh|shvili)|[a-z]{3}[oe]va?|[a-z]{4}in|^mc[a-z]{3,}|^o'[a-z]{3,}|[a-z]{3}(?:sson|sen|stein|berg|mann))$/.test(
      folded,
    )
  );
}
