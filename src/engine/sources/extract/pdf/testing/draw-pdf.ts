import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';

/** A page as a test draws it. */
export interface DrawnPage {
  /** Operators of its content, ISO 32000-1, annex A. Fonts: `/F1` Helvetica, `/F2` Helvetica-Bold; pictures: `/I1` ... */
  readonly content: string;
  readonly size?: readonly [width: number, height: number];
  /** Further entries of its dictionary: `/Rotate 90`. */
  readonly entries?: string;
  readonly pictures?: readonly GrayPicture[];
}

/** A picture of one byte for each pixel, row by row from the top. */
export interface GrayPicture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

export interface DrawnPdf {
  readonly pages: readonly DrawnPage[];
  /** Entries of the information dictionary by name. */
  readonly info?: Readonly<Record<string, string>>;
  /** Further entries of the catalogue, and the objects that they name: `%0` stands for the first one's number, and so on. */
  readonly catalogue?: string;
  readonly objects?: readonly (string | { dictionary: string; stream: Uint8Array | string })[];
  /** Encrypts it so that it opens with this password (standard security handler, revision 2). */
  readonly password?: string;
}

/** Where the pages' objects begin: after catalogue, tree of pages, two fonts and the information dictionary. */
const FIRST = 6;

/** Lines at a place of the page, from the lower left corner, one below the other, as operators. */
export function words(
  lines: readonly string[],
  at: { x: number; y: number; size?: number; leading?: number; font?: string; turn?: number },
): string {
  const { x, y, size = 10, leading = size * 1.2, font = 'F1', turn = 0 } = at;
  const radians = (turn * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians).toFixed(4), Math.sin(radians).toFixed(4)];
  const matrix = `${cos} ${sin} ${-Number(sin)} ${cos} ${x} ${y} Tm`;
  const drawn = lines.map((line) => `${literal(line)} Tj T*`).join(' ');
  return `BT /${font} ${size} Tf ${leading} TL ${matrix} ${drawn} ET\n`;
}

/** A PDF 1.4 of what a test draws: an object a piece, a cross-reference table, a trailer. */
export function drawPdf(sample: DrawnPdf): Uint8Array {
  const { pages, info = {}, catalogue = '', objects: others = [], password } = sample;
  const objects: { dictionary: string; stream?: Buffer }[] = [];
  const add = (dictionary: string, stream?: Uint8Array | string): number =>
    objects.push(
      stream === undefined ? { dictionary } : { dictionary, stream: Buffer.from(stream) },
    );
  const pictureCounts = pages.map(({ pictures = [] }) => pictures.length);
  const pageNumbers = pages.map(
    (_, index) => FIRST + pictureCounts.slice(0, index).reduce((sum, count) => sum + count + 2, 0),
  );
  const firstOther = FIRST + pictureCounts.reduce((sum, count) => sum + count + 2, 0);
  const numbered = (text: string): string =>
    text.replace(/%(\d+)/g, (_, index: string) => String(firstOther + Number(index)));
  add(`/Type /Catalog /Pages 2 0 R ${numbered(catalogue)}`);
  add(
    `/Type /Pages /Kids [${pageNumbers.map((one) => `${one} 0 R`).join(' ')}] /Count ${pages.length}`,
  );
  for (const font of ['Helvetica', 'Helvetica-Bold']) {
    add(`/Type /Font /Subtype /Type1 /BaseFont /${font} /Encoding /WinAnsiEncoding`);
  }
  add(
    Object.entries(info)
      .map(([name, value]) => `/${name} ${literal(value)}`)
      .join(' '),
  );
  for (const [
    index,
    { content, size = [595, 842], entries = '', pictures = [] },
  ] of pages.entries()) {
    const number = pageNumbers[index] ?? 0;
    const drawn = pictures.map((_, at) => `/I${at + 1} ${number + 2 + at} 0 R`).join(' ');
    add(
      `/Type /Page /Parent 2 0 R /MediaBox [0 0 ${size.join(' ')}] /Contents ${number + 1} 0 R ` +
        `/Resources << /Font << /F1 3 0 R /F2 4 0 R >> /XObject << ${drawn} >> >> ${entries}`,
    );
    add('', Buffer.from(content, 'latin1'));
    for (const { width, height, pixels } of pictures) {
      add(
        `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray ` +
          '/BitsPerComponent 8 /Filter /FlateDecode',
        deflateSync(pixels),
      );
    }
  }
  for (const one of others) {
    if (typeof one === 'string') add(numbered(one));
    else add(numbered(one.dictionary), one.stream);
  }
  return assemble(objects, password);
}

