import { createCanvas, loadImage, type Canvas } from '@napi-rs/canvas';
import { afterAll, expect, test, vi } from 'vitest';
import { drawPage } from '../testing/drawn-page.ts';
import { exifSegment, withSegment } from '../testing/exif.ts';
import { PACKED_HEIC, PACKED_TIFF } from '../testing/packed-pictures.ts';
import { tiffFile } from '../testing/tiff-file.ts';
import { closePictures, drawPicture } from './picture-thread.ts';
import { onWhite, openPicture, type PictureFormat } from './picture-file.ts';
import { pictureOf } from './picture.ts';

afterAll(closePictures);

const failing = (code: string) => expect.objectContaining({ code });

/** Reads a picture and gives its width, its height and its grey pixels. */
async function drawn(bytes: Uint8Array, format: PictureFormat, page = 1) {
  using picture = await openPicture(bytes, format);
  const drawing = await picture.draw(page);
  const { width, height } = drawing;
  const canvas = onWhite(drawing, { width, height });
  return { pages: picture.pages, width, height, grey: greyOf(canvas) };
}

function greyOf(canvas: Canvas): number[] {
  const { width, height } = canvas;
  const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
  return Array.from({ length: width * height }, (_, index) => data[index * 4 + 1] ?? 0);
}

function difference(one: readonly number[], other: readonly number[]): number {
  const sum = one.reduce((total, value, index) => total + Math.abs(value - (other[index] ?? 0)), 0);
  return one.length === other.length ? sum / one.length : Infinity;
}

const base64 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'));
const plain = await drawn(base64(PACKED_TIFF.none), 'tiff');

test('a picture is the same however a TIFF packs it', async () => {
  expect({ ...plain, grey: [] }).toEqual({ pages: 1, width: 60, height: 40, grey: [] });
  // The rectangle is black, the corner white.
  expect([plain.grey[10 * 60 + 10], plain.grey[0]]).toEqual([0, 255]);
  for (const packed of Object.values(PACKED_TIFF)) {
    expect(await drawn(base64(packed), 'tiff')).toEqual(plain);
  }
});

test('a picture in HEIC is the same, but for what its compression loses', async () => {
  const heic = await drawn(base64(PACKED_HEIC), 'heic');
  expect([heic.width, heic.height]).toEqual([60, 40]);
  expect(difference(heic.grey, plain.grey)).toBeLessThan(12);
});

const page = drawPage(['Dársena Norte'], { size: 20, width: 220, margin: 12 });
const { width, height } = page.canvas;
const grey = greyOf(page.canvas);

/** An uncompressed bitmap of 24 bits, its rows from below. */
function bitmap(): Uint8Array {
  const stride = Math.ceil((width * 3) / 4) * 4;
  const bytes = Buffer.alloc(54 + stride * height);
  bytes.write('BM', 'latin1');
  bytes.writeUInt32LE(bytes.length, 2);
  bytes.writeUInt32LE(54, 10);
  bytes.writeUInt32LE(40, 14);
  bytes.writeInt32LE(width, 18);
  bytes.writeInt32LE(height, 22);
  bytes.writeUInt16LE(1, 26);
  bytes.writeUInt16LE(24, 28);
  for (const [index, value] of grey.entries()) {
    const [x, y] = [index % width, Math.floor(index / width)];
    bytes.fill(
      value,
      54 + (height - 1 - y) * stride + x * 3,
      54 + (height - 1 - y) * stride + x * 3 + 3,
    );
  }
  return new Uint8Array(bytes);
}

const FILES: readonly (readonly [PictureFormat, Uint8Array])[] = [
  ['png', new Uint8Array(page.canvas.toBuffer('image/png'))],
  ['jpeg', new Uint8Array(page.canvas.toBuffer('image/jpeg'))],
  ['webp', new Uint8Array(page.canvas.toBuffer('image/webp'))],
  ['avif', new Uint8Array(page.canvas.toBuffer('image/avif'))],
  ['gif', new Uint8Array(page.canvas.toBuffer('image/gif'))],
  ['bmp', bitmap()],
  ['tiff', tiffFile([{ width, height, data: Uint8Array.from(grey) }])],
];

test.each(FILES)('a picture in %s is decoded', async (format, bytes) => {
  const picture = await drawn(bytes, format);
  expect([picture.width, picture.height]).toEqual([width, height]);
  expect(difference(picture.grey, grey)).toBeLessThan(6);
});

