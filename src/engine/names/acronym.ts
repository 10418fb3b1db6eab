import type { Word } from './name-parts.ts';
import { emptyWords, legalForms, meaningOf } from './organization-words.ts';

/** How an acronym is made of a name: a letter of each word, or the beginnings of its words. */
export type AcronymFit = 'letters' | 'syllables' | 'loose';

/**
 * Whether letters are an acronym of a name's words in order: each word that tells something gives its first letter
 * ("letters") or its beginning ("syllables"), and empty words and legal forms may give theirs. `loose` leaves out a word
 * that many names have.
 */
export function acronymFit(letters: string, words: readonly Word[]): AcronymFit | undefined {
  const telling = words.filter((word) => !isOptional(word.text)).length;
  if (letters.length < 2 || words.length < 2 || (telling < 2 && letters.length < 3))
    return undefined;
  if (words.some(({ text }) => text === letters)) return undefined;
  if (fits(letters, words, 0, 0, 1, 0)) return 'letters';
  if (letters.length >= 5 && letters.length <= 12 && fits(letters, words, 0, 0, 7, 1))
    return 'syllables';
  if (letters.length >= 4 && fits(letters, words, 0, 0, 1, 1)) return 'loose';
  return undefined;
}

function fits(
  letters: string,
  words: readonly Word[],
  at: number,
  word: number,
  most: number,
  skips: number,
): boolean {
  if (word === words.length) return at === letters.length;
  const text = words[word]?.text ?? '';
  const optional = isOptional(text);
  const longest =
    legalForms.has(text) || (optional && most > 1) ? text.length : optional ? 1 : most;
  for (let taken = 1; taken <= longest; taken += 1) {
    if (letters[at + taken - 1] !== text[taken - 1] || letters[at + taken - 1] === undefined) break;
    if (fits(letters, words, at + taken, word + 1, most, skips)) return true;
  }
  if (optional) return fits(letters, words, at, word + 1, most, skips);
  // A country at the end is left out as often as not.
  if (at === letters.length && at >= 3 && word >= 3) {
    if (words.slice(word).every((rest) => isOptional(rest.text) || isCountry(rest.text)))
      return true;
  }
  return (
    skips > 0 &&
    meaningOf(text) !== undefined &&
    fits(letters, words, at, word + 1, most, skips - 1)
  );
}

const isCountry = (text: string): boolean => meaningOf(text)?.weight === 0.6;

const isOptional = (text: string): boolean =>
  emptyWords.has(text) || legalForms.has(text) || text.length === 1;

/** Acronyms of bodies that go by another in each language, each line one body. */
const lines = `
onu un uno oon: organizacion de las naciones unidas; naciones unidas; united nations; united nations organization; organizacao das nacoes unidas; nacoes unidas; nations unies
otan nato: organizacion del tratado del atlantico norte; north atlantic treaty organization; organizacao do tratado do atlantico norte
oea oas: organizacion de estados americanos; organization of american states; organizacao dos estados americanos
ue eu: union europea; european union; uniao europeia
fmi imf: fondo monetario internacional; international monetary fund; fundo monetario internacional
oms who: organizacion mundial de la salud; world health organization; organizacao mundial da saude
omc wto: organizacion mundial del comercio; world trade organization
cpi icc: corte penal internacional; international criminal court; tribunal penal internacional
cij icj: corte internacional de justicia; international court of justice
cidh iachr: comision interamericana de derechos humanos; inter american commission on human rights
bid iadb idb: banco interamericano de desarrollo; inter american development bank
bm wb: banco mundial; world bank; banco mundial
opep opec: organizacion de paises exportadores de petroleo; organization of the petroleum exporting countries
eeuu usa eua us: estados unidos; estados unidos de america; united states; united states of america
ru uk: reino unido; united kingdom
urss ussr sssr: union de republicas socialistas sovieticas; union of soviet socialist republics; union sovietica; soviet union
cicr icrc: comite internacional de la cruz roja; international committee of the red cross
acnur unhcr: alto comisionado de las naciones unidas para los refugiados; united nations high commissioner for refugees
oit ilo: organizacion internacional del trabajo; international labour organization
oim iom: organizacion internacional para las migraciones; international organization for migration
oiea iaea: organismo internacional de energia atomica; international atomic energy agency
onudd unodc: oficina de las naciones unidas contra la droga y el delito; united nations office on drugs and crime
isis eiil isil daesh ei: estado islamico; islamic state; estado islamico de irak y el levante; islamic state of iraq and syria; islamic state of iraq and the levant
eln: ejercito de liberacion nacional; national liberation army
farc: fuerzas armadas revolucionarias de colombia; revolutionary armed forces of colombia
fsb: servicio federal de seguridad; federal security service; federalnaya sluzhba bezopasnosti
ofac: oficina de control de activos extranjeros; office of foreign assets control
gafi fatf: grupo de accion financiera internacional; financial action task force
mre: ministerio de relaciones exteriores
`;

const bodies = new Map<string, number[]>();
lines
  .trim()
  .split('\n')
  .forEach((line, body) => {
    const [short = '', long = ''] = line.split(':');
    for (const name of [...short.split(' '), ...long.split(';')]) {
      const key = name.trim();
      bodies.set(key, [...(bodies.get(key) ?? []), body]);
    }
  });

/** Whether two folded names are known to be of one body, as ONU and United Nations are. */
export function areOneBody(a: string, b: string): boolean {
  const first = bodies.get(a);
  const second = bodies.get(b);
  return first !== undefined && second !== undefined && first.some((body) => second.includes(body));
}

/** The numbers of the bodies that a folded name is known to name. */
export function bodiesOf(name: string): readonly number[] {
  return bodies.get(name) ?? [];
}
