import { createCanvas, loadImage } from '@napi-rs/canvas';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ExtractionSettings, LayoutPage } from '#contract/extraction.ts';
import { closeRecognizer } from '../ocr/index.ts';
import { parserOptions } from '../testing/parser-options.ts';
import { parsePdf } from './index.ts';
import { pictureOfPage } from './picture.ts';
import { drawPdf, words, type GrayPicture } from './testing/draw-pdf.ts';

const LINES = ['The witness came back on Monday', 'and told the judge all of it.'];
const written = drawPdf({ pages: [{ content: words(LINES, { x: 60, y: 700, size: 14 }) }] });
let scanned: GrayPicture;

beforeAll(async () => {
  scanned = await grayOf(await pictureOfPage(written.slice(), { page: 1, width: 1654 }));
}, 60_000);

afterAll(closeRecognizer);

describe('a page that is a picture', () => {
  test(
    'is read from it, and its words have the places that they have there',
    { timeout: 120_000 },
    async () => {
      const typed = await read(written.slice(), { ocr: 'never' });
      const told = await read(scan(''), { ocrLanguages: ['eng'] });
      expect(told.text.replace(/\s+/g, ' ')).toBe(LINES.join(' '));
      expect(told.warnings).toEqual(['pagesByOcr 1']);
      const page = pageOf(told);
      expect(page).toMatchObject({ width: 595, height: 842, ocr: true });
      const found = page?.runs.map(([start, end]) => told.text.slice(start, end));
      expect(found).toEqual(LINES.join(' ').split(' '));
      const [typedFirst, toldFirst] = [pageOf(typed)?.runs[0], page?.runs[0]];
      expect(toldFirst?.[2]).toBeCloseTo(typedFirst?.[2] ?? 0, -1);
      expect(toldFirst?.[3]).toBeGreaterThan((typedFirst?.[3] ?? 0) - 2);
      expect(toldFirst?.[3]).toBeLessThan((typedFirst?.[3] ?? 0) + 10);
    },
  );

  test('with a stamp on it is read from it too', { timeout: 120_000 }, async () => {
    const stamp = words(['LEG-0001'], { x: 480, y: 20 });
    const { text, warnings } = await read(scan(stamp), { ocrLanguages: ['eng'] });
    expect(text).toContain('The witness came back on Monday');
    expect(text).toContain('LEG-0001');
    expect(warnings).toEqual(['pagesByOcr 1']);
  });

  test('is left alone when that is wished', async () => {
    const { text, warnings } = await read(scan(''), { ocr: 'never' });
    expect(text).toBe('');
    expect(warnings).toEqual(['noText', 'pagesWithoutText 1']);
  });
});

test(
  'pages with text are read from their pictures when that is wished',
  { timeout: 120_000 },
  async () => {
    const { warnings, text } = await read(written.slice(), {
      ocr: 'always',
      ocrLanguages: ['eng'],
    });
    expect(warnings).toEqual(['pagesByOcr 1']);
    expect(text).toContain('told the judge all of it.');
  },
);

test('the picture of a page is as wide as was asked for; a page that is not there has none', async () => {
  const picture = await loadImage(
    Buffer.from(await pictureOfPage(written.slice(), { page: 1, width: 300 })),
  );
  expect([picture.width, picture.height]).toEqual([300, 425]);
  await expect(pictureOfPage(written.slice(), { page: 2, width: 300 })).rejects.toMatchObject({
    code: 'source.failed',
  });
});

/** The written page as a scan, with something drawn over it. */
function scan(over: string): Uint8Array {
  return drawPdf({
    pages: [{ content: `q 595 0 0 842 0 0 cm /I1 Do Q ${over}`, pictures: [scanned] }],
  });
}

async function read(bytes: Uint8Array, settings: ExtractionSettings) {
  return await parsePdf(bytes, parserOptions({ settings }));
}

function pageOf({ layout }: Awaited<ReturnType<typeof read>>): LayoutPage | undefined {
  return layout?.kind === 'pages' ? layout.pages[0] : undefined;
}

async function grayOf(png: Uint8Array): Promise<GrayPicture> {
  const image = await loadImage(Buffer.from(png));
  const { width, height } = image;
  const context = createCanvas(width, height).getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  return {
    width,
    height,
    pixels: Uint8Array.from({ length: width * height }, (_, at) => data[at * 4] ?? 0),
  };
}
