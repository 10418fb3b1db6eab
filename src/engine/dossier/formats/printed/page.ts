import { CaseError } from '#contract/error.ts';
import type { Credibility } from '#contract/vocabulary.ts';
import type { DossierExcerpt, DossierModel, DossierSource } from '../../model.ts';
import { plain, type Phrase, type Run } from './document.ts';
import { oneLine } from './legible.ts';
import type { PageWords } from './words.ts';

/** A dossier being worded: its words, its excerpts and sources by number, and whether they are printed. */
export class Page {
  readonly model: DossierModel;
  readonly words: PageWords;
  /** Whether passages are printed; if not, a citation names the source instead. */
  readonly passages: boolean;
  readonly #excerpts: ReadonlyMap<number, DossierExcerpt>;
  readonly #sources: ReadonlyMap<number, DossierSource>;

  constructor(model: DossierModel, words: PageWords) {
    this.model = model;
    this.words = words;
    this.passages = model.sections.some(({ id }) => id === 'excerpts' || id === 'tagged');
    this.#excerpts = new Map(model.excerpts.map((excerpt) => [excerpt.number, excerpt]));
    this.#sources = new Map(model.sources.map((source) => [source.number, source]));
  }

  /** @throws CaseError `dossier.failed` when no excerpt has the number */
  excerpt(number: number): DossierExcerpt {
    return found(this.#excerpts.get(number), `excerpt ${number} is cited and not there`);
  }

  /** @throws CaseError `dossier.failed` when no source has the number */
  source(number: number): DossierSource {
    return found(this.#sources.get(number), `source ${number} is named and not there`);
  }

  /** The grade of what a source says in one place: its reliability, and the credibility of that. */
  grade(excerpt: DossierExcerpt, credibility: Credibility): string {
    return `${this.source(excerpt.sourceNumber).reliability}${credibility}`;
  }

  /** "Source 2, Who holds the northern quay?", leading to the register. */
  sourceNamed(number: number): Phrase {
    const title = oneLine(this.source(number).title);
    return [this.sourceRun(number), ...(title === '' ? [] : [plain(', '), plain(title)])];
  }

  sourceRun(number: number): Run {
    return { type: 'source', number, text: `${this.words.source} ${number}` };
  }

  /** Marks of citations, with spaces between them. */
  marks(numbers: readonly number[], listed?: true): Run[] {
    const runs = this.passages
      ? numbers.map((excerpt): Run => ({
          type: 'citation',
          excerpt,
          ...(listed === true ? { listed } : {}),
        }))
      : [...new Set(numbers.map((number) => this.excerpt(number).sourceNumber))].map(
          (number): Run => ({ type: 'source', number, text: `[S${number}]` }),
        );
    return runs.flatMap((run, at) => (at === 0 ? [run] : [plain(' '), run]));
  }
}

function found<Thing>(thing: Thing | undefined, reason: string): Thing {
  if (thing === undefined) throw new CaseError('dossier.failed', { reason });
  return thing;
}

/** The text in one line; null where there is nothing to print. */
export function orNothing(text: string | null): string | null {
  const line = text === null ? '' : oneLine(text);
  return line === '' ? null : line;
}
