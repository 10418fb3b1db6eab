import { z } from 'zod';
import { bytesOf } from './base64url.ts';
import { Identity, type Identity as Signer } from '../../identity/index.ts';

/**
 * What is printed as text and as a QR code, on one line of ASCII:
 *
 *     legajo:dossier/1/CASE/REVISION/CHAIN/CONTENT/KEY/SIGNATURE
 *
 * id of the case, number of change sets and chain hash of its last one, SHA-256 of what the dossier says, raw Ed25519
 * public key and signature in base64url. The signature is over everything before its slash; so that whoever has only
 * the paper can check what it says of itself. Key and signature are `-` when nobody signed.
 */
export interface Statement {
  readonly caseId: string;
  readonly revision: number;
  /** Chain hash of the last change set, 64 hexadecimal digits; empty for an empty journal. */
  readonly chain: string;
  readonly content: string;
  /** Raw public key, 32 bytes; null when nobody signed. */
  readonly key: Buffer | null;
}

const head = 'legajo:dossier/1';
const nothing = '-';
const pattern =
  /^legajo:dossier\/1\/([0-9a-f-]{36})\/(\d{1,15})\/([0-9a-f]{64}|-)\/([0-9a-f]{64})\/([\w-]{43}|-)\/([\w-]{86}|-)$/;
const Revision = z.coerce.number().int();

/** The statement as it is printed, signed. */
export function stated(
  { caseId, revision, chain, content }: Omit<Statement, 'key'>,
  signer: Signer | null,
): string {
  const key = signer === null ? nothing : signer.publicKey.toString('base64url');
  const said = [head, caseId, revision, chain === '' ? nothing : chain, content, key].join('/');
  const signature =
    signer === null ? nothing : signer.sign(Buffer.from(said, 'ascii')).toString('base64url');
  return `${said}/${signature}`;
}

/** Reads a statement; null when it is none, or not signed by the key in it. */
export function readStatement(code: string): Statement | null {
  const found = pattern.exec(code);
  if (found === null) return null;
  const [, caseId = '', revision = '', chain = '', content = '', key = '', signature = ''] = found;
  const statement = {
    caseId,
    revision: Revision.parse(revision),
    chain: chain === nothing ? '' : chain,
    content,
  };
  if (key === nothing) return signature === nothing ? { ...statement, key: null } : null;
  const [publicKey, signed] = [bytesOf(key), bytesOf(signature)];
  if (publicKey === null || signed === null) return null;
  const said = code.slice(0, code.lastIndexOf('/'));
  return Identity.verify(publicKey, Buffer.from(said, 'ascii'), signed)
    ? { ...statement, key: publicKey }
    : null;
}
