import { statSync } from 'node:fs';
import type { PackageInspection } from '#contract/package.ts';
import type { Keys } from '../age.ts';
import { lockOf } from '../age-reader.ts';
import { PackageReader } from '../package-reader.ts';
import type { VersionVector } from '../../store/index.ts';
import type { Manifest } from '../format.ts';
import { digestOf, sha256OfFile, type Seen } from './package-file.ts';

/** What a package says of itself, held against a case. Who signed it is for an address book to say. */
export async function inspection(
  path: string,
  keys: Keys,
  caseId: string | null,
): Promise<PackageInspection> {
  return (await lookedAt(path, keys, caseId)).said;
}

/** The same, with what tells this very package from one that takes its place, and how much its maker's case had. */
export async function lookedAt(
  path: string,
  keys: Keys,
  caseId: string | null,
): Promise<{ said: PackageInspection; seen: Seen; had: VersionVector }> {
  const sha256 = await sha256OfFile(path);
  const reader = await PackageReader.open(path, keys, { altered: true });
  try {
    const { manifest, signature } = reader;
    const said: PackageInspection = {
      path,
      byteSize: statSync(path).size,
      sha256,
      encrypted: (await lockOf(path)) ?? 'no',
      signature: {
        state: signature.state === 'holds' ? 'unknown' : signature.state,
        by: manifest.madeBy.actor,
        fingerprint: signature.state === 'holds' ? signature.fingerprint : null,
        publicKey: signature.state === 'holds' ? signature.publicKey.toString('base64') : null,
        colleague: null,
      },
      scope: manifest.scope,
      case: {
        id: manifest.case.id,
        title: manifest.case.title,
        reference: manifest.case.reference,
        handling: manifest.case.handling,
      },
      handling: manifest.handling,
      madeAt: manifest.madeAt,
      madeBy: {
        program: manifest.madeBy.program,
        version: manifest.madeBy.version,
        actor: manifest.madeBy.actor,
        recipient: manifest.madeBy.recipient,
      },
      recipient: manifest.recipient,
      purpose: manifest.purpose,
      counts: Object.entries(manifest.counts).map(([table, count]) => ({ table, count })),
      changeSets: manifest.counts.changeSets,
      withheld: manifest.withheld.length,
      redacted: manifest.redacted,
      relation: caseId === null ? 'none' : manifest.case.id === caseId ? 'same' : 'other',
    };
    return { said, seen: { sha256, manifest: digestOf(manifest) }, had: vectorOf(manifest) };
  } finally {
    reader.close();
  }
}

function vectorOf({ base, replicas }: Manifest): VersionVector {
  return {
    ...base,
    ...Object.fromEntries(replicas.map(({ replica, sequence }) => [replica, sequence])),
  };
}
