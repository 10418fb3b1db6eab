import { CaseError } from '#contract/error.ts';
import { AskedThread, workerFile } from '../../threads/index.ts';
import { carryOver, offerPlaces, type CarryOptions } from './carry-over.ts';
import type { CarryQuestion, CarryReply } from './message.ts';
import type { Place, Span } from './passage.ts';

/** Texts that are together no longer are held against each other here: that takes less time than a thread's start. */
const shortTogether = 200_000;

/** Holds texts against each other, long ones in a thread of its own, so that nobody's question waits for it. */
export class CarryThread {
  readonly #thread = new AskedThread<CarryQuestion, CarryReply>(
    () => workerFile(import.meta.url, 'carry-worker'),
    (cause) => new CaseError('internal', { reason: 'the carrying of passages stopped' }, cause),
  );

  /** As `carryOver`. @throws CaseError `job.cancelled` */
  async carry(
    before: string,
    after: string,
    passages: readonly Span[],
    { signal, ...options }: CarryOptions & { signal?: AbortSignal | undefined } = {},
  ): Promise<(Place | null)[]> {
    if (passages.length === 0) return [];
    if (isShort(before, after)) return carryOver(before, after, passages, options);
    const question = { want: 'places' as const, before, after, passages, ...options };
    return (await this.#ask(question, signal)).map(([place = null]) => place);
  }

  /** As `offerPlaces`. */
  async offer(before: string, after: string, passages: readonly Span[]): Promise<Place[][]> {
    if (passages.length === 0) return [];
    if (isShort(before, after)) return offerPlaces(before, after, passages);
    return this.#ask({ want: 'offers', before, after, passages });
  }

  async close(): Promise<void> {
    await this.#thread.close();
  }

  async #ask(question: CarryQuestion, signal?: AbortSignal): Promise<Place[][]> {
    const reply = await this.#thread.ask(question, signal);
    if (reply.places === null) throw new CaseError('internal', { reason: reply.reason });
    return reply.places;
  }
}

const isShort = (before: string, after: string): boolean =>
  before.length + after.length <= shortTogether;
