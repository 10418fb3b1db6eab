import { crc32 } from 'node:zlib';

const bytes = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, 'base64'));

/** Pictures of 6 by 4 pixels with nothing in them but the picture. */
export const pictures = {
  jpeg: bytes(
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAAEAAYDAREAAhEBAxEB/8QAFAABAAAAAAAAAAAAAAAAAAAABv/EABcQAAMBAAAAAAAAAAAAAAAAAAADFFL/xAAVAQEBAAAAAAAAAAAAAAAAAAAEBv/EABcRAAMBAAAAAAAAAAAAAAAAAAAEFVL/2gAMAwEAAhEDEQA/ABNjtFhBSyJtOaP/2Q==',
  ),
  progressive: bytes(
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wgARCAAEAAYDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAX/xAAVAQEBAAAAAAAAAAAAAAAAAAADBf/aAAwDAQACEAMQAAABiCwn/8QAFhAAAwAAAAAAAAAAAAAAAAAAAAES/9oACAEBAAEFArZ//8QAFxEAAwEAAAAAAAAAAAAAAAAAAAITUf/aAAgBAwEBPwGr6f/EABcRAAMBAAAAAAAAAAAAAAAAAAADE1L/2gAIAQIBAT8BkvJ//8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQAGPwJ//8QAFRABAQAAAAAAAAAAAAAAAAAAAGH/2gAIAQEAAT8hq//aAAwDAQACAAMAAAAQB//EABcRAAMBAAAAAAAAAAAAAAAAAAABYZH/2gAIAQMBAT8Qr1n/xAAXEQADAQAAAAAAAAAAAAAAAAAAAWGR/9oACAECAQE/EJMR/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxAP/9k=',
  ),
  png: bytes(
    'iVBORw0KGgoAAAANSUhEUgAAAAYAAAAEAgMAAADQaqbQAAAADFBMVEX/AACqAFVVAKoAAP9QAAc5AAAAFElEQVQI12NgYGAIDWBYtYDh/wcADaQD3/STlV4AAAAASUVORK5CYII=',
  ),
  webp: bytes(
    'UklGRlQAAABXRUJQVlA4IEgAAABwAwCdASoGAAQAAgA0JagCdGuA/gGEAfwD2/7sA/QAGBrNsAAA/vneRWKf/+oYInZ3//y2zOa5f/9xn/v2/lRBeDPvV53dgAA=',
  ),
  losslessWebp: bytes('UklGRi4AAABXRUJQVlA4TCIAAAAvBcAAAB8QU/XV//kPJ4GCRpKa7x1Qh0lMYiOi//HPq6sA'),
  gif: bytes('R0lGODlhBgAEAPEAAP8AAKoAVVUAqgAA/yH5BAAAAAAALAAAAAAGAAQAAAIHhB+pwj0PCwA7'),
} as const;

/** What must not leave with a picture: it stands in each of them that `telling` makes. */
export const secrets = ['59.912700', 'Camera 4711', 'A thumbnail', 'A comment'] as const;

