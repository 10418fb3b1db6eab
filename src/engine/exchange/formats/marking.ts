import { Handling } from '#contract/vocabulary.ts';
import type { EntityRecord } from './records.ts';

/** The strictest of some markings; where there are none, the strictest there is. */
export function strictestOf(handlings: readonly Handling[]): Handling {
  return Handling.options.find((handling) => handlings.includes(handling)) ?? 'RED';
}

/** How what is told of an entity with the words its facts rest on is to be handled. */
export function markingWithWords({ handling, names, attributes }: EntityRecord): Handling {
  const evidence = [...names, ...attributes].flatMap((fact) => fact.evidence);
  return strictestOf([handling, ...evidence.map((one) => one.handling)]);
}
