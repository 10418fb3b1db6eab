import type { Clues } from './evidence.ts';
import type { Reading } from './reading.ts';
import { placeCues, placeGoverning, placePrepositions } from './words/place-words.ts';
import { wordSet } from './words/word-set.ts';

/** Before "in": what happens to people in places. */
const settled = wordSet(`
arrested detained born lives lived held jailed imprisoned died killed seen found captured buried living residing based
detenido detenida detenidos detenidas nacido nacida recluido recluida recluidos arrestado arrestada capturado capturada
asesinado asesinada visto vista hallado hallada residenciado residenciada domiciliado domiciliada preso presa presos
encarcelado encarcelada refugiado refugiada radicado radicada nacio vive vivia murio reside mora morava nasceu fallecio sede
`);

/** Before "to" and Spanish "a": going somewhere. */
const motions = wordSet(`
crossing crossed cross trip trips flew flies fly fled flee travelled traveled travel travels moved moving went way road route
routes flight flights returned return returning deported extradited back north south east west transferred sailed shipped
drove journey bound close next
llego llegaron viajo viajaron cruzo cruzaron huyo huyeron volvio regreso frente voltou viajou fugiu chegou retornou traslado trasladado trasladada
`);

const weak = wordSet('para from into inside outside through ate');
const ofWords = wordSet('of de del do da');

/**
 * What stands before a name and is said of places: "barrio X", "the mayor of X", "in X", "flew to X".
 *
 * @param from position of the first word of the name
 */
export function placeBefore(
  { tokens }: Reading,
  from: number,
  isLong: boolean,
  clues: Clues,
): void {
  const before = tokens[from - 1];
  const further = tokens[from - 2];
  if (before === undefined) return;
  const { folded } = before;
  const word = further?.text ?? '';
  if (before.shape === 'lower' && placeCues.has(folded)) {
    clues.add('location', 2, 'place-cue', { word: before.text });
    return;
  }
  if (ofWords.has(folded) && further !== undefined) {
    if (placeGoverning.has(further.folded)) clues.addHere('location', 1.2, 'place-cue', { word });
    else if (placeCues.has(further.folded)) clues.addHere('location', 2, 'place-cue', { word });
    // "Dana Whitlock, 29, of Yuma"
    else if (/^\d{2}$/.test(further.text) && before.gap === ', ')
      clues.addHere('location', 1.3, 'place-cue', { word: before.text });
    return;
  }
  const isArticled = /^(?:the|el|la|los|las)$/.test(folded);
  const at = isArticled ? from - 2 : from - 1;
  const governing = tokens[at]?.folded ?? '';
  if (placePrepositions.has(governing)) {
    if (!isArticled || !isLong)
      inPlace(tokens[at]?.text ?? '', governing, tokens[at - 1]?.folded ?? '', clues);
  } else if (
    !isArticled &&
    (governing === 'to' || governing === 'a') &&
    motions.has(further?.folded ?? '')
  ) {
    clues.add('location', 1.3, 'place-cue', { word });
  }
}

function inPlace(word: string, preposition: string, verb: string, clues: Clues): void {
  if (preposition === 'at') {
    clues.add('location', 0.3, 'place-cue', { word });
    clues.add('organization', 0.5, 'organization-cue', { word });
    return;
  }
  const isSettled = settled.has(verb) && /^(?:in|near|en|em)$/.test(preposition);
  clues.add('location', (weak.has(preposition) ? 0.6 : 1.1) + (isSettled ? 1 : 0), 'place-cue', {
    word,
  });
}
