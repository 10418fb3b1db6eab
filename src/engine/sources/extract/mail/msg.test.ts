import { describe, expect, test } from 'vitest';
import type { DocumentPart, ParsedDocument } from '../extraction.ts';
import { msgOf, type TestMessage } from '../testing/outlook.ts';
import { allPartsOf, parserOptions, partsOf } from '../testing/parser-options.ts';
import { Property } from './msg-properties.ts';
import { parseMsg } from './msg.ts';

const read = (bytes: Uint8Array): Promise<ParsedDocument> => parseMsg(bytes, parserOptions());
const readMessage = (message: TestMessage): Promise<ParsedDocument> => read(msgOf(message));
const textOf = (part: DocumentPart | undefined): string =>
  Buffer.from(part?.bytes ?? []).toString();

const SENT: TestMessage = {
  properties: {
    [Property.messageClass]: 'IPM.Note',
    [Property.subject]: 'Reunión',
    [Property.senderName]: 'Pérez, José',
    [Property.senderSmtp]: 'jose@example.org',
    [Property.senderEmail]: '/O=EXCHANGE/CN=JOSE',
    [Property.submitted]: new Date('2023-09-20T23:30:00Z'),
    [Property.messageId]: '<first@example.org>',
    [Property.body]: 'The meeting is at the harbour.\r\n\r\nNobody else should know about it.\r\n',
  },
  recipients: [
    {
      [Property.displayName]: 'Ana Ruiz',
      [Property.smtp]: 'ana@example.net',
      [Property.recipientType]: 1,
    },
    {
      [Property.displayName]: 'leo@example.net',
      [Property.email]: 'leo@example.net',
      [Property.recipientType]: 1,
    },
    { [Property.displayName]: 'Secret', [Property.recipientType]: 3 },
  ],
};

describe('a message saved by Outlook', () => {
  test('is its heading and its body', async () => {
    const { text, segments } = await readMessage(SENT);
    expect(text).toBe(
      [
        'From: Pérez, José <jose@example.org>',
        'To: Ana Ruiz <ana@example.net>, leo@example.net',
        'Bcc: Secret',
        'Date: Wed, 20 Sep 2023 23:30:00 GMT',
        'Subject: Reunión',
        '',
        'The meeting is at the harbour.',
        '',
        'Nobody else should know about it.',
      ].join('\n'),
    );
    expect(segments.map(({ kind }) => kind)).toEqual(['header', 'paragraph', 'paragraph']);
  });

  test('says what it is, and what Outlook notes of it', async () => {
    const { metadata, details } = await readMessage(SENT);
    expect(metadata).toMatchObject({
      title: 'Reunión',
      author: 'Pérez, José <jose@example.org>',
      published: '2023-09-20',
      language: 'en',
    });
    expect(details?.messageId).toBe('first@example.org');
    expect(details?.properties).toContainEqual({
      name: 'X-Outlook-Message-Class',
      value: 'IPM.Note',
    });
  });

  test('keeps the headers it came with, in their order', async () => {
    const headers =
      'Received: from a\r\n by b; Wed, 20 Sep 2023 23:30:01 -0400\r\nFrom: =?utf-8?Q?Jos=C3=A9?= <jose@example.org>\r\n' +
      'Date: Wed, 20 Sep 2023 23:30:00 -0400\r\nReferences: <zeroth@example.org>\r\n\r\n';
    const { text, details, metadata } = await readMessage({
      ...SENT,
      properties: { ...SENT.properties, [Property.transportHeaders]: headers },
    });
    expect(text).toContain('From: José <jose@example.org>\nTo: Ana Ruiz');
    expect(text).toContain('Date: Wed, 20 Sep 2023 23:30:00 -0400\n');
    expect(metadata.published).toBe('2023-09-20');
    expect(details?.properties.slice(0, 2)).toEqual([
      { name: 'Received', value: 'from a by b; Wed, 20 Sep 2023 23:30:01 -0400' },
      { name: 'From', value: 'José <jose@example.org>' },
    ]);
    expect(details).toMatchObject({
      messageId: 'first@example.org',
      references: ['zeroth@example.org'],
    });
  });

  test('in the letters of an old computer', async () => {
    const properties = {
      [Property.messageCodePage]: 1252,
      [Property.subject]: 'Reunión',
      [Property.body]: 'mañana',
    };
    expect((await readMessage({ properties, narrow: true })).text).toBe(
      'Subject: Reunión\n\nmañana',
    );
  });
});

