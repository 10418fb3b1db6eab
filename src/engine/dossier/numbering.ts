import type { Handling } from '#contract/vocabulary.ts';
import type { CitedFact } from './fact.ts';
import type { Citation, ExcerptUse } from './model.ts';

/** An excerpt that the dossier cites, with what for. */
export interface CitedExcerpt {
  readonly id: string;
  readonly number: number;
  readonly sourceNumber: number;
  readonly uses: readonly ExcerptUse[];
}

/**
 * Numbers excerpts in the order in which they are first cited, and sources in the order in which they, or an excerpt of
 * theirs, first are: so lines must be cited in the order in which they are printed. It also knows whom they name.
 */
export class Numbering {
  readonly #excerpts = new Map<string, CitedExcerpt & { uses: ExcerptUse[] }>();
  readonly #sources = new Map<string, number>();
  readonly #evidence = new Set<string>();
  readonly #entities = new Set<string>();
  readonly #markings = new Set<Handling>();

  /**
   * The citations of a line. A fact that is printed twice, say in a table and in the chronology, is one use of its
   * excerpts.
   */
  cite(fact: CitedFact): Citation[] {
    this.name(fact.names);
    return fact.evidence.map((item) => {
      const excerpt = this.#numbered(item.excerpt, item.source);
      if (!this.#evidence.has(item.id)) {
        this.#evidence.add(item.id);
        excerpt.uses.push({
          fact: fact.text,
          stance: item.stance,
          credibility: item.credibility,
        });
      }
      return { excerpt: excerpt.number, stance: item.stance, credibility: item.credibility };
    });
  }

  /**
   * The citations of a line that says several facts at once, each excerpt once: one that contradicts any of them
   * contradicts the line.
   */
  citeAll(facts: readonly CitedFact[]): Citation[] {
    const citations = new Map<number, Citation>();
    for (const fact of facts) {
      for (const citation of this.cite(fact)) {
        const known = citations.get(citation.excerpt);
        if (
          known === undefined ||
          (known.stance === 'supports' && citation.stance !== 'supports')
        ) {
          citations.set(citation.excerpt, citation);
        }
      }
    }
    return [...citations.values()];
  }

  /** The number of a passage that is cited as such, for no fact. */
  passage(id: string, source: string): number {
    return this.#numbered(id, source).number;
  }

  /** The number of a source. */
  source(id: string): number {
    const number = this.#sources.get(id) ?? this.#sources.size + 1;
    this.#sources.set(id, number);
    return number;
  }

  /** Notes that something with a marking of its own is printed. */
  mark(handling: Handling | null): void {
    if (handling !== null) this.#markings.add(handling);
  }

  /** Markings of what is printed besides excerpts, sources and entities. */
  get markings(): readonly Handling[] {
    return [...this.#markings];
  }

  /** Notes that entities are named in print. */
  name(ids: Iterable<string>): void {
    for (const id of ids) this.#entities.add(id);
  }

  /** Ids of the entities named so far. */
  get entities(): readonly string[] {
    return [...this.#entities];
  }

  /** The excerpts cited so far, in order of number. */
  get excerpts(): readonly CitedExcerpt[] {
    return [...this.#excerpts.values()];
  }

  /** Ids of the sources named so far, in order of number. */
  get sources(): readonly string[] {
    return [...this.#sources.keys()];
  }

  #numbered(id: string, source: string): CitedExcerpt & { uses: ExcerptUse[] } {
    let excerpt = this.#excerpts.get(id);
    if (excerpt === undefined) {
      const number = this.#excerpts.size + 1;
      excerpt = { id, number, sourceNumber: this.source(source), uses: [] };
      this.#excerpts.set(id, excerpt);
    }
    return excerpt;
  }
}
