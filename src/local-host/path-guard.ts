import type { AnyContractRouter } from '@orpc/contract';
import { CaseError } from '#contract/error.ts';
import { toWire } from '#contract/wire.ts';
import { confine } from './confinement.ts';
import type { Places } from './confinement.ts';
import { pathFields, replaceAt } from './path-fields.ts';

/** Strikes a name off a list and touches no file, so that a case that lies outside can be forgotten too. */
const namesOnly = new Set(['cases.forget']);

/** The input of a procedure's call, fit to be passed on. */
type Guard = (procedure: readonly string[], input: unknown) => Promise<unknown>;

/**
 * Keeps the procedures of a router to certain places: each path in the input of a call is replaced by the real one it
 * leads to, or the call is refused with `file.outsideRoot`.
 *
 * @param placesFor where a field may reach, named as `exchange.openPackage packagePath`
 */
export function guardPaths(
  contract: AnyContractRouter,
  placesFor: (field: string) => Places,
): Guard {
  const fields = pathFields(contract);
  return async (way, input) => {
    const procedure = way.join('.');
    const ways = namesOnly.has(procedure) ? [] : (fields.get(procedure) ?? []);
    try {
      let guarded = input;
      for (const field of ways) {
        const places = placesFor(`${procedure} ${field.join('.')}`);
        guarded = await replaceAt(guarded, field, (path) => confine(path, places));
      }
      return guarded;
    } catch (error) {
      throw error instanceof CaseError ? toWire(error) : error;
    }
  };
}
