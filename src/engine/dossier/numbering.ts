import type { EvidenceItem } from '#contract/entity.ts';
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
 * Numbers excerpts in the order in which they are first cited, and sources in the order in which an excerpt of theirs
 * first is: so lines must be cited in the order in which they are printed.
 */
export class Numbering {
  readonly #excerpts = new Map<string, CitedExcerpt & { uses: ExcerptUse[] }>();
  readonly #sources = new Map<string, number>();
  readonly #evidence = new Set<string>();

  /**
   * The citations of a line. A fact that is printed twice, say in a table and in the chronology, is one use of its
   * excerpts.
   */
  cite(fact: CitedFact): Citation[] {
    return fact.evidence.map((item) => {
      const excerpt = this.#numbered(item);
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

  /** The excerpts cited so far, in order of number. */
  get excerpts(): readonly CitedExcerpt[] {
    return [...this.#excerpts.values()];
  }

  /** Ids of the sources quoted so far, in order of number. */
  get sources(): readonly string[] {
    return [...this.#sources.keys()];
  }

  #numbered(item: EvidenceItem): CitedExcerpt & { uses: ExcerptUse[] } {
    let excerpt = this.#excerpts.get(item.excerpt);
    if (excerpt === undefined) {
      const number = this.#excerpts.size + 1;
      const sourceNumber = this.#sources.get(item.source) ?? this.#sources.size + 1;
      this.#sources.set(item.source, sourceNumber);
      excerpt = { id: item.excerpt, number, sourceNumber, uses: [] };
      this.#excerpts.set(item.excerpt, excerpt);
    }
    return excerpt;
  }
}
