import { z } from 'zod';

/** Records that an export may leave out because of their marking. */
const withheld = z.enum([
  'withheld.case',
  'withheld.source',
  'withheld.excerpt',
  'withheld.entity',
  'withheld.name',
  'withheld.attribute',
  'withheld.link',
  'withheld.evidence',
  'withheld.mention',
  'withheld.finding',
  'withheld.photo',
]);

/**
 * What an export does not carry, in words for programs; what each means is in `resources/formats/README.md`. The part
 * before a dot says why: `withheld` by its marking, `changed` to be written at all; without one, the form has no place
 * for it.
 */
export const LeftOut = z.enum([
  ...withheld.options,
  'source',
  'text',
  'withoutText',
  'original',
  'formerText',
  'custody',
  'excerpt',
  'orphan',
  'tag',
  'tagging',
  'entity',
  'link',
  'internalLink',
  'evidence',
  'date',
  'coordinates',
  'mention',
  'differs',
  'note',
  'assessment',
  'finding',
  'photo',
  'picture',
  'resolution',
  'changed.character',
  'changed.formula',
  'changed.link',
]);
export type LeftOut = z.infer<typeof LeftOut>;

export interface Left {
  what: LeftOut;
  count: number;
}

/** Counts what an export does not carry. */
export class Tally {
  readonly #counts = new Map<LeftOut, number>();

  add(what: LeftOut, count = 1): void {
    if (count > 0) this.#counts.set(what, (this.#counts.get(what) ?? 0) + count);
  }

  /** In the order of `LeftOut`. */
  list(): Left[] {
    return LeftOut.options.flatMap((what) => {
      const count = this.#counts.get(what);
      return count === undefined ? [] : [{ what, count }];
    });
  }
}
