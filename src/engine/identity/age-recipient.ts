import { identityToRecipient } from 'age-encryption';

/** The public key of age that belongs to a private one, `age1...` */
export function ageRecipientOf(ageIdentity: string): Promise<string> {
  return identityToRecipient(ageIdentity);
}
