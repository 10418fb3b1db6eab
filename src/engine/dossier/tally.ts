import type { Handling } from '#contract/vocabulary.ts';
import type { Withheld } from './model.ts';

/** Counts what was withheld: each record once, however often it was come upon. */
export class Tally {
  readonly facts = new Set<string>();
  readonly passages = new Set<string>();
  readonly sources = new Set<string>();
  readonly entities = new Set<string>();
  readonly photographs = new Set<string>();
  /** Of summaries, findings and assessments: the record that each is of. */
  readonly texts = new Set<string>();

  get counts(): Omit<Withheld, 'above'> {
    return {
      facts: this.facts.size,
      passages: this.passages.size,
      sources: this.sources.size,
      entities: this.entities.size,
      photographs: this.photographs.size,
      texts: this.texts.size,
    };
  }

  /** Null when nothing was to be withheld. */
  counted(above: Handling | null): Withheld | null {
    return above === null ? null : { above, ...this.counts };
  }
}
