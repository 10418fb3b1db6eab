import { gzipSync } from 'node:zlib';

/** A record of a web archive made for a test; `headers` may say something else than what is so. */
export interface TestRecord {
  readonly type: string;
  readonly uri?: string;
  readonly date?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly block: string | Uint8Array;
}

/** A web archive (WARC 1.1), each record packed by itself if it is to be packed. */
export function warcOf(records: readonly TestRecord[], packed = false): Buffer {
  const bytes = records.map((record) => {
    const block = Buffer.from(record.block);
    const fields = {
      'WARC-Type': record.type,
      ...(record.uri === undefined ? {} : { 'WARC-Target-URI': record.uri }),
      'WARC-Date': record.date ?? '2023-09-20T23:30:00Z',
      'Content-Length': String(block.length),
      ...record.headers,
    };
    const head = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`);
    return Buffer.concat([
      Buffer.from(`WARC/1.1\r\n${head.join('')}\r\n`),
      block,
      Buffer.from('\r\n\r\n'),
    ]);
  });
  return Buffer.concat(packed ? bytes.map((record) => gzipSync(record)) : bytes);
}

/** An answer of a web server. */
export function answerOf(
  body: string | Uint8Array,
  { status = 200, ...headers }: { status?: number; [name: string]: string | number } = {},
): Buffer {
  const fields = { 'Content-Type': 'text/html', ...headers };
  const head = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([
    Buffer.from(`HTTP/1.1 ${status} Reason\r\n${head.join('')}\r\n`),
    Buffer.from(body),
  ]);
}
