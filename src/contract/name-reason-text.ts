import type { NameReason, NameReasonCode } from './duplicates.ts';
import type { Language } from './vocabulary.ts';

type Words = (values: (name: string) => string) => string;
type Texts = Readonly<Record<NameReasonCode, Words>>;

const english: Texts = {
  'name.equal': () => 'the names are the same',
  'name.folded': () => 'the names are the same but for case, accents and punctuation',
  'name.words': () => 'the words of the names are the same',
  'name.shared': (v) => `both names have “${v('words')}”`,
  'name.transliterated': (v) => `“${v('a')}” and “${v('b')}” are one in two scripts`,
  'name.spelling': (v) => `“${v('a')}” and “${v('b')}” are spellings of one name`,
  'name.nickname': (v) => `“${v('a')}” and “${v('b')}” are forms of one name`,
  'name.sound': (v) => `“${v('a')}” and “${v('b')}” sound alike`,
  'name.typo': (v) => `“${v('a')}” and “${v('b')}” differ by a letter or two`,
  'name.initial': (v) => `the initial agrees: “${v('a')}”, “${v('b')}”`,
  'name.form': (v) => `“${v('a')}” and “${v('b')}” are a man’s and a woman’s form of one surname`,
  'name.joined': (v) => `“${v('a')}” is written as one word, “${v('b')}”`,
  'name.turned': () => 'the words stand in another order',
  'name.missing': (v) => `only one of the names has “${v('words')}”`,
  'name.partial': () => 'one is only a part of the other',
  'name.alias': (v) => `“${v('a')}” is given beside one name as “${v('b')}”`,
  'name.acronym': (v) => `“${v('a')}” is short for “${v('b')}”`,
  'name.translated': (v) => `“${v('a')}” and “${v('b')}” mean the same`,
  'name.legalForm': () => 'the legal forms are not the same',
  'name.abbreviated': (v) => `“${v('a')}” and “${v('b')}”: one is an abbreviation`,
  'name.differs': (v) => `“${v('a')}” stands against “${v('b')}”`,
  'name.gender': (v) => `“${v('a')}” and “${v('b')}” are names of a man and of a woman`,
  'name.generation': () => 'one is told to be the child or the father (Jr, II, hijo)',
  'name.swapped': (v) => `“${v('word')}” stands in another place`,
  'name.number': (v) => `the numbers differ: ${v('a') || 'none'}, ${v('b') || 'none'}`,
  'name.homophone': (v) => `“${v('a')}” and “${v('b')}” only sound alike`,
  'name.empty': () => 'there is no name to compare',
  'fact.same': (v) => `the same ${v('property')}: ${v('a')}`,
  'fact.near': (v) => `${v('property')} agrees as far as known: ${v('a')}, ${v('b')}`,
  'fact.differs': (v) => `${v('property')} differs: ${v('a')}, ${v('b')}`,
  'link.same': (v) => `both are linked to ${v('name')}`,
  'link.between': () => 'they are linked to each other',
};

const spanish: Texts = {
  'name.equal': () => 'los nombres son iguales',
  'name.folded': () => 'los nombres son iguales salvo mayúsculas, acentos y puntuación',
  'name.words': () => 'las palabras de los nombres son las mismas',
  'name.shared': (v) => `ambos nombres tienen «${v('words')}»`,
  'name.transliterated': (v) => `«${v('a')}» y «${v('b')}» son uno en dos escrituras`,
  'name.spelling': (v) => `«${v('a')}» y «${v('b')}» son grafías de un mismo nombre`,
  'name.nickname': (v) => `«${v('a')}» y «${v('b')}» son formas de un mismo nombre`,
  'name.sound': (v) => `«${v('a')}» y «${v('b')}» suenan parecido`,
  'name.typo': (v) => `«${v('a')}» y «${v('b')}» difieren en una o dos letras`,
  'name.initial': (v) => `la inicial concuerda: «${v('a')}», «${v('b')}»`,
  'name.form': (v) =>
    `«${v('a')}» y «${v('b')}» son la forma masculina y la femenina de un apellido`,
  'name.joined': (v) => `«${v('a')}» se escribe en una palabra, «${v('b')}»`,
  'name.turned': () => 'las palabras están en otro orden',
  'name.missing': (v) => `solo uno de los nombres tiene «${v('words')}»`,
  'name.partial': () => 'uno es solo una parte del otro',
  'name.alias': (v) => `«${v('a')}» se da junto a un nombre, como «${v('b')}»`,
  'name.acronym': (v) => `«${v('a')}» es la sigla de «${v('b')}»`,
  'name.translated': (v) => `«${v('a')}» y «${v('b')}» significan lo mismo`,
  'name.legalForm': () => 'las formas jurídicas no son las mismas',
  'name.abbreviated': (v) => `«${v('a')}» y «${v('b')}»: una es abreviatura`,
  'name.differs': (v) => `«${v('a')}» frente a «${v('b')}»`,
  'name.gender': (v) => `«${v('a')}» y «${v('b')}» son nombre de varón y de mujer`,
  'name.generation': () => 'de uno se dice que es el hijo o el padre (Jr., II, hijo)',
  'name.swapped': (v) => `«${v('word')}» está en otro lugar`,
  'name.number': (v) => `los números difieren: ${v('a') || 'ninguno'}, ${v('b') || 'ninguno'}`,
  'name.homophone': (v) => `«${v('a')}» y «${v('b')}» solo suenan igual`,
  'name.empty': () => 'no hay nombre que comparar',
  'fact.same': (v) => `mismo dato, ${v('property')}: ${v('a')}`,
  'fact.near': (v) => `${v('property')} concuerda hasta donde se sabe: ${v('a')}, ${v('b')}`,
  'fact.differs': (v) => `${v('property')} difiere: ${v('a')}, ${v('b')}`,
  'link.same': (v) => `ambos tienen vínculo con ${v('name')}`,
  'link.between': () => 'hay un vínculo entre ambos',
};

const texts: Readonly<Record<Language, Texts>> = { en: english, es: spanish };

/**
 * A reason in words, without a capital and without a full stop. @param property the words for `property` of a fact, when
 * the caller knows better ones than its key
 */
export function nameReasonText(reason: NameReason, language: Language, property?: string): string {
  return texts[language][reason.code]((name) =>
    name === 'property' && property !== undefined ? property : (reason.params[name] ?? ''),
  );
}
