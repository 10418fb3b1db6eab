export { fingerprintOf, Identity, newPrivateKey } from './identity.ts';
export { identityOfFolder } from './key-file.ts';
export { stamped, whoAmI } from './stamped.ts';
