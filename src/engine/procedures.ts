import { implement } from '@orpc/server';
import { contract } from '#contract/contract.ts';
import type { Desk } from './cases/index.ts';
import { wireFailure } from './wire-failure.ts';

/** The procedures of the contract, each waiting for what does it: a call on a case keeps the case open until it has ended. */
export function procedures(desk: Desk) {
  return implement(contract).use(async ({ next, path }, input) => {
    try {
      const handle = handleIn(input);
      if (handle === undefined || isForItself(path)) return await next();
      if (!takesFileAway(path)) return await desk.during(handle, async () => next());
      await desk.here(handle);
      return await next();
    } catch (error) {
      throw wireFailure(error);
    }
  });
}
export type Procedures = ReturnType<typeof procedures>;

/** Calls that a lent file does not keep waiting: they are about who has the case, and locking is to be at once. */
function isForItself([subject, call = '']: readonly string[]): boolean {
  return subject === 'cases' && !['info', 'update', 'unlock'].includes(call);
}

/** Calls that may close the file or lend it themselves: to wait for such a call's end would be to wait for oneself. */
function takesFileAway([subject]: readonly string[]): boolean {
  return subject === 'cases' || subject === 'sharing';
}

/** The open case that a call is about. What is done to cases as wholes is not done upon one, and is left out above. */
function handleIn(input: unknown): string | undefined {
  if (typeof input !== 'object' || input === null || !('handle' in input)) return undefined;
  return typeof input.handle === 'string' ? input.handle : undefined;
}
