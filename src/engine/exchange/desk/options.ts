import type { z } from 'zod';
import { CaseError } from '#contract/error.ts';
import type { PackageOptions } from '#contract/exchange.ts';
import type { Actor } from '#contract/settings.ts';
import type { Identity } from '../../identity/index.ts';
import type { CaseStore, VersionVector } from '../../store/index.ts';
import type { ExportOptions } from '../export-package.ts';
import { lastPartFor } from '../handover.ts';

/** What is asked of a package, in the words of whoever makes it. @throws CaseError `recipient.unknown` */
export function exportOptions(
  store: CaseStore,
  options: z.infer<typeof PackageOptions>,
  {
    actor,
    identity,
    signal,
  }: { actor: Actor; identity: () => Identity; signal?: AbortSignal | undefined },
): ExportOptions {
  const { scope, selection, withoutContents, redactions, ...asked } = options;
  // Whoever got a part must not get the journal, which holds the rest.
  const part = scope === 'delta' ? lastPartFor(store, asked.deltaFor ?? '') : null;
  return {
    actor,
    since: scope === 'delta' && part === null ? sinceOf(store, asked) : undefined,
    ...(scope === 'partial' && { selection: selection ?? {} }),
    withoutContents,
    dropNotes: asked.dropNotes,
    redactions,
    ...part,
    purpose: asked.purpose,
    // Whom a delta is for is noted, so that the next one goes on from there.
    recipient: {
      name: asked.recipient.name,
      key: asked.recipient.key === '' ? (asked.deltaFor ?? '') : asked.recipient.key,
    },
    ageRecipients: asked.ageRecipients,
    passphrase: asked.passphrase,
    confirmedRed: asked.confirmedRed,
    sign: asked.sign ? identity() : undefined,
    signal,
  };
}

/**
 * What the other side has: what it was handed, what it made itself, and what it had when it handed something over itself,
 * which its own journal says.
 */
function sinceOf(
  store: CaseStore,
  { deltaFor, since }: { deltaFor?: string | undefined; since?: string | undefined },
): VersionVector {
  const had = store.all<{ vector: string }>(
    `SELECT vector FROM handover WHERE format = 'casepack' AND scope <> 'partial'
       AND recipient_key = @key AND recipient_key <> ''
     UNION ALL
     SELECT h.vector FROM handover h
       JOIN change c ON c.table_name = 'handover' AND c.row_id = h.id AND c.operation = 'insert'
       JOIN change_set s ON s.id = c.change_set_id
     WHERE h.format = 'casepack' AND (s.replica = @replica OR s.actor ->> 'key' = @key)`,
    { key: deltaFor ?? '', replica: since ?? '' },
  );
  const made = store.all<{ replica: string; sequence: number }>(
    `SELECT replica, max(sequence) AS sequence FROM change_set
     WHERE replica = ? OR actor ->> 'key' = ? GROUP BY replica`,
    since ?? '',
    deltaFor ?? '',
  );
  if (had.length === 0 && made.length === 0) {
    throw new CaseError('recipient.unknown', { recipient: deltaFor ?? since ?? '' });
  }
  const known: Record<string, number> = {};
  const note = (replica: string, sequence: number) => {
    known[replica] = Math.max(known[replica] ?? 0, sequence);
  };
  for (const { vector } of had) {
    const parsed: unknown = JSON.parse(vector);
    for (const [replica, sequence] of Object.entries(parsed ?? {})) {
      if (typeof sequence === 'number') note(replica, sequence);
    }
  }
  for (const { replica, sequence } of made) note(replica, sequence);
  return known;
}
