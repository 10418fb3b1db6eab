import { implement } from '@orpc/server';
import { contract } from '#contract/contract.ts';
import { CaseError } from '#contract/error.ts';
import type { Job } from '#contract/job.ts';
import type { Source } from '#contract/source.ts';
import { toWire } from '#contract/wire.ts';

/** What a test wants to know of the engine's side. */
export interface Seen {
  /** Paths that reached the engine, in order. */
  readonly paths: string[];
  /** Settles when the engine has been told that a call, or a watch, is not wanted any more. */
  readonly cancelled: Promise<true>;
  /** Settles when a call that never answers has begun. */
  readonly begun: Promise<true>;
}

/** How many sources the stand-in lists. */
export const sourceCount = 450;

/** A stand-in for the engine: a few procedures of the contract, each showing one thing that a transport must carry. */
export function createStubEngine() {
  const os = implement(contract);
  const paths: string[] = [];
  const cancelled = Promise.withResolvers<true>();
  const begun = Promise.withResolvers<true>();
  const seen: Seen = { paths, cancelled: cancelled.promise, begun: begun.promise };

  const router = {
    engine: {
      hello: os.engine.hello.handler(() => ({ name: 'legajo' as const, version: '0.0.0' })),
      ontology: os.engine.ontology.handler(() => {
        throw new Error('a fault of the program');
      }),
    },
    cases: {
      open: os.cases.open.handler(({ input }) => {
        paths.push(input.path);
        throw toWire(new CaseError('case.newerVersion', { path: input.path, version: 9 }));
      }),
      /** Says one thing, then waits until nobody listens. */
      watch: os.cases.watch.handler(async function* watch({ signal }) {
        try {
          yield { revision: 1, tables: ['source'], locked: false, anew: true };
          await aborted(signal);
        } finally {
          cancelled.resolve(true);
        }
      }),
    },
    exchange: {
      openPackage: os.exchange.openPackage.handler(({ input }) => {
        paths.push(input.packagePath, input.path);
        throw toWire(new CaseError('package.notAPackage', { path: input.packagePath }));
      }),
    },
    jobs: {
      startImport: os.jobs.startImport.handler(({ input }) => {
        paths.push(...input.paths);
        return job(0, input.paths.length);
      }),
      watch: os.jobs.watch.handler(async function* watch({ input }) {
        for (let done = 0; done <= 3; done += 1) yield job(done, 3);
        if (input.job === 'fails') throw toWire(new CaseError('file.diskFull'));
      }),
    },
    sources: {
      list: os.sources.list.handler(({ input }) => ({
        items: Array.from({ length: sourceCount }, (_, index) => source(index)).slice(
          input.offset,
          input.offset + input.limit,
        ),
        total: sourceCount,
      })),
      text: os.sources.text.handler(() => ({ text: longText, segments: [] })),
    },
    dossiers: {
      render: os.dossiers.render.handler(async ({ input, signal }) => {
        if (input.subjects[0] !== 'never') return new Blob([pdfBytes], { type: 'application/pdf' });
        begun.resolve(true);
        await aborted(signal);
        cancelled.resolve(true);
        return new Blob([]);
      }),
    },
  };
  return { router, seen };
}

/** Bytes of every value, the delimiter of oRPC's own messages among them. */
export const pdfBytes = Uint8Array.from({ length: 70_000 }, (_, index) => index % 256);

/** Two million UTF-16 units with letters of one, two, three and four bytes in UTF-8. */
export const longText = 'aé€😀 '.repeat(333_334);

function aborted(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted === true) resolve();
    signal?.addEventListener('abort', () => resolve(), { once: true });
  });
}

function job(done: number, total: number): Job {
  return {
    id: 'job',
    kind: 'import',
    handle: 'case',
    state: done === total ? 'done' : 'running',
    done,
    total,
    failed: 0,
    duplicates: 0,
    current: null,
    underWay: [],
    bytes: null,
    left: null,
    items: [],
    error: null,
  };
}

function source(index: number): Source {
  return {
    id: String(index),
    title: `Source ${index}`,
    publisher: '',
    author: '',
    published: '',
    retrieved: '',
    retrievedFrom: '',
    retrievedBy: '',
    retrievedWith: '',
    url: '',
    language: 'en',
    reliability: 'F',
    handling: 'AMBER',
    kind: 'text',
    fileName: `${index}.txt`,
    mediaType: 'text/plain',
    encoding: 'utf-8',
    sha256: '',
    byteSize: 1,
    textSha256: '',
    textLength: 1,
    pages: null,
    excerpts: 0,
    orphans: 0,
    container: null,
    memberPath: '',
    parts: 0,
    extraction: {},
    extractedBy: '',
    hasLayout: false,
    reading: 'unread',
    derivesFrom: null,
    importedAt: '2024-01-01T00:00:00.000Z',
  };
}
