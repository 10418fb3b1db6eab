import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CaseError } from '#contract/error.ts';
import { bytesAsSource } from './byte-source.ts';
import { DEFAULT_LIMITS, type ParsedDocument, type Parser } from './extraction.ts';
import { parseHtml } from './html.ts';
import { parseEml } from './mail/eml.ts';
import { parseMbox } from './mail/mbox.ts';
import { Property } from './mail/msg-properties.ts';
import { parseMsg } from './mail/msg.ts';
import { zipOf } from './testing/archives.ts';
import { mutated, randomNumbers } from './testing/mutations.ts';
import { msgOf } from './testing/outlook.ts';
import { allPartsOf, parserOptions } from './testing/parser-options.ts';
import { answerOf, warcOf } from './testing/web-archives.ts';
import { parseMhtml } from './web/mhtml.ts';
import { parseWacz } from './web/wacz.ts';
import { parseWarc } from './web/warc.ts';

/** A page that would run, fetch and send if it were shown anywhere. */
const hostilePage = (host: string): string => `<!DOCTYPE html><html><head>
<base href="${host}/base/"><meta http-equiv="refresh" content="0; url=${host}/refresh">
<link rel="stylesheet" href="${host}/style.css"><link rel="prefetch" href="${host}/prefetch">
<link rel="icon" href="icon.ico"><script src="${host}/script.js"></script>
<style>@import url("${host}/import.css"); body { background: url(${host}/background.png) }</style>
<script>fetch('${host}/fetch'); document.write('written by a script');</script>
<script type="application/ld+json">{"@context": "${host}/context", "@type": "NewsArticle", "url": "${host}/ld"}</script>
</head><body onload="fetch('${host}/onload')" background="${host}/body.png">
<p>The words that a reader sees.</p>
<img src="${host}/tracker.gif" width="1" height="1" srcset="${host}/2x.gif 2x"><img src="relative.png">
<iframe src="${host}/frame"></iframe><object data="${host}/object"></object><embed src="${host}/embed">
<video src="${host}/video" poster="${host}/poster"></video><audio src="${host}/audio"></audio>
<svg xmlns="http://www.w3.org/2000/svg"><image href="${host}/svg.png"/><use href="${host}/use.svg#a"/>
<script>fetch('${host}/svg')</script></svg>
<form action="${host}/form"><input type="image" src="${host}/input.png"></form>
<a href="${host}/link" ping="${host}/ping">A link.</a></body></html>`;

/** Entities that would grow to gigabytes, and one that names a file. */
const bomb = (host: string): string => `<?xml version="1.0"?><!DOCTYPE svg [
<!ENTITY a "aaaaaaaaaa">${['b', 'c', 'd', 'e', 'f', 'g', 'h', 'i']
  .map((name, at) => `<!ENTITY ${name} "${`&${'abcdefghi'.charAt(at)};`.repeat(10)}">`)
  .join('')}<!ENTITY file SYSTEM "file:///etc/hostname"><!ENTITY web SYSTEM "${host}/entity">]>
<html xmlns="http://www.w3.org/1999/xhtml"><body><p>Before &i; &file; &web; after.</p></body></html>`;

const related = (page: string): string => `From: <Saved by Blink>
Snapshot-Content-Location: https://example.org/
Date: Wed, 20 Sep 2023 10:00:00 GMT
Content-Type: multipart/related; boundary=b

--b
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: base64

${Buffer.from(page).toString('base64')}
--b--
`;

const mail = (page: string): string => `From: Ana <ana@example.org>
To: =?utf-8?Q?Jos=C3=A9?= <jose@example.org>
Subject: The harbour
Date: Wed, 20 Sep 2023 10:00:00 +0200
Message-ID: <one@example.org>
References: <zero@example.org>
Content-Type: multipart/mixed; boundary="outer"

--outer
Content-Type: multipart/alternative; boundary="inner"

--inner
Content-Type: text/plain; format=flowed

--inner
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

${page.replaceAll('=', '=3D')}
--inner--
--outer
Content-Type: message/external-body; access-type=URL; URL="http://127.0.0.1/external"

Content-Type: text/plain

--outer
Content-Type: application/octet-stream; name*=utf-8''a%C3%B1o.bin
Content-Transfer-Encoding: base64

AAECAwQ=
--outer--
`;

const whole =
  (parse: typeof parseWarc): Parser =>
  (bytes, options) =>
    parse(bytesAsSource(bytes), options);

