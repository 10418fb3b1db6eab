import { CaseError } from '#contract/error.ts';
import { toWire } from '#contract/wire.ts';

/** A failure as it goes over the wire: a `CaseError` as its code and details, anything else as it is. */
export function wireFailure(error: unknown): unknown {
  return error instanceof CaseError ? toWire(error) : error;
}

/** The same events, with a failure between two of them as it goes over the wire. */
export async function* failingByWire<T>(events: AsyncIterable<T>): AsyncGenerator<T, void> {
  try {
    yield* events;
  } catch (error) {
    throw wireFailure(error);
  }
}
