import { readFile } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { withNonce } from '#contract/content-security-policy.ts';
import { CaseError } from '#contract/error.ts';
import { disposition, openDownload } from './downloads.ts';
import type { DownloadTickets } from './downloads.ts';
import { fileError } from './file-errors.ts';
import { foreignSite, stranger, wrongHost, wrongOrigin } from './gate.ts';
import { safetyHeaders } from './headers.ts';
import { downloadAddress } from './local-router.ts';
import type { PageFile } from './pages.ts';
import { secret } from './session.ts';
import type { Session } from './session.ts';
import { receiveUpload } from './uploads.ts';

/** What the HTTP side of the host works with. */
export interface Web {
  readonly port: number;
  readonly session: Session;
  readonly pages: ReadonlyMap<string, PageFile>;
  readonly tickets: DownloadTickets;
  readonly uploads: { readonly folder: string; readonly limit: number };
}

/** Answers one HTTP request: the page, its files, an upload or a download; nothing to whom the gate turns away. */
export async function answer(
  web: Web,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const nonce = secret();
  for (const [name, value] of Object.entries(safetyHeaders(request.headers.host ?? '', nonce))) {
    response.setHeader(name, value);
  }
  const refused =
    wrongHost(request, web.port) ??
    wrongOrigin(request, web.port, request.method === 'GET' ? 'exactOrNone' : 'exact');
  if (refused !== null) return say(response, 403, refused);
  const address = parsed(request.url);
  if (address === null) return say(response, 400, 'This address cannot be read.');

  const token = address.searchParams.get('token');
  if (request.method === 'GET' && address.pathname === '/' && token !== null) {
    return enter(web, token, request, response);
  }
  const strange = stranger(request, web.session) ?? foreignSite(request);
  if (strange !== null) return say(response, 403, strange);

  if (request.method === 'POST' && address.pathname === '/upload') {
    return upload(web, address.searchParams.get('name') ?? '', request, response);
  }
  if (request.method !== 'GET') return say(response, 405, 'This cannot be done here.');
  if (address.pathname.startsWith(downloadAddress)) {
    return download(web, address.pathname.slice(downloadAddress.length), response);
  }
  return sendPage(web, address.pathname, nonce, response);
}

/** Answers with one plain sentence. */
export function say(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(`${sentence}\n`);
}

/** Exchanges the launch token for the cookie, and leads on to an address without it. */
function enter(
  { session }: Web,
  token: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const cookie = session.redeem(token);
  // A browser that fetched the address ahead of the person, or went back to it, has its cookie by now.
  if (cookie === null && !session.admits(request.headers.cookie)) {
    say(
      response,
      403,
      'This address has been used already, or is not complete. It works once: start Legajo again for a new one.',
    );
    return;
  }
  if (cookie !== null) response.setHeader('set-cookie', cookie);
  response.writeHead(303, { location: '/' });
  response.end();
}

async function upload(
  { uploads }: Web,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  let status = 200;
  let body: object;
  try {
    if (Number(request.headers['content-length'] ?? 0) > uploads.limit) {
      throw new CaseError('source.tooLarge', { name, limit: uploads.limit });
    }
    body = { path: await receiveUpload(request, name, uploads.folder, uploads.limit) };
  } catch (error) {
    const { code, details } = fileError(error, 'writing', { name });
    status = code === 'source.tooLarge' ? 413 : 500;
    body = { code, details };
  }
  if (request.destroyed && !request.complete) {
    // What is left of a body nobody reads would be taken for the next request.
    response.setHeader('connection', 'close');
  }
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
  request.resume();
}

async function download({ tickets }: Web, ticket: string, response: ServerResponse): Promise<void> {
  const path = tickets.take(ticket);
  if (path === null) return say(response, 404, 'This download was fetched already, or is too old.');
  try {
    const { file, size, close } = await openDownload(path);
    try {
      response.writeHead(200, {
        'content-type': 'application/octet-stream',
        'content-length': size,
        'content-disposition': disposition(path),
      });
      const end = Math.max(size - 1, 0);
      await pipeline(file.createReadStream({ end, autoClose: false }), response);
    } finally {
      void close();
    }
  } catch (error) {
    if (response.headersSent) response.destroy();
    else say(response, 404, fileError(error, 'reading', { path }).message);
  }
}

async function sendPage(
  { pages }: Web,
  pathname: string,
  nonce: string,
  response: ServerResponse,
): Promise<void> {
  const address = pathname === '/' ? '/index.html' : pathname;
  const page = pages.get(address);
  if (page === undefined) {
    const sentence =
      address === '/index.html'
        ? 'The workbench has not been built yet. Run npm start, or npm run build.'
        : 'There is nothing at this address.';
    return say(response, 404, sentence);
  }
  response.setHeader('content-type', page.mediaType);
  if (page.mediaType.startsWith('text/html')) {
    const html = await readFile(page.path, 'utf8');
    response.end(withNonce(html, nonce));
    return;
  }
  // Names of built files hold a hash of their content.
  if (address.startsWith('/assets/')) {
    response.setHeader('cache-control', 'private, max-age=31536000, immutable');
  }
  await pipeline(createReadStream(page.path), response);
}

/** Joined and not resolved, for `//name/` would resolve to another host's address. */
function parsed(url = ''): URL | null {
  return url.startsWith('/') ? URL.parse(`http://127.0.0.1${url}`) : null;
}
