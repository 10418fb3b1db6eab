import { z } from 'zod';
import { CaseCounts } from '#contract/case.ts';
import { Id } from '#contract/common.ts';
import { AgeRecipient } from '#contract/colleague.ts';
import { PackageScope } from '#contract/exchange.ts';
import { Actor, Fingerprint } from '#contract/settings.ts';
import { Handling, Language } from '#contract/vocabulary.ts';

/*
 * The case package, `.casepack`, as `resources/casepack/README.md` describes it. The JSON Schemas there are made from
 * these, and a test compares them.
 */

/** What `format` of every manifest says. */
export const formatName = 'legajo-casepack';
/** The version of the package's format that this program writes, and the latest it reads. */
export const packageVersion = 1;

/** Names of the members that every package has. */
export const memberNames = {
  cover: 'cover.html',
  changes: 'changes.ndjson',
  manifest: 'manifest.json',
  /** Of a signed package: the signature over the bytes of the manifest, which is the one member it cannot list. */
  signature: 'manifest.sig',
  /** Of a signed package: the public key, to check it with without Legajo. */
  signer: 'signer.pem',
} as const;

export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** A size, count or offset. */
const Count = z.int().min(0);

const memberName =
  /^(?:cover\.html|changes\.ndjson|texts\/[0-9a-f]{64}\.ndjson|blobs\/[0-9a-f]{64})$/;

/** One member of the package other than the manifest and its signature. */
export const Member = z.strictObject({
  name: z.string().regex(memberName),
  byteSize: Count.describe('uncompressed, bytes'),
  sha256: Sha256.describe('of the uncompressed bytes'),
});
export type Member = z.infer<typeof Member>;

/** What is read of a manifest before its version is known to be understood. */
export const ManifestHead = z.object({
  format: z.literal(formatName),
  formatVersion: z.int().min(1),
});

/** How much of each replica's work: the sequence of its last change set, by replica. */
export const Vector = z.record(Id, z.int().min(1));

/** `manifest.json` */
export const Manifest = z.strictObject({
  format: z.literal(formatName),
  formatVersion: z.literal(packageVersion),
  caseFormat: z.int().min(1).describe('version of the case file whose tables the changes name'),
  scope: PackageScope.describe(
    'whole: the case with its history; delta: what came after `base`; partial: some records as they are, without history',
  ),
  base: Vector.describe(
    'of a delta: what the recipient has already, by replica, which must be there before it is taken in; otherwise empty',
  ),
  case: z.strictObject({
    id: Id,
    title: z.string(),
    reference: z.string(),
    language: Language,
    handling: Handling,
  }),
  madeAt: z.iso.datetime().describe('time of the latest change in the package, UTC'),
  madeBy: z.strictObject({
    program: z.string(),
    version: z.string(),
    actor: Actor,
    recipient: z
      .union([z.literal(''), AgeRecipient])
      .describe('age public key by which to answer in secret, or empty'),
  }),
  recipient: z
    .strictObject({
      name: z.string().max(200),
      key: z.union([z.literal(''), Fingerprint]).describe('of the installation, if it is known'),
    })
    .describe('whom it is for; empty when that was not said'),
  purpose: z
    .string()
    .max(2000)
    .describe('what it was handed over for; empty when that was not said'),
  handling: Handling.describe('strictest marking of anything in the package'),
  selection: z
    .array(z.string())
    .describe('of a partial package: how what is in it was chosen, in words; otherwise empty'),
  redacted: Count.describe('how many texts of the package had a name replaced by a code name'),
  withheld: z
    .array(Sha256)
    .describe(
      'texts and originals that sources in the package name and that stay behind, in order',
    ),
  known: z
    .array(Sha256)
    .describe('of a delta: texts and originals it needs that came with what is before `base`'),
  replicas: z
    .array(
      z.strictObject({
        replica: Id,
        sequence: z.int().min(1).describe('highest sequence of this replica in the package'),
        hash: Sha256.describe('of the change set with that sequence'),
      }),
    )
    .describe('the version vector, in the order of the replicas’ ids'),
  leftOut: Count.describe(
    'of a whole case: records in its history that were left out of the case it was made of; 0: `counts` are exact',
  ),
  counts: CaseCounts.strict().describe(
    'of a delta: records that it speaks of, and are still there',
  ),
  members: z
    .array(Member)
    .describe('every member but the manifest and its signature, in their order in the ZIP'),
});
export type Manifest = z.infer<typeof Manifest>;

/** One line of `changes.ndjson` */
export const ChangeSetLine = z.strictObject({
  replica: Id,
  sequence: z.int().min(1),
  clock: z
    .string()
    .regex(/^[0-9a-f]{12}-[0-9a-f]{4}$/)
    .describe('hybrid logical clock: Unix milliseconds and a counter, hexadecimal'),
  actor: z
    .string()
    .refine(isActor)
    .describe(
      'JSON: name, initials and organization of who made the changes, and the key it was done with, if any',
    ),
  label: z.string().min(1).max(200),
  undoes: Sha256.nullable().describe(
    'hash of the change set that this one takes back, or, if that one took back another, does again',
  ),
  previousHash: z.union([z.literal(''), Sha256]),
  hash: Sha256,
  changes: z
    .array(
      z.strictObject({
        tableName: z.string().max(200),
        rowId: Id,
        operation: z.enum(['insert', 'update', 'delete']),
        fields: z
          .string()
          .describe(
            'JSON, kept to the letter because the hash is over it: {"column": [old, new], ...}',
          ),
      }),
    )
    .min(1),
});

function isActor(text: string): boolean {
  try {
    return Actor.safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
}

/** One line of a member of `texts/` */
export const SegmentLine = z.strictObject({
  ordinal: Count.describe('from 0'),
  start: Count.describe('UTF-16 code units from the start of the text'),
  kind: z.string().min(1).max(100),
  page: z.int().min(1).nullable().describe('page of the original from 1, null where it has none'),
  content: z.string(),
});

/** Name of the member that holds a text. */
export function textMember(sha256: string): string {
  return `texts/${sha256}.ndjson`;
}

/** Name of the member that holds a document's original bytes. */
export function blobMember(sha256: string): string {
  return `blobs/${sha256}`;
}

/** The JSON Schemas of the format, by their file's name in `resources/casepack`. */
export function packageSchemas(): Record<string, object> {
  return {
    'manifest.schema.json': z.toJSONSchema(Manifest),
    'change-set.schema.json': z.toJSONSchema(ChangeSetLine),
    'segment.schema.json': z.toJSONSchema(SegmentLine),
  };
}
