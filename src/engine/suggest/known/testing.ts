import type { EntityKind, NameKind } from '#contract/vocabulary.ts';
import { KnownIndex } from './known-index.ts';
import type { KnownMatch, KnownName } from './known.ts';
import { matchText } from './match.ts';

/** A name for tests: the entity is called by the name it is found by first, unless told. */
export function name(
  value: string,
  {
    entity = value,
    kind = 'person',
    nameKind = 'primary',
  }: { entity?: string; kind?: EntityKind; nameKind?: NameKind } = {},
): KnownName {
  return { entityId: entity, kind, nameId: `name of ${value}`, nameKind, value };
}

export function find(names: readonly KnownName[], text: string, minScore?: number): KnownMatch[] {
  const index = new KnownIndex(names);
  return matchText(index, text, minScore === undefined ? {} : { minScore });
}

/** Each match as "what stands there=the best entity". */
export function told(matches: readonly KnownMatch[]): string[] {
  return matches.map(({ text, readings }) => `${text}=${readings[0]?.entityId ?? ''}`);
}

/** The codes of the best reading of a match. */
export function codes(match: KnownMatch | undefined): string[] {
  return match?.readings[0]?.reasons.map(({ code }) => code) ?? [];
}

export function score(match: KnownMatch | undefined, entity?: string): number {
  const reading =
    entity === undefined
      ? match?.readings[0]
      : match?.readings.find(({ entityId }) => entityId === entity);
  return reading?.score ?? 0;
}
