import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { contentSecurityPolicy, withNonce } from '#contract/content-security-policy.ts';
import { appScheme, isAppAddress } from './app-page.ts';

export interface SchemeRegistry {
  registerSchemesAsPrivileged(
    schemes: { scheme: string; privileges: Record<string, boolean> }[],
  ): void;
}

export interface ProtocolHandlers {
  handle(scheme: string, handler: (request: Request) => Promise<Response>): void;
}

/** Makes `legajo:` an origin of its own that counts as secure. Electron allows this only before it is ready. */
export function registerAppScheme(protocol: SchemeRegistry): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the built workbench in `folder` as `legajo://app/`. */
export function serveApp(protocol: ProtocolHandlers, folder: string): void {
  protocol.handle(appScheme, (request) => answerAppRequest(request, folder));
}

/** The answer to one request for a file of the built workbench. */
export async function answerAppRequest(
  request: { readonly method: string; readonly url: string },
  folder: string,
): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405);
  const segments = isAppAddress(request.url) ? pathSegments(new URL(request.url).pathname) : null;
  if (segments === null) return refusal(403);
  const file = segments.length === 0 ? ['index.html'] : segments;
  const type = contentTypes[extname(file.at(-1) ?? '').toLowerCase()] ?? 'application/octet-stream';
  let bytes: Buffer<ArrayBuffer>;
  try {
    bytes = await readFile(join(folder, ...file));
  } catch {
    return refusal(404);
  }
  const nonce = randomBytes(16).toString('hex');
  const body = type.startsWith('text/html') ? withNonce(bytes.toString('utf8'), nonce) : bytes;
  return new Response(request.method === 'HEAD' ? null : body, {
    headers: {
      ...everyAnswer,
      'Content-Type': type,
      'Content-Security-Policy': contentSecurityPolicy({ nonce, connect: [] }),
    },
  });
}

/** The decoded segments of a path, or null when one of them could lead out of the folder it is looked up in. */
function pathSegments(pathname: string): string[] | null {
  const segments: string[] = [];
  for (const encoded of pathname.split('/').filter((part) => part !== '')) {
    let segment: string;
    try {
      segment = decodeURIComponent(encoded);
    } catch {
      return null;
    }
    // A colon would name a drive or a stream of a file on Windows.
    if (segment === '.' || segment === '..' || /[/\\:\0]/.test(segment)) return null;
    segments.push(segment);
  }
  return segments;
}

function refusal(status: number): Response {
  return new Response(null, { status, headers: everyAnswer });
}

const everyAnswer = {
  'Cache-Control': 'no-store',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.otf': 'font/otf',
  '.wasm': 'application/wasm',
};
