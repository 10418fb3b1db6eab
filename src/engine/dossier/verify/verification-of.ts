import type { DossierContent } from '#contract/dossier.ts';
import type { Identity } from '../../identity/index.ts';
import type { DossierModel } from '../model.ts';
import type { Verification } from '../verification.ts';
import { contentHashOf } from './content-hash.ts';
import { keywordsOf } from './keywords.ts';
import { qrCode } from './qr-code.ts';
import { stated } from './statement.ts';

/**
 * What a dossier says of itself. The same model, request and signer give the same.
 *
 * @param signer null: nobody signs, and altering the file cannot be found out
 */
export function verificationOf(
  model: DossierModel,
  content: DossierContent,
  signer: Identity | null,
): Verification {
  const contentHash = contentHashOf(model);
  const code = stated(
    {
      caseId: model.caseId,
      revision: model.caseRevision.position,
      chain: model.caseRevision.hash,
      content: contentHash,
    },
    signer,
  );
  const { title, caseTitle, author } = model;
  return {
    contentHash,
    signature: signer === null ? null : code.slice(code.lastIndexOf('/') + 1),
    signer: signer === null ? null : { name: author.name, fingerprint: signer.fingerprint },
    code,
    qr: qrCode(code),
    keywords: keywordsOf(code, { title, caseTitle, author: author.name, content }),
  };
}
