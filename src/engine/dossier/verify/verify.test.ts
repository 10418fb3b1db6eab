import { decodeQR } from 'qr/decode.js';
import { encodeQR } from 'qr';
import { describe, expect, test } from 'vitest';
import { DossierContent } from '#contract/dossier.ts';
import { Identity, newPrivateKey } from '../../identity/index.ts';
import { keywordsOf, readKeywords } from './keywords.ts';
import { checkSeal, sealKeyword, sealPdf } from './seal.ts';
import { readStatement, stated } from './statement.ts';
import { verdictOf } from './verify.ts';

const signer = new Identity(newPrivateKey());
const caseId = '0198c0de-7c1a-7bbb-8c4d-2f60a1b2c3d4';
const facts = { caseId, revision: 412, chain: '9f'.repeat(32), content: 'a1'.repeat(32) };
const code = stated(facts, signer);
const made = {
  title: 'Aurelio Santángel',
  caseTitle: 'Harbour (north)',
  author: 'Marta Ibáñez',
  content: DossierContent.parse({ subjects: [caseId], most: 'AMBER' }),
};
const stranger = () => null;

/** Not a PDF, but with its keywords where a PDF has them: in the document information and in the metadata. */
function file(keywords: readonly string[]): Uint8Array {
  const line = keywords.join(', ');
  return Buffer.from(
    `%PDF-1.7\n<< /Keywords (${line}) >>\n\u0000\u00ff<x>${line}</x>\n%%EOF`,
    'latin1',
  );
}

describe('what is printed', () => {
  test('says of which state of which case it is, and by which key', () => {
    expect(code).toMatch(/^[!-~]+$/);
    expect(readStatement(code)).toEqual({ ...facts, key: signer.publicKey });
    const unsigned = stated({ ...facts, chain: '' }, null);
    expect(readStatement(unsigned)).toEqual({ ...facts, chain: '', key: null });
  });

  test('is not believed when any sign of it was changed', () => {
    for (let at = 0; at < code.length; at += 1) {
      const sign = code[at] === '0' ? '1' : '0';
      const other = code.slice(0, at) + sign + code.slice(at + 1);
      expect(readStatement(other)).toBeNull();
    }
    expect(readStatement(`${code}A`)).toBeNull();
    expect(readStatement(code.replace(/[^/]+$/, '-'))).toBeNull();
  });

  test('is read again from its QR code', () => {
    const border = 4;
    const scale = 3;
    const raw = encodeQR(code, 'raw', { ecc: 'medium', border, encoding: 'byte' });
    const size = raw.length * scale;
    const data = new Uint8Array(size * size * 3).fill(255);
    for (let y = 0; y < size; y += 1) {
      for (let x = 0; x < size; x += 1) {
        if (raw[Math.floor(y / scale)]?.[Math.floor(x / scale)] === true) {
          data.fill(0, (y * size + x) * 3, (y * size + x) * 3 + 3);
        }
      }
    }
    expect(decodeQR({ width: size, height: size, data })).toBe(code);
  });
});

describe('a file', () => {
  const keywords = keywordsOf(code, made);
  const sealed = sealPdf(file(keywords), signer);

  test('is as long signed as it was before', () => {
    expect(sealed).toHaveLength(file(keywords).length);
    expect(sealed).not.toEqual(file(keywords));
    expect(sealPdf(file(keywords), signer)).toEqual(sealed);
  });

  test('is said to be as it was made, and by whose key', () => {
    const nameOf = (key: Uint8Array) => (signer.publicKey.equals(key) ? 'Marta' : null);
    expect(verdictOf(sealed, { nameOf })).toMatchObject({
      file: 'unaltered',
      signer: { name: 'Marta Ibáñez', fingerprint: signer.fingerprint },
      known: 'Marta',
      title: 'Aurelio Santángel',
      case: { id: caseId, title: 'Harbour (north)', revision: 412 },
      content: facts.content,
      compared: 'none',
    });
    expect(readKeywords(sealed)?.made).toEqual(made);
  });

  test('is said to be altered whichever byte of it was changed, cut off or put at its end', () => {
    const fileOf = (pdf: Uint8Array) => verdictOf(pdf, { nameOf: stranger }).file;
    for (let at = 0; at < sealed.length; at += 1) {
      const other = Uint8Array.from(sealed);
      other.set([(other[at] ?? 0) ^ 1], at);
      expect(fileOf(other), `byte ${at}`).toBe('altered');
    }
    expect(fileOf(sealed.subarray(0, -1))).toBe('altered');
    expect(fileOf(Buffer.concat([sealed, Buffer.from('\n')]))).toBe('altered');
  });

  test('that somebody else signed anew does not pass for the first one’s', () => {
    const other = new Identity(newPrivateKey());
    expect(checkSeal(sealPdf(file(keywords), other), signer.publicKey)).toBe('broken');
  });

  test('that nobody signed, or that is none of ours, is said to be that', () => {
    const unsigned = file(keywordsOf(stated(facts, null), made));
    expect(verdictOf(unsigned, { nameOf: stranger })).toMatchObject({
      file: 'unsigned',
      signer: null,
    });
    const foreign = Buffer.from('%PDF-1.7\n%%EOF');
    expect(verdictOf(foreign, { nameOf: stranger })).toMatchObject({
      file: 'foreign',
      case: null,
    });
    expect(sealKeyword).toHaveLength('legajo-seal:'.length + 86);
  });
});
