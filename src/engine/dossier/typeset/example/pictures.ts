import { crc32, deflateSync } from 'node:zlib';
import type { DossierFiles } from '../../model.ts';

/** A quay at dusk, 64 by 48 pixels, JPEG. */
const QUAY =
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywt' +
  'QFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09P' +
  'T09PT09PT09PT09PT09PT09PT0//wAARCAAwAEADAREAAhEBAxEB/8QAGQABAQEBAQEAAAAAAAAAAAAAAAQFAwEC/8QA' +
  'LRAAAQMCBAUBCQEAAAAAAAAAAAEDEwIRBBKR0RQVUlOiBSEjMTJCUWKCscH/xAAZAQEAAwEBAAAAAAAAAAAAAAAAAQME' +
  'AgX/xAAjEQEAAQQBBAMBAQAAAAAAAAAAAQIDFFERQYGx8AQSMTIh/9oADAMBAAIRAxEAPwDWkNTISAJAEgCQBIAkASAS' +
  'SEBIBHj/AFFcHH7vPnv9VrWtuV3Ln06LbVr78/6pZflZoctbPSlVvtc7pnmOVdUcTMPuQlBIAkASASSBJIBmesVZof2/' +
  'wz/I6NPxuq7DOWwrSfgn8LqP5hRX/Uush05JAEgCQCSQDa4PD9vyU8bLvb8PSx7enDFek4XE5c0lGW/y1fHW5E/JuT+z' +
  'y6ptU0/js3gMO23TQlCrlREutS3UZV2PyUTYtzPMw94PD9vyUnLvb8Ix7ejg8P2/JRl3t+DHt6ODw/b8lGXe34Me3pkP' +
  'VJQ+5TT7EpqVE1PVtzNVETOnn1xEVTEIZCxy0OdP9DWi7mLBt7n3s05VeoOdP9DWi7jBt7n3sZVeoOdP9DWi7jBt7n3s' +
  'ZVeoOdP9DWi7jBt7n3sZVeoOdP8AQ1ou4wbe597GVXqDnT/Q1ou4wbe597GVXqELj6uOVVra9Sqq2NdNMU0xTHRnqnme' +
  'UUhISAJAEgCQBIAkASAf/9k=';

/** The pictures of the example, made here so that none has to be kept. */
export function examplePictures(): DossierFiles {
  return new Map<string, Uint8Array>([
    ['portrait.png', portrait()],
    ['quay.jpg', Uint8Array.from(Buffer.from(QUAY, 'base64'))],
    ['chart.svg', new TextEncoder().encode(chart())],
    ['map.svg', new TextEncoder().encode(map())],
  ]);
}

/** Head and shoulders before a wall that darkens downwards: 480 by 600 pixels of grey. */
function portrait(): Uint8Array {
  const [width, height] = [480, 600];
  const rows = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const head = ((x - 240) / 96) ** 2 + ((y - 232) / 124) ** 2 < 1;
      const shoulders = ((x - 240) / 200) ** 2 + ((y - 600) / 216) ** 2 < 1;
      rows[y * (width + 1) + 1 + x] = head ? 176 - (x >> 4) : shoulders ? 62 : 226 - (y >> 3);
    }
  }
  return png(width, height, rows);
}

/** An 8-bit greyscale PNG of filtered rows (W3C PNG, third edition). */
function png(width: number, height: number, rows: Buffer): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Uint8Array.from(
    Buffer.concat([
      signature,
      chunk('IHDR', header),
      chunk('IDAT', deflateSync(rows)),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  );
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

const box = (x: number, y: number, width: number, ...lines: readonly string[]): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${18 + lines.length * 16}" rx="3" fill="#fff" stroke="#16181d"/>${lines
    .map(
      (line, index) =>
        `<text x="${x + width / 2}" y="${y + 22 + index * 16}" text-anchor="middle" font-family="Legajo Sans, sans-serif" font-size="13" fill="#16181d">${line}</text>`,
    )
    .join('')}`;

/** A subject and three whom it is linked to, one of them written from right to left. */
function chart(): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="620" height="300" viewBox="0 0 620 300">
<g stroke="#565b66" stroke-width="1.2" fill="none"><path d="M310 150 110 60"/><path d="M310 150 510 60"/><path d="M310 150V250" stroke-dasharray="5 4"/></g>
<g font-family="Legajo Sans, sans-serif" font-size="11" fill="#565b66" text-anchor="middle"><text x="150" y="112">Director of [1]</text><text x="476" y="112">Brother of [2]</text></g>
${box(205, 126, 210, 'Aurelio Santángel Prats')}${box(20, 34, 180, 'Náutica Boreal, S.A.')}${box(420, 34, 180, 'Tomás Santángel Prats')}${box(205, 234, 210, 'أوريليو سانتانخيل')}
</svg>`;
}

/** A coast and two places on it. */
function map(): string {
  const place = (x: number, y: number, name: string): string =>
    `<circle cx="${x}" cy="${y}" r="4" fill="#16181d"/><text x="${x + 9}" y="${y + 4}" font-family="Legajo Sans, sans-serif" font-size="12" fill="#16181d">${name}</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="320" viewBox="0 0 640 320">
<rect width="640" height="320" fill="#eef2f5"/><path d="M0 140 90 120 160 138 250 112 330 130 420 118 520 141 640 126V320H0Z" fill="#fff" stroke="#8b919c"/>
${place(236, 150, '1 Gijón')}${place(150, 172, '2 Avilés')}
</svg>`;
}
