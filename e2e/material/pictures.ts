import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';

type Colour = readonly [red: number, green: number, blue: number];

/** Writes a picture of an invented person: a head and shoulders before a wall. @returns its path */
export function writePortrait(
  folder: string,
  name: string,
  { wall, coat, size = 240 }: { wall: Colour; coat: Colour; size?: number },
): string {
  const height = Math.round((size * 5) / 4);
  const inEllipse = (x: number, y: number, cx: number, cy: number, rx: number, ry: number) =>
    ((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2 <= 1;
  const at = (x: number, y: number): Colour => {
    const [u, v] = [x / size, y / height];
    if (inEllipse(u, v, 0.5, 0.38, 0.17, 0.19)) return [214, 178, 150];
    if (inEllipse(u, v, 0.5, 0.33, 0.2, 0.19)) return [62, 48, 42];
    if (inEllipse(u, v, 0.5, 1.02, 0.42, 0.42)) return coat;
    if (v > 0.5 && v < 0.7 && Math.abs(u - 0.5) < 0.07) return [196, 160, 132];
    const shade = 1 - 0.25 * v;
    return [wall[0] * shade, wall[1] * shade, wall[2] * shade];
  };
  const rows = Buffer.alloc(height * (size * 3 + 1));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < size; x += 1) {
      for (const [channel, value] of at(x, y).entries()) {
        rows[y * (size * 3 + 1) + 1 + x * 3 + channel] = Math.round(value);
      }
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(height, 4);
  // Eight bits a channel, red, green and blue.
  head.set([8, 2], 8);
  const path = join(folder, name);
  writeFileSync(
    path,
    Buffer.concat([
      Buffer.from('\u0089PNG\r\n\u001A\n', 'latin1'),
      chunk('IHDR', head),
      chunk('IDAT', deflateSync(rows)),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  );
  return path;
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
