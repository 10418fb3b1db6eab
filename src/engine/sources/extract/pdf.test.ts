import { describe, expect, test } from 'vitest';
import { parsePdf } from './pdf.ts';
import { buildParagraphs, type TextRun } from './pdf-lines.ts';
import { writePdf } from '../../testing/index.ts';

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
  const pdf = await parsePdf(writePdf({ pages: [PAGE, ['Page two.']] }));
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
  const { metadata } = await parsePdf(writePdf({ pages: [PAGE], info }));
  expect(metadata).toMatchObject({
    title: 'Report',
    author: 'Ana Ruiz',
    publisher: null,
    published: '2023-09-20',
    url: null,
    language: 'en',
  });
});

test('pages without text among others are named', async () => {
  const { warnings } = await parsePdf(writePdf({ pages: [[], PAGE, [], ['More.']] }));
  expect(warnings).toEqual(['pagesWithoutText 1,3']);
});

describe('a PDF that cannot be read says why', () => {
  const whole = writePdf({ pages: [PAGE, PAGE] });
  test.each([
    ['source.noText', writePdf({ pages: [[], []] })],
    ['source.passwordNeeded', writePdf({ pages: [PAGE], encrypted: true })],
    ['source.truncated', whole.slice(0, -200)],
    ['source.truncated', whole.slice(0, 300)],
    ['source.failed', new TextEncoder().encode('%PDF-1.4\nthis is no PDF\nstartxref\n0\n%%EOF\n')],
  ])('%s', async (code, bytes) => {
    await expect(parsePdf(bytes)).rejects.toMatchObject({ code });
  });
});

describe('lines of a page', () => {
  test('that end early keep their line ends', () => {
    const page = lines(['Name: Ana', 'Born: 1980', 'A line that reaches all the way to the right']);
    expect(texts(page)).toEqual([
      'Name: Ana\nBorn: 1980\nA line that reaches all the way to the right',
    ]);
  });

  test('that are entries of a table of contents stay apart', () => {
    const page = lines(['1 First chapter . . . . . . 12', '2 Second chapter . . . . . 140']);
    expect(texts(page)).toEqual(['1 First chapter . . . . . . 12\n2 Second chapter . . . . . 140']);
  });

  test('that end in a soft hyphen are joined into the word', () => {
    expect(texts(lines(['a line with an investi\u00ad', 'gation in it, in all']))).toEqual([
      'a line with an investigation in it, in all',
    ]);
  });

  test('in larger letters are a heading', () => {
    const page = [...lines(['Title'], { y: 700, height: 18 }), ...lines(['text', 'text', 'text'])];
    expect(buildParagraphs(page).map(({ kind }) => kind)).toEqual(['heading', 'paragraph']);
  });

  test('go on in the next column when the sentence does', () => {
    const left = lines(['A sentence that begins here', 'and goes on to the very last'], { y: 100 });
    const right = lines(['line of the second column.'], { x: 300, y: 600 });
    expect(texts([...left, ...right])).toHaveLength(1);
    const ended = lines(['A sentence that begins here', 'and ends here.'], { y: 100 });
    expect(texts([...ended, ...right])).toHaveLength(2);
  });
});

function texts(runs: readonly TextRun[]): string[] {
  return buildParagraphs(runs).map(({ text }) => text);
}

/** Lines one below the other, each of half its height for every letter wide. */
function lines(
  of: readonly string[],
  at: { x?: number; y?: number; height?: number } = {},
): TextRun[] {
  const { x = 50, y = 600, height = 10 } = at;
  return of.map((text, index) => ({
    text,
    x,
    y: y - index * height * 1.2,
    width: (text.length * height) / 2,
    height,
    endsLine: true,
  }));
}
