import { ORPCError } from '@orpc/server';
import { CaseError, type CaseErrorData } from '#contract/error.ts';

/** A failure as it goes over the wire: a `CaseError` as its code and details, anything else as it is. */
export function wireFailure(error: unknown): unknown {
  if (!(error instanceof CaseError)) return error;
  const data: CaseErrorData = { code: error.code, details: error.details };
  return new ORPCError('CASE_ERROR', { status: 400, message: error.code, data, cause: error });
}

/** The same events, with a failure between two of them as it goes over the wire. */
export async function* failingByWire<T>(events: AsyncIterable<T>): AsyncGenerator<T, void> {
  try {
    yield* events;
  } catch (error) {
    throw wireFailure(error);
  }
}