function literal(text: string): string {
  return `(${text.replace(/[\\()]/g, (sign) => `\\${sign}`)})`;
}

function assemble(
  objects: readonly { dictionary: string; stream?: Buffer }[],
  password: string | undefined,
): Uint8Array {
  const lock = password === undefined ? undefined : lockFor(password);
  const chunks: Buffer[] = [];
  let length = 0;
  const write = (part: Buffer | string): void => {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : part;
    chunks.push(bytes);
    length += bytes.length;
  };
  const offsets: string[] = [];
  write('%PDF-1.4\n');
  for (const [index, { dictionary, stream }] of objects.entries()) {
    offsets.push(`${String(length).padStart(10, '0')} 00000 n \n`);
    const body = stream === undefined ? undefined : (lock?.encrypt(index + 1, stream) ?? stream);
    const size = body === undefined ? '' : ` /Length ${body.length}`;
    write(`${index + 1} 0 obj\n<< ${dictionary}${size} >>\n`);
    if (body !== undefined) {
      write('stream\n');
      write(body);
      write('\nendstream\n');
    }
    write('endobj\n');
  }
  const start = length;
  write(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`);
  // Strings of the information dictionary are left as they are: they would have to be encrypted too.
  const trailer =
    lock === undefined ? '/Info 5 0 R' : `/Encrypt << ${lock.entries} >> /ID [<00> <00>]`;
  write(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\n`);
  write(`startxref\n${start}\n%%EOF\n`);
  return new Uint8Array(Buffer.concat(chunks));
}

/** ISO 32000-1, 7.6.3, algorithms 1 to 4. */
function lockFor(password: string): {
  entries: string;
  encrypt: (object: number, bytes: Buffer) => Buffer;
} {
  const padding = Buffer.from(
    '28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a',
    'hex',
  );
  const padded = Buffer.concat([Buffer.from(password, 'latin1'), padding]).subarray(0, 32);
  const owner = rc4(md5(padded).subarray(0, 5), padded);
  const permissions = Buffer.alloc(4);
  permissions.writeInt32LE(-44);
  const key = md5(Buffer.concat([padded, owner, permissions, Buffer.from([0])])).subarray(0, 5);
  const user = rc4(key, padding);
  return {
    entries: `/Filter /Standard /V 1 /R 2 /O <${owner.toString('hex')}> /U <${user.toString('hex')}> /P -44`,
    encrypt: (object, bytes) => {
      const number = Buffer.from([object & 255, object >> 8, object >> 16, 0, 0]);
      return rc4(md5(Buffer.concat([key, number])).subarray(0, 10), bytes);
    },
  };
}

function md5(bytes: Buffer): Buffer {
  return createHash('md5').update(bytes).digest();
}

/** The stream cipher RC4, which the platform's library no longer offers. */
function rc4(key: Buffer, bytes: Buffer): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index);
  const at = (index: number): number => state[index & 255] ?? 0;
  let other = 0;
  const swap = (one: number, two: number): void => {
    [state[one & 255], state[two & 255]] = [at(two), at(one)];
  };
  for (let index = 0; index < 256; index += 1) {
    other = (other + at(index) + (key[index % key.length] ?? 0)) & 255;
    swap(index, other);
  }
  let [first, second] = [0, 0];
  return Buffer.from(
    bytes.map((byte) => {
      first = (first + 1) & 255;
      second = (second + at(first)) & 255;
      swap(first, second);
      return byte ^ at(at(first) + at(second));
    }),
  );
}
