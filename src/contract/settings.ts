import { z } from 'zod';
import { Id, Path } from './common.ts';
import { Language } from './vocabulary.ts';

/** Who works here; stamped on every change. */
export const Analyst = z.object({
  name: z.string().trim().max(200),
  initials: z.string().trim().max(8),
  organization: z.string().trim().max(200),
});
export type Analyst = z.infer<typeof Analyst>;

/**
 * Which installation of the program: SHA-256 of its raw Ed25519 public key (32 bytes) in base32 (RFC 4648, section 6,
 * without padding).
 */
export const Fingerprint = z.string().regex(/^[A-Z2-7]{52}$/);
export type Fingerprint = z.infer<typeof Fingerprint>;

/** Name of the file in the settings folder that holds the private key (PKCS #8, PEM) where no keychain does. */
export const identityFile = 'identity.pem';

/** Who did something, as it stands in the journal. What was done before installations had keys has none. */
export const Actor = Analyst.extend({ key: Fingerprint.optional() });
export type Actor = z.infer<typeof Actor>;

/** Who works here, and the key that what they hand over is signed with. */
export const WhoAmI = Analyst.extend({
  publicKey: z.string().describe('raw Ed25519 public key (RFC 8032), 32 bytes, base64'),
  fingerprint: Fingerprint,
});
export type WhoAmI = z.infer<typeof WhoAmI>;

/** When cases are backed up by themselves, and how many of those backups are kept. */
export const BackupPlan = z.object({
  everyMinutes: z
    .int()
    .min(0)
    .max(7 * 24 * 60)
    .describe('while a case changes; 0: only before migrations, merges and changes of passphrase'),
  keepHours: z.int().min(1).max(720).describe('the latest of each hour, for so many hours'),
  keepDays: z.int().min(0).max(366).describe('the latest of each day, for so many days'),
  keepWeeks: z.int().min(0).max(520).describe('the latest of each week, for so many weeks'),
});
export type BackupPlan = z.infer<typeof BackupPlan>;

/** What is kept on this computer, outside any case file. */
export const Settings = z.object({
  analyst: Analyst,
  analystAsked: z.boolean().describe('the person has been asked once who they are'),
  lockAfterMinutes: z
    .int()
    .min(0)
    .max(24 * 60)
    .describe('without use, after which encrypted cases are locked; 0: never'),
  language: Language.nullable().describe('null: the computer’s own'),
  colorScheme: z.enum(['light', 'dark', 'auto']),
  readingSize: z.int().min(12).max(28).describe('pixels'),
  keys: z
    .record(z.string().max(100), z.array(z.string().min(1).max(60)).max(4))
    .describe('keys given to commands of the workbench, by the id of the command'),
  backup: BackupPlan,
  backupFolder: Path.nullable().describe('null: in the program’s own folder'),
});
export type Settings = z.infer<typeof Settings>;

export const SettingsChanges = Settings.partial();

/** Where the text of a source was left. Offsets in UTF-16 code units. */
export const LeftPlace = z.object({
  top: z.int().min(0).describe('what was at the top of the page'),
  caret: z.int().min(0),
});
export type LeftPlace = z.infer<typeof LeftPlace>;

/** Pixels that a panel takes. */
const Width = z.int().min(1).max(10_000);

/** How the workbench was left on this computer: choices, numbers and ids, and no word of a case. */
export const View = z.object({
  navigatorOpen: z.boolean(),
  navigatorWidth: Width,
  inspectorOpen: z.boolean(),
  inspectorWidth: Width,
  tint: z.enum(['both', 'tag', 'kind']).describe('what passages are coloured by'),
  original: z.boolean().describe('originals are shown beside their texts'),
  places: z.record(Id, LeftPlace).describe('by the id of the source, those left last at the end'),
});
export type View = z.infer<typeof View>;

/** What has changed. Of the places only those that are another now. */
export const ViewChanges = View.partial();
export type ViewChanges = z.infer<typeof ViewChanges>;
