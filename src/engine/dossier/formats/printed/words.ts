import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { DossierKind, DossierSectionId, type DossierLanguage } from '#contract/dossier.ts';
import {
  Confidence,
  Credibility,
  CustodyAct,
  EntityKind,
  Handling,
  Likelihood,
  NameKind,
  Reliability,
  SourceKind,
  Stance,
} from '#contract/vocabulary.ts';
import { resourcePath } from '../../../resources.ts';

const word = z.string();
const forms = z.object({ one: word, many: word.optional(), other: word });
/** A text for one, and for several. */
export type Forms = z.infer<typeof forms>;

export const PageWords = z.object({
  language: word,
  region: word,
  dossier: word,
  documentKind: z.record(DossierKind, word),
  kind: z.record(EntityKind, word),
  contents: word,
  case: word,
  reference: word,
  preparedBy: word,
  asOf: word,
  handling: word,
  revision: word,
  page: word,
  quotes: z.tuple([word, word]),
  date: word,
  monthOfYear: word,
  months: z.array(word).length(12),
  decimal: word,
  colon: word,
  unsourced: word,
  against: word,
  independent: forms,
  section: z.record(DossierSectionId, word),
  nameKind: z.record(NameKind, word),
  column: z.object({
    kind: word,
    name: word,
    property: word,
    value: word,
    dates: word,
    relation: word,
    other: word,
    date: word,
    event: word,
    subject: word,
    bySource: word,
    grade: word,
    passage: word,
    evidence: word,
  }),
  assessment: word,
  finding: word,
  likelihoodLabel: word,
  confidenceLabel: word,
  likelihood: z.record(Likelihood, z.object({ term: word, range: word, sentence: word })),
  confidence: z.record(Confidence, z.object({ term: word, sentence: word, meaning: word })),
  noGaps: word,
  withheld: z.object({
    title: word,
    text: word,
    nothing: word,
    facts: forms,
    passages: forms,
    sources: forms,
    entities: forms,
    photographs: forms,
    texts: forms,
  }),
  and: word,
  source: word,
  excerpt: word,
  cited: z.record(Stance, word),
  untitled: word,
  photograph: z.object({ number: word, credit: word, alt: word, noPicture: word }),
  figure: z.object({ chart: word, map: word }),
  excerptCount: forms,
  uncertainDate: word,
  register: z.object({
    author: word,
    publisher: word,
    published: word,
    retrieved: word,
    retrievedFrom: word,
    retrievedBy: word,
    retrievedWith: word,
    url: word,
    language: word,
    file: word,
    handling: word,
    reliability: word,
    sha256: word,
    excerpts: word,
    derivesFrom: word,
    derivesFromNote: word,
    container: word,
    custody: word,
    log: word,
  }),
  custody: z.object({ imported: word, merged: word, by: word }),
  custodyAct: z.record(CustodyAct, word),
  custodyParty: z.record(CustodyAct, word),
  custodyPurpose: word,
  formerText: word,
  sourceKind: z.record(SourceKind, word),
  key: z.object({
    grades: word,
    gradesNote: word,
    reliability: word,
    credibility: word,
    judgements: word,
    judgementsNote: word,
    likelihood: word,
    confidence: word,
    markings: word,
    signs: word,
    signCitation: word,
    signSource: word,
    signAgainst: word,
    signUnsourced: word,
    signIndependent: word,
    signIndependentExample: word,
    signOutgoing: word,
    signIncoming: word,
    signMutual: word,
    signUncertain: word,
  }),
  reliability: z.record(Reliability, word),
  credibility: z.record(Credibility, word),
  markings: z.record(Handling, word),
  verification: z.object({
    title: word,
    text: word,
    unsigned: word,
    position: word,
    chain: word,
    content: word,
    subject: word,
    case: word,
    signer: word,
    fingerprint: word,
    signature: word,
    code: word,
    qrAlt: word,
  }),
});

/** The words of the page that DOCX, HTML and Markdown print: those of the typeset dossier, in one language. */
export type PageWords = z.infer<typeof PageWords>;

const read = new Map<DossierLanguage, PageWords>();

/** The words of the page in a language, from `resources/dossier/strings.*.json`. */
export function pageWords(language: DossierLanguage): PageWords {
  let words = read.get(language);
  if (words === undefined) {
    const file = resourcePath('dossier', `strings.${language}.json`);
    words = PageWords.parse(JSON.parse(readFileSync(file, 'utf8')));
    read.set(language, words);
  }
  return words;
}

/** A pattern with its places filled in: `fillIn('page {page}', { page: 3 })`. */
export function fillIn(pattern: string, values: Readonly<Record<string, string | number>>): string {
  return pattern.replaceAll(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

/** A text with a number in it, in the form that the number takes in the language of the page. */
export function counted(
  count: number,
  forms: Forms,
  words: Pick<PageWords, 'language'>,
  values: Readonly<Record<string, string | number>> = { count },
): string {
  const form = new Intl.PluralRules(words.language).select(count);
  const pattern = form === 'one' ? forms.one : form === 'many' ? forms.many : undefined;
  return fillIn(pattern ?? forms.other, values);
}