test.each([...FILES, ['heic', base64(PACKED_HEIC)] as const])(
  'a picture in %s that was cut off is told from a whole one',
  async (format, bytes) => {
    for (const part of [0.97, 0.6]) {
      const cut = bytes.slice(0, Math.floor(bytes.length * part));
      await expect(drawn(cut, format)).rejects.toEqual(failing('source.truncated'));
    }
    await expect(drawn(bytes.slice(0, 9), format)).rejects.toEqual(
      expect.objectContaining({ code: expect.stringMatching(/^source\.(?:failed|truncated)$/) }),
    );
  },
);

test('a picture is turned as its camera says', async () => {
  const jpeg = FILES[1]?.[1] ?? new Uint8Array();
  for (const [orientation, turned] of [
    [1, false],
    [3, false],
    [6, true],
    [8, true],
  ] as const) {
    const file = withSegment(
      jpeg,
      exifSegment({ zeroth: new Map([[0x112, { short: orientation }]]) }),
    );
    const picture = await drawn(new Uint8Array(file), 'jpeg');
    expect([picture.width, picture.height]).toEqual(turned ? [height, width] : [width, height]);
  }
  const tags = (orientation: number) => new Map([[274, [orientation]]]);
  const corner = Uint8Array.from([0, 255, 255, 255, 255, 255]);
  const corners = [];
  for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8]) {
    const file = tiffFile([{ width: 3, height: 2, data: corner, tags: tags(orientation) }]);
    const picture = await drawn(file, 'tiff');
    const black = picture.grey.indexOf(0);
    corners.push([picture.width, black % picture.width, Math.floor(black / picture.width)]);
  }
  expect(corners).toEqual([
    [3, 0, 0],
    [3, 2, 0],
    [3, 2, 1],
    [3, 0, 1],
    [2, 0, 0],
    [2, 1, 0],
    [2, 1, 2],
    [2, 0, 2],
  ]);
});

test('TIFF in colours, of a palette, in sixteen bits and as JPEG', async () => {
  const one = (tags: [number, number[]][], data: number[]) =>
    drawnColour(
      tiffFile([{ width: 2, height: 1, data: Uint8Array.from(data), tags: new Map(tags) }]),
    );
  const rgb: [number, number[]][] = [
    [258, [8, 8, 8]],
    [262, [2]],
    [277, [3]],
  ];
  const redAndBlue = [255, 0, 0, 0, 0, 255];
  expect(await one(rgb, redAndBlue)).toEqual(redAndBlue);
  expect(await one([...rgb, [284, [1]], [317, [2]]], [255, 0, 0, 1, 0, 255])).toEqual(redAndBlue);
  const map = Array.from({ length: 48 }, (_, index) =>
    index === 1 || index === 32 + 2 ? 65_535 : 0,
  );
  expect(
    await one(
      [
        [258, [4]],
        [262, [3]],
        [320, map],
      ],
      [0x12],
    ),
  ).toEqual(redAndBlue);
  const sixteen: [number, number[]][] = [...rgb, [258, [16, 16, 16]]];
  expect(await one(sixteen, [9, 255, 9, 0, 9, 0, 9, 0, 9, 0, 9, 255])).toEqual(redAndBlue);
  const cmyk: [number, number[]][] = [
    [258, [8, 8, 8, 8]],
    [262, [5]],
    [277, [4]],
  ];
  expect(await one(cmyk, [0, 255, 255, 0, 255, 255, 0, 0])).toEqual(redAndBlue);
  expect(
    await one(
      [
        [258, [32]],
        [339, [3]],
      ],
      redAndBlue,
    ).catch((error: unknown) => error),
  ).toEqual(failing('source.unsupported'));
  const jpeg = new Uint8Array(page.canvas.toBuffer('image/jpeg'));
  const asJpeg = tiffFile([
    {
      width,
      height,
      data: jpeg,
      tags: new Map([
        [259, [7]],
        [262, [6]],
        [258, [8, 8, 8]],
        [277, [3]],
      ]),
    },
  ]);
  expect(difference((await drawn(asJpeg, 'tiff')).grey, grey)).toBeLessThan(6);
});

async function drawnColour(bytes: Uint8Array): Promise<number[]> {
  using picture = await openPicture(bytes, 'tiff');
  const drawing = await picture.draw(1);
  const { width, height } = drawing;
  const { data } = onWhite(drawing, drawing).getContext('2d').getImageData(0, 0, width, height);
  return Array.from(data).filter((_, index) => index % 4 < 3);
}

test('a chain of pages that bites its own tail ends', async () => {
  const file = tiffFile([{ width: 1, height: 1, data: Uint8Array.of(0) }]);
  const count = new DataView(file.buffer).getUint16(8, true);
  new DataView(file.buffer).setUint32(10 + count * 12, 8, true);
  expect((await drawn(file, 'tiff')).pages).toBe(1);
});