describe('the body', () => {
  test('is the HTML where there is no plain text', async () => {
    const html = Buffer.from('<p>ma\u00f1ana</p><script>no</script><img src="x">', 'latin1');
    const { text } = await readMessage({
      properties: { [Property.html]: html, [Property.internetCodePage]: 28591 },
    });
    expect(text).toBe('mañana');
  });

  test('is the RTF where there is nothing else', async () => {
    const rtf = Buffer.from('{\\rtf1\\ansi words of \\b the\\b0  message\\par second}');
    const header = Buffer.alloc(16);
    header.writeUInt32LE(rtf.length + 12, 0);
    header.writeUInt32LE(rtf.length, 4);
    header.write('MELA', 8);
    const { text } = await readMessage({
      properties: { [Property.subject]: 'one', [Property.rtf]: Buffer.concat([header, rtf]) },
    });
    expect(text).toMatch(/^Subject: one\n\nwords of the message\n+second$/);
  });
});

describe('attachments are parts', () => {
  const message: TestMessage = {
    properties: { [Property.subject]: 'outer' },
    attachments: [
      {
        properties: {
          [Property.attachLongName]: '../Informe año.pdf',
          [Property.attachName]: 'INFORM~1.PDF',
          [Property.attachType]: 'application/pdf',
          [Property.attachData]: Buffer.from('%PDF-'.repeat(2000)),
        },
      },
      {
        properties: { [Property.displayName]: 'Reunión' },
        message: {
          ...SENT,
          attachments: [
            {
              properties: {
                [Property.attachLongName]: 'inner.txt',
                [Property.attachData]: Buffer.from('inner'),
              },
            },
          ],
        },
      },
    ],
  };

  test('with their names and bytes', async () => {
    const [file] = await partsOf(await readMessage(message));
    expect(file).toMatchObject({ name: '_Informe año.pdf', mediaType: 'application/pdf' });
    expect(textOf(file)).toBe('%PDF-'.repeat(2000));
  });

  test('and a message within is a message of its own', async () => {
    const [, inner] = await partsOf(await readMessage(message));
    expect(inner).toMatchObject({ name: 'Reunión.msg', mediaType: 'application/vnd.ms-outlook' });
    const document = await read(inner?.bytes ?? new Uint8Array());
    expect(document.text).toBe((await readMessage(SENT)).text);
    const [attached] = await partsOf(document);
    expect([attached?.name, textOf(attached)]).toEqual(['inner.txt', 'inner']);
  });

  test('which lie over each other are told and left out', async () => {
    const bytes = msgOf({
      properties: { [Property.subject]: 'outer' },
      attachments: Array.from({ length: 3 }, (_, index) => ({
        properties: {
          [Property.attachLongName]: `${index}.bin`,
          [Property.attachData]: Buffer.alloc(20_000, 1),
        },
      })),
    });
    // Every attachment says that it has four times the bytes, which begin where they did.
    for (let at = 0; at + 128 <= bytes.length; at += 128) {
      const entry = Buffer.from(bytes.buffer, bytes.byteOffset + at, 128);
      if (entry.toString('utf16le', 0, 40) === '__substg1.0_37010102' && entry[66] === 2) {
        entry.writeUInt32LE(60_000, 120);
      }
    }
    const parts = await allPartsOf(await read(bytes));
    expect(parts.map((part) => ('error' in part ? part.error.code : part.name))).toEqual([
      'source.truncated',
      'source.bomb',
      'source.bomb',
    ]);
  });
});

describe('damaged and hostile files', () => {
  const whole = msgOf(SENT);

  test.each([
    ['cut off', whole.subarray(0, 700), 'source.truncated'],
    ['with nothing in it', msgOf({ properties: {} }), 'source.empty'],
    ['without a header', Buffer.alloc(512), 'source.failed'],
  ])('one %s fails and says why', async (_, bytes, code) => {
    await expect(read(bytes)).rejects.toMatchObject({ code });
  });

  test('chains of sectors that go in circles end', async () => {
    const bytes = Buffer.from(whole);
    const table = (bytes.readUInt32LE(0x4c) + 1) * 512;
    const directory = bytes.readUInt32LE(0x30);
    bytes.writeUInt32LE(directory, table + directory * 4);
    await expect(read(bytes)).rejects.toMatchObject({ code: 'source.truncated' });
  });

  test('entries that go in circles are read once', async () => {
    const bytes = Buffer.from(whole);
    const directory = (bytes.readUInt32LE(0x30) + 1) * 512;
    for (let at = directory; at + 128 <= bytes.length && bytes[at + 66] !== 0; at += 128) {
      if (bytes[at + 66] === 1) {
        bytes.writeUInt32LE(0, at + 76);
        bytes.writeUInt32LE(1, at + 68);
      }
    }
    expect((await read(bytes)).text).toContain('The meeting is at the harbour.');
  });
});