/** A sample of each format that holds the page, and what reads it. */
const SAMPLES: Readonly<Record<string, [parser: Parser, sample: (page: string) => Uint8Array]>> = {
  html: [parseHtml, (page) => Buffer.from(page)],
  eml: [parseEml, (page) => Buffer.from(mail(page))],
  mbox: [
    whole(parseMbox),
    (page) => Buffer.from(`From a@b Wed Sep 20 10:00:00 2023\n${mail(page)}\n`.repeat(2)),
  ],
  msg: [
    parseMsg,
    (page) =>
      msgOf({
        properties: { [Property.subject]: 'one', [Property.html]: Buffer.from(page) },
        recipients: [{ [Property.displayName]: 'Ana', [Property.smtp]: 'ana@example.org' }],
        attachments: [
          {
            properties: { [Property.displayName]: 'inner' },
            message: { properties: { [Property.subject]: 'inner', [Property.body]: 'words' } },
          },
        ],
      }),
  ],
  mhtml: [parseMhtml, (page) => Buffer.from(related(page))],
  warc: [
    whole(parseWarc),
    (page) =>
      warcOf([
        { type: 'warcinfo', block: 'software: crawler\r\n' },
        { type: 'response', uri: 'https://example.org/', block: answerOf(page) },
        { type: 'resource', uri: 'https://example.org/a.txt', block: 'words' },
      ]),
  ],
  'packed warc': [
    whole(parseWarc),
    (page) =>
      warcOf([{ type: 'response', uri: 'https://example.org/', block: answerOf(page) }], true),
  ],
  wacz: [
    whole(parseWacz),
    (page) =>
      zipOf([
        { name: 'datapackage.json', content: '{"title": "words"}' },
        { name: 'pages/pages.jsonl', content: '{"url": "https://example.org/", "title": "one"}' },
        {
          name: 'archive/a.warc.gz',
          stored: true,
          content: warcOf(
            [{ type: 'response', uri: 'https://example.org/', block: answerOf(page) }],
            true,
          ),
        },
      ]),
  ],
};

describe('nothing is run and nothing is fetched', () => {
  let server: Server;
  let host = '';
  const asked: string[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end('fetched');
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const address: AddressInfo | string | null = server.address();
    host = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  });

  afterAll(() => server.close());

  /** All that a document holds, its parts and theirs, as far as they are pages or messages. */
  async function texts(document: ParsedDocument): Promise<string> {
    const inner: string[] = [document.text];
    for (const part of await allPartsOf(document)) {
      if (!('bytes' in part)) continue;
      const parse = part.mediaType === 'message/rfc822' ? parseEml : parseHtml;
      const within = await parse(part.bytes, parserOptions()).catch(() => null);
      inner.push(within === null ? '' : await texts(within));
    }
    return inner.join('\n');
  }

  test.each(Object.entries(SAMPLES))('in %s', async (_, [parse, sample]) => {
    const text = await texts(await parse(sample(hostilePage(host)), parserOptions()));
    expect(text).toContain('The words that a reader sees.');
    expect(text).not.toContain('written by a script');
    // What is fetched without being waited for would be asked for by now.
    const answer = await fetch(`${host}/by-the-test`);
    expect(await answer.text()).toBe('fetched');
    expect(asked).toEqual(['/by-the-test']);
    asked.length = 0;
  });

  test.each(['html', 'eml', 'mhtml'])('nor is an entity expanded, in %s', async (format) => {
    const [parse, sample] = SAMPLES[format] ?? [parseHtml, (page: string) => Buffer.from(page)];
    const { text } = await parse(sample(bomb(host)), parserOptions());
    expect(text).toMatch(/Before .* after\./);
    expect(text.length).toBeLessThan(3000);
    expect(text).not.toContain('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa');
    expect(asked).toEqual([]);
  });
});

describe('whatever happened to a document, it is read or fails with a reason', () => {
  test.each(Object.entries(SAMPLES))(
    '%s, damaged three hundred times',
    async (_, [parse, sample]) => {
      const random = randomNumbers(20230920);
      const limits = { ...DEFAULT_LIMITS, unpackedBytes: 4_000_000, memberBytes: 1_000_000 };
      const document = sample('<html><body><p>The words that a reader sees.</p></body></html>');
      let read = 0;
      const otherwise: unknown[] = [];
      for (let round = 0; round < 300; round += 1) {
        try {
          const parsed = await parse(mutated(document, random), parserOptions({ limits }));
          expect(parsed.segments.at(-1)?.end ?? 0).toBe(parsed.text.length);
          await allPartsOf(parsed);
          read += 1;
        } catch (cause) {
          if (!(cause instanceof CaseError)) otherwise.push(cause);
        }
      }
      expect(otherwise).toEqual([]);
      expect(read).toBeGreaterThan(0);
    },
  );
});
