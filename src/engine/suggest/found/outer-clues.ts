import { nameKinds, type Clues } from './evidence.ts';
import { placeLength } from './gazetteer.ts';
import type { Reading } from './reading.ts';
import type { Candidate } from './segment.ts';
import type { Token } from './token.ts';
import { organizationCues } from './words/organization-words.ts';
import { personRoles, personVerbs, verbsBeforePerson } from './words/person-words.ts';
import { placeCues, placeGoverning, placePrepositions } from './words/place-words.ts';
import { anyTitle } from '#shared/names/titles.ts';

/** What stands around a name tells of its kind. */
export function outerClues(reading: Reading, candidate: Candidate, clues: Clues): void {
  if (isThing(reading, candidate)) {
    for (const kind of nameKinds) clues.addHere(kind, -2.5, 'form');
    return;
  }
  beforeClues(reading, candidate, clues);
  afterClues(reading, candidate, clues);
}

/** What has a name of its own and is neither a person, nor an organization, nor a place. */
const things = new Set(
  (
    'operation operacion operacao plan ship vessel yacht boat tanker freighter aircraft jet ley law decreto decree codigo code ' +
    'reglamento tratado treaty convenio convention acuerdo agreement buque barco yate lancha motonave embarcacion navio ' +
    'libro book novel novela film pelicula serie cancion album lei projeto proyecto project'
  ).split(' '),
);

