/**
 * What a dossier says of itself, so that it can be checked: which state of which case it was made of, what it says, and
 * who made it. Printed as text and as a QR code, and kept among the PDF's keywords.
 */
export interface Verification {
  /** SHA-256 of what the dossier says, hexadecimal: the same for the same content, whatever its look. */
  readonly contentHash: string;
  /** Ed25519 signature of the statement in `code`, base64; null for a dossier that nobody signed. */
  readonly signature: string | null;
  readonly signer: { readonly name: string; readonly fingerprint: string } | null;
  /** What the QR code says, as text: plain ASCII of one line. */
  readonly code: string;
  /** The QR code as an SVG drawing of black squares on white, with its quiet zone. */
  readonly qr: string;
  /** Further keywords of the PDF, in this order and unchanged, by which `verify-dossier` knows it again. */
  readonly keywords: readonly string[];
}
