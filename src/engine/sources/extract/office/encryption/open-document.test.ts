import { createCipheriv, pbkdf2Sync } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { DEFAULT_LIMITS, type ExtractionLimits } from '../../extraction.ts';
import { parseOds } from '../../tables/ods/index.ts';
import { row, table } from '../../tables/testing/ods-sample.ts';
import { buildOdf, odfPart } from '../testing/odf-sample.ts';
import { hashOf } from './hashing.ts';

const AES = 'http://www.w3.org/2001/04/xmlenc#aes256-cbc';

/** A spreadsheet of which the content is encrypted, as LibreOffice does it. */
function encrypted({
  password,
  cipher = AES,
  iterations = 1000,
  content,
}: {
  password: string;
  cipher?: string;
  iterations?: number;
  content?: string;
}): Promise<Uint8Array> {
  const salt = Buffer.alloc(16, 4);
  const start = Buffer.alloc(16, 5);
  const key = pbkdf2Sync(hashOf('sha256', Buffer.from(password)), salt, iterations, 32, 'sha1');
  const plain =
    content ??
    odfPart(
      'document-content',
      `<office:body><office:spreadsheet>${table('S', row(['secret']))}</office:spreadsheet></office:body>`,
    );
  const sealing = createCipheriv('aes-256-cbc', key, start);
  const sealed = Buffer.concat([sealing.update(deflateRawSync(plain)), sealing.final()]);
  const manifest = `<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry m:full-path="/"/><m:file-entry m:full-path="content.xml" m:size="${Buffer.byteLength(plain)}"><m:encryption-data><m:algorithm m:algorithm-name="${cipher}" m:initialisation-vector="${start.toString('base64')}"/><m:start-key-generation m:start-key-generation-name="http://www.w3.org/2000/09/xmldsig#sha256" m:key-size="32"/><m:key-derivation m:key-derivation-name="PBKDF2" m:iteration-count="${iterations}" m:salt="${salt.toString('base64')}" m:key-size="32"/></m:encryption-data></m:file-entry></m:manifest>`;
  return buildOdf('spreadsheet', '', {
    members: { 'content.xml': sealed, 'META-INF/manifest.xml': manifest },
  });
}

const read = async (
  bytes: Uint8Array,
  passwords: string[],
  limits: Partial<ExtractionLimits> = {},
) =>
  await parseOds(bytes, {
    settings: {},
    passwords,
    name: 'a.ods',
    limits: { ...DEFAULT_LIMITS, ...limits },
    progress: () => {},
  });

describe('a document of OpenDocument that is encrypted', () => {
  test('is read by its password, among others', async () => {
    const { text } = await read(await encrypted({ password: 'señal' }), ['other', 'señal']);
    expect(text).toBe('S\n\nA: secret');
  });

  test('asks for another password', async () => {
    const bytes = await encrypted({ password: 'señal' });
    await expect(read(bytes, [])).rejects.toMatchObject({ code: 'source.passwordNeeded' });
    await expect(read(bytes, ['a', 'b'])).rejects.toMatchObject({ code: 'source.passwordNeeded' });
  });

  test('is opened by none of thousands of others', async () => {
    const bytes = await encrypted({ password: 'p', iterations: 1 });
    const others = Array.from({ length: 3000 }, (_, at) => `other ${at}`);
    await expect(read(bytes, others)).rejects.toMatchObject({ code: 'source.passwordNeeded' });
    expect((await read(bytes, [...others, 'p'])).text).toContain('secret');
  });

  test.each([
    ['another cipher', 'source.failed', { cipher: 'Blowfish CFB' }],
    ['hashing for ever', 'source.failed', { cipher: AES, iterations: 10_000_001 }],
    ['content that is no XML', 'source.failed', { content: '<words' }],
    ['content that is nothing of the sort', 'source.passwordNeeded', { content: 'words' }],
    ['content that unfolds to far more', 'source.tooLarge', { content: ' '.repeat(2_000_000) }],
  ])('fails for %s', async (_, code, options) => {
    const bytes = await encrypted({ password: 'p', ...options });
    await expect(read(bytes, ['p'], { memberBytes: 1_000_000 })).rejects.toMatchObject({ code });
  });
});
