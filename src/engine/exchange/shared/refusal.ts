import { CaseError } from '#contract/error.ts';
import type { SharedFolder } from '#contract/exchange.ts';

export type Refusal = SharedFolder['waiting'][number]['why'];

/** Why a package was not taken in, when it may be another time; null for what concerns all of the folder. */
export function refusalOf(error: unknown): Refusal | null {
  if (!(error instanceof CaseError)) return null;
  switch (error.code) {
    // It may still be on its way, too.
    case 'package.damaged':
    case 'package.notAPackage':
    case 'package.unsafePath':
    case 'package.changed':
    case 'merge.altered':
    case 'file.notFound':
    case 'file.notReadable':
      return 'damaged';
    case 'package.newerVersion':
      return 'newerVersion';
    case 'package.passphraseNeeded':
    case 'package.passphraseWrong':
    case 'package.notForThisKey':
      return 'encrypted';
    case 'merge.incomplete':
      return 'incomplete';
    case 'merge.otherCase':
      return 'otherCase';
    case 'merge.clockAhead':
      return 'clock';
    default:
      return null;
  }
}
