import { CaseError, type ErrorCode } from '#contract/error.ts';
import type { SharedFolder } from '#contract/shared-folder.ts';

export type Refusal = SharedFolder['waiting'][number]['why'];

const reasons: Partial<Record<ErrorCode, Refusal>> = {
  // It may still be on its way, too.
  'package.damaged': 'damaged',
  'package.notAPackage': 'damaged',
  'package.unsafePath': 'damaged',
  'package.changed': 'damaged',
  'merge.altered': 'damaged',
  'file.notFound': 'damaged',
  'file.notReadable': 'damaged',
  'package.newerVersion': 'newerVersion',
  'package.passphraseNeeded': 'encrypted',
  'package.passphraseWrong': 'encrypted',
  'package.notForThisKey': 'encrypted',
  'merge.incomplete': 'incomplete',
  'merge.otherCase': 'otherCase',
  'merge.clockAhead': 'clock',
};

/** Why a package was not taken in, when it may be another time; null for what concerns all of the folder. */
export function refusalOf(error: unknown): Refusal | null {
  return error instanceof CaseError ? (reasons[error.code] ?? null) : null;
}
