import { z } from 'zod';
import { Id, Line, OnCase, Path, Prose } from './common.ts';
import { Handling, Language } from './vocabulary.ts';

/** A passphrase that opens an encrypted case file. */
export const Passphrase = z.string().min(1).max(1024);

/** Who holds the file for writing, when another opening came first. */
export const Holder = z.object({
  name: z.string().describe('of the analyst, as far as it is known'),
  host: z.string(),
  pid: z.int(),
  since: z.string(),
});
export type Holder = z.infer<typeof Holder>;

/** How many of each record the case holds. */
export const CaseCounts = z.object({
  sources: z.int(),
  excerpts: z.int(),
  tags: z.int(),
  entities: z.int(),
  names: z.int(),
  attributes: z.int(),
  links: z.int(),
  evidence: z.int(),
  mentions: z.int(),
  notes: z.int(),
  // What a package of an earlier version does not say.
  findings: z.int().default(0),
  photos: z.int().default(0),
  changeSets: z.int(),
});
export type CaseCounts = z.infer<typeof CaseCounts>;

/** What a case file says of itself. */
export const CaseInfo = z.object({
  id: Id,
  title: z.string(),
  reference: z.string(),
  language: Language,
  handling: Handling,
  summary: z.string(),
  createdAt: z.string().describe('ISO 8601, UTC'),
  path: z.string(),
  fileName: z.string(),
  fileSize: z.int().describe('bytes'),
  encrypted: z.boolean(),
  formatVersion: z.int(),
  replica: Id,
  revision: z.object({
    sequence: z.int().describe('number of change sets'),
    hash: z.string().describe('hash of the latest, SHA-256 in hexadecimal; empty before the first'),
    at: z.string().nullable().describe('when it was made, ISO 8601, UTC'),
  }),
  counts: CaseCounts,
});
export type CaseInfo = z.infer<typeof CaseInfo>;

/** An open case as a window holds it. */
export const OpenCase = z.object({
  handle: z.string(),
  access: z.enum(['write', 'read']),
  readOnlyReason: z.enum(['held', 'file', 'asked']).nullable(),
  holder: Holder.nullable(),
  info: CaseInfo,
});
export type OpenCase = z.infer<typeof OpenCase>;

export const OpenCaseInput = z.object({
  path: Path,
  passphrase: Passphrase.optional(),
  access: z.enum(['write', 'read']).default('write'),
});

export const NewCaseInput = z.object({
  path: Path,
  title: Line,
  reference: z.string().trim().max(200).default(''),
  language: Language.default('en'),
  handling: Handling.default('AMBER'),
  summary: Prose.default(''),
  passphrase: Passphrase.optional(),
});

export const SampleCaseInput = z.object({ path: Path, language: Language.default('en') });

export const CaseChanges = z
  .object({
    title: Line,
    reference: z.string().trim().max(200),
    language: Language,
    handling: Handling,
    summary: Prose,
  })
  .partial();

export const UpdateCaseInput = OnCase.extend({ changes: CaseChanges });

/** What changed in an open case, told to every view of it. */
export const CaseEvent = z.object({
  revision: z.int(),
  tables: z.array(z.string()),
});
export type CaseEvent = z.infer<typeof CaseEvent>;

/** As `CaseEvent`, with how the case stands. While it is locked nothing of it is told, and nothing can be asked of it. */
export const CaseNotice = CaseEvent.extend({
  locked: z.boolean(),
  anew: z
    .boolean()
    .describe('anything may be another than before: the first event, and each after a reopening'),
});
export type CaseNotice = z.infer<typeof CaseNotice>;

/** What came of locking: it stays so until its passphrase is given. */
export const LockOutcome = z.object({
  locked: z.boolean().describe('false: it is not encrypted, so there is nothing to lock it with'),
  waiting: z.boolean().describe('its file is closed only once what is under way has ended'),
});
export type LockOutcome = z.infer<typeof LockOutcome>;

export const UnlockInput = OnCase.extend({ passphrase: Passphrase });

export const SetPassphraseInput = OnCase.extend({
  current: Passphrase.optional().describe('the present one, of an encrypted case'),
  next: Passphrase.nullable().describe('null: none from now on'),
});

/** A case file that was opened on this computer. */
export const RecentCase = z.object({
  id: Id.nullable().describe('of the case; null when it was opened by an earlier version'),
  path: z.string(),
  title: z.string().describe('of an encrypted case the name of its file'),
  handling: Handling,
  encrypted: z.boolean(),
  openedAt: z.string(),
  exists: z.boolean(),
});
export type RecentCase = z.infer<typeof RecentCase>;
