import { z } from 'zod';
import { Passphrase } from './case.ts';
import { AgeRecipient, Colleague } from './colleague.ts';
import { Handle, Id, Path } from './common.ts';
import { Counted, PackageScope, Recipient } from './exchange.ts';
import { Actor, Fingerprint } from './settings.ts';
import { Handling } from './vocabulary.ts';

/** Whether what a package holds is what somebody signed, and who that is. */
export const SignatureState = z.enum(['known', 'unknown', 'keyChanged', 'altered', 'missing']);
export type SignatureState = z.infer<typeof SignatureState>;

export const InspectPackageInput = z.object({
  path: Path,
  passphrase: Passphrase.optional(),
  handle: Handle.optional().describe('a case to hold the package against'),
});

/** `path` is that of the case file to make. */
export const OpenPackageInput = z.object({
  packagePath: Path,
  path: Path,
  packagePassphrase: Passphrase.optional().describe('that opens the package'),
  passphrase: Passphrase.optional().describe('that the new case file is encrypted with'),
});

/** What a package says of itself, before anything is taken in. */
export const PackageInspection = z.object({
  path: z.string(),
  byteSize: z.int(),
  sha256: z.string(),
  encrypted: z.enum(['no', 'passphrase', 'recipients']),
  signature: z.object({
    state: SignatureState,
    by: Actor.nullable().describe('as the package says'),
    fingerprint: Fingerprint.nullable().describe('of the key that signed'),
    publicKey: z.string().nullable(),
    colleague: Colleague.nullable().describe('who is known by that key, or by that name'),
  }),
  scope: PackageScope,
  case: z.object({ id: Id, title: z.string(), reference: z.string(), handling: Handling }),
  handling: Handling,
  madeAt: z.string().describe('time of the latest change in it, ISO 8601, UTC'),
  madeBy: z.object({
    program: z.string(),
    version: z.string(),
    actor: Actor,
    recipient: z
      .union([z.literal(''), AgeRecipient])
      .optional()
      .describe('age public key of whoever made it, if it is known'),
  }),
  recipient: Recipient,
  purpose: z.string(),
  counts: z.array(Counted),
  changeSets: z.int(),
  withheld: z.int().describe('texts and originals that were left out'),
  redacted: z.int(),
  relation: z
    .enum(['same', 'other', 'none'])
    .describe('whether it is of the case it was held against; none: of no case'),
});
export type PackageInspection = z.infer<typeof PackageInspection>;
