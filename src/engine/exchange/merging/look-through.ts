import type { MergeState } from '#contract/merge.ts';
import { readingTime } from '#shared/clock.ts';
import {
  previewMerge,
  type CaseStore,
  type Incoming,
  type MergePreview,
  type PreviewRecord,
} from '../../store/index.ts';
import { alikeIn } from './alike.ts';
import { readingPackage, stopper, type PackageOptions } from './merge-package.ts';
import { digestOf, sha256OfFile } from './package-file.ts';
import { lackingIn } from '../take-contents.ts';
import type { KeptRecord, Looked } from './task.ts';

/** Records read at a time. */
const part = 2000;

/**
 * Works out what merging a package would do, and changes nothing: it needs only to read the case.
 *
 * @throws CaseError as `mergePackage`
 */
export async function lookThrough(
  store: CaseStore,
  path: string,
  options: PackageOptions,
): Promise<Looked> {
  const sha256 = await sha256OfFile(path);
  return readingPackage(store, path, options, (reader, incoming) => {
    const lacking = lackingIn(store, reader);
    const preview = previewMerge(store, incoming, {
      // The manifest was asked whose case it is: what a colleague added to it from another comes along.
      otherCase: true,
      acceptClock: options.acceptClock,
      // What the package has will be there; that it is whole is seen when it is taken in.
      withheld: [...reader.manifest.withheld, ...lacking.texts, ...lacking.blobs],
      isCancelled: options.isCancelled,
      onProgress: (done, total) => options.onProgress?.({ state: 'merging', done, total }),
    });
    try {
      const { records, same } = kept(preview, incoming);
      return {
        seen: { sha256, manifest: digestOf(reader.manifest) },
        unseen: preview.taken,
        known: incoming.given - preview.taken,
        same,
        joined: preview.joined.length,
        alike: alikeIn(store, records, stopper(options)),
        contents: lacking.texts.length + lacking.blobs.length,
        people: preview.people.map(({ by, sets, records: count }) => ({
          by,
          changeSets: sets,
          records: count,
        })),
        records,
      };
    } finally {
      preview.close();
    }
  });
}

const states = {
  new: 'new',
  changed: 'changed',
  removed: 'removed',
  back: 'returned',
  leftOut: 'leftOut',
} satisfies Record<Exclude<PreviewRecord['outcome'], 'same'>, MergeState>;

/** What is shown of the records; of those that stay as they are only how many. */
function kept(preview: MergePreview, incoming: Incoming): { records: KeptRecord[]; same: number } {
  const people = new Map(preview.people.map(({ by }, at) => [JSON.stringify(by), at]));
  const latest = latestOf(incoming);
  const records: KeptRecord[] = [];
  let same = 0;
  for (let offset = 0; ; offset += part) {
    const { items, total } = preview.records({ offset, limit: part });
    for (const { table, id, outcome, fields, conflicts, by } of items) {
      if (outcome === 'same' && conflicts.length === 0) {
        same += 1;
        continue;
      }
      const at = latest.get(`${table} ${id}`);
      records.push({
        table,
        id,
        state: conflicts.length > 0 || outcome === 'same' ? 'conflict' : states[outcome],
        fields: JSON.stringify(
          Object.fromEntries(fields.map(({ field, old, new: now }) => [field, [old, now]])),
        ),
        conflicts,
        by: by.flatMap((one) => people.get(JSON.stringify(one)) ?? []),
        at: at === undefined ? '' : new Date(readingTime(at)).toISOString(),
      });
    }
    if (offset + part >= total) return { records, same };
  }
}

/** The reading of the latest change of each record that comes in. */
function latestOf(incoming: Incoming): Map<string, string> {
  return new Map(
    incoming
      .all<{ key: string; clock: string }>(
        `SELECT c.table_name || ' ' || c.row_id AS key, max(s.clock) AS clock
         FROM change c JOIN change_set s ON s.id = c.change_set_id GROUP BY c.table_name, c.row_id`,
      )
      .map(({ key, clock }) => [key, clock]),
  );
}
