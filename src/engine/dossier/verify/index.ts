export { contentHashOf } from './content-hash.ts';
export { sealPdf } from './seal.ts';
export { verifyDossier } from './verify-file.ts';
export { verificationOf } from './verification-of.ts';
