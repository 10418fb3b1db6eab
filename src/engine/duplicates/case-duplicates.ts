import type { z } from 'zod';
import type {
  DuplicateCandidate,
  DuplicateCount,
  DuplicatePage,
  DuplicateProgress,
  LikelyEntity,
  LikelyInput,
  ListDuplicatesInput,
} from '#contract/duplicates.ts';
import { EntityKind } from '#contract/vocabulary.ts';
import { decision, forgetNames } from '../names/index.ts';
import type { CaseStore } from '../store/index.ts';
import { CandidateIndex, type CandidatePair } from './candidate-index.ts';
import { likelyEntities } from './likely.ts';
import { makeRecord, signatureOf, type RecordText } from './record.ts';
import { readJudged, readRecords, type JudgedPairs } from './snapshot.ts';

type On<T extends z.ZodType<{ handle: string }>> = Omit<z.infer<T>, 'handle'>;

/** Tables whose change may make a candidate or answer one. */
const telling = new Set(['entity', 'name', 'attribute', 'link', 'resolution', 'assessment']);
/** How long the comparing works before whatever else the engine is asked gets its turn, in milliseconds. */
const turn = 8;
/** How long a list waits for a comparing that is nearly done, in milliseconds. */
const patience = 250;

/**
 * Who may be whom in one open case. The entities are compared when somebody first asks, in short turns, so that nothing
 * else waits; after a change of the case only the entities that it changed are compared again, when somebody asks.
 * Nothing of it is kept in the file: it can all be found again.
 */
export class CaseDuplicates {
  readonly #store: CaseStore;
  #index = new CandidateIndex();
  #judged: JudgedPairs | null = null;
  #open: { pairs: readonly CandidatePair[]; unsure: readonly CandidatePair[] } | null = null;
  #stale = true;
  #done = 0;
  #total = 0;
  #running: Promise<void> | null = null;

  constructor(store: CaseStore) {
    this.#store = store;
    store.subscribe(({ tables }) => {
      if (!tables.some((table) => telling.has(table))) return;
      this.#stale = true;
      this.#judged = null;
      this.#open = null;
    });
    store.onClose(() => {
      this.#index = new CandidateIndex();
      this.#judged = null;
      this.#open = null;
      forgetNames();
    });
  }

  /** Candidates, best first, as far as they have been found. */
  async list({
    kind,
    minScore,
    unsure,
    offset,
    limit,
  }: On<typeof ListDuplicatesInput>): Promise<DuplicatePage> {
    await this.#soon();
    const { pairs, unsure: left } = this.#candidates();
    const wanted = (unsure ? left : pairs).filter(
      (pair) => pair.score >= minScore && (kind === undefined || pair.a.kind === kind),
    );
    return {
      items: wanted.slice(offset, offset + limit).map((pair) => this.#shown(pair, unsure)),
      total: wanted.length,
      progress: this.progress,
    };
  }

  /** How many candidates nobody has judged, as far as they have been found. */
  async count(): Promise<DuplicateCount> {
    await this.#soon();
    const { pairs } = this.#candidates();
    return {
      count: pairs.filter(({ score }) => score >= decision).length,
      progress: this.progress,
    };
  }

  /** The entities that a name being typed may mean, best first. */
  async likely({ kind, name, limit }: On<typeof LikelyInput>): Promise<LikelyEntity[]> {
    await this.#soon();
    const kinds = kind === undefined ? EntityKind.options : [kind];
    return kinds
      .flatMap((one) => likelyEntities(this.#index, one, name, limit))
      .toSorted((a, b) => b.score - a.score)
      .slice(0, limit);
  }

  /** How far the comparing has come. */
  get progress(): DuplicateProgress {
    return { running: this.#running !== null, done: this.#done, total: this.#total };
  }

  /** Waits until all entities have been compared as they are now. */
  async ready(): Promise<void> {
    while (this.#stale && !this.#store.closed) {
      this.#start();
      await this.#running;
    }
    await this.#running;
  }

  /** As `ready`, but for a moment only. */
  async #soon(): Promise<void> {
    if (!this.#stale && this.#running === null) return;
    this.#start();
    let timer: NodeJS.Timeout | undefined;
    const moment = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, patience);
    });
    try {
      const done = this.ready();
      // Whoever did not wait for the end asks again, and is told then.
      done.catch(() => undefined);
      await Promise.race([done, moment]);
    } finally {
      clearTimeout(timer);
    }
  }

  #start(): void {
    this.#running ??= this.#run()
      .catch((error: unknown) => {
        this.#stale = true;
        throw error;
      })
      .finally(() => {
        this.#running = null;
      });
  }

  async #run(): Promise<void> {
    this.#stale = false;
    const changed: { text: RecordText; signature: string }[] = [];
    const gone = new Set(this.#index.ids());
    for (const part of readRecords(this.#store)) {
      for (const text of part) {
        const signature = signatureOf(text);
        if (this.#index.get(text.id)?.signature === signature) gone.delete(text.id);
        else changed.push({ text, signature });
      }
      await othersFirst();
      if (this.#store.closed) return;
    }
    this.#index.remove(gone);
    this.#open = null;
    this.#done = 0;
    this.#total = changed.length;
    let until = performance.now() + turn;
    for (const { text, signature } of changed) {
      this.#index.add(makeRecord(text, signature));
      this.#done += 1;
      if (performance.now() < until) continue;
      this.#open = null;
      await othersFirst();
      if (this.#store.closed) return;
      until = performance.now() + turn;
    }
    this.#open = null;
  }

  /** The candidates that are left to judge, and those that somebody was unsure of. */
  #candidates(): { pairs: readonly CandidatePair[]; unsure: readonly CandidatePair[] } {
    if (this.#open !== null) return this.#open;
    const { headOf, judgementOf } = (this.#judged ??= readJudged(this.#store));
    const pairs: CandidatePair[] = [];
    const unsure: CandidatePair[] = [];
    for (const pair of this.#index.pairs()) {
      const [a, b] = [headOf(pair.a.id), headOf(pair.b.id)];
      if (a === b) continue;
      const judgement = judgementOf(a, b);
      if (judgement === undefined) pairs.push(pair);
      else if (judgement === 'unsure') unsure.push(pair);
    }
    this.#open = { pairs, unsure };
    return this.#open;
  }

  #shown({ a, b, score, reasons }: CandidatePair, unsure: boolean): DuplicateCandidate {
    return {
      first: { id: a.id, kind: a.kind, name: a.name },
      second: { id: b.id, kind: b.kind, name: b.name },
      score,
      reasons: reasons.map((reason) => ({
        code: reason.code,
        params:
          reason.code === 'link.same'
            ? { ...reason.params, name: this.#index.get(reason.params['id'] ?? '')?.name ?? '' }
            : reason.params,
      })),
      unsure,
    };
  }
}

/** Whatever the engine was asked meanwhile comes first. */
const othersFirst = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
