/** A cue, and what may stand between the main name and it. */
export interface AliasCue {
  readonly pattern: RegExp;
  /** Whether an apposition may stand between: ", a nineteen-year-old from the coast, alias X". */
  readonly isLoose: boolean;
}

/** Any of some phrases as words of their own, with what stands between them and the name. */
function anyOf(phrases: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${phrases.join('|')})(?:[ :,]|(?=["“«‘']))`, 'giu');
}

/** Words that say that another name follows. Of two that fit, the one further left counts, and then the first here. */
export const aliasCues: readonly AliasCue[] = [
  {
    isLoose: true,
    pattern: anyOf([
      'alias(?:es)?(?: (?:include[sd]?|incluyen?|are|son|usados son))?',
      'a[./]?k[./]?a\\.?',
      'f[./]?k[./]?a\\.?',
      'nicknamed',
      '(?:the |a |his |her )?(?:handle|screen name|nickname|call sign|codename|code name)(?: of)?',
      '(?:el |su )?(?:sobrenombre|seud[oó]nimo|pseud[oô]nimo|apodo)(?: de)?',
      '(?:who goes|going) by',
      'apodad[oa]s?',
      'de mote',
      'vulgo',
      'apelidad[oa](?: de)?',
      '\\(a\\)',
      'conocid[oa]s? (?:tambi[eé]n )?(?:con|por) el alias(?: de)?',
    ]),
  },
  {
    isLoose: false,
    pattern: anyOf([
      '(?:also |better |best )?known (?:\\p{Ll}+ ){0,4}as',
      'also (?:called|identified as)',
      '(?:using|under) the (?:name|alias)(?: of)?',
      '(?:calls|called|calling) (?:himself|herself)',
      '(?:everybody|everyone|people|they) call(?:s|ed)? (?:him|her)',
      'nom de guerre',
      '(?:tambi[eé]n |mejor |m[aá]s )?conocid[oa]s? (?:\\p{Ll}+ ){0,4}como',
      'tambi[eé]n (?:llamad|conocid|identificad)[oa]s?(?: como)?',
      'el llamado|la llamada',
      'se (?:hac[ií]a|hace) llamar',
      '(?:con|bajo) el (?:nombre|alias) de',
      '(?:que |quien )?(?:le|lo|la) (?:dicen|dec[ií]an|apodan|apodaban|llaman|llamaban)',
      '(?:a )?quien(?:es)? (?:apodan|apodaban|llaman|llamaban|dicen|conocen como)',
      'al que (?:apodan|llaman|dicen)',
      'nombre de guerra',
      'conhecid[oa]s? (?:tamb[eé]m |popularmente )?(?:como|por)',
      'tamb[eé]m chamad[oa](?: de)?',
      'a (?:quem|que) chamam(?: de)?',
      'chamad[oa] de',
    ]),
  },
];
