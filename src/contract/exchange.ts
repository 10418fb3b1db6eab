import { z } from 'zod';
import { Passphrase } from './case.ts';
import { AgeRecipient } from './colleague.ts';
import { Id, Line, OnCase, pageOf, Paging, Path } from './common.ts';
import { SavedFile } from './dossier.ts';
import { Actor, Fingerprint } from './settings.ts';
import { Handling } from './vocabulary.ts';

/** Formats that a case can be written in: the package of this program, and those of others. */
export const ExportFormat = z.enum([
  'casepack',
  'ftm',
  'webannotation',
  'qdpx',
  'qdc',
  'graphml',
  'gexf',
  'geojson',
  'csv',
  'markdown',
  'stix',
]);
export type ExportFormat = z.infer<typeof ExportFormat>;

/** How much of a case a package holds: all, what came since, or a chosen part as it is now. */
export const PackageScope = z.enum(['whole', 'delta', 'partial']);
export type PackageScope = z.infer<typeof PackageScope>;

/** Which part of a case is meant. Empty lists choose nothing less: what is left out does not narrow. */
export const Selection = z.object({
  handling: Handling.optional().describe('nothing that is marked stricter'),
  tags: z.array(Id).max(1000).default([]).describe('passages with one of these, or one below it'),
  sources: z.array(Id).max(100_000).default([]),
  entities: z.array(Id).max(100_000).default([]),
});
export type Selection = z.infer<typeof Selection>;

/** A name that is replaced throughout a package, by all names of an entity or as a text. */
export const Redaction = z.object({
  entity: Id.nullable().default(null),
  text: z.string().trim().max(2000).default('').describe('when no entity is named'),
  codeName: Line,
});
export type Redaction = z.infer<typeof Redaction>;

/** For whom something is. Both may be empty. */
export const Recipient = z.object({
  name: z.string().trim().max(200).default(''),
  key: z.union([z.literal(''), Fingerprint]).default(''),
});
export type Recipient = z.infer<typeof Recipient>;

export const PackageOptions = z.object({
  scope: PackageScope.default('whole'),
  deltaFor: Fingerprint.optional().describe('a delta of what this colleague has not seen'),
  since: Id.optional().describe('a delta of what this replica has not seen'),
  selection: Selection.optional(),
  withoutContents: z
    .union([z.literal('all'), z.array(Id).max(100_000)])
    .default([])
    .describe('sources that go without text and original; their quotations stay'),
  dropNotes: z.boolean().default(false),
  redactions: z.array(Redaction).max(1000).default([]),
  recipient: Recipient.default({ name: '', key: '' }),
  purpose: z.string().trim().max(2000).default(''),
  sign: z.boolean().default(true),
  ageRecipients: z.array(AgeRecipient).max(100).default([]),
  passphrase: Passphrase.optional().describe('that the package is encrypted with'),
  confirmedRed: z.boolean().default(false).describe('the person was asked twice about TLP:RED'),
});
export type PackageOptions = z.infer<typeof PackageOptions>;

export const PlanPackageInput = OnCase.extend({ options: PackageOptions });
export const ExportPackageInput = PlanPackageInput.extend({ path: Path });

/** How many records of a kind. */
export const Counted = z.object({ table: z.string(), count: z.int() });

/** What a package would hold, before it is made. */
export const PackagePlan = z.object({
  scope: PackageScope,
  handling: Handling.describe('the strictest marking in it'),
  holds: z.array(Counted),
  changeSets: z.int(),
  contents: z.object({ count: z.int(), byteSize: z.int() }).describe('texts and originals'),
  followed: z
    .array(
      Counted.extend({
        because: z.enum(['link', 'evidence', 'mention', 'tag', 'note', 'container']),
      }),
    )
    .describe('what comes along because something chosen needs it'),
  withheld: z.array(Counted).describe('what stays behind: counted, not named'),
  withoutContents: z.int().describe('sources that go as their register entry and quotations'),
  redacted: z.int().describe('places where a name is replaced'),
  red: z.boolean().describe('something in it is TLP:RED, so the person must be asked again'),
  redHolds: z
    .array(Counted)
    .describe('of what it holds, how much is TLP:RED now; it can be TLP:RED by its history alone'),
});
export type PackagePlan = z.infer<typeof PackagePlan>;

export const ExportedPackage = SavedFile.extend({
  recorded: z.boolean().describe('false: the case cannot be written, so what left is not in it'),
});
export type ExportedPackage = z.infer<typeof ExportedPackage>;

export const ExportFormatInput = OnCase.extend({
  format: ExportFormat.exclude(['casepack']),
  path: Path,
  selection: Selection.optional(),
  dropNotes: z.boolean().default(false),
  bom: z.boolean().default(false).describe('CSV: begin with a byte order mark'),
  recipient: Recipient.default({ name: '', key: '' }),
  purpose: z.string().trim().max(2000).default(''),
  confirmedRed: z.boolean().default(false),
});

export const ExportedFormat = ExportedPackage.extend({
  left: z
    .array(z.object({ what: z.string(), count: z.int() }))
    .describe('what the format cannot carry'),
});
export type ExportedFormat = z.infer<typeof ExportedFormat>;

/** What left a case, and for whom. */
export const Handover = z.object({
  id: Id,
  at: z.string().describe('ISO 8601, UTC'),
  by: Actor,
  format: z.string(),
  scope: z.string(),
  recipient: Recipient,
  purpose: z.string(),
  handling: Handling,
  selection: z.string().describe('JSON'),
  fileName: z.string(),
  sha256: z.string(),
  byteSize: z.int(),
  signed: z.boolean(),
  encrypted: z.boolean(),
});
export type Handover = z.infer<typeof Handover>;
export const HandoverPage = pageOf(Handover);
export const ListHandoversInput = OnCase.extend(Paging.shape);
