export { ageRecipientOf } from './age-recipient.ts';
export { derivedKey } from './derived-key.ts';
export { fingerprintOf, Identity, newPrivateKey, pemOf, publicKeyOfPem } from './identity.ts';
export { identityOfFolder } from './key-file.ts';
export { stamped, whoAmI } from './stamped.ts';
