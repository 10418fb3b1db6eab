import { Analyst } from '#contract/settings.ts';
import { timeOfReading } from '#shared/clock.ts';
import type { DossierLanguage } from '#contract/dossier.ts';
import { custodyOf } from '../custody/index.ts';
import type { CaseStore } from '../store/index.ts';
import { orNull } from './case-head.ts';
import { dateInPrint } from './date-words.ts';
import type { CustodyLine, CustodyLogLine } from './model.ts';
import type { Withholding } from './withholding.ts';

/**
 * How sources came into the case, by their ids: by whom and when each was imported, and whether that was here or in a
 * colleague's file, from which this one took it in. The journal says so.
 */
export function waysIn(
  store: CaseStore,
  sources: readonly string[],
): Map<string, readonly CustodyLine[]> {
  const rows = store.all<{ id: string; clock: string; actor: string; merged: 0 | 1 }>(
    `SELECT c.row_id AS id, s.clock, s.actor, EXISTS (
       SELECT 1 FROM local, json_each(local.value) m
       WHERE local.key = 'merges' AND s.id BETWEEN m.value ->> 0 AND m.value ->> 1) AS merged
     FROM json_each(?) wanted
     JOIN change c ON c.table_name = 'source' AND c.row_id = wanted.value AND c.operation = 'insert'
     JOIN change_set s ON s.id = c.change_set_id ORDER BY s.clock, s.id`,
    JSON.stringify(sources),
  );
  const custody = new Map<string, readonly CustodyLine[]>();
  for (const { id, clock, actor, merged } of rows) {
    // What was taken away and brought back came in once.
    if (custody.has(id)) continue;
    custody.set(id, [
      {
        at: timeOfReading(clock).replace(/\.\d+Z$/, 'Z'),
        by: nameOf(actor),
        act: merged === 1 ? 'merged' : 'imported',
      },
    ]);
  }
  return custody;
}

function nameOf(actor: string): string | null {
  const found = Analyst.safeParse(JSON.parse(actor));
  if (!found.success) return null;
  const { name, initials, organization } = found.data;
  return [name, initials, organization].find((part) => part !== '') ?? null;
}

/**
 * The custody log of a source as it is printed. An entry that names who or what is not to be named stays out, and so does
 * one that says that the document came again under a marking that may not be printed.
 */
export function logOf(
  store: CaseStore,
  source: string,
  language: DossierLanguage,
  withholding: Withholding,
): CustodyLogLine[] {
  return custodyOf(store, source).flatMap((entry): CustodyLogLine[] => {
    const { act, happened, party, actor, purpose, note, fileName, provenance } = entry;
    const { handling } = provenance;
    if (handling !== undefined && withholding.marking(handling)) return [];
    if (withholding.text([party, actor, purpose, note, fileName].join('\n'))) return [];
    return [
      {
        act,
        happened: orNull(dateInPrint(happened, language)),
        party: orNull(party),
        actor: orNull(actor),
        purpose: orNull(purpose),
        note: orNull(note),
        fileName: orNull(fileName),
      },
    ];
  });
}
