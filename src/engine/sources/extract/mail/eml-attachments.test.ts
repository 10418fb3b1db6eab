import { describe, expect, test } from 'vitest';
import { base64, multipart, readEml } from '../testing/messages.ts';
import { partsOf } from '../testing/parser-options.ts';

describe('attachments are parts', () => {
  test('with their names, bytes and types', async () => {
    const message = multipart(
      'mixed',
      'Content-Type: text/plain\n\nSee attached.',
      `Content-Type: application/pdf; name="wrong.pdf"\nContent-Disposition: attachment;\n filename*0*=utf-8''Informe%20de;\n filename*1*=%20a%C3%B1o;\n filename*2=".pdf"\nContent-Transfer-Encoding: base64\n\n${base64('%PDF-')}`,
      `Content-Type: text/plain; name="=?utf-8?Q?notas_=C3=A1.txt?="\nContent-Disposition: attachment\n\nnotes`,
      'Content-Type: application/octet-stream; name=winmail.dat\nContent-Transfer-Encoding: base64\n\neJ8+Ig==',
      'Content-Type: text/plain; name=inline.txt\nContent-Disposition: inline\n\ninline file',
    );
    const document = await readEml(message);
    expect(document.text).toBe('See attached.');
    const parts = await partsOf(document);
    expect(
      parts.map(({ name, bytes, mediaType }) => [
        name,
        Buffer.from(bytes).toString('latin1'),
        mediaType,
      ]),
    ).toEqual([
      ['Informe de año.pdf', '%PDF-', 'application/pdf'],
      ['notas á.txt', 'notes', 'text/plain'],
      ['winmail.dat', 'x\u009f>"', 'application/octet-stream'],
      ['inline.txt', 'inline file', 'text/plain'],
    ]);
  });

  test('so are the pictures of an HTML body and the messages within a message', async () => {
    const inner = 'From: b@example.org\nSubject: Re: the / harbour\n\ninner words';
    const message = multipart(
      'mixed',
      multipart(
        'related',
        'Content-Type: text/html\n\n<p>words <img src="cid:logo"></p>',
        `Content-Type: image/png\nContent-ID: <logo>\nContent-Transfer-Encoding: base64\n\n${base64('png')}`,
      ),
      `Content-Type: message/rfc822\n\n${inner}`,
    );
    const document = await readEml(message);
    expect(document.text).toBe('words');
    const parts = await partsOf(document);
    expect(parts.map(({ name }) => name)).toEqual(['image.png', 'Re_ the _ harbour.eml']);
    expect(Buffer.from(parts[1]?.bytes ?? []).toString()).toBe(inner.replaceAll('\n', '\r\n'));
  });

  test.each([
    ['../../etc/passwd', '_.._etc_passwd'],
    ['C:\\\\Windows\\\\win.ini', 'C_Windows_win.ini'],
    ['invoice\u202egpj.exe', 'invoice_gpj.exe'],
    ['con.txt', '_con.txt'],
    ['..', 'attachment.bin'],
    [`${'x'.repeat(500)}.pdf`, `${'x'.repeat(116)}.pdf`],
  ])('under a name that is safe: %s', async (written, name) => {
    const message = `Content-Type: application/x-thing; name="${written}"\n\nbytes`;
    expect((await partsOf(await readEml(message))).map((part) => part.name)).toEqual([name]);
  });

  test('no two of which are alike', async () => {
    const part = 'Content-Type: image/png; name=a.png\n\nx';
    const parts = await partsOf(await readEml(multipart('mixed', part, part, part)));
    expect(parts.map(({ name }) => name)).toEqual(['a.png', 'a (2).png', 'a (3).png']);
  });

  test('an encrypted message is its heading, and what is encrypted is kept', async () => {
    const message = `From: a@example.org\n${multipart(
      'encrypted',
      'Content-Type: application/pgp-encrypted\n\nVersion: 1',
      'Content-Type: application/octet-stream; name=encrypted.asc\n\n-----BEGIN PGP MESSAGE-----',
    )}`;
    const document = await readEml(message);
    expect(document.text).toBe('From: a@example.org');
    expect((await partsOf(document)).map(({ name }) => name)).toEqual([
      'attachment.bin',
      'encrypted.asc',
    ]);
  });
});
