import { describe, expect, test } from 'vitest';
import { writePdf } from '../../../testing/index.ts';
import type { ParserOptions } from '../extraction.ts';
import { parserOptions } from '../testing/parser-options.ts';
import { parsePdf } from './index.ts';

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

function read(bytes: Uint8Array, options: Partial<ParserOptions> = {}) {
  return parsePdf(bytes, parserOptions(options));
}
