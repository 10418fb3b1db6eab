import type { DossierLanguage } from '#contract/dossier.ts';
import type { NameKind } from '#contract/vocabulary.ts';

/** How many of a list are named before the rest are only counted. */
const named = 5;

/** A fact as a sentence names it. */
export interface FactInSentence {
  /** Begins in lower case, unless it is an acronym. */
  readonly label: string;
  readonly value: string;
}

/**
 * The words that the model itself needs, in the dossier's language. Those of the printed page (headings, grades,
 * markings) are the template's, in `resources/dossier`.
 */
export interface Words {
  readonly nameKind: Readonly<Record<NameKind, string>>;
  /** Heading of a disagreement about how a name is written. */
  readonly spelling: string;
  /** The side of those who contradict a fact and give no value of their own. */
  readonly notSo: string;
  /** Which side of a disagreement is preferred, and the analyst's words why; empty for none. */
  readonly preferred: (value: string, why: string) => string;
  /** What stands in place of a citation of a passage that the case no longer has. */
  readonly citationGone: string;
  /** A gap in a report on several, with whose it is. */
  readonly gapOf: (name: string, gap: string) => string;
  readonly gap: {
    readonly birthDate: string;
    readonly eventDate: string;
    readonly foundingDate: string;
    readonly identifier: string;
    readonly place: string;
    readonly unsourced: (facts: readonly FactInSentence[]) => string;
    readonly contradicted: (facts: readonly FactInSentence[]) => string;
    readonly notJudged: (facts: readonly FactInSentence[]) => string;
    readonly oneSource: (facts: readonly FactInSentence[]) => string;
    readonly undated: (facts: readonly FactInSentence[]) => string;
  };
}

