import type { PackagePlan } from '#contract/exchange.ts';
import type { CaseStore } from '../../store/index.ts';
import { contentFor, type PackageChoice } from '../package-choice.ts';

/** What a package would hold, before it is made. @throws CaseError as `contentFor` */
export function planPackage(store: CaseStore, choice: PackageChoice): PackagePlan {
  const { scope, handling, counts, texts, blobs, redacted, told } = contentFor(store, choice);
  const { changeSets, ...records } = counts;
  return {
    scope,
    handling,
    holds: Object.entries(records).map(([table, count]) => ({ table, count })),
    changeSets,
    contents: {
      count: texts.length + blobs.length,
      byteSize: blobs.reduce((sum, { byteSize }) => sum + byteSize, 0),
    },
    ...told,
    redacted,
    red: handling === 'RED',
  };
}
