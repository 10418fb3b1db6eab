import { CaseError } from '#contract/error.ts';
import { dateBounds } from '#shared/edtf.ts';

interface Validity {
  since?: string | undefined;
  until?: string | undefined;
}

/** The columns of when a fact holds, with the bounds of what was written. @throws CaseError `edtf.invalid` {text} */
export function validityColumns({ since, until }: Validity) {
  const from = since === undefined ? undefined : bounded(since);
  const to = until === undefined ? undefined : bounded(until);
  return {
    ...(from && { since: from.text, sinceEarliest: from.earliest, sinceLatest: from.latest }),
    ...(to && { until: to.text, untilEarliest: to.earliest, untilLatest: to.latest }),
  };
}

/** A date as written, with its bounds; empty text has none. @throws CaseError `edtf.invalid` {text} */
export function bounded(written: string): {
  text: string;
  earliest: string | null;
  latest: string | null;
} {
  const text = written.trim();
  if (text === '') return { text, earliest: null, latest: null };
  const bounds = dateBounds(text);
  if (bounds === null) throw new CaseError('edtf.invalid', { text });
  return { text, ...bounds };
}