const words: Record<DossierLanguage, Words> = {
  en: {
    nameKind: {
      primary: 'Primary name',
      legal: 'Legal name',
      alias: 'Alias',
      variant: 'Variant',
      transliteration: 'Transliteration',
      former: 'Former name',
      acronym: 'Acronym',
    },
    spelling: 'Spelling of the name',
    notSo: 'Not so',
    citationGone: '[passage no longer in the case]',
    gapOf: (name, gap) => `${name}: ${gap}`,
    preferred: (value, why) => `Preferred: ${value}.${why === '' ? '' : ` ${why}`}`,
    gap: {
      birthDate: 'No date of birth is recorded.',
      eventDate: 'No date is recorded for it.',
      foundingDate: 'No date of foundation is recorded.',
      identifier: 'No document, number or other identifier is recorded.',
      place: 'No address or place is recorded.',
      unsourced: (facts) =>
        `${facts.length === 1 ? 'One line rests' : `${facts.length} lines rest`} on no passage: ${listed(facts, english)}.`,
      contradicted: (facts) =>
        `${facts.length === 1 ? 'One line is' : `${facts.length} lines are`} contradicted and supported by no passage: ${listed(facts, english)}.`,
      notJudged: (facts) =>
        `${facts.length === 1 ? 'One line rests' : `${facts.length} lines rest`} only on what could not be judged (reliability F or credibility 6): ${listed(facts, english)}.`,
      oneSource: (facts) =>
        `${facts.length === 1 ? 'One key line rests' : `${facts.length} key lines rest`} on a single independent source: ${listed(facts, english)}.`,
      undated: (facts) =>
        `${facts.length === 1 ? 'One link has' : `${facts.length} links have`} no dates: ${listed(facts, english)}.`,
    },
  },
  es: {
    nameKind: {
      primary: 'Nombre principal',
      legal: 'Nombre legal',
      alias: 'Alias',
      variant: 'Variante',
      transliteration: 'Transliteración',
      former: 'Nombre anterior',
      acronym: 'Sigla',
    },
    spelling: 'Grafía del nombre',
    notSo: 'No es así',
    citationGone: '[pasaje que ya no está en el caso]',
    gapOf: (name, gap) => `${name}: ${gap}`,
    preferred: (value, why) => `Se prefiere: ${value}.${why === '' ? '' : ` ${why}`}`,
    gap: {
      birthDate: 'No consta la fecha de nacimiento.',
      eventDate: 'No consta su fecha.',
      foundingDate: 'No consta la fecha de fundación.',
      identifier: 'No consta ningún documento, número ni otro identificador.',
      place: 'No consta ninguna dirección ni lugar.',
      unsourced: (facts) =>
        `${facts.length === 1 ? 'Una línea no se apoya' : `${facts.length} líneas no se apoyan`} en ningún pasaje: ${listed(facts, spanish)}.`,
      contradicted: (facts) =>
        `${facts.length === 1 ? 'Una línea está contradicha y ningún pasaje la respalda' : `${facts.length} líneas están contradichas y ningún pasaje las respalda`}: ${listed(facts, spanish)}.`,
      notJudged: (facts) =>
        `${facts.length === 1 ? 'Una línea se apoya' : `${facts.length} líneas se apoyan`} solo en lo que no se pudo juzgar (fiabilidad F o credibilidad 6): ${listed(facts, spanish)}.`,
      oneSource: (facts) =>
        `${facts.length === 1 ? 'Una línea principal se apoya' : `${facts.length} líneas principales se apoyan`} en una sola fuente independiente: ${listed(facts, spanish)}.`,
      undated: (facts) =>
        `${facts.length === 1 ? 'Un vínculo no tiene' : `${facts.length} vínculos no tienen`} fechas: ${listed(facts, spanish)}.`,
    },
  },
  pt: {
    nameKind: {
      primary: 'Nome principal',
      legal: 'Nome legal',
      alias: 'Alcunha',
      variant: 'Variante',
      transliteration: 'Transliteração',
      former: 'Nome anterior',
      acronym: 'Sigla',
    },
    spelling: 'Grafia do nome',
    notSo: 'Não é assim',
    citationGone: '[passagem que já não está no caso]',
    gapOf: (name, gap) => `${name}: ${gap}`,
    preferred: (value, why) => `Prefere-se: ${value}.${why === '' ? '' : ` ${why}`}`,
    gap: {
      birthDate: 'Não consta a data de nascimento.',
      eventDate: 'Não consta a sua data.',
      foundingDate: 'Não consta a data de fundação.',
      identifier: 'Não consta nenhum documento, número ou outro identificador.',
      place: 'Não consta nenhum endereço nem lugar.',
      unsourced: (facts) =>
        `${facts.length === 1 ? 'Uma linha não se apoia' : `${facts.length} linhas não se apoiam`} em nenhuma passagem: ${listed(facts, portuguese)}.`,
      contradicted: (facts) =>
        `${facts.length === 1 ? 'Uma linha é contradita e nenhuma passagem a sustenta' : `${facts.length} linhas são contraditas e nenhuma passagem as sustenta`}: ${listed(facts, portuguese)}.`,
      notJudged: (facts) =>
        `${facts.length === 1 ? 'Uma linha apoia-se' : `${facts.length} linhas apoiam-se`} apenas no que não se pôde avaliar (fiabilidade F ou credibilidade 6): ${listed(facts, portuguese)}.`,
      oneSource: (facts) =>
        `${facts.length === 1 ? 'Uma linha principal apoia-se' : `${facts.length} linhas principais apoiam-se`} numa única fonte independente: ${listed(facts, portuguese)}.`,
      undated: (facts) =>
        `${facts.length === 1 ? 'Um vínculo não tem' : `${facts.length} vínculos não têm`} datas: ${listed(facts, portuguese)}.`,
    },
  },
};

/** The model's words in a language. */
export function wordsOf(language: DossierLanguage): Words {
  return words[language];
}

const english = { quoted: (value: string) => `“${value}”`, rest: (n: number) => `and ${n} more` };
const portuguese = { quoted: (value: string) => `«${value}»`, rest: (n: number) => `e mais ${n}` };
const spanish = { quoted: (value: string) => `«${value}»`, rest: (n: number) => `y ${n} más` };

/** `alias “A”, “B”; status “C”; and 3 more`: what has one label is told under it. */
function listed(facts: readonly FactInSentence[], { quoted, rest }: typeof english): string {
  // Naming all but one and counting that one would be no shorter.
  const shown = facts.length <= named + 1 ? facts : facts.slice(0, named);
  const groups = [...Map.groupBy(shown, ({ label }) => label)].map(
    ([label, those]) => `${label} ${those.map(({ value }) => quoted(value)).join(', ')}`,
  );
  const left = facts.length - shown.length;
  return [...groups, ...(left === 0 ? [] : [rest(left)])].join('; ');
}
