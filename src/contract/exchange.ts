import { z } from 'zod';
import { Passphrase } from './case.ts';
import { Handle, Id, Line, OnCase, Paging, Path, pageOf } from './common.ts';
import { SavedFile } from './dossier.ts';
import { CaseErrorData } from './error.ts';
import { Described, FieldChange, Value } from './history.ts';
import { Actor, Fingerprint } from './settings.ts';
import { ConflictChoice, Handling } from './vocabulary.ts';

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

/** An age recipient: an X25519 public key as the age program writes it. */
export const AgeRecipient = z.string().regex(/^age1[02-9ac-hj-np-z]{58}$/);

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

const Counted = z.object({ table: z.string(), count: z.int() });

/** What a package would hold, before it is made. */
export const PackagePlan = z.object({
  scope: PackageScope,
  handling: Handling.describe('the strictest marking in it'),
  holds: z.array(Counted),
  changeSets: z.int(),
  contents: z.object({ count: z.int(), byteSize: z.int() }).describe('texts and originals'),
  followed: z
    .array(Counted.extend({ because: z.enum(['link', 'evidence', 'mention', 'tag', 'note']) }))
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

/** What would become of a record. */
export const MergeState = z.enum(['new', 'changed', 'removed', 'returned', 'conflict', 'leftOut']);
export type MergeState = z.infer<typeof MergeState>;

export const PreviewMergeInput = OnCase.extend({
  path: Path,
  passphrase: Passphrase.optional(),
  otherCase: z.boolean().default(false).describe('add another case to this one'),
  acceptClock: z.boolean().default(false).describe('although its clock is far ahead'),
});

/** What merging a package would do; nothing is changed. Kept until the case is closed or another is asked for. */
export const MergePreview = z.object({
  id: Id,
  inspection: PackageInspection,
  unseen: z.int().describe('change sets that this file has not seen'),
  seen: z.int(),
  totals: z.array(z.object({ table: z.string(), state: MergeState, count: z.int() })),
  same: z.int().describe('records that it speaks of and that stay as they are'),
  people: z.array(z.object({ by: Actor, changeSets: z.int(), records: z.int() })),
  joined: z
    .int()
    .describe('records that become one with another: a document imported by both, say'),
  alike: z
    .int()
    .nullable()
    .describe(
      'new entities that look like one that is here; null: too many to hold them against each other now',
    ),
});
export type MergePreview = z.infer<typeof MergePreview>;

export const MergeRecordsInput = OnCase.extend({
  preview: Id,
  table: z.string().max(100).optional(),
  state: MergeState.optional(),
  by: z.string().max(200).optional().describe('key of the person, or the name where there is none'),
  text: z.string().max(200).optional().describe('words in it, whatever their case and accents'),
  ...Paging.shape,
});

export const MergeRecord = z.object({
  record: Described,
  state: MergeState,
  fields: z.array(FieldChange),
  conflicts: z
    .array(z.string())
    .describe('fields that people changed without knowing of each other; empty text: all of it'),
  by: z.array(Actor),
  at: z.string().describe('of the latest of its changes, ISO 8601, UTC'),
});
export type MergeRecord = z.infer<typeof MergeRecord>;
export const MergeRecordPage = pageOf(MergeRecord);
export type MergeRecordPage = z.infer<typeof MergeRecordPage>;

export const MergeInput = OnCase.extend({
  preview: Id,
  leaveOut: z
    .object({
      tables: z.array(z.string().max(100)).max(100).default([]),
      records: z
        .array(z.object({ table: z.string().max(100), id: Id }))
        .max(100_000)
        .default([]),
    })
    .default({ tables: [], records: [] }),
});

/** How far a merge has come, and at its end what it did. */
export const MergeProgress = z.object({
  state: z.enum(['waiting', 'backup', 'reading', 'merging', 'done']),
  done: z.int(),
  total: z.int(),
  outcome: z
    .object({
      taken: z.int().describe('change sets'),
      mended: z.int().describe('records that had to be joined or put right'),
      leftOut: z.int(),
      conflicts: z.int().describe('that are open now'),
      alike: z.int().nullable(),
      backup: z.string().nullable().describe('path of the backup made before'),
    })
    .nullable(),
});
export type MergeProgress = z.infer<typeof MergeProgress>;

/** A value as somebody wrote it. */
export const WrittenValue = z.object({
  value: Value,
  title: z.string().nullable().describe('the value in words, when it is or holds an id'),
  by: Actor,
  at: z.string().describe('ISO 8601, UTC'),
  changeSet: z.string().describe('hash'),
  evidence: z.array(z.object({ excerpt: Id, quotation: z.string(), source: z.string() })),
});
export type WrittenValue = z.infer<typeof WrittenValue>;

/** A field that several people wrote without knowing of each other, or a record that was deleted and changed at once. */
export const Conflict = z.object({
  id: z.string().max(300).describe('names it as long as it is as it is'),
  record: Described,
  field: z.string().describe('empty: the record as a whole'),
  stands: WrittenValue.describe('the latest; of a record as a whole, its last change'),
  others: z.array(WrittenValue),
  choices: z.array(ConflictChoice),
});
export type Conflict = z.infer<typeof Conflict>;

export const ListConflictsInput = OnCase.extend({
  table: z.string().max(100).optional(),
  by: z.string().max(200).optional(),
  ...Paging.shape,
});
export const ConflictPage = pageOf(Conflict);
export type ConflictPage = z.infer<typeof ConflictPage>;

/** `other` takes the value of the change set named, or the latest of the others. */
export const DecideConflictsInput = OnCase.extend({
  conflicts: z
    .array(z.object({ id: z.string().max(300), other: z.string().max(64).optional() }))
    .min(1)
    .max(10_000),
  choice: ConflictChoice,
});
export const DecideOutcome = z.object({
  decided: z.int(),
  stale: z.int().describe('conflicts that were no longer as they were shown, and were left'),
});

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

/** What the hand-over says as its format when a case began to be shared through a folder: it has no file and no hash. */
export const sharedFolder = 'shared-folder';

/** A folder that laptops of a team share, by whatever program carries it. */
export const SharedFolder = z.object({
  path: z.string().nullable().describe('null: none'),
  encrypted: z.boolean().describe('to the keys of the colleagues that are trusted'),
  state: z.enum(['off', 'absent', 'idle', 'working', 'failed']),
  lastSent: z.string().nullable().describe('ISO 8601, UTC'),
  lastTaken: z.string().nullable(),
  waiting: z
    .array(
      z.object({
        file: z.string(),
        by: Actor.nullable(),
        why: z.enum([
          'unknownKey',
          'incomplete',
          'damaged',
          'otherCase',
          'encrypted',
          'clock',
          'newerVersion',
        ]),
      }),
    )
    .describe('files that were not taken in, and why'),
  error: CaseErrorData.nullable(),
});
export type SharedFolder = z.infer<typeof SharedFolder>;

export const SetSharedFolderInput = OnCase.extend({
  path: Path.nullable(),
  encrypted: z.boolean().default(true),
  confirmedRed: z.boolean().default(false),
});

export const AddCardInput = z.object({ path: Path });
export const SaveCardInput = z.object({ path: Path });
