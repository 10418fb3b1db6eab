import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { CaseError } from '#contract/error.ts';
import type { ExportedPackage } from '#contract/exchange.ts';
import { Actor } from '#contract/settings.ts';
import { readingTime } from '#shared/clock.ts';
import { ageRecipientOf, type Identity } from '../identity/index.ts';
import {
  blobChunkSize,
  migrationNames,
  readBlob,
  readSegments,
  type CaseStore,
} from '../store/index.ts';
import { programVersion } from '../version.ts';
import { encryption } from './age.ts';
import type { PackageContent } from './content.ts';
import { coverPage } from './cover.ts';
import {
  blobMember,
  formatName,
  memberNames,
  packageVersion,
  textMember,
  type Manifest,
  type Member,
} from './format.ts';
import { recordHandover } from './handover.ts';
import { asLines } from './lines.ts';
import { contentFor, type PackageChoice } from './package-choice.ts';
import { refuseItself } from './refuse-itself.ts';
import { writeZip, type ZipPart } from './zip-writer.ts';

/** How far a long piece of work has come, in steps of about the same length. */
export interface Progress {
  done: number;
  total: number;
}

export interface ExportOptions extends PackageChoice {
  /** Who hands the case on; left out, who made its latest change. */
  actor?: Actor | undefined;
  /** Signs the package. */
  sign?: Identity | undefined;
  /** Public keys of age that it is encrypted for. */
  ageRecipients?: readonly string[] | undefined;
  /** Encrypts it, instead of recipients. */
  passphrase?: string | undefined;
  purpose?: string | undefined;
  /** For whom it is, as far as that is known. */
  recipient?: { name: string; key: string } | undefined;
  /** The person was asked twice about what is TLP:RED. */
  confirmedRed?: boolean | undefined;
  /** Whether the case is to say what left it. It does unless this is false. */
  record?: boolean | undefined;
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: Progress) => void) | undefined;
}

/**
 * Writes a case, or a part of it, as a package, and then records in the case what left it. The case as it is now goes in,
 * whatever is done to it meanwhile; the same case and options give the same bytes, except that encrypting takes new keys
 * each time.
 *
 * @param path of the package; a file that is there is replaced when the new one is whole
 * @returns the package's path, size in bytes and SHA-256, and whether the case says so: one that cannot be written does
 *   not
 * @throws CaseError `handover.red`, `handover.nothing`, `redaction.incomplete`, `recipient.invalid`, `record.notFound`;
 *   `file.diskFull`, `file.notFound` (no such folder), `file.notWritable`, `file.isFolder`, `case.inUse` when `path` is
 *   the case file itself, `job.cancelled`
 */
export async function exportPackage(
  store: CaseStore,
  path: string,
  options: ExportOptions = {},
): Promise<ExportedPackage> {
  const target = resolve(path);
  refuseItself(store, target);
  const encrypt = encryption({
    recipients: options.ageRecipients,
    passphrase: options.passphrase,
  });
  const content = contentFor(store, options);
  if (content.handling === 'RED' && options.confirmedRed !== true) {
    throw new CaseError('handover.red', {});
  }
  const head = headOf(content, options, await senderKey(options.sign));
  const written = await writeZip(
    target,
    partsOf(store, content, head, options),
    options.signal,
    encrypt,
  );
  const recorded =
    options.record !== false &&
    recordHandover(store, { target, written, head, content, options, encrypted: encrypt !== null });
  return { path: target, ...written, recorded };
}

async function senderKey(sign: Identity | undefined): Promise<string> {
  return sign === undefined ? '' : ageRecipientOf(sign.ageIdentity);
}

type Head = Omit<Manifest, 'members'>;

