import { z } from 'zod';

/**
 * Every way a person's act can fail. The code is stable (the CLI prints it in `--json`); its sentence in each
 * language lives in `error-text.ts`. The part before the dot says what is concerned.
 */
export const ErrorCode = z.enum([
  'case.notFound',
  'case.notACaseFile',
  'case.damaged',
  'case.newerVersion',
  'case.passphraseNeeded',
  'case.passphraseWrong',
  'case.passphraseEmpty',
  'case.readOnly',
  'case.inUse',
  'case.exists',
  'case.notOpen',
  'case.vanished',
  'case.locked',
  'file.notFound',
  'file.notReadable',
  'file.notWritable',
  'file.isFolder',
  'file.folderNotEmpty',
  'file.diskFull',
  'file.outsideRoot',
  'source.empty',
  'source.tooLarge',
  'source.binary',
  'source.truncated',
  'source.unsupported',
  'source.noText',
  'source.passwordNeeded',
  'source.encodingUnknown',
  'source.timedOut',
  'source.failed',
  'source.notAFile',
  'source.bomb',
  'source.tooDeep',
  'source.tooMany',
  'source.withheld',
  'source.damaged',
  'source.derivesCycle',
  'photo.unsupported',
  'photo.damaged',
  'photo.tooLarge',
  'photo.tooManyPixels',
  'photo.there',
  'photo.withheld',
  'excerpt.quoteNotFound',
  'excerpt.quoteAmbiguous',
  'excerpt.outsideText',
  'excerpt.taken',
  'excerpt.splitOutside',
  'excerpt.apart',
  'excerpt.contrary',
  'tag.cycle',
  'tag.intoItself',
  'codebook.unreadable',
  'codebook.notACodebook',
  'codebook.changed',
  'codebook.empty',
  'foreign.unknownFormat',
  'foreign.unreadable',
  'foreign.unsafe',
  'foreign.tooLarge',
  'foreign.changed',
  'foreign.noNames',
  'name.lastPrimary',
  'link.toItself',
  'resolution.ofItself',
  'record.notFound',
  'undo.builtUpon',
  'undo.beginning',
  'edtf.invalid',
  'identity.unreadable',
  'keychain.unavailable',
  'input.invalid',
  'repair.nothing',
  'case.migrationFailed',
  'package.notAPackage',
  'package.damaged',
  'package.unsafePath',
  'package.newerVersion',
  'package.passphraseNeeded',
  'package.passphraseWrong',
  'package.notForThisKey',
  'package.onlyChanges',
  'package.changed',
  'recipient.invalid',
  'recipient.unknown',
  'handover.red',
  'handover.nothing',
  'redaction.incomplete',
  'card.unreadable',
  'merge.altered',
  'merge.incomplete',
  'merge.otherCase',
  'merge.clockAhead',
  'dossier.notASubject',
  'dossier.oneSubject',
  'dossier.notAnOrganization',
  'dossier.noSuchTag',
  'dossier.nothingToPrint',
  'dossier.beforeItsCase',
  'preset.notFound',
  'preset.unreadable',
  'dossier.failed',
  'dossier.template',
  'job.notFound',
  'job.cancelled',
  'connection.lost',
  'host.portTaken',
  'internal',
]);
export type ErrorCode = z.infer<typeof ErrorCode>;

/** Values that fill the placeholders of an error's sentence. */
export const ErrorDetails = z.record(z.string(), z.union([z.string(), z.number()]));
export type ErrorDetails = z.infer<typeof ErrorDetails>;

/** What crosses the wire, and what `--json` prints, when something fails. */
export const CaseErrorData = z.object({ code: ErrorCode, details: ErrorDetails });
export type CaseErrorData = z.infer<typeof CaseErrorData>;

/** The one way to fail: a code from the contract, the values of its sentence, and the cause kept. */
export class CaseError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}, cause?: unknown) {
    super(`${code} ${JSON.stringify(details)}`, cause === undefined ? undefined : { cause });
    this.name = 'CaseError';
    this.code = code;
    this.details = details;
  }
}
