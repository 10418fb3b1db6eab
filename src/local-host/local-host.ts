import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { AnyRouter } from '@orpc/server';
import { RPCHandler } from '@orpc/server/ws';
import { WebSocketServer } from 'ws';
import { hostContract } from '#contract/local-host.ts';
import { fromWire } from '#contract/wire.ts';
import type { Places } from './confinement.ts';
import { DownloadTickets } from './downloads.ts';
import { foreignSite, stranger, wrongHost, wrongOrigin } from './gate.ts';
import { createLocalRouter } from './local-router.ts';
import { readPages } from './pages.ts';
import { guardPaths } from './path-guard.ts';
import { Session } from './session.ts';
import { answer, say } from './web.ts';

export interface LocalHostOptions {
  /** The engine's router, which implements the contract. It is not closed with the host. */
  readonly router: Record<string, AnyRouter>;
  /** The built page: `out/renderer`. */
  readonly rendererFolder: string;
  /** The folder that choosers, and all paths from the page, are confined to. The home folder when left out. */
  readonly root?: string;
  /** A free one when left out or 0. */
  readonly port?: number;
  /** Case file that the page opens first. It may lie outside the root. */
  readonly file?: string;
  /** Most bytes of one uploaded file; 4 GiB when left out. */
  readonly uploadLimit?: number;
  /** Told of faults of the program, of which the page learns nothing but that there was one. */
  readonly onFault?: (error: unknown) => void;
}

export interface LocalHost {
  /** Where a browser starts. It works once. */
  readonly address: string;
  readonly port: number;
  /** Ends the pages' connections to the engine. They may connect again. */
  disconnect(): void;
  /** Ends all connections and removes what was uploaded. */
  close(): Promise<void>;
}

/** Paths in the contract that may be those of uploads. */
const readsUploads = new Set([
  'jobs.startImport paths.*',
  'photos.add path',
  'exchange.openPackage packagePath',
  'exchange.inspect path',
  'exchange.preview path',
  'colleagues.addCard path',
]);

/** Most bytes of one message of the page. What it sends is input of people, and lists of paths. */
const largestMessage = 32 * 1024 * 1024;

/**
 * Serves the workbench to a browser on this computer, and to nobody else: bound to 127.0.0.1, behind a launch token
 * that works once, and answering its own page only.
 *
 * @throws what Node throws when the port is taken (`EADDRINUSE`) or the root is not there (`ENOENT`)
 */
export async function startLocalHost(options: LocalHostOptions): Promise<LocalHost> {
  const root = await realpath(options.root ?? homedir());
  const file = options.file === undefined ? null : await real(options.file);
  const pages = await readPages(options.rendererFolder);
  const uploadLimit = options.uploadLimit ?? 4 * 1024 ** 3;

  const uploadFolder = await realpath(await mkdtemp(join(tmpdir(), 'legajo-')));
  const removeUploads = (): Promise<void> => rm(uploadFolder, { recursive: true, force: true });

  const server = createServer();
  const port = await listen(server, options.port ?? 0).catch(async (error: unknown) => {
    await removeUploads();
    throw error;
  });
  const session = new Session(port);
  const tickets = new DownloadTickets();

  const lasting: Places = { root, files: file === null ? [] : [file] };
  const places: Places = { ...lasting, folders: [uploadFolder] };
  const launch = { file, root, platform: process.platform, uploadLimit };
  const guard = guardPaths(hostContract, placesOf);
  const handler = new RPCHandler(
    { ...options.router, localHost: createLocalRouter(launch, lasting, tickets) },
    {
      clientInterceptors: [
        async (call) => call.next({ ...call, input: await guard(call.path, call.input) }),
        async (call) => {
          try {
            return await call.next();
          } catch (error) {
            if (fromWire(error).code === 'internal') options.onFault?.(error);
            throw error;
          }
        },
      ],
    },
  );

  /** What was uploaded is gone when the host closes: it can be read from, and nothing is kept beside it. */
  function placesOf(field: string): Places {
    return readsUploads.has(field) ? places : lasting;
  }

  const web = {
    port,
    session,
    pages,
    tickets,
    uploads: { folder: uploadFolder, limit: uploadLimit },
  };
  server.on('request', (request, response) => {
    answer(web, request, response).catch((error: unknown) => {
      // A page that went away in the middle of an answer is nothing to tell of.
      if (!response.destroyed) options.onFault?.(error);
      if (response.headersSent) response.destroy();
      else say(response, 500, 'Something went wrong inside Legajo.');
    });
  });

  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: largestMessage,
    perMessageDeflate: false,
  });
  server.on('upgrade', (request, stream: Duplex, head) => {
    stream.on('error', () => stream.destroy());
    const refused = refusal(request);
    if (refused !== null) {
      turnAway(stream, refused);
      return;
    }
    sockets.handleUpgrade(request, stream, head, (socket) => {
      // The close that follows says what there is to say.
      socket.on('error', () => socket.terminate());
      void handler.upgrade(socket);
    });
  });

  function refusal(request: IncomingMessage): string | null {
    if (request.url !== '/rpc') return 'There is nothing at this address.';
    return (
      wrongHost(request, port) ??
      wrongOrigin(request, port, 'exact') ??
      stranger(request, session) ??
      foreignSite(request)
    );
  }

  function disconnect(): void {
    for (const socket of sockets.clients) socket.terminate();
  }

  return {
    address: `http://127.0.0.1:${port}/?token=${session.token}`,
    port,
    disconnect,
    close: async () => {
      disconnect();
      const closed = new Promise<void>((done) => server.close(() => done()));
      server.closeAllConnections();
      await closed;
      await removeUploads();
    },
  };
}

function listen(server: Server, port: number): Promise<number> {
  // An upload may take as long as it takes; who sends no headers does not.
  server.requestTimeout = 0;
  server.headersTimeout = 10_000;
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen({ port, host: '127.0.0.1' }, () => {
      server.off('error', fail);
      const address = server.address();
      if (typeof address === 'object' && address !== null) done(address.port);
      else fail(new TypeError('the server has no port'));
    });
  });
}

function turnAway(stream: Duplex, sentence: string): void {
  const body = `${sentence}\n`;
  stream.end(
    [
      'HTTP/1.1 403 Forbidden',
      'Content-Type: text/plain; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}

/** The path with links followed, as far as it is there. */
async function real(path: string): Promise<string> {
  return realpath(path).catch(() => resolve(path));
}