test('a picture that would take too much memory is not decoded', async () => {
  const huge: (readonly [PictureFormat, Uint8Array])[] = FILES.map(([format, bytes]) => [
    format,
    bytes.slice(),
  ]);
  const sizes: Record<string, (view: DataView, bytes: Uint8Array) => void> = {
    png: (view) => {
      view.setUint32(16, 60_000);
      view.setUint32(20, 60_000);
    },
    jpeg: (view, bytes) => {
      const frame = Buffer.from(bytes).indexOf(Buffer.from([0xff, 0xc0]));
      view.setUint16(frame + 5, 60_000);
      view.setUint16(frame + 7, 60_000);
    },
    gif: (view) => {
      view.setUint16(6, 60_000, true);
      view.setUint16(8, 60_000, true);
    },
    bmp: (view) => {
      view.setInt32(18, 60_000, true);
      view.setInt32(22, 60_000, true);
      // Packed, so that its size does not follow from its pixels.
      view.setUint32(30, 1, true);
    },
    tiff: (view) => {
      view.setUint32(18, 60_000, true);
      view.setUint32(30, 60_000, true);
    },
    avif: (view, bytes) => {
      const size = Buffer.from(bytes).indexOf('ispe');
      view.setUint32(size + 8, 60_000);
      view.setUint32(size + 12, 60_000);
    },
  };
  for (const [format, bytes] of huge) {
    const enlarge = sizes[format];
    if (enlarge === undefined) continue;
    enlarge(new DataView(bytes.buffer), bytes);
    await expect(drawn(bytes, format)).rejects.toEqual(failing('source.tooLarge'));
  }
});

test('damaged pictures end in a picture or in an error that is ours', async () => {
  // What the decoders have to say about them.
  using _ = vi.spyOn(console, 'log').mockImplementation(() => {});
  // A row of numbers that is the same each time (mulberry32).
  let state = 7;
  const random = (below: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
  const all = [
    ...FILES,
    ['heic', base64(PACKED_HEIC)] as const,
    ...Object.values(PACKED_TIFF).map((packed) => ['tiff', base64(packed)] as const),
  ];
  const outcomes = new Set<string>();
  for (let round = 0; round < 25; round += 1) {
    for (const [format, bytes] of all) {
      const damaged = bytes.slice();
      for (let count = 1 + random(6); count > 0; count -= 1) {
        damaged[random(damaged.length)] = random(256);
      }
      const outcome = await drawn(damaged, format).then(
        () => 'drawn',
        (error: unknown) =>
          error instanceof Error && 'code' in error
            ? String(error.code)
            : `not ours: ${String(error)}`,
      );
      outcomes.add(outcome);
    }
  }
  expect([...outcomes].filter((outcome) => !/^drawn$|^source\.\w+$/.test(outcome))).toEqual([]);
  expect(outcomes.size).toBeGreaterThan(1);
});

test('a picture for the screen is upright and no wider than is wanted', async () => {
  const jpeg = FILES[1]?.[1] ?? new Uint8Array();
  const lying = withSegment(jpeg, exifSegment({ zeroth: new Map([[0x112, { short: 6 }]]) }));
  const wanted = { mediaType: 'image/jpeg', page: 1, maxWidth: 20 };
  const shown = await loadImage(await pictureOf(new Uint8Array(lying), wanted));
  expect([shown.width, shown.height]).toEqual([20, Math.round((width / height) * 20)]);
  const whole = await loadImage(await pictureOf(jpeg, { ...wanted, maxWidth: 5000 }));
  expect([whole.width, whole.height]).toEqual([width, height]);
});

test('a thread draws pages for the screen, and says what it cannot draw', async () => {
  const pages = [40, 200].map((shade) => ({
    width: 2,
    height: 2,
    data: new Uint8Array(4).fill(shade),
  }));
  const file = tiffFile(pages);
  const wanted = { mediaType: 'image/tiff', page: 2, maxWidth: 100 };
  const image = await loadImage(await drawPicture(file, wanted));
  const canvas = createCanvas(2, 2);
  canvas.getContext('2d').drawImage(image, 0, 0);
  expect(greyOf(canvas)).toEqual([200, 200, 200, 200]);
  await expect(drawPicture(file, { ...wanted, page: 3 })).rejects.toEqual(failing('source.failed'));
  await expect(drawPicture(file, { ...wanted, mediaType: 'text/html' })).rejects.toEqual(
    failing('source.unsupported'),
  );
  await expect(drawPicture(file, wanted, AbortSignal.abort())).rejects.toEqual(
    failing('job.cancelled'),
  );
});
