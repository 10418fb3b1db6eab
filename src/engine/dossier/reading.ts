import type { DossierContent, DossierLanguage } from '#contract/dossier.ts';
import type { CaseStore } from '../store/index.ts';
import { Tally } from './tally.ts';
import { withholdingOf, type Withholding } from './withholding.ts';
import { wordsOf, type Words } from './words.ts';

/** What everything that reads the case for one dossier needs to know. */
export interface Reading {
  readonly store: CaseStore;
  readonly language: DossierLanguage;
  readonly words: Words;
  readonly withholding: Withholding;
  /** Ids of what was chosen not to be printed. */
  readonly leftOut: ReadonlySet<string>;
  readonly tally: Tally;
}

/** Begins to read the case for a dossier in a language. */
export function readingFor(
  store: CaseStore,
  content: Pick<DossierContent, 'most' | 'leftOut'>,
  language: DossierLanguage,
): Reading {
  return {
    store,
    language,
    words: wordsOf(language),
    withholding: withholdingOf(store, content.most),
    leftOut: new Set(content.leftOut),
    tally: new Tally(),
  };
}
