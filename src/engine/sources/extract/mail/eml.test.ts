import { describe, expect, test } from 'vitest';
import { base64, multipart, readEml } from '../testing/messages.ts';

const PLAIN = `Received: from mail.example.org by mx.example.net;
\tWed, 20 Sep 2023 23:30:01 -0400
From: =?UTF-8?Q?Jos=C3=A9_P=C3=A9rez?= <jose@example.org>
To: "Ruiz, Ana" <ana@example.net>, harbour@example.net
Cc: Team: leo@example.net, =?utf-8?B?${base64('Íñigo')}?= <i@example.net>;
Date: Wed, 20 Sep 2023 23:30:00 -0400
Subject: =?iso-8859-1?Q?Reuni=F3n?= =?utf-8?Q?_en_el_puerto?=
Message-ID: <third@example.org>
References: <first@example.org>
 <second@example.org>
In-Reply-To: <second@example.org>
Content-Type: text/plain; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

The meeting is at the harbour, ma=F1ana a las ocho, and nobody else should know=
 about it.

> Where is the meeting?
> I do not know.
`;

describe('a plain message', () => {
  test('is its heading and its body, with what it answers kept', async () => {
    const { text, segments, encoding } = await readEml(PLAIN);
    expect(text).toBe(
      [
        'From: José Pérez <jose@example.org>',
        'To: Ruiz, Ana <ana@example.net>, harbour@example.net',
        'Cc: Team: leo@example.net, Íñigo <i@example.net>;',
        'Date: Wed, 20 Sep 2023 23:30:00 -0400',
        'Subject: Reunión en el puerto',
        '',
        'The meeting is at the harbour, mañana a las ocho, and nobody else should know about it.',
        '',
        '> Where is the meeting?',
        '> I do not know.',
      ].join('\n'),
    );
    expect(segments.map(({ kind }) => kind)).toEqual(['header', 'paragraph', 'paragraph']);
    expect(segments.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
    expect(encoding).toBe('windows-1252');
  });

  test('says who wrote it, when by their own clock, and about what', async () => {
    expect((await readEml(PLAIN)).metadata).toMatchObject({
      title: 'Reunión en el puerto',
      author: 'José Pérez <jose@example.org>',
      published: '2023-09-20',
      language: 'en',
    });
  });

  test('keeps all its headers in their order, and the thread it is in', async () => {
    const { details } = await readEml(PLAIN);
    expect(details?.properties[0]).toEqual({
      name: 'Received',
      value: 'from mail.example.org by mx.example.net; Wed, 20 Sep 2023 23:30:01 -0400',
    });
    expect(details?.properties.map(({ name }) => name)).toEqual([
      'Received',
      'From',
      'To',
      'Cc',
      'Date',
      'Subject',
      'Message-ID',
      'References',
      'In-Reply-To',
      'Content-Type',
      'Content-Transfer-Encoding',
    ]);
    expect(details).toMatchObject({
      messageId: 'third@example.org',
      references: ['first@example.org', 'second@example.org'],
    });
  });
});

const HTML_WORDS = '<p>The words of the page are <b>here</b>.</p>'.repeat(20);

describe('the body', () => {
  test('is the plain one of two alternatives', async () => {
    const message = `From: a@example.org\n${multipart(
      'alternative',
      'Content-Type: text/plain\n\nplain words',
      'Content-Type: text/html\n\n<p>marked words</p>',
    )}`;
    expect((await readEml(message)).text).toBe('From: a@example.org\n\nplain words');
  });

  test.each([
    ['there is no plain one', 'Content-Type: text/html\n\n<p>marked <b>words</b></p>'],
    [
      'the plain one is empty',
      multipart(
        'alternative',
        'Content-Type: text/plain\n\n  \n',
        'Content-Type: text/html\n\n<p>marked words</p>',
      ),
    ],
  ])('is the HTML when %s', async (_, message) => {
    expect((await readEml(message)).text).toBe('marked words');
  });

  test('is the HTML when the plain one only says that there is HTML', async () => {
    const message = multipart(
      'alternative',
      'Content-Type: text/plain\n\nThis message is in HTML.',
      `Content-Type: text/html\n\n${HTML_WORDS}`,
    );
    const { text } = await readEml(message);
    expect(text).toMatch(/^The words of the page are here\.\n\nThe words/);
    expect(text).not.toContain('in HTML');
  });

  test('says where the links of the HTML lead, unless their words do', async () => {
    const message = `Content-Type: text/html

<p>Pay <a href="https://evil.example/pay?a=b">at <b>your bank</b></a> or at
<a href="https://example.org/">example.org</a>, <a href="#top">above</a>, <a href="javascript:alert(1)">here</a>.</p>`;
    expect((await readEml(message)).text).toBe(
      'Pay at your bank <https://evil.example/pay?a=b> or at example.org, above, here.',
    );
  });

  test('is all texts of a message in their order', async () => {
    const message = multipart(
      'mixed',
      'Content-Type: text/plain\n\nfirst',
      'Content-Type: text/html\n\n<p>second</p>',
      '\nthird, of no type',
    );
    expect((await readEml(message)).text).toBe('first\n\nsecond\n\nthird, of no type');
  });

  test('flows where it says so, with quotations apart', async () => {
    const message = `Content-Type: text/plain; format=flowed; delsp=no

One paragraph that \ngoes on.
 From the start of a line.
> quoted \n> words
>> deeper
-- \nAna`;
    expect((await readEml(message)).text).toBe(
      'One paragraph that goes on.\nFrom the start of a line.\n> quoted words\n>> deeper\n-- \nAna',
    );
  });

  test.each([
    ['utf-8', Buffer.from('naïve – “words”')],
    ['us-ascii', Buffer.from('naïve – “words”')],
    ['windows-1252', Buffer.from('6e61ef766520962093776f72647394', 'hex')],
    ['cp1252', Buffer.from('6e61ef766520962093776f72647394', 'hex')],
    ['utf-16le', Buffer.from('naïve – “words”', 'utf16le')],
    ['no-such-thing', Buffer.from('naïve – “words”')],
  ])('is read in the encoding it is in: %s', async (charset, body) => {
    const message = `Content-Type: text/plain; charset=${charset}\nContent-Transfer-Encoding: base64\n\n`;
    const { text } = await readEml(Buffer.from(message + body.toString('base64')));
    expect(text).toBe('naïve – “words”');
  });

  test('of an encoding that looks like ASCII is read as it says', async () => {
    const body = Buffer.from('1b2442467c4b5c1b2842', 'hex');
    const head = 'Content-Type: text/plain; charset="ISO-2022-JP"\n\n';
    expect((await readEml(Buffer.concat([Buffer.from(head), body]))).text).toBe('日本');
  });

  test('is read in another encoding when a person says so', async () => {
    const message = Buffer.concat([
      Buffer.from('Content-Type: text/plain; charset=iso-8859-1\n\n'),
      Buffer.from('cff0e8e2e5f2', 'hex'),
    ]);
    expect((await readEml(message, 'windows-1251')).text).toBe('Привет');
    await expect(readEml(message, 'nonsense')).rejects.toMatchObject({
      code: 'source.encodingUnknown',
    });
  });
});

describe('odd messages', () => {
  test.each([
    ['a byte order mark and empty lines first', '\ufeff\n\nFrom: a@example.org\n\nwords'],
    ['the line of a mailbox first', 'From a@example.org Wed Sep 20\nFrom: a@example.org\n\nwords'],
    [
      'kept by Apple Mail',
      Buffer.from('26  \nFrom: a@example.org\n\nwords<?xml version="1.0"?><plist></plist>'),
    ],
    ['no empty line after the header', 'From: a@example.org\nwords'],
    ['line ends of one sign', Buffer.from('From: a@example.org\n\nwords')],
  ])('%s', async (_, message) => {
    expect((await readEml(message)).text).toBe('From: a@example.org\n\nwords');
  });

  test('a multipart without its parts is the text in it', async () => {
    const message = 'Content-Type: multipart/mixed; boundary=missing\n\nwords of the message';
    expect((await readEml(message)).text).toBe('words of the message');
  });

  test('a multipart without its end has all its parts', async () => {
    const message = multipart('mixed', '\nfirst', '\nsecond').replace(/--b mixed--[^]*/, '');
    expect((await readEml(message)).text).toBe('first\n\nsecond');
  });

  test('header fields in the encoding of an old computer', async () => {
    const message = Buffer.from('Subject: Reuni\u00f3n ma\u00f1ana\n\nwords', 'latin1');
    expect((await readEml(message)).metadata.title).toBe('Reunión mañana');
  });

  test('without any words or parts', async () => {
    await expect(readEml('X-Empty: yes\n\n')).rejects.toMatchObject({ code: 'source.empty' });
  });

  test.each([
    ['Wed, 20 Sep 23 10:00:00 GMT', '2023-09-20'],
    ['20 Sep 97 10:00 EST', '1997-09-20'],
    ['20-Sep-2023 10:00', '2023-09-20'],
    ['some day', null],
  ])('the day of %s', async (date, day) => {
    expect((await readEml(`Date: ${date}\n\nwords`)).metadata.published).toBe(day);
  });
});
