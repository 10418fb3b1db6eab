import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytesAsSource } from '../byte-source.ts';
import {
  DEFAULT_LIMITS,
  type DocumentPart,
  type ParsedDocument,
  type ParserOptions,
} from '../extraction.ts';
import { allPartsOf, parserOptions, partsOf } from '../testing/parser-options.ts';
import { parseMbox } from './mbox.ts';
import { unquoteMessage } from './mbox-messages.ts';

const read = (mailbox: string, options: Partial<ParserOptions> = {}): Promise<ParsedDocument> =>
  parseMbox(bytesAsSource(Buffer.from(mailbox)), parserOptions(options));

const FIRST =
  'From: Ana <ana@example.org>\nSubject: The harbour\nDate: Wed, 20 Sep 2023 10:00:00 +0200';
const SECOND = 'From: leo@example.org\nSubject: =?utf-8?Q?ma=C3=B1ana?=';
const MAILBOX = `From ana@example.org Wed Sep 20 10:00:00 2023
${FIRST}

words
>From the start of a line
>>From deeper
From here on nothing at 10:30 is a message.

From - Thu Sep 21 10:00:00 2023
${SECOND}

more words
`;

const textOf = (part: DocumentPart): string => Buffer.from(part.bytes).toString();

describe('a mailbox', () => {
  test('lists its messages', async () => {
    const { text, segments } = await read(MAILBOX);
    expect(text).toBe(
      [
        'From: Ana <ana@example.org>',
        'Date: Wed, 20 Sep 2023 10:00:00 +0200',
        'Subject: The harbour',
        '',
        'From: leo@example.org',
        'Subject: mañana',
      ].join('\n'),
    );
    expect(segments.map(({ kind }) => kind)).toEqual(['listing', 'listing']);
  });

  test('gives each of them as it was sent', async () => {
    const parts = await partsOf(await read(MAILBOX));
    expect(parts.map(({ name }) => name)).toEqual(['1 The harbour.eml', '2 mañana.eml']);
    expect(parts.map(textOf)).toEqual([
      `${FIRST}\n\nwords\nFrom the start of a line\n>From deeper\nFrom here on nothing at 10:30 is a message.\n`,
      `${SECOND}\n\nmore words\n`,
    ]);
  });

  test('with line ends of two signs', async () => {
    const parts = await partsOf(await read(MAILBOX.replaceAll('\n', '\r\n')));
    expect(parts.map(textOf)).toEqual([
      `${FIRST}\n\nwords\nFrom the start of a line\n>From deeper\nFrom here on nothing at 10:30 is a message.\n`.replaceAll(
        '\n',
        '\r\n',
      ),
      `${SECOND}\n\nmore words\n`.replaceAll('\n', '\r\n'),
    ]);
  });

  test('of many windows has all its messages', async () => {
    const filler = 'x'.repeat(999);
    const message = `From a@example.org Wed Sep 20 10:00:00 2023\nSubject: one\n\n${`${filler}\n`.repeat(900)}\n`;
    const parts = await partsOf(await read(message.repeat(12)));
    expect(parts).toHaveLength(12);
    expect(new Set(parts.map(textOf)).size).toBe(1);
  });

  test('says which messages are too large, and how many too many', async () => {
    const limits = { ...DEFAULT_LIMITS, memberBytes: 100, members: 2 };
    const document = await read(MAILBOX + MAILBOX, { limits });
    expect(document.warnings).toEqual(['membersLeftOut 2']);
    const parts = await allPartsOf(document);
    expect(parts[0]).toMatchObject({
      name: '1 The harbour.eml',
      error: { code: 'source.tooLarge', details: { limit: 100 } },
    });
    expect(parts[1]).toMatchObject({ name: '2 mañana.eml', mediaType: 'message/rfc822' });
  });

  test('without a message is empty', async () => {
    await expect(read('words')).rejects.toMatchObject({ code: 'source.empty' });
  });
});

test('whatever is quoted as mboxrd is as before when it is unquoted', () => {
  const line = fc.constantFrom('From a', '>From a', '>>From', '> From', 'aFrom b', '', 'From ');
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const quoted = lines.map((one) => one.replace(/^>*From /, '>$&')).join('\n');
      expect(Buffer.from(unquoteMessage(Buffer.from(quoted))).toString()).toBe(lines.join('\n'));
    }),
  );
});
