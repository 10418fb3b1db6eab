import type { ClientContext, ClientLink } from '@orpc/client';
import type { Carrier } from './carrier.ts';
import { CaseError } from './error.ts';

/** `connecting`: an attempt a person waits for. `lost`: it was there; what was under way has failed; it is tried again. */
export type ConnectionStatus = 'connecting' | 'open' | 'lost';

/** Shortest and longest wait between two attempts, in milliseconds; each wait is twice the one before. */
const backOff = { first: 250, longest: 5000 };

/** Calls `act` after `milliseconds`; the function answered takes that back. */
export type Delay = (act: () => void, milliseconds: number) => () => void;

/** Keeps one connection to an engine, making a new one whenever it goes. Calls in between fail at once. */
export class Reconnecting {
  readonly #open: () => Promise<Carrier>;
  readonly #delay: Delay;
  readonly #listeners = new Set<() => void>();
  #carrier: Carrier | null = null;
  #status: ConnectionStatus = 'connecting';
  #wait = backOff.first;
  #cancelAttempt: (() => void) | null = null;
  #attempting = false;
  #closed = false;

  private constructor(open: () => Promise<Carrier>, delay: Delay) {
    this.#open = open;
    this.#delay = delay;
  }

  /**
   * Connects for the first time.
   *
   * @param open makes one connection, or rejects when there is nobody to connect to
   * @throws what `open` rejects with, when the first attempt fails
   */
  static async to(open: () => Promise<Carrier>, delay: Delay): Promise<Reconnecting> {
    const connection = new Reconnecting(open, delay);
    connection.#adopt(await open());
    return connection;
  }

  /** To be given to `createORPCClient`; lasts as long as this object. */
  readonly link: ClientLink<ClientContext> = {
    call: async (path, input, options) => {
      if (this.#carrier === null) throw new CaseError('connection.lost');
      return this.#carrier.link.call(path, input, options);
    },
  };

  /** State and subscription, in the shape React's `useSyncExternalStore` takes. */
  readonly status = {
    get: (): ConnectionStatus => this.#status,
    subscribe: (listener: () => void): (() => void) => {
      this.#listeners.add(listener);
      return () => this.#listeners.delete(listener);
    },
  };

  /** Tries now instead of at the end of the wait. */
  readonly retry = (): void => {
    if (this.#closed || this.#carrier !== null || this.#attempting) return;
    this.#wait = backOff.first;
    this.#tell('connecting');
    void this.#attempt();
  };

  readonly close = (): void => {
    this.#closed = true;
    this.#cancelAttempt?.();
    this.#carrier?.close();
  };

  #adopt(carrier: Carrier): void {
    if (this.#closed) {
      carrier.close();
      return;
    }
    this.#carrier = carrier;
    this.#wait = backOff.first;
    const gone = (): void => {
      this.#carrier = null;
      this.#tell('lost');
      this.#attemptLater();
    };
    if (carrier.lost.aborted) gone();
    else {
      carrier.lost.addEventListener('abort', gone, { once: true });
      this.#tell('open');
    }
  }

  #attemptLater(): void {
    if (this.#closed) return;
    this.#cancelAttempt = this.#delay(() => void this.#attempt(), this.#wait);
    this.#wait = Math.min(this.#wait * 2, backOff.longest);
  }

  async #attempt(): Promise<void> {
    this.#cancelAttempt?.();
    this.#cancelAttempt = null;
    this.#attempting = true;
    try {
      this.#adopt(await this.#open());
    } catch {
      // Nobody there yet: that is what the state says, and the next attempt will see.
      this.#tell('lost');
      this.#attemptLater();
    } finally {
      this.#attempting = false;
    }
  }

  #tell(status: ConnectionStatus): void {
    if (status === this.#status) return;
    this.#status = status;
    for (const listener of this.#listeners) listener();
  }
}
