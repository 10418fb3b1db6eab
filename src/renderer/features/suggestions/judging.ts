import { create } from 'zustand';
import type { Judgement } from './standing.ts';

interface JudgingState {
  /** Those on their way, and the last that were answered. */
  judgements: readonly Judgement[];
  /** What could not be recorded, and why, until something else was. */
  failure: { text: string; error: unknown } | null;
}

/** What was judged in this window, which is off the screen before the engine has told what is left. */
export const useJudging = create<JudgingState>(() => ({ judgements: [], failure: null }));

/** How many answered ones are kept: lists that were asked for before are replaced within moments. */
const kept = 100;

/** Counts questions and answers, so that it can be told which came first. */
let clock = 0;
let sent: Promise<unknown> = Promise.resolve();

/** The moment at which a list is asked for: not before what was judged is recorded. */
export async function whenJudged(): Promise<number> {
  await sent;
  clock += 1;
  return clock;
}

/**
 * Takes what was judged off every list at once, and has it recorded after what was judged before, whose outcome it may
 * rest on. If that fails it comes back to the lists.
 *
 * @param text what it was called, to say what failed
 * @returns the engine's answer, or null if it failed
 */
export function judge<T>(
  what: Pick<Judgement, 'group' | 'keys' | 'source'>,
  text: string,
  send: () => Promise<T>,
): Promise<T | null> {
  const pending: Judgement = { ...what, answered: null };
  useJudging.setState(({ judgements }) => ({ judgements: [...judgements, pending] }));
  const settle = (settled: readonly Judgement[], failure: JudgingState['failure']): void =>
    useJudging.setState(({ judgements }) => ({
      judgements: judgements.flatMap((one) => (one === pending ? settled : [one])).slice(-kept),
      failure,
    }));
  const answer = sent.then(send).then(
    (outcome) => {
      clock += 1;
      settle([{ ...pending, answered: clock }], null);
      return outcome;
    },
    (error: unknown) => {
      settle([], { text, error });
      return null;
    },
  );
  sent = answer;
  return answer;
}
