import { placeLength } from './gazetteer.ts';
import type { Reading } from './reading.ts';
import type { Candidate } from './segment.ts';
import { wordSet } from './words/word-set.ts';

/** What has a name of its own and is neither a person, nor an organization, nor a place; it stands before the name. */
const things = wordSet(`
operation operacion operacao plan ship vessel yacht boat tanker freighter aircraft jet ley law decreto decree codigo code
reglamento tratado treaty convenio convention acuerdo agreement buque barco yate lancha motonave embarcacion navio libro book
novel novela film pelicula serie cancion album lei projeto proyecto project
`);

/** What stands after it. */
const thingsAfter =
  /^\)?(?: and(?: \p{Lu}\p{L}+){1,4}(?: \(\p{Lu}+\))?)?(?: \(\p{Lu}+\))? (?:Act|Law|Bill|Treaty|Convention|Code|Agreement|Amendment|Accords?|Games|Day)(?!\p{L})/u;

/** Those who hold an office that has a name: "ministro del Interior". */
const offices = wordSet(`
ministro ministra exministro exministra viceministro viceministra viceministerio secretario secretaria subsecretario
ministerio minister secretary
`);

const naming = wordSet(
  'named called llamada llamado denominada denominado bautizada bautizado chamada chamado codenamed',
);

/** Whether a name is that of a law, an operation, a vessel, a book, or of the office that a minister holds. */
export function isThing({ tokens, text }: Reading, { from, to }: Candidate): boolean {
  const first = tokens[from];
  const last = tokens[to - 1];
  if (first === undefined || last === undefined) return false;
  if (thingsAfter.test(text.slice(last.end, last.end + 70))) return true;
  if (!/^ ?["“«]?$/.test(first.gap)) return false;
  const before = tokens[from - 1]?.folded ?? '';
  const further = tokens[from - 2];
  if (before === 'de' || before === 'del') {
    const isOffice = further?.shape === 'lower' && offices.has(further.folded);
    return isOffice && placeLength(tokens, from) === 0;
  }
  return things.has(naming.has(before) || before === 'contra' ? (further?.folded ?? '') : before);
}
