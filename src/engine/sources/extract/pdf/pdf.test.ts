import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CaseError } from '#contract/error.ts';
import { writePdf } from '../../../testing/index.ts';
import type { ParserOptions } from '../extraction.ts';
import { parserOptions, partsOf } from '../testing/parser-options.ts';
import { parsePdf } from './index.ts';
import { drawPdf, words } from './testing/draw-pdf.ts';

const PAGE = [
  'A heading of its own',
  '',
  'The first paragraph of this page is long enough to be wrapped over several lines of',
  'the page, and its second line goes on for as long as the first one did, to the well-',
  'known end.',
  '',
  'La operación (segunda parte).',
];

test('a PDF is read page by page, wrapped lines joined, paragraphs apart', async () => {
  const pdf = await read(writePdf({ pages: [PAGE, ['Page two.']] }));
  expect(pdf.text.split('\n\n')).toEqual([
    'A heading of its own',
    `${PAGE[2]} ${PAGE[3]}${PAGE[4]}`,
    'La operación (segunda parte).',
    'Page two.',
  ]);
  expect(pdf.segments.map(({ page }) => page)).toEqual([1, 1, 1, 2]);
  expect(pdf).toMatchObject({ mediaType: 'application/pdf', encoding: null, warnings: [] });
});

test('its title, author and day are read', async () => {
  const info = { Title: 'Report', Author: 'Ana Ruiz', CreationDate: "D:20230920233000-04'00'" };
  const { metadata } = await read(writePdf({ pages: [PAGE], info }));
  expect(metadata).toMatchObject({
    title: 'Report',
    author: 'Ana Ruiz',
    published: '2023-09-20',
    language: 'en',
  });
});

test('pages without text among others are named', async () => {
  const { warnings } = await read(writePdf({ pages: [[], PAGE, [], ['More.']] }));
  expect(warnings).toEqual(['pagesWithoutText 1,3']);
});

describe('a PDF that cannot be read says why', () => {
  const whole = writePdf({ pages: [PAGE, PAGE] });
  test.each([
    ['source.passwordNeeded', writePdf({ pages: [PAGE], encrypted: true })],
    ['source.truncated', whole.slice(0, -200)],
    ['source.truncated', whole.slice(0, 300)],
    ['source.failed', new TextEncoder().encode('%PDF-1.4\nthis is no PDF\nstartxref\n0\n%%EOF\n')],
  ])('%s', async (code, bytes) => {
    await expect(read(bytes)).rejects.toMatchObject({ code });
  });
});

test('a PDF without any text is kept, and says so', async () => {
  const pdf = await read(writePdf({ pages: [[], []] }));
  expect(pdf).toMatchObject({
    text: '',
    segments: [],
    warnings: ['noText', 'pagesWithoutText 1,2'],
  });
});

describe('a PDF that is encrypted', () => {
  const pages = [{ content: words(['Words of it.'], { x: 50, y: 700 }) }];
  const locked = () => drawPdf({ pages, password: 'olmo' });

  test('opens with the one password of several that is right', async () => {
    const { text } = await read(locked(), { passwords: ['roble', 'olmo', 'pino'] });
    expect(text).toBe('Words of it.');
  });

  test('asks for a password, and says how many were tried', async () => {
    await expect(read(locked())).rejects.toMatchObject({
      code: 'source.passwordNeeded',
      details: {},
    });
    await expect(read(locked(), { passwords: ['roble', 'pino'] })).rejects.toMatchObject({
      code: 'source.passwordNeeded',
      details: { tried: 2 },
    });
  });

  test('is read as it is when its password is empty', async () => {
    expect((await read(drawPdf({ pages, password: '' }))).text).toBe('Words of it.');
  });
});