/** Laws, operations, vessels, books, and the offices that ministers hold. */
function isThing({ tokens, text }: Reading, { from, to }: Candidate): boolean {
  const last = tokens[to - 1];
  const first = tokens[from];
  if (first === undefined || last === undefined) return false;
  if (
    /^\)? (?:Act|Law|Bill|Treaty|Convention|Code|Agreement|Amendment|Accords?|Games|Day)\b/.test(
      text.slice(last.end, last.end + 14),
    )
  )
    return true;
  let at = from - 1;
  if (!/^ ?["“«]?$|^ $/.test(first.gap)) return false;
  if (
    /^(?:named|called|llamada|llamado|denominada|denominado|bautizada|chamada|codenamed|de|del|contra|contra la)$/.test(
      tokens[at]?.folded ?? '',
    )
  ) {
    const isOf = /^del?$/.test(tokens[at]?.folded ?? '');
    const office = tokens[at - 1]?.folded ?? '';
    if (isOf && offices.has(office) && tokens[at - 1]?.shape === 'lower') {
      return placeLength(tokens, from) === 0;
    }
    if (isOf) return false;
    at -= 1;
  }
  return things.has(tokens[at]?.folded ?? '');
}

const offices = new Set(
  (
    'ministro ministra exministro exministra viceministro viceministra viceministerio secretario secretaria ' +
    'subsecretario ministerio minister secretary'
  ).split(' '),
);

const joined = /^(?:\.?[ \u00A0\n]+|,? ?["“«‘'(]|, )$/;

function isTitleOrRole(folded: string): boolean {
  return anyTitle.has(folded) || personRoles.has(folded);
}

function beforeClues(reading: Reading, candidate: Candidate, clues: Clues): void {
  const { tokens } = reading;
  const { from, to, titles } = candidate;
  const first = tokens[from];
  if (first === undefined) return;
  const many = to - from > 1;
  const [title] = titles;
  if (title !== undefined) clues.add('person', 2, 'title', { word: title });
  const before = tokens[from - 1];
  if (before === undefined || !joined.test(first.gap)) return;
  const { folded } = before;
  const comma = first.gap.startsWith(',');
  const pointed = first.gap.startsWith('.');
  const sameSentence = reading.opens[from] !== true || /["“«]$/.test(first.gap);
  if (title === undefined && isTitleOrRole(folded) && (sameSentence || pointed)) {
    // "su hermano, Luis" and "el ministro Soto", but not "the officer in Cali".
    if (!organizationCues.has(folded) || comma)
      clues.add('person', comma ? 1.2 : 2, 'title', { word: before.text });
  }
  if (!sameSentence) return;
  if (verbsBeforePerson.has(folded) && !comma)
    clues.add('person', 0.9, 'person-cue', { word: before.text });
  if (organizationCues.has(folded) && !comma && !anyTitle.has(folded)) {
    clues.add('organization', 1.7, 'organization-cue', { word: before.text });
  }
  if (comma) {
    roleWithComplement(reading, from, clues);
    return;
  }
  const article = /^(?:the|el|la|los|las|o|a|os|as|del|al|da|do|das|dos|na|no|pela|pelo|ao)$/.test(
    folded,
  );
  const isPlace = placeLength(tokens, from) === to - from;
  if (
    article &&
    !pointed &&
    /^(?:government|regime|administration|family|brothers|gobierno)$/.test(tokens[to]?.folded ?? '')
  ) {
    clues.addHere('person', 1.3, 'person-cue', { word: tokens[to]?.text ?? '' });
  } else if (article && !pointed && !isPlace) {
    const inner = folded === 'los' || folded === 'las' || folded === 'os' || folded === 'das';
    clues.add('person', many ? -1 : -0.5, 'person-shape');
    clues.add('organization', inner ? 1 : 0.7, 'organization-cue', { word: before.text });
  }
  const skipsArticle = article && /^(?:the|el|la|los|las)$/.test(folded) ? 1 : 0;
  const governing = tokens[from - 1 - skipsArticle];
  const nearest = governing?.folded ?? '';
  if (placeCues.has(folded) && before.shape === 'lower') {
    clues.add('location', 2, 'place-cue', { word: before.text });
  } else if (
    /^(?:of|de|del|do|da)$/.test(folded) &&
    placeGoverning.has(tokens[from - 2]?.folded ?? '')
  ) {
    clues.addHere('location', 1.2, 'place-cue', { word: tokens[from - 2]?.text ?? '' });
  } else if (
    /^(?:of|de|del|do|da)$/.test(folded) &&
    placeCues.has(tokens[from - 2]?.folded ?? '')
  ) {
    clues.addHere('location', 2, 'place-cue', { word: tokens[from - 2]?.text ?? '' });
  } else if (placePrepositions.has(nearest) && !(skipsArticle === 1 && many)) {
    const weak = /^(?:to|para|from|into|inside|outside|through|ate|a)$/.test(nearest);
    const weight = nearest === 'at' ? 0.3 : weak ? 0.6 : 1.1;
    clues.add('location', weight, 'place-cue', { word: governing?.text ?? '' });
    const verb = tokens[from - 2 - skipsArticle];
    if (verb !== undefined && settled.test(verb.folded) && /^(?:in|near|en|em)$/.test(nearest)) {
      clues.add('location', 1, 'place-cue', { word: verb.text });
    }
    if (nearest === 'at') clues.add('organization', 0.5, 'organization-cue', { word: 'at' });
  } else if (nearest === 'to' && motions.has(tokens[from - 2]?.folded ?? '')) {
    clues.add('location', 1.3, 'place-cue', { word: tokens[from - 2]?.text ?? '' });
  } else if (
    nearest === 'a' &&
    /^(?:llego|llegaron|viajo|viajaron|cruzo|huyo|hacia|volvio|regreso|frente|traslado|trasladado|trasladada)$/.test(
      tokens[from - 2]?.folded ?? '',
    )
  ) {
    clues.add('location', 1.3, 'place-cue', { word: tokens[from - 2]?.text ?? '' });
  }
  if (
    /^(?:of|de)$/.test(folded) &&
    /^\d{2}$/.test(tokens[from - 2]?.text ?? '') &&
    before.gap === ', '
  ) {
    // "Dana Whitlock, 29, of Yuma"
    clues.addHere('location', 1.3, 'place-cue', { word: before.text });
  }
  membershipClue(reading, from, clues);
  // "Entrevisté a la Negra", "vieron al Mocho": the preposition of persons.
  const isPersonal =
    folded === 'al' || (/^(?:la|los)$/.test(folded) && tokens[from - 2]?.folded === 'a');
  if (isPersonal && !many && !isPlace && first.shape === 'capital') {
    clues.addHere('person', 0.9, 'person-cue', { word: 'a' });
  }
}

/** Before "in": what happens to people in places. */
const settled =
  /^(?:arrested|detained|born|lives|lived|held|jailed|imprisoned|died|killed|seen|found|captured|buried|living|residing|based|(?:detenid|nacid|recluid|arrestad|capturad|asesinad|vist|hallad|residenciad|domiciliad|pres|encarcelad|refugiad|radicad)[oa]s?|nacio|vive|vivia|murio|reside|mora|morava|nasceu|fallecio|sede)$/;

/** Before "to": going somewhere. */
const motions = new Set(
  (
    'crossing crossed cross trip trips flew flies fly fled flee travelled traveled travel travels moved moving went way road ' +
    'route routes flight flights returned return returning deported extradited back north south east west transferred ' +
    'sailed shipped drove journey bound close next'
  ).split(' '),
);

const membershipWords = new Set(
  (
    'member members leader leaders founder founders boss head director chairman ceo president employee employees owner ' +
    'shareholder subsidiary affiliate spokesman treasurer commander works worked offices headquarters accountant ' +
    'miembro miembros lider lideres integrante integrantes exintegrante fundador fundadora jefe jefa director directora presidente ' +
    'gerente socio accionista vocero portavoz comandante cabecilla militante abogado trabaja trabajaba sede ' +
    'membro membros lider integrante chefe diretor diretora presidente gerente dono socio'
  ).split(' '),
);

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

const organizationNouns =
  /^[,(]? ?(?:un|una|an?|the|el|la|uma|um) (?:[\p{Ll}-]+ ){0,3}?([\p{Ll}]+)/u;

function afterClues(reading: Reading, candidate: Candidate, clues: Clues): void {
  const { text, tokens } = reading;
  const last = tokens[candidate.to - 1];
  const next = tokens[candidate.to];
  if (last === undefined) return;
  const rest = text.slice(last.end, last.end + 70);
  if (/^,? (?:\(?\d{2}\)?|de \d{2} años|aged \d{2}|age \d{2})(?:[,;)]| años|-year)/.test(rest)) {
    clues.add('person', 1.6, 'person-cue', { word: 'age' });
  }
  if (/^,? \(\d{2}\)/.test(rest)) clues.add('person', 1.3, 'person-cue', { word: 'age' });
  if (/^,? (?:who|whom|whose|quien|quienes|cuyo|cuya|o qual|que dirig)\b/.test(rest)) {
    clues.add('person', 0.8, 'person-cue', { word: 'who' });
  }
  if (
    /^,? \(?"?(?:alias|a\.?k\.?a|apodad|conocido como|conocida como|nicknamed|vulgo|better known|also known|\(a\))/i.test(
      rest,
    )
  ) {
    clues.add('person', 1.2, 'alias-cue', { cue: 'alias' });
  }
  if (
    next !== undefined &&
    next.gap === ' ' &&
    next.shape === 'lower' &&
    personVerbs.has(next.folded)
  ) {
    clues.add('person', 0.9, 'person-cue', { word: next.text });
  }
  if (
    next !== undefined &&
    next.gap === ', ' &&
    isBeforeComma(tokens, candidate.to) &&
    personVerbs.has(next.folded)
  ) {
    clues.add('person', 0.5, 'person-cue', { word: next.text });
  }
  if (last.possessive && next !== undefined && isTitleOrRole(next.folded)) {
    clues.add('person', 0.9, 'person-cue', { word: next.text });
  }
  appositionClues(rest, clues);
  if (next !== undefined && /^, $|^ \($|^ - $/.test(next.gap)) {
    const length = placeLength(tokens, candidate.to);
    const afterPlace = tokens[candidate.to + length];
    if (length > 0 && !/^ ?[\p{L}]/u.test(afterPlace?.gap ?? ' ')) {
      const closes = /^[,.;)\n]|^$| y | and /.test(
        text.slice(tokens[candidate.to + length - 1]?.end ?? 0).slice(0, 5),
      );
      clues.addHere('location', closes ? 1 : 0.6, 'beside-place', { place: next.text });
    }
  }
}

function isBeforeComma(tokens: readonly Token[], at: number): boolean {
  return tokens[at + 1]?.gap === ' ';
}

/** ", una banda nacida en ...", ", a law firm", ", leader of". */
function appositionClues(rest: string, clues: Clues): void {
  const plain = rest.normalize('NFD').replace(/\p{M}/gu, '');
  // ", la periodista Ana Ruiz": the role is that of the name after it.
  if (/^, (?:[\p{Ll}-]+ ){1,5}\p{Lu}/u.test(rest)) return;
  const role =
    /^, (?:(?:an?|the|el|la|un|una|o|a|su|his|her|former|ex|then|current|presunto|alleged) )*([a-z-]+)(?: [a-z]+)?/.exec(
      plain,
    );
  const word = role?.[1] ?? '';
  if (isTitleOrRole(word) && !organizationCues.has(word)) {
    clues.add('person', 1, 'person-cue', { word });
    return;
  }
  const noun = organizationNouns.exec(plain);
  if (noun === null) return;
  for (const each of noun[0].toLowerCase().split(/[^a-z-]+/)) {
    if (organizationCues.has(each)) {
      clues.add('organization', 1.5, 'organization-cue', { word: each });
      return;
    }
    if (isTitleOrRole(each)) {
      clues.add('person', 1, 'person-cue', { word: each });
      return;
    }
    if (placeCues.has(each)) {
      clues.add('location', 1.2, 'place-cue', { word: each });
      return;
    }
  }
}
