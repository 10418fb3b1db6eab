import { describe, expect, test } from 'vitest';
import { multipart, readEml } from '../testing/messages.ts';
import { partsOf } from '../testing/parser-options.ts';

describe('hostile messages', () => {
  test('multiparts nested a thousand deep keep their words', async () => {
    let message = '\ndeep words';
    for (let level = 0; level < 1000; level += 1) {
      const type = `Content-Type: multipart/mixed; boundary=b${level}`;
      message = `${type}\n\n--b${level}\n${message}\n--b${level}--`;
    }
    const document = await readEml(`Subject: deep\n${message}`);
    const [part] = await partsOf(document);
    expect(Buffer.from(part?.bytes ?? []).toString()).toContain('deep words');
  });

  test('a hundred thousand parts are not all taken', async () => {
    const message = multipart('mixed', ...Array.from({ length: 100_000 }, () => '\n\nx'));
    expect((await readEml(message)).warnings).toEqual(['membersLeftOut 90000']);
  });

  test.each([
    ['of bytes', `X-Long: ${'x'.repeat(3_000_000)}\n\nwords`],
    ['of fields', `${'a: b\n'.repeat(30_000)}\nwords`],
    ['of folded lines', `a: b\n${' c\n'.repeat(1_000_000)}\nwords`],
  ])('a header that is too much %s fails it', async (_, message) => {
    await expect(readEml(message)).rejects.toMatchObject({ code: 'source.tooLarge' });
  });

  test.each([
    ['encoded words', `Subject: ${'=?utf-8?Q?a?= '.repeat(100_000)}\n\nwords`],
    ['beginnings of encoded words', `Subject: ${'=?'.repeat(500_000)}\n\nwords`],
    ['addresses', `To: ${'<a@b>,'.repeat(100_000)}\n\nwords`],
    ['brackets', `To: ${'<'.repeat(500_000)}\nFrom: ${'('.repeat(200_000)}\n\nwords`],
    ['parameters', `Content-Type: text/plain${';a*0=b'.repeat(200_000)}\n\nwords`],
    ['ids', `References: ${'<a@b>'.repeat(200_000)}\n\nwords`],
  ])('a million signs of %s do not keep it from being read', async (_, message) => {
    expect((await readEml(message)).text).toMatch(/words$/);
  });
});
