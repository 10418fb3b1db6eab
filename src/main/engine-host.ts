import type { EngineOrder } from '#contract/engine-order.ts';
import { CaseError } from '#contract/error.ts';
import { CrashLimit } from './crash-limit.ts';

/** The engine's process as `utilityProcess.fork` gives it. `P` is the type of port. */
export interface EngineChild<P> {
  postMessage(order: EngineOrder, transfer?: P[]): void;
  on(event: 'exit', listener: (code: number) => void): unknown;
  kill(): boolean;
}

interface EnginePieces<P> {
  /** Starts the engine's process. */
  readonly fork: () => EngineChild<P>;
  /** Makes a pair of ports that speak to each other. */
  readonly channel: () => { port1: P; port2: P };
  /** The key of this installation, told to each engine before anything else; null leaves it to the engine. */
  readonly ownKey?: () => string | null;
  readonly limit?: CrashLimit;
}

/** An engine that keeps ending is given up after this many ends within a minute. */
const forgivenCrashes = 3;
const crashesWithinMs = 60_000;

/**
 * The one engine process of this program. It is started anew when a port is asked for after it ended, but not without
 * end. Its ports close when it ends, which is how its pages learn of it.
 */
export class EngineHost<P> {
  readonly #pieces: EnginePieces<P>;
  readonly #crashes: CrashLimit;
  #child: EngineChild<P> | null = null;
  #ended: Promise<void> = Promise.resolve();
  #closing = false;

  constructor(pieces: EnginePieces<P>) {
    this.#pieces = pieces;
    this.#crashes = pieces.limit ?? new CrashLimit(forgivenCrashes, crashesWithinMs);
  }

  /** Starts the engine before anyone asks for it, so that it is up when the first page is. */
  start(): void {
    this.#running();
  }

  /**
   * The page's end of a new connection to the engine.
   *
   * @throws {CaseError} `connection.lost` when the engine keeps ending or the program does
   */
  connect(): P {
    const child = this.#running();
    const { port1, port2 } = this.#pieces.channel();
    child.postMessage({ type: 'connect' }, [port1]);
    return port2;
  }

  /** Has the engine keep every encrypted case from view. One that has ended holds none. */
  lock(): void {
    this.#child?.postMessage({ type: 'lock' });
  }

  /**
   * Has the engine close its cases and end, and waits for that, but no longer than `limitMs` milliseconds. What it has
   * committed by then is on disk whatever happens.
   */
  async close(limitMs: number): Promise<void> {
    this.#closing = true;
    const child = this.#child;
    if (child === null) return;
    child.postMessage({ type: 'shutdown' });
    const limit = Promise.withResolvers<void>();
    const timer = setTimeout(() => {
      child.kill();
      limit.resolve();
    }, limitMs);
    await Promise.race([this.#ended, limit.promise]);
    clearTimeout(timer);
  }

  #running(): EngineChild<P> {
    if (this.#closing) throw new CaseError('connection.lost', { reason: 'closing' });
    if (this.#child !== null) return this.#child;
    if (this.#crashes.exceeded) throw new CaseError('connection.lost', { reason: 'crashes' });
    const child = this.#pieces.fork();
    const ended = Promise.withResolvers<void>();
    child.on('exit', () => {
      if (this.#child === child) this.#child = null;
      if (!this.#closing) this.#crashes.note();
      ended.resolve();
    });
    const privateKey = this.#pieces.ownKey?.() ?? null;
    if (privateKey !== null) child.postMessage({ type: 'identity', privateKey });
    this.#child = child;
    this.#ended = ended.promise;
    return child;
  }
}
