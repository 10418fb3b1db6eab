import type { AnyContractRouter } from '@orpc/contract';
import { CaseError } from '#contract/error.ts';
import { toWire } from '#contract/wire.ts';
import { confine } from './confinement.ts';
import type { Places } from './confinement.ts';
import { pathFields, replaceAt } from './path-fields.ts';

/** Strikes a name off a list and touches no file, so that a case that lies outside can be forgotten too. */
const namesOnly = new Set(['cases.forget']);

/** The part of oRPC's interceptor for procedure calls that the guard needs. */
type Intercepted = {
  path: readonly string[];
  input: unknown;
  next: (options: { input: unknown }) => Promise<unknown>;
};

/**
 * Keeps the procedures of a router to certain places: each path in the input of a call is replaced by the real one it
 * leads to, or the call is refused with `file.outsideRoot`.
 *
 * @param placesFor where the named procedure (`cases.open`) may reach
 */
export function guardPaths(contract: AnyContractRouter, placesFor: (procedure: string) => Places) {
  const fields = pathFields(contract);
  return async (call: Intercepted): Promise<unknown> => {
    const procedure = call.path.join('.');
    const ways = namesOnly.has(procedure) ? [] : (fields.get(procedure) ?? []);
    let { input } = call;
    try {
      for (const way of ways) {
        input = await replaceAt(input, way, (path) => confine(path, placesFor(procedure)));
      }
    } catch (error) {
      throw error instanceof CaseError ? toWire(error) : error;
    }
    return call.next({ ...call, input });
  };
}
