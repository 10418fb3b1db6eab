import { afterAll, expect, test } from 'vitest';
import type { ExtractionSettings } from '#contract/extraction.ts';
import { DEFAULT_LIMITS, type ParsedDocument } from '../extraction.ts';
import { closeRecognizer } from '../ocr/index.ts';
import { drawPage, errorRate } from '../testing/drawn-page.ts';
import { exifSegment, withSegment } from '../testing/exif.ts';
import { tiffFile } from '../testing/tiff-file.ts';
import { imageParser } from './index.ts';
import type { PictureFormat } from './picture-file.ts';

afterAll(() => {
  closeRecognizer();
});

const steps: (readonly [number, number, string])[] = [];

function parse(
  format: PictureFormat,
  bytes: Uint8Array,
  settings: ExtractionSettings = {},
): Promise<ParsedDocument> {
  steps.length = 0;
  return imageParser(format)(bytes, {
    settings,
    passwords: [],
    name: 'picture',
    limits: DEFAULT_LIMITS,
    progress: (...step) => steps.push(step),
  });
}

function pagesOf({ layout }: ParsedDocument) {
  return layout?.kind === 'pages' ? layout.pages : [];
}

const LETTER = [
  'La compañía pesquera recibió en la mañana del martes una cesión de',
  'derechos que ningún notario de la ciudad había firmado, según consta',
  'en el acta.',
];

test('a photograph of a letter: its words and their places, its camera, its day and its position', async () => {
  const page = drawPage(LETTER, { width: 1250 });
  const segment = exifSegment({
    zeroth: new Map([
      [0x10f, { ascii: 'Contoso' }],
      [0x110, { ascii: 'C-100' }],
      [0x13b, { ascii: 'Ana Prieto' }],
    ]),
    exif: new Map([
      [0x9003, { ascii: '2023:05:06 10:11:12' }],
      [0x9011, { ascii: '-03:00' }],
    ]),
    gps: new Map([
      [1, { ascii: 'S' }],
      [2, { rationals: [34, 36, 12] }],
      [3, { ascii: 'W' }],
      [4, { rationals: [58, 22, 48] }],
    ]),
  });
  const bytes = withSegment(new Uint8Array(page.canvas.toBuffer('image/jpeg')), segment);
  const parsed = await parse('jpeg', new Uint8Array(bytes), { ocrLanguages: ['spa'] });

  // Lines that reach the margin go on in the next one.
  expect(errorRate(parsed.text, LETTER.join(' '))).toBeLessThan(0.03);
  expect(parsed.text).not.toContain('\n');
  expect(parsed.metadata).toMatchObject({
    author: 'Ana Prieto',
    published: '2023-05-06',
    language: 'es',
  });
  expect(parsed.details?.position?.latitude).toBeCloseTo(-34.6033, 3);
  expect(parsed.details?.position?.longitude).toBeCloseTo(-58.38, 3);
  expect(parsed.details?.properties.slice(0, 4)).toEqual([
    { name: 'DateTimeOriginal', value: '2023:05:06 10:11:12' },
    { name: 'OffsetTimeOriginal', value: '-03:00' },
    { name: 'Make', value: 'Contoso' },
    { name: 'Model', value: 'C-100' },
  ]);
  expect(parsed.warnings).toEqual(['pagesByOcr 1']);

  const [layout] = pagesOf(parsed);
  expect(layout).toMatchObject({ page: 1, width: 1250, height: page.canvas.height, ocr: true });
  for (const [start, end, x, y, width, height] of layout?.runs ?? []) {
    const text = parsed.text.slice(start, end);
    expect(text).toMatch(/^\S+$/);
    const set = page.words.filter((word) => word.text === text);
    // A word that was told as it was set stands where it was set.
    const over = set.some(
      ({ left, right, baseline }) =>
        x < right && x + width > left && y < baseline && y + height > baseline - 20,
    );
    expect(set.length === 0 || over).toBe(true);
  }
  // Short words of a short line may be told as one.
  expect(layout?.runs.length).toBeGreaterThan(page.words.length * 0.85);
});

