import { CaseError, ErrorCode, ErrorDetails } from './error.ts';

/**
 * The `CaseError` whose message ends `message`, for boundaries that carry nothing of an error but its message, as
 * Electron's do. Null when it is none of ours.
 */
export function caseErrorOfMessage(message: string): CaseError | null {
  const found = /(?:^|\s)([a-z]+(?:\.[A-Za-z]+)?) (\{.*\})$/s.exec(message);
  if (found === null) return null;
  const code = ErrorCode.safeParse(found[1]);
  const details = ErrorDetails.safeParse(parsed(found[2] ?? ''));
  return code.success && details.success ? new CaseError(code.data, details.data) : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
