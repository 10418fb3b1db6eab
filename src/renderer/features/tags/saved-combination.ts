import { z } from 'zod';
import { PassageScope } from '#contract/passage-query.ts';
import { EntityKind } from '#contract/vocabulary.ts';
import { joints } from './combination.ts';
import type { Part } from './tag-work-store.ts';

/** A combination of tags as it was put together. */
export interface Combined {
  parts: readonly Part[];
  scope: PassageScope;
  /** UTF-16 code units, where the scope is `near`. */
  distance: number;
}

const Body = z.object({
  parts: z
    .array(
      z.object({
        joint: z.enum(joints),
        term: z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('tag'), id: z.string(), below: z.boolean() }),
          z.object({
            kind: z.literal('entity'),
            id: z.string(),
            title: z.string(),
            entityKind: EntityKind,
          }),
          z.object({ kind: z.literal('source'), id: z.string(), title: z.string() }),
        ]),
      }),
    )
    .min(1),
  scope: PassageScope,
  distance: z.int().min(0),
});

/** A combination as it is kept with the case. */
export function bodyOf({ parts, scope, distance }: Combined): string {
  return JSON.stringify({ parts, scope, distance });
}

/** The combination that was kept, or null for what this version does not know how to read. */
export function combinedOf(body: string): Combined | null {
  try {
    const read = Body.safeParse(JSON.parse(body));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
