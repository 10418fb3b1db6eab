import { fingerprintOf, Identity, publicKeyOfPem } from '../identity/index.ts';

/** What a package's signature is, read by itself: who made it is for an address book to say. */
export type PackageSignature =
  | { state: 'missing' }
  /** The signature, or what it was made over, is another than it was. */
  | { state: 'altered' }
  | { state: 'holds'; publicKey: Buffer; fingerprint: string };

/** What the two members of a signature say of the bytes of a manifest. */
export function checkSignature(
  manifest: Uint8Array,
  signature: Buffer | null,
  signer: Buffer | null,
): PackageSignature {
  if (signature === null && signer === null) return { state: 'missing' };
  const publicKey = signer === null ? null : publicKeyOfPem(signer.toString('latin1'));
  if (publicKey === null || signature === null) return { state: 'altered' };
  if (!Identity.verify(publicKey, manifest, signature)) return { state: 'altered' };
  return { state: 'holds', publicKey, fingerprint: fingerprintOf(publicKey) };
}