const words = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
const big = (value: number): Uint8Array => {
  const four = Buffer.alloc(4);
  four.writeUInt32BE(value);
  return new Uint8Array(four);
};
const joined = (...parts: Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

/** A place as EXIF keeps it: degrees, minutes and seconds as fractions. */
export const gpsBytes = joined(...[59, 1, 54, 1, 4572, 100].map(big));

/** EXIF data, the later half of the bytes first or last, with a place, a camera and an orientation. */
function exif(orientation: number): Uint8Array {
  const camera = words(`${secrets[1]}\0`);
  const entry = (tag: number, type: number, count: number, value: Uint8Array) =>
    joined(big(tag * 0x1_00_00 + type), big(count), value);
  const directory = 8;
  const afterDirectory = directory + 2 + 3 * 12 + 4;
  const gps = afterDirectory + camera.length;
  const gpsValues = gps + 2 + 12 + 4;
  return joined(
    words('MM\0*'),
    big(directory),
    Uint8Array.of(0, 3),
    entry(0x01_10, 2, camera.length, big(afterDirectory)),
    entry(0x0112, 3, 1, Uint8Array.of(0, orientation, 0, 0)),
    entry(0x8825, 4, 1, big(gps)),
    big(0),
    camera,
    Uint8Array.of(0, 1),
    entry(0x0002, 5, 3, big(gpsValues)),
    big(0),
    gpsBytes,
    words(secrets[2]),
  );
}

const xmp = words(`<x:xmpmeta exif:GPSLatitude="${secrets[0]}"/>`);

/** The same picture with all that cameras and programs write beside it. */
export function telling(picture: Uint8Array, orientation = 1): Uint8Array {
  if (picture[0] === 0xff) return tellingJpeg(picture, orientation);
  if (picture[0] === 0x89) return tellingPng(picture, orientation);
  return picture[0] === 0x52 ? tellingWebp(picture, orientation) : tellingGif(picture);
}

function tellingJpeg(picture: Uint8Array, orientation: number): Uint8Array {
  const segment = (marker: number, ...content: Uint8Array[]) => {
    const whole = joined(...content);
    return joined(Uint8Array.of(0xff, marker), big(whole.length + 2).subarray(2), whole);
  };
  const pixels = words(secrets[2].padEnd(12));
  return joined(
    picture.subarray(0, 2),
    // JFIF's own thumbnail: two by two pixels of three bytes.
    segment(0xe0, picture.subarray(6, 18), Uint8Array.of(2, 2), pixels),
    segment(0xe0, words('JFXX\0'), words(secrets[2])),
    segment(0xe1, words('Exif\0\0'), exif(orientation)),
    segment(0xe1, words('http://ns.adobe.com/xap/1.0/\0'), xmp),
    segment(0xed, words('Photoshop 3.0\0'), words(secrets[0])),
    segment(0xe2, words('MPF\0'), words(secrets[0])),
    segment(0xfe, words(secrets[3])),
    picture.subarray(20),
    // What phones add behind the end: a second picture, a film.
    words(secrets[0]),
  );
}

function tellingPng(picture: Uint8Array, orientation: number): Uint8Array {
  const chunk = (type: string, content: Uint8Array) => {
    const named = joined(words(type), content);
    return joined(big(content.length), named, big(crc32(named)));
  };
  const end = picture.length - 12;
  return joined(
    picture.subarray(0, 33),
    chunk('eXIf', exif(orientation)),
    chunk('tEXt', words(`Comment\0${secrets[3]}`)),
    chunk('iTXt', joined(words('XML:com.adobe.xmp\0\0\0\0\0'), xmp)),
    chunk('tIME', Uint8Array.of(7, 230, 1, 2, 3, 4, 5)),
    picture.subarray(33, end),
    chunk('zzZz', words(secrets[0])),
    picture.subarray(end),
    words(secrets[0]),
  );
}

function tellingWebp(picture: Uint8Array, orientation: number): Uint8Array {
  const little = (value: number) => big(value).toReversed();
  const chunk = (type: string, content: Uint8Array) =>
    joined(words(type), little(content.length), content, new Uint8Array(content.length % 2));
  const content = joined(
    words('WEBP'),
    chunk('VP8X', Uint8Array.of(0x0c, 0, 0, 0, 5, 0, 0, 3, 0, 0)),
    picture.subarray(12),
    chunk('EXIF', exif(orientation)),
    chunk('XMP ', xmp),
    chunk('note', words(secrets[3])),
  );
  return joined(words('RIFF'), little(content.length), content, words(secrets[0]));
}

function tellingGif(picture: Uint8Array): Uint8Array {
  const blocks = (...contents: Uint8Array[]) =>
    joined(...contents.flatMap((one) => [Uint8Array.of(one.length), one]), Uint8Array.of(0));
  const head = 13 + 12;
  return joined(
    picture.subarray(0, head),
    Uint8Array.of(0x21, 0xfe),
    blocks(words(secrets[3]), words(secrets[1])),
    Uint8Array.of(0x21, 0xff),
    blocks(words('XMP DataXMP'), xmp),
    picture.subarray(head),
    words(secrets[0]),
  );
}
