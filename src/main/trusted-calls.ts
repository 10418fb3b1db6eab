import type { z } from 'zod';
import type { DesktopChannel } from '#contract/desktop-channels.ts';
import { CaseError } from '#contract/error.ts';
import { isAppAddress } from './app-page.ts';

/** The frame that sent a message. */
export interface Caller {
  readonly url: string;
  readonly parent: unknown;
}

/** A message from a page, as far as its sender has to be known. `F` is the frame, `C` the contents it belongs to. */
export interface Call<F extends Caller, C> {
  readonly senderFrame: F | null;
  readonly sender: C;
}

export interface CallSource<F extends Caller, C> {
  handle(
    channel: string,
    listener: (call: Call<F, C>, ...args: unknown[]) => Promise<unknown>,
  ): void;
}

/**
 * The one place where messages of pages arrive. A call is answered when it comes from the main frame of one of our own
 * pages and its argument is what `schema` says; every other is rejected before anything is done.
 */
export class TrustedCalls<F extends Caller, C> {
  readonly #source: CallSource<F, C>;

  constructor(source: CallSource<F, C>) {
    this.#source = source;
  }

  /** Answers the calls of `channel`. They fail with `input.invalid` when they are not ours or not in order. */
  answer<S extends z.ZodType>(
    channel: DesktopChannel,
    schema: S,
    handler: (input: z.infer<S>, from: { frame: F; contents: C }) => unknown,
  ): void {
    this.#source.handle(channel, async (call, ...args) => {
      const frame = call.senderFrame;
      if (frame === null || frame.parent !== null || !isAppAddress(frame.url))
        throw new CaseError('input.invalid', { channel, reason: 'sender' });
      const input = schema.safeParse(args[0]);
      if (!input.success || args.length > 1)
        throw new CaseError('input.invalid', { channel, reason: 'arguments' });
      return handler(input.data, { frame, contents: call.sender });
    });
  }
}