describe('what a PDF says of itself', () => {
  const pages = ['One.', 'Two.', 'Three.'].map((text) => ({
    content: words([text], { x: 50, y: 700 }),
  }));

  test('its information dictionary, dates as ISO 8601', async () => {
    const info = {
      Title: 'A report',
      Subject: 'The matter',
      Producer: 'A program 1.0',
      ModDate: "D:20230921101500+02'00'",
      Archive: 'Box 7',
    };
    const { details } = await read(drawPdf({ pages, info }));
    expect(details?.properties).toEqual([
      { name: 'Title', value: 'A report' },
      { name: 'Subject', value: 'The matter' },
      { name: 'Producer', value: 'A program 1.0' },
      { name: 'ModDate', value: '2023-09-21T10:15:00+02:00' },
      { name: 'Archive', value: 'Box 7' },
    ]);
  });

  test('its XMP metadata, where the dictionary is silent', async () => {
    const packet = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
      <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
      <rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
      <dc:title><rdf:Alt><rdf:li xml:lang="x-default">From the packet</rdf:li></rdf:Alt></dc:title>
      <dc:creator><rdf:Seq><rdf:li>Ana</rdf:li><rdf:li>Eva</rdf:li></rdf:Seq></dc:creator>
      <xmp:CreateDate>2022-03-04T05:06:07Z</xmp:CreateDate>
      </rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>`;
    const { metadata, details } = await read(
      drawPdf({
        pages,
        catalogue: '/Metadata %0 0 R',
        objects: [{ dictionary: '/Type /Metadata /Subtype /XML', stream: packet }],
      }),
    );
    expect(metadata).toMatchObject({
      title: 'From the packet',
      author: 'Ana, Eva',
      published: '2022-03-04',
    });
    expect(details?.properties).toContainEqual({ name: 'dc:creator', value: 'Ana, Eva' });
  });

  test('its outline with pages and levels, and how it numbers its pages', async () => {
    const { details } = await read(
      drawPdf({
        pages,
        catalogue:
          '/Outlines %0 0 R /PageLabels << /Nums [0 << /S /r >> 2 << /S /D >>] >> /Dests << /two [8 0 R /Fit] >>',
        objects: [
          '/First %1 0 R /Last %3 0 R',
          '/Title (Part one) /Parent %0 0 R /First %2 0 R /Last %2 0 R /Next %3 0 R /Dest [6 0 R /Fit]',
          '/Title (Chapter) /Parent %1 0 R /Dest /two',
          '/Title (Nowhere) /Parent %0 0 R /Dest [99 0 R /Fit]',
        ],
      }),
    );
    expect(details?.outline).toEqual([
      { title: 'Part one', page: 1, level: 1 },
      { title: 'Chapter', page: 2, level: 2 },
      { title: 'Nowhere', page: null, level: 1 },
    ]);
    expect(details?.properties).toContainEqual({ name: 'PageLabels', value: '1–2: i–ii, 3: 1' });
  });
});

describe('what stands on a page besides its content', () => {
  const content = words(['Name of the witness:', 'Seen on the day:'], {
    x: 50,
    y: 700,
    leading: 30,
  });

  test('what was filled in is read where it stands', async () => {
    const entries =
      '/Annots [<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /V (Ana Ruiz) /Rect [180 696 400 712] >>' +
      '<< /Type /Annot /Subtype /Widget /FT /Tx /T (b) /V (Monday) /Rect [180 666 400 682] >>' +
      '<< /Type /Annot /Subtype /Widget /FT /Tx /Ff 8192 /T (c) /V (secret) /Rect [180 500 400 520] >>' +
      '<< /Type /Annot /Subtype /Widget /FT /Tx /F 2 /T (d) /V (hidden) /Rect [180 400 400 420] >>' +
      '<< /Type /Annot /Subtype /FreeText /Contents (Seen by me) /Rect [50 600 200 616] >>]';
    const { text } = await read(
      drawPdf({ pages: [{ content, entries }], catalogue: '/AcroForm << /Fields [] >>' }),
    );
    expect(text.replace(/[\t ]/g, ' ')).toBe(
      'Name of the witness: Ana Ruiz\n\nSeen on the day: Monday\n\nSeen by me',
    );
  });

  test('what was noted is a comment with who, when and on which words', async () => {
    const entries =
      '/Annots [<< /Type /Annot /Subtype /Highlight /T (Eva) /M (D:20240102030405Z) /Contents (Is it so?) /Rect [49 697 150 711] /QuadPoints [49 711 150 711 49 697 150 697] >>' +
      '<< /Type /Annot /Subtype /Text /Contents (No author) /Rect [300 300 320 320] >>]';
    const { text, segments, layout } = await read(drawPdf({ pages: [{ content, entries }] }));
    const comments = segments.filter(({ kind }) => kind === 'comment');
    expect(comments.map(({ start, end }) => text.slice(start, end).trim())).toEqual([
      '[Eva, 2024-01-02: “Name of the witness:”] Is it so?',
      'No author',
    ]);
    const runs = layout?.kind === 'pages' ? (layout.pages[0]?.runs ?? []) : [];
    expect(runs.at(-1)?.slice(2, 4)).toEqual([300, 522]);
  });
});

describe('files that a PDF carries', () => {
  const pages = [{ content: words(['See the files.'], { x: 50, y: 700 }) }];
  const carrying = (names: readonly string[]) =>
    drawPdf({
      pages,
      catalogue: `/Names << /EmbeddedFiles << /Names [${names.map((_, at) => `(${at}) %${at * 2} 0 R`).join(' ')}] >> >>`,
      objects: names.flatMap((name, at) => [
        `/Type /Filespec /F (${name}) /EF << /F %${at * 2 + 1} 0 R >>`,
        { dictionary: '/Type /EmbeddedFile', stream: `bytes of ${at}` },
      ]),
    });

  test('are its parts, by names that climb nowhere and are each their own', async () => {
    const pdf = await read(
      carrying(['list.csv', '../../etc/list.csv', 'C:\\\\dir\\\\note.txt', '..']),
    );
    const parts = await partsOf(pdf);
    expect(parts.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()])).toEqual([
      ['list.csv', 'bytes of 0'],
      ['2 list.csv', 'bytes of 1'],
      ['note.txt', 'bytes of 2'],
      ['attachment', 'bytes of 3'],
    ]);
  });

  test('are its parts where they hang from a page, too', async () => {
    const pdf = await read(
      drawPdf({
        pages: [
          {
            ...pages[0],
            content: pages[0]?.content ?? '',
            entries:
              '/Annots [<< /Type /Annot /Subtype /FileAttachment /FS 8 0 R /Rect [0 0 20 20] >>]',
          },
        ],
        objects: [
          '/Type /Filespec /F (hung.txt) /EF << /F %1 0 R >>',
          { dictionary: '/Type /EmbeddedFile', stream: 'hung' },
        ],
      }),
    );
    const parts = await partsOf(pdf);
    expect(parts.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()])).toEqual([
      ['hung.txt', 'hung'],
    ]);
  });

  test('are let go of when no more are asked for', async () => {
    const { parts } = await read(carrying(['a.txt', 'b.txt']));
    for await (const part of parts ?? []) {
      expect(part.name).toBe('a.txt');
      break;
    }
  });
});

test('actions, scripts and links of a PDF do nothing and are not read', async () => {
  const pages = [
    {
      content: words(['Plain words.'], { x: 50, y: 700 }),
      entries:
        '/AA << /O << /S /JavaScript /JS (app.alert(1)) >> >> /Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 595 842] ' +
        '/A << /S /SubmitForm /F (http://127.0.0.1:9/form) >> >>]',
    },
  ];
  const actions = [
    '/S /JavaScript /JS (while (true) {})',
    '/S /Launch /F (/bin/false)',
    '/S /GoToR /F (http://127.0.0.1:9/other.pdf) /D [0 /Fit]',
    '/S /URI /URI (http://127.0.0.1:9/)',
    '/S /ImportData /F (/etc/hostname)',
  ];
  for (const action of actions) {
    const { text, warnings } = await read(
      drawPdf({
        pages,
        catalogue: `/OpenAction << ${action} >> /Names << /JavaScript << /Names [(a) << ${action} >>] >> >>`,
      }),
    );
    expect({ text, warnings }).toEqual({ text: 'Plain words.', warnings: [] });
  }
});

test('a page that draws words without end is not read', async () => {
  const many = Array.from(
    { length: 55_000 },
    (_, at) => `1 0 0 1 ${10 + (at % 190) * 3} ${800 - (Math.floor(at / 190) % 700)} Tm (a) Tj`,
  );
  const endless = { content: `BT /F1 1 Tf ${many.join(' ')} ET` };
  const plain = { content: words(['Plain words.'], { x: 50, y: 700 }) };
  const { text, warnings } = await read(drawPdf({ pages: [endless, plain] }));
  expect(text.slice(0, 100)).toBe('Plain words.');
  expect(warnings).toEqual(['pagesNotRead 1']);
}, 60_000);

test('it is told how far the reading is', async () => {
  const told: string[] = [];
  const progress = (done: number, total: number, unit: string) =>
    told.push(`${done}/${total} ${unit}`);
  await read(writePdf({ pages: [['One.'], [], ['Three.']] }), { progress });
  expect(told).toEqual(['1/3 pages', '2/3 pages', '3/3 pages']);
});

test('many pages are all there, in order', async () => {
  const pages = Array.from({ length: 1100 }, (_, index) => [`Page number ${index + 1} of it.`]);
  const { text, layout } = await read(writePdf({ pages }));
  expect(text).toBe(pages.flat().join('\n\n'));
  expect(layout?.kind === 'pages' ? layout.pages.map(({ page }) => page) : []).toEqual(
    pages.map((_, index) => index + 1),
  );
});

// pdf.js leaves promises behind that fail when a file is damaged, some of them once all is over; the worker, in which it
// runs, lets them be. Whatever else fails unseen is told.
const listeners = process.listeners('unhandledRejection');
process.removeAllListeners('unhandledRejection').on('unhandledRejection', (reason, promise) => {
  if (reason instanceof Error && reason.stack?.includes('pdfjs-dist') === true) return;
  for (const listener of listeners) listener(reason, promise);
});

test('whatever is changed in a PDF, it is read or fails in words', async () => {
  const whole = drawPdf({
    pages: [
      { content: words(['Some words of it', 'and others'], { x: 50, y: 700 }) },
      { content: words(['The second page'], { x: 50, y: 700 }), entries: '/Rotate 90' },
    ],
    info: { Title: 'A report' },
    catalogue: '/Outlines %0 0 R',
    objects: ['/First %1 0 R /Last %1 0 R', '/Title (Part) /Parent %0 0 R /Dest [6 0 R /Fit]'],
  });
  const change = fc.record({
    at: fc.nat(whole.length - 1),
    with: fc.oneof(
      fc.uint8Array({ maxLength: 6 }),
      fc
        .constantFrom('<<', '>>', '[', '0 R', '-1', '99999999999')
        .map((text) => new TextEncoder().encode(text)),
    ),
    instead: fc.nat(12),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
      let bytes = Buffer.from(whole);
      for (const { at, with: inserted, instead } of changes) {
        bytes = Buffer.concat([bytes.subarray(0, at), inserted, bytes.subarray(at + instead)]);
      }
      const outcome = await read(new Uint8Array(bytes)).then(
        ({ text, segments }) =>
          segments.map(({ start, end }) => text.slice(start, end)).join('') === text,
        (cause: unknown) => cause instanceof CaseError,
      );
      expect(outcome).toBe(true);
    }),
    { numRuns: 300 },
  );
}, 60_000);

function read(bytes: Uint8Array, options: Partial<ParserOptions> = {}) {
  return parsePdf(bytes, parserOptions(options));
}
