import type { ClientContext, ClientLink, ClientOptions } from '@orpc/client';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { RPCLink as SocketLink } from '@orpc/client/websocket';
import { CaseError } from './error.ts';
import { fromWire } from './wire.ts';

/** One live connection to an engine. */
export interface Carrier {
  readonly link: ClientLink<ClientContext>;
  /** Aborts when the connection has gone, whoever ended it. */
  readonly lost: AbortSignal;
  close(): void;
}

/** Of a `WebSocket`, what a carrier needs: that of browsers and of Node alike. */
export type SocketLike = Pick<
  WebSocket,
  'addEventListener' | 'removeEventListener' | 'send' | 'readyState' | 'close'
>;

/** Of a `MessagePort`, what a carrier needs: that of browsers and of Node, which name the type differently. */
export type PortLike = Pick<
  InstanceType<typeof MessagePort>,
  'addEventListener' | 'postMessage' | 'start' | 'close'
>;

/** Carries calls over a WebSocket that is open and whose `binaryType` is `arraybuffer`. */
export function overWebSocket(socket: SocketLike): Carrier {
  const ended = new AbortController();
  // Before the link listens, so that what hangs on `lost` is told first.
  socket.addEventListener('close', () => ended.abort());
  const link = new SocketLink<ClientContext>({ websocket: socket });
  return {
    link: failing(link, ended.signal),
    lost: ended.signal,
    close: () => {
      ended.abort();
      socket.close();
    },
  };
}

/** Carries calls over a message port whose other end an engine serves. */
export function overMessagePort(port: PortLike): Carrier {
  const ended = new AbortController();
  port.addEventListener('close', () => ended.abort());
  const link = new PortLink<ClientContext>({ port });
  port.start();
  return {
    link: failing(link, ended.signal),
    lost: ended.signal,
    close: () => {
      ended.abort();
      port.close();
    },
  };
}

/**
 * A link whose calls never hang on a dead connection: oRPC leaves them pending when the other side goes. They, and
 * event iterators, fail with `connection.lost` as soon as `lost` aborts. Every other failure becomes a `CaseError`
 * too, but for the caller's own abort, which is thrown as its signal's reason.
 */
export function failing(
  link: ClientLink<ClientContext>,
  lost: AbortSignal,
): ClientLink<ClientContext> {
  return {
    call: async (path, input, options) => {
      const call = new Call(lost, options);
      try {
        const output = await call.unlessEnded(() =>
          link.call(path, input, { ...options, signal: call.signal }),
        );
        if (!isIterator(output)) {
          call.end();
          return output;
        }
        return watched(output, call);
      } catch (error) {
        call.end();
        throw error;
      }
    },
  };
}

/** One call under way: what ends it, and as what its end is told. */
class Call {
  readonly #lost: AbortSignal;
  readonly #asked: AbortSignal | undefined;
  readonly #passedOn = new AbortController();
  readonly #passOn = (): void => {
    // A dead connection cannot be told, and oRPC would fail unhandled in trying.
    if (!this.#lost.aborted) this.#passedOn.abort(this.#asked?.reason);
  };

  constructor(lost: AbortSignal, options: ClientOptions<ClientContext>) {
    this.#lost = lost;
    this.#asked = options.signal;
    this.#asked?.addEventListener('abort', this.#passOn, { once: true });
  }

  /** What the link is given to listen to. */
  get signal(): AbortSignal {
    return this.#passedOn.signal;
  }

  end(): void {
    this.#asked?.removeEventListener('abort', this.#passOn);
  }

  /** Runs one step of the call; rejects as soon as the connection is lost or the caller has aborted. */
  unlessEnded<T>(step: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const stop = (): void => {
        this.#lost.removeEventListener('abort', stop);
        this.#asked?.removeEventListener('abort', stop);
        reject(this.#reason(undefined));
      };
      if (this.#lost.aborted || this.#asked?.aborted === true) {
        stop();
        return;
      }
      this.#lost.addEventListener('abort', stop, { once: true });
      this.#asked?.addEventListener('abort', stop, { once: true });
      step()
        .then(resolve, (error: unknown) => reject(this.#reason(error)))
        .finally(() => {
          this.#lost.removeEventListener('abort', stop);
          this.#asked?.removeEventListener('abort', stop);
        });
    });
  }

  get isLost(): boolean {
    return this.#lost.aborted;
  }

  #reason(error: unknown): unknown {
    if (this.#asked?.aborted === true) return this.#asked.reason;
    return this.#lost.aborted ? new CaseError('connection.lost', {}, error) : fromWire(error);
  }
}

/** An event iterator that ends with its call. */
function watched(
  events: AsyncIterator<unknown, unknown, undefined>,
  call: Call,
): AsyncIterableIterator<unknown, unknown, undefined> {
  let returned = false;
  return {
    next: async () => {
      try {
        const result = await call.unlessEnded(() => events.next());
        if (result.done === true) call.end();
        return result;
      } catch (error) {
        call.end();
        if (returned) return { done: true, value: undefined };
        throw error;
      }
    },
    return: async (value) => {
      returned = true;
      call.end();
      if (!call.isLost) await events.return?.();
      return { done: true, value };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

function isIterator(value: unknown): value is AsyncIterator<unknown, unknown, undefined> {
  return (
    typeof value === 'object' &&
    value !== null &&
    Symbol.asyncIterator in value &&
    'next' in value &&
    typeof value.next === 'function'
  );
}