function headOf(
  content: PackageContent,
  { actor, purpose, recipient, sign }: ExportOptions,
  ageRecipient: string,
): Head {
  const { clock, latestActor } = content;
  const by = actor ?? latestActor ?? { name: '', initials: '', organization: '' };
  return {
    format: formatName,
    formatVersion: packageVersion,
    caseFormat: migrationNames().length,
    scope: content.scope,
    base: content.base,
    case: content.case,
    madeAt: new Date(clock === null ? 0 : readingTime(clock)).toISOString(),
    madeBy: {
      program: 'Legajo',
      version: programVersion(),
      actor: Actor.parse(sign === undefined ? by : { ...by, key: sign.fingerprint }),
      recipient: ageRecipient,
    },
    recipient: { name: recipient?.name ?? '', key: recipient?.key ?? '' },
    purpose: purpose ?? '',
    handling: content.handling,
    selection: content.selection,
    redacted: content.redacted,
    withheld: content.withheld,
    known: content.known,
    leftOut: content.leftOut,
    replicas: content.replicas,
    counts: content.counts,
  };
}

function partsOf(
  store: CaseStore,
  content: PackageContent,
  head: Head,
  { sign, onProgress, ...options }: ExportOptions,
): ZipPart[] {
  const members: Member[] = [];
  const progress = { done: 0, total: stepsOf(content) };
  const step = () => {
    progress.done += 1;
    onProgress?.({ ...progress });
  };
  const measured = (name: string, compress: boolean, bytes: () => Iterable<Buffer>): ZipPart => ({
    name,
    compress,
    content: () => measure(name, bytes(), (member) => members.push(member)),
  });
  const encrypted = options.passphrase !== undefined || (options.ageRecipients ?? []).length > 0;
  let manifest = Buffer.alloc(0);
  const parts: ZipPart[] = [
    measured(memberNames.cover, true, () => [Buffer.from(coverPage(head, { encrypted }), 'utf8')]),
    measured(memberNames.changes, true, () => asLines(counted(content.changeSets(), step))),
    ...content.texts.map(({ sha256 }) =>
      measured(textMember(sha256), true, function* segments() {
        yield* asLines(segmentLines(store, sha256));
        step();
      }),
    ),
    ...content.blobs.map(({ sha256 }) =>
      measured(blobMember(sha256), isCompressible(store, sha256), () =>
        counted(readBlob(store, sha256), step),
      ),
    ),
    {
      name: memberNames.manifest,
      compress: true,
      // The last of what is listed: by now the members are known.
      content: () => {
        manifest = Buffer.from(`${JSON.stringify({ ...head, members }, null, 1)}\n`, 'utf8');
        return [manifest];
      },
    },
  ];
  if (sign === undefined) return parts;
  return [
    ...parts,
    { name: memberNames.signature, compress: false, content: () => [sign.sign(manifest)] },
    {
      name: memberNames.signer,
      compress: false,
      content: () => [Buffer.from(sign.publicPem, 'latin1')],
    },
  ];
}

function stepsOf({ counts, texts, blobs }: PackageContent): number {
  return blobs.reduce(
    (sum, { byteSize }) => sum + Math.ceil(byteSize / blobChunkSize),
    counts.changeSets + texts.length,
  );
}

function* segmentLines(store: CaseStore, sha256: string): Generator<object, void, undefined> {
  for (const { ordinal, start, kind, page, content } of readSegments(store, sha256)) {
    yield { ordinal, start, kind, page, content };
  }
}

/** PDF files, ZIP archives (DOCX, EPUB) and pictures are compressed within; trying again takes time and gives nothing. */
function isCompressible(store: CaseStore, sha256: string): boolean {
  const head = store.one<{ head: Buffer }>(
    'SELECT substr(bytes, 1, 4) AS head FROM blob_chunk WHERE sha256 = ? AND ordinal = 0',
    sha256,
  )?.head;
  return head === undefined || !compressedWithin.includes(head.toString('latin1'));
}

const compressedWithin = [
  '%PDF',
  'PK\x03\x04',
  '\x89PNG',
  'RIFF',
  'GIF8',
  '\xff\xd8\xff\xe0',
  '\xff\xd8\xff\xe1',
];

function* counted<T>(items: Iterable<T>, step: () => void): Generator<T, void, undefined> {
  for (const item of items) {
    yield item;
    step();
  }
}

function* measure(
  name: string,
  content: Iterable<Buffer>,
  done: (member: Member) => void,
): Generator<Buffer, void, undefined> {
  const hash = createHash('sha256');
  let byteSize = 0;
  for (const part of content) {
    hash.update(part);
    byteSize += part.length;
    yield part;
  }
  done({ name, byteSize, sha256: hash.digest('hex') });
}
