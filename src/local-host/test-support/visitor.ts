import { request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { overWebSocket } from '#contract/carrier.ts';
import type { Carrier } from '#contract/carrier.ts';
import type { LocalHost } from '../local-host.ts';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

type Asked = { method?: string; headers?: Record<string, string>; body?: Uint8Array | string };

/** Asks for exactly this address, dots and all, which `fetch` would straighten out, with exactly these headers. */
export function ask(host: LocalHost, address: string, asked: Asked = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const call = request(
      {
        host: '127.0.0.1',
        port: host.port,
        path: address,
        method: asked.method ?? 'GET',
        headers: asked.headers ?? {},
        agent: false,
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(chunks).toString('utf8'),
          }),
        );
      },
    );
    call.on('error', reject);
    call.end(asked.body);
  });
}

/** Exchanges the launch token as a browser does, and answers the `Cookie` header it sends from then on. */
export async function enter(host: LocalHost): Promise<string> {
  const answer = await ask(host, new URL(host.address).search.replace(/^/, '/'));
  return cookieOf(answer);
}

export function cookieOf(answer: Answer): string {
  return (answer.headers['set-cookie']?.[0] ?? '').split(';')[0] ?? '';
}

export function originOf(host: LocalHost): string {
  return `http://127.0.0.1:${host.port}`;
}

/** Asks for the host's WebSocket with exactly these headers; answers the HTTP status, 101 when let in. */
export function knock(
  host: LocalHost,
  headers: Record<string, string>,
  address = '/rpc',
): Promise<number> {
  return new Promise((resolve, reject) => {
    const call = request({
      host: '127.0.0.1',
      port: host.port,
      path: address,
      agent: false,
      headers: {
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': Buffer.alloc(16).toString('base64'),
        ...headers,
      },
    });
    call.on('upgrade', (response, socket) => {
      socket.destroy();
      resolve(response.statusCode ?? 0);
    });
    call.on('response', (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    call.on('error', reject);
    call.end();
  });
}

/** Connects as the host's own page does. */
export function connectTo(host: LocalHost, cookie: string): Promise<Carrier> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://127.0.0.1:${host.port}/rpc`, {
      headers: { origin: originOf(host), cookie },
    });
    socket.binaryType = 'arraybuffer';
    socket.addEventListener('open', () => resolve(overWebSocket(socket)), { once: true });
    socket.addEventListener('close', () => reject(new Error('turned away')), { once: true });
  });
}
