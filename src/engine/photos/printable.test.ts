import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CaseError } from '#contract/error.ts';
import { lookAt, printablePhoto } from './index.ts';
import { gpsBytes, pictures, secrets, telling } from '../testing/index.ts';

const failing = (code: string) => expect.objectContaining({ code });
const all = Object.entries(pictures);
const holds = (bytes: Uint8Array, what: string | Uint8Array) =>
  Buffer.from(bytes).includes(Buffer.from(what));
const attempted = <T>(act: () => T): unknown => {
  try {
    return act();
  } catch (error) {
    return error;
  }
};

describe('a picture', () => {
  test.each(all)('is known by its content and measured: %s', (name, picture) => {
    const mediaType = `image/${{ progressive: 'jpeg', losslessWebp: 'webp' }[name] ?? name}`;
    expect(lookAt(picture)).toEqual({ mediaType, width: 6, height: 4 });
    expect(lookAt(telling(picture))).toEqual({ mediaType, width: 6, height: 4 });
  });

  test('that is to be turned is measured as it is seen', () => {
    for (const picture of [pictures.jpeg, pictures.png, pictures.webp]) {
      expect(lookAt(telling(picture, 6))).toMatchObject({ width: 4, height: 6 });
      expect(lookAt(telling(picture, 3))).toMatchObject({ width: 6, height: 4 });
    }
  });

  test.each(all)('that ends too early, anywhere, is refused: %s', (_, picture) => {
    const whole = telling(picture, 6);
    const end = whole.length - secrets[0].length;
    fc.assert(
      fc.property(fc.integer({ min: 12, max: end - 1 }), (length) => {
        expect(() => lookAt(whole.subarray(0, length))).toThrow(failing('photo.damaged'));
      }),
    );
    expect(lookAt(whole.subarray(0, end))).toBeDefined();
  });

  test('whatever is wrong in it fails in words and in no other way', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...all.map(([, picture]) => telling(picture, 6))),
        fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { minLength: 1, maxLength: 8 }),
        (picture, changes) => {
          const altered = Uint8Array.from(picture);
          for (const [at, byte] of changes) altered[at % altered.length] = byte;
          const outcome = attempted(() => printablePhoto(altered, lookAt(altered).mediaType));
          expect(outcome instanceof Uint8Array || outcome instanceof CaseError).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('of too many pixels, of none, or of another sort is refused', () => {
    const sized = (width: number, height: number) => {
      const png = Buffer.from(pictures.png);
      png.writeUInt32BE(width, 16);
      png.writeUInt32BE(height, 20);
      return png;
    };
    expect(() => lookAt(sized(20_000, 20_000))).toThrow(failing('photo.tooManyPixels'));
    expect(() => lookAt(sized(70_000, 2))).toThrow(failing('photo.tooManyPixels'));
    expect(() => lookAt(sized(0, 4))).toThrow(failing('photo.damaged'));
    expect(() => lookAt(Buffer.from('%PDF-1.7'))).toThrow(failing('photo.unsupported'));
    expect(() => lookAt(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toThrow(
      failing('photo.unsupported'),
    );
    expect(() => lookAt(new Uint8Array())).toThrow(failing('photo.unsupported'));
  });
});

describe('what is printed of a picture', () => {
  test.each(all)('holds the picture and nothing beside it, to the byte: %s', (_, picture) => {
    const told = telling(picture);
    const { mediaType } = lookAt(picture);
    expect(secrets.some((secret) => holds(told, secret))).toBe(true);
    const printed = printablePhoto(told, mediaType);
    // The extended header of a WebP stays; behind it stands the same picture.
    const [header, added] = mediaType === 'image/webp' ? [12, 18] : [0, 0];
    expect(printed.subarray(header + added)).toEqual(picture.subarray(header));
    expect(printablePhoto(picture, mediaType)).toEqual(picture);
    expect(printablePhoto(printed, mediaType)).toEqual(printed);
  });

  test.each(all)(
    'does not say where it was taken, even where it says how to turn it: %s',
    (_, picture) => {
      const told = telling(picture, 6);
      const { mediaType, ...size } = lookAt(told);
      const printed = printablePhoto(told, mediaType);
      expect(holds(told, gpsBytes)).toBe(mediaType !== 'image/gif');
      for (const secret of [...secrets, gpsBytes]) expect(holds(printed, secret)).toBe(false);
      expect(lookAt(printed)).toEqual({ mediaType, ...size });
      expect(printablePhoto(told, mediaType)).toEqual(printed);
    },
  );

  test('keeps the profile of its colours', () => {
    const profile = Buffer.from('ICC_PROFILE\0\u0001\u0001profile', 'latin1');
    const length = Buffer.alloc(2);
    length.writeUInt16BE(profile.length + 2);
    const jpeg = Buffer.concat([
      pictures.jpeg.subarray(0, 20),
      Buffer.of(0xff, 0xe2),
      length,
      profile,
      pictures.jpeg.subarray(20),
    ]);
    expect(Buffer.from(printablePhoto(jpeg, 'image/jpeg')).equals(jpeg)).toBe(true);
  });
});
