import { cluesAfter } from './clues-after.ts';
import { nameKinds, type Clues } from './evidence.ts';
import { placeLength } from './gazetteer.ts';
import { placeBefore } from './place-before.ts';
import type { Reading } from './reading.ts';
import type { Candidate } from './segment.ts';
import { isThing } from './things.ts';
import { isTitleOrRole } from './titles-before.ts';
import { organizationCues } from './words/organization-words.ts';
import { verbsBeforePerson } from './words/person-words.ts';
import { wordSet } from './words/word-set.ts';
import { anyTitle } from '#shared/names/titles.ts';

/** What stands around a name tells of its kind. */
export function outerClues(reading: Reading, candidate: Candidate, clues: Clues): void {
  if (isThing(reading, candidate)) {
    for (const kind of nameKinds) clues.addHere(kind, -2.5, 'form');
    return;
  }
  const [title] = candidate.titles;
  if (title !== undefined) clues.add('person', 2, 'title', { word: title });
  cluesBefore(reading, candidate, clues);
  cluesAfter(reading, candidate, clues);
}

/** Between a name and the word before it that may be said of it. */
const joined = /^(?:\.?[ \u00A0\n]+|,? ?["“«‘'(]|, )$/;

function cluesBefore(reading: Reading, candidate: Candidate, clues: Clues): void {
  const { tokens, opens } = reading;
  const { from, titles } = candidate;
  const first = tokens[from];
  const before = tokens[from - 1];
  if (first === undefined || before === undefined || !joined.test(first.gap)) return;
  const { folded, text: word } = before;
  const isApart = first.gap.startsWith(',');
  const isSameSentence = opens[from] !== true || /["“«]$/.test(first.gap);
  const isRole = titles.length === 0 && isTitleOrRole(folded);
  // "su hermano, Luis" and "el ministro Soto", but not "el banco Soto".
  if (
    isRole &&
    (isSameSentence || first.gap.startsWith('.')) &&
    (isApart || !organizationCues.has(folded))
  ) {
    clues.add('person', isApart ? 1.2 : 2, 'title', { word });
  }
  if (!isSameSentence) return;
  if (isApart) {
    roleWithComplement(reading, from, clues);
    return;
  }
  if (verbsBeforePerson.has(folded)) clues.add('person', 0.9, 'person-cue', { word });
  if (organizationCues.has(folded) && !anyTitle.has(folded)) {
    clues.add('organization', before.shape === 'lower' ? 2 : 1.7, 'organization-cue', { word });
  }
  articleClues(reading, candidate, clues);
  placeBefore(reading, from, candidate.to - from > 1, clues);
  membershipClue(reading, from, clues);
}

const articles = wordSet('the el la los las o a os as del al da do das dos na no pela pelo ao');
/** Of what follows a family name with an article: "the Tapia government". */
const dynastic = wordSet('government regime administration family brothers gobierno');

/** Persons rarely have an article, bodies mostly; but "al" and "a la" are said of persons. */
function articleClues({ tokens, language }: Reading, { from, to }: Candidate, clues: Clues): void {
  const first = tokens[from];
  const before = tokens[from - 1];
  const after = tokens[to];
  if (first === undefined || before === undefined || !articles.has(before.folded)) return;
  // In English "a" and "no" are other words, and what follows them is no name.
  if (language === 'en' && /^(?:a|as|o|no|do)$/.test(before.folded)) return;
  if (first.gap.startsWith('.')) return;
  if (after !== undefined && dynastic.has(after.folded)) {
    clues.addHere('person', 1.3, 'person-cue', { word: after.text });
    return;
  }
  const isSingle = to - from === 1;
  if (placeLength(tokens, from) === to - from) return;
  const isPlural = /^(?:los|las|os|das)$/.test(before.folded);
  clues.add('person', isSingle ? -0.5 : -1, 'person-shape');
  clues.add('organization', isPlural ? 1 : 0.7, 'organization-cue', { word: before.text });
  // "Entrevisté a la Negra", "vieron al Mocho": the preposition of persons.
  const isPersonal =
    before.folded === 'al' ||
    (/^(?:la|los)$/.test(before.folded) && tokens[from - 2]?.folded === 'a');
  if (isPersonal && isSingle && first.shape === 'capital') {
    clues.addHere('person', 0.9, 'person-cue', { word: 'a' });
  }
}

const membershipWords = wordSet(`
member members leader leaders founder founders boss head director chairman ceo president employee employees owner shareholder
subsidiary affiliate spokesman spokeswoman spokesperson treasurer commander works worked offices headquarters accountant
miembro miembros lider lideres integrante integrantes exintegrante fundador fundadora jefe jefa directora presidente gerente
socio accionista vocero portavoz comandante cabecilla militante abogado trabaja trabajaba sede
membro membros chefe diretor diretora dono
`);

/** "a member of X", "líder de la X", "works for X". */
function membershipClue(reading: Reading, from: number, clues: Clues): void {
  const { tokens } = reading;
  let at = from - 1;
  if (/^(?:the|la|los|las|el|o|a)$/.test(tokens[at]?.folded ?? '')) at -= 1;
  const of = tokens[at]?.folded ?? '';
  if (!/^(?:of|de|del|da|do|for|para|in|at)$/.test(of)) return;
  const word = tokens[at - 1];
  if (word !== undefined && membershipWords.has(word.folded)) {
    clues.addHere('organization', of === 'in' || of === 'at' ? 0.3 : 1, 'organization-cue', {
      word: word.text,
    });
  }
}

/** "su abogado en Lima, Pedro Soto"; "the leader of the gang, Pedro Soto": a role further back, before a comma. */
function roleWithComplement(reading: Reading, from: number, clues: Clues): void {
  const { tokens } = reading;
  for (let at = from - 2; at > Math.max(0, from - 9); at -= 1) {
    const token = tokens[at];
    if (token === undefined || /[.;:!?\n,]/.test(tokens[at + 1]?.gap ?? '')) return;
    if (token.shape === 'lower' && isTitleOrRole(token.folded)) {
      clues.add('person', 1, 'title', { word: token.text });
      return;
    }
  }
}
