import type { ImportRequest } from '#contract/import.ts';
import type { ImportOrder } from './import-store.ts';

/** What the engine is asked for. What was left empty is left to what the documents say of themselves. */
export function requestOf({
  provenance,
  derivesFrom,
  custody,
  settings,
  password,
}: ImportOrder): Omit<ImportRequest, 'paths'> & { passwords: string[] } {
  const said = filledIn(custody);
  return {
    provenance: filledIn(provenance),
    derivesFrom: derivesFrom?.id ?? null,
    custody: Object.keys(said).length === 0 ? null : { act: 'received', ...said },
    settings,
    passwords: password === '' ? [] : [password],
  };
}

function filledIn<T extends object>(values: T): Partial<T> {
  const filled: Partial<T> = { ...values };
  for (const field of keysOf(filled)) {
    if (filled[field] === '' || filled[field] === undefined) delete filled[field];
  }
  return filled;
}

const keysOf = <T extends object>(values: T): (keyof T)[] =>
  Object.keys(values).filter((key): key is Extract<keyof T, string> => key in values);
