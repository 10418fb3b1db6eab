import { z } from 'zod';
import { Path } from './common.ts';
import { Fingerprint } from './settings.ts';

/** An age recipient: an X25519 public key as the age program writes it. */
export const AgeRecipient = z.string().regex(/^age1[02-9ac-hj-np-z]{58}$/);

/** Another installation that a person knows. */
export const Colleague = z.object({
  fingerprint: Fingerprint,
  publicKey: z.string().describe('raw Ed25519 public key, 32 bytes, base64'),
  name: z.string().max(200),
  initials: z.string().max(8),
  organization: z.string().max(200),
  ageRecipient: z.union([z.literal(''), AgeRecipient]),
  note: z.string().max(2000),
  metAt: z.string().describe('ISO 8601, UTC'),
  met: z.enum(['card', 'package', 'typed']).describe('how the key came here'),
  trusted: z.boolean().describe('the fingerprint was compared with its owner'),
});
export type Colleague = z.infer<typeof Colleague>;

/** Own key as others are to keep it. */
export const OwnCard = Colleague.pick({
  fingerprint: true,
  publicKey: true,
  name: true,
  initials: true,
  organization: true,
  ageRecipient: true,
});
export type OwnCard = z.infer<typeof OwnCard>;

export const RemoveColleagueInput = z.object({ fingerprint: Fingerprint });

export const SaveColleagueInput = z.object({
  fingerprint: Fingerprint,
  publicKey: z
    .string()
    .max(100)
    .optional()
    .describe('of a key that is not in the address book yet, as a package was signed with it'),
  changes: Colleague.pick({
    name: true,
    initials: true,
    organization: true,
    note: true,
    trusted: true,
  }).partial(),
});

export const AddCardInput = z.object({ path: Path });
export const SaveCardInput = z.object({ path: Path });