test('a photograph that its camera turned is read upright, in pixels of the upright picture', async () => {
  const upright = drawPage(['AGENCIA DE VIAJES', 'Paso del Norte'], { width: 500 });
  const { width, height } = upright.canvas;
  const { data } = upright.canvas.getContext('2d').getImageData(0, 0, width, height);
  // Stored lying on its left side, as a camera held upright does.
  const lying = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      lying[(width - 1 - x) * height + y] = data[(y * width + x) * 4] ?? 0;
    }
  }
  const page = { width: height, height: width, data: lying, tags: new Map([[274, [6]]]) };
  const parsed = await parse('tiff', tiffFile([page]));
  expect(parsed.text).toBe('AGENCIA DE VIAJES\nPaso del Norte');
  expect(pagesOf(parsed)[0]).toMatchObject({ width, height });
  const [, , x = 0, y = 0] = pagesOf(parsed)[0]?.runs[0] ?? [];
  expect(Math.abs(x - 60)).toBeLessThan(10);
  expect(y).toBeLessThan(110);
});

function greyPage(lines: readonly string[]) {
  const { canvas } = drawPage(lines, { width: 600 });
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  const grey = Uint8Array.from({ length: data.length / 4 }, (_, index) => data[index * 4] ?? 0);
  return { width: canvas.width, height: canvas.height, data: grey };
}

test('the pages of a TIFF are read one after another; one that is damaged is named', async () => {
  const blank = { width: 60, height: 60, data: new Uint8Array(3600).fill(255) };
  const strange = {
    width: 60,
    height: 60,
    data: new Uint8Array(3600),
    tags: new Map([[259, [99]]]),
  };
  const file = tiffFile([greyPage(['Primera plana']), blank, strange, greyPage(['Hoja final'])]);
  const parsed = await parse('tiff', file);
  expect(parsed.text).toBe('Primera plana\n\nHoja final');
  expect(parsed.warnings).toEqual(['pagesByOcr 1,4', 'pagesNotRead 3']);
  expect(parsed.segments.map(({ page, start, end }) => [page, start, end])).toEqual([
    [1, 0, 15],
    [4, 15, 25],
  ]);
  expect(pagesOf(parsed).map(({ page, runs }) => [page, runs.length])).toEqual([
    [1, 2],
    [2, 0],
    [4, 2],
  ]);
  const pages = new Set(steps.map(([done]) => done));
  expect([...pages]).toEqual([0, 1, 2, 3]);
  expect(steps.every(([, total, unit]) => total === 4 && unit === 'pages')).toBe(true);
});

test('words are not told where that is not wanted, and a picture without any says so', async () => {
  const { canvas } = drawPage(['Rumbo al sur']);
  const bytes = new Uint8Array(canvas.toBuffer('image/png'));
  const parsed = await parse('png', bytes, { ocr: 'never' });
  expect(parsed).toMatchObject({ text: '', segments: [], warnings: ['noText'] });
  expect(pagesOf(parsed)).toEqual([
    { page: 1, width: canvas.width, height: canvas.height, ocr: false, runs: [] },
  ]);
});

test('a picture that is too large keeps its notes', async () => {
  const { canvas } = drawPage(['Rumbo al sur']);
  const jpeg = canvas.toBuffer('image/jpeg');
  const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]));
  jpeg.writeUInt16BE(60_000, frame + 5);
  jpeg.writeUInt16BE(60_000, frame + 7);
  const noted = withSegment(
    new Uint8Array(jpeg),
    exifSegment({ zeroth: new Map([[0x13b, { ascii: 'Ana Prieto' }]]) }),
  );
  const parsed = await parse('jpeg', new Uint8Array(noted));
  expect(parsed.metadata.author).toBe('Ana Prieto');
  expect(parsed.warnings).toEqual(['tooLargeForText', 'noText']);
  expect(parsed.layout).toBeUndefined();
});
