/** The bytes of a text in base64url (RFC 4648, section 5); null when it is not the one way to write them. */
export function bytesOf(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64url');
  return bytes.toString('base64url') === text ? bytes : null;
}
