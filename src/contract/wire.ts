import { ORPCError } from '@orpc/client';
import { CaseError, CaseErrorData } from './error.ts';

/** The one error code of the contract; what went wrong is in its data. */
const wireCode = 'CASE_ERROR';

/** How a `CaseError` crosses the wire. Its cause stays on this side. */
export function toWire(error: CaseError): ORPCError<typeof wireCode, CaseErrorData> {
  return new ORPCError(wireCode, {
    status: 400,
    defined: true,
    data: { code: error.code, details: error.details },
    cause: error,
  });
}

/**
 * What an error of a call means to a person. An error of the contract comes back as it was thrown; input that the
 * contract refuses is `input.invalid` with the first complaint; a call that was cut off is `connection.lost`; anything
 * else is a fault of the program, `internal`.
 */
export function fromWire(error: unknown): CaseError {
  if (error instanceof CaseError) return error;
  if (error instanceof ORPCError) {
    if (error.code === wireCode) {
      const data = CaseErrorData.safeParse(error.data);
      if (data.success) return new CaseError(data.data.code, data.data.details, error);
    }
    if (error.code === 'BAD_REQUEST') {
      return new CaseError('input.invalid', { reason: firstIssue(error.data) }, error);
    }
    return new CaseError('internal', { reason: error.message }, error);
  }
  if (error instanceof Error && error.name === 'AbortError') {
    return new CaseError('connection.lost', {}, error);
  }
  return new CaseError('internal', { reason: String(error) }, error);
}

/** The first complaint of a Standard Schema validation, as `path: message`. */
function firstIssue(data: unknown): string {
  const issue: unknown = list(member(data, 'issues'))[0];
  const path = list(member(issue, 'path')).map(String).join('.');
  const message = member(issue, 'message');
  return `${path}: ${typeof message === 'string' ? message : ''}`.replace(/^: |: $/, '');
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
