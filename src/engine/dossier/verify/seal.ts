import { createHash } from 'node:crypto';
import { Identity } from '../../identity/index.ts';
import { bytesOf } from './base64url.ts';

/**
 * A dossier's PDF is signed as a whole: among its keywords, in the document information and in the metadata, stands a
 * place of fixed length, and the signature that goes there is over the file with that place empty. So it stays one
 * revision of a PDF/A, and each byte counts, also what somebody appends.
 */
const mark = 'legajo-seal:';
const length = 86;
const emptySeal = 'A'.repeat(length);

/** The keyword as it is typeset, before the file is signed. */
export const sealKeyword = `${mark}${emptySeal}`;

/** Signs a PDF that was set with `sealKeyword`. The length stays. */
export function sealPdf(pdf: Uint8Array, signer: Identity): Uint8Array {
  const sealed = Buffer.from(pdf);
  const places = placesIn(sealed).filter(
    (at) => sealed.toString('latin1', at, at + length) === emptySeal,
  );
  const seal = signer.sign(digestOf(pdf)).toString('base64url');
  for (const at of places) sealed.write(seal, at, 'latin1');
  return sealed;
}

/** What the seal of a file says: nobody signed it, it is as that key signed it, or it is not. */
export function checkSeal(
  pdf: Uint8Array,
  key: Uint8Array | null,
): 'unsigned' | 'whole' | 'broken' {
  const emptied = Buffer.from(pdf);
  const seals = new Set<string>();
  for (const at of placesIn(emptied)) {
    seals.add(emptied.toString('latin1', at, at + length));
    emptied.write(emptySeal, at, 'latin1');
  }
  const [seal] = seals;
  if (seal === undefined || seals.size > 1) return 'broken';
  if (seal === emptySeal) return key === null ? 'unsigned' : 'broken';
  if (key === null) return 'broken';
  const signature = bytesOf(seal);
  return signature !== null && Identity.verify(key, digestOf(emptied), signature)
    ? 'whole'
    : 'broken';
}

function digestOf(pdf: Uint8Array): Buffer {
  const digest = createHash('sha256').update(pdf).digest('hex');
  return Buffer.from(`legajo seal 1 ${digest}`, 'ascii');
}

/** Where the signatures stand, in bytes. */
function placesIn(pdf: Buffer): number[] {
  const places: number[] = [];
  for (let at = pdf.indexOf(mark); at >= 0; at = pdf.indexOf(mark, at + mark.length)) {
    const text = pdf.toString('latin1', at + mark.length, at + mark.length + length);
    if (/^[\w-]{86}$/.test(text)) places.push(at + mark.length);
  }
  return places;
}
