import { resolve } from 'node:path';
import type { z } from 'zod';
import type {
  MergeInput,
  MergePreview,
  MergeProgress,
  MergeRecordPage,
  MergeRecordsInput,
  PreviewMergeInput,
} from '#contract/merge.ts';
import type { InspectPackageInput, PackageInspection } from '#contract/package.ts';
import { CaseError } from '#contract/error.ts';
import { newId } from '#shared/id.ts';
import type { Backups } from '../../backups/index.ts';
import { caseInfo, type Desk } from '../../cases/index.ts';
import { passphraseOf } from '../../store/index.ts';
import type { Identity } from '../../identity/index.ts';
import type { Keys } from '../age.ts';
import { openConflicts } from '../conflicts/index.ts';
import { inspection as inspectionOf, lookedAt } from './inspection.ts';
import { KeptPreview } from './kept-preview.ts';
import { Latest } from './progress.ts';
import { Done, Looked } from './task.ts';
import { inThread } from './thread.ts';

/** What merging needs of the rest of the engine. */
export interface MergingParts {
  desk: Desk;
  backups: Backups;
  identity: () => Identity;
  /** Says of a package who signed it, by the address book. */
  recognize?: ((inspection: PackageInspection) => Promise<PackageInspection>) | undefined;
}

/** A package that was looked at: what it says, and which it is. */
export type LookedAt = Awaited<ReturnType<typeof lookedAt>>;

/** Packages that are looked through and merged into the cases that are open in this engine. */
export class Merging {
  readonly #parts: MergingParts;
  /** By the handle of the case. */
  readonly #previews = new Map<string, KeptPreview>();
  /** Merges under way, with the handles of their cases. */
  readonly #running = new Map<AbortController, string>();

  constructor(parts: MergingParts) {
    this.#parts = parts;
    parts.desk.attend({
      opened: () => undefined,
      rekeying: () => Promise.resolve(),
      closing: (handle) => {
        // A merge that was given up can be begun again from what was seen.
        if (!this.#isMerging(handle)) this.#previews.delete(handle);
        return Promise.resolve();
      },
    });
  }

  /** What may open a package: a passphrase that was typed, and the key of this installation, if it can be had. */
  keys(passphrase: string | undefined): Keys {
    try {
      return { passphrase, ageIdentity: this.#parts.identity().ageIdentity };
    } catch {
      return { passphrase };
    }
  }

  /** What a package says of itself, and whether it is of a case. @throws CaseError as `PackageReader.open` */
  inspect({
    path,
    passphrase,
    handle,
  }: z.infer<typeof InspectPackageInput>): Promise<PackageInspection> {
    const caseId = handle === undefined ? null : caseInfo(this.#parts.desk.store(handle)).id;
    return this.#inspection(resolve(path), this.keys(passphrase), caseId);
  }

  /**
   * Works out what merging a package would do, in a thread of its own; nothing is changed. It is kept until another is
   * asked for, or the case is closed.
   *
   * @throws CaseError as `mergePackage`
   */
  async preview(
    { handle, path, passphrase, otherCase, acceptClock }: z.infer<typeof PreviewMergeInput>,
    signal?: AbortSignal,
  ): Promise<MergePreview> {
    const { desk } = this.#parts;
    const store = desk.store(handle);
    this.#previews.delete(handle);
    const keys = this.keys(passphrase);
    const asked = { path: resolve(path), keys, otherCase, acceptClock };
    const inspection = await this.#inspection(asked.path, keys, caseInfo(store).id);
    const looked = Looked.parse(
      await inThread(
        {
          kind: 'preview',
          path: store.opening.path,
          passphrase: passphraseOf(store),
          packagePath: asked.path,
          keys,
          otherCase,
          acceptClock,
        },
        { signal },
      ),
    );
    if (looked.seen.sha256 !== inspection.sha256) {
      throw new CaseError('package.changed', { path: asked.path });
    }
    // Meanwhile it may have been closed or locked.
    if (desk.store(handle) !== store) throw new CaseError('case.notOpen', { handle });
    const preview = new KeptPreview(newId(), asked, looked, inspection);
    this.#previews.set(handle, preview);
    return preview.summary();
  }

  async #inspection(path: string, keys: Keys, caseId: string | null): Promise<PackageInspection> {
    const inspection = await inspectionOf(path, keys, caseId);
    return this.#parts.recognize?.(inspection) ?? inspection;
  }

  /** Records that a merge would concern, in words. @throws CaseError `record.notFound` when the preview is gone */
  records({ handle, preview, ...wanted }: z.infer<typeof MergeRecordsInput>): MergeRecordPage {
    return this.#kept(handle, preview).records(this.#parts.desk.store(handle), wanted);
  }

  /**
   * Merges a package that was looked through: backs the case up, then takes in what is new to it, all or nothing, in a
   * thread that has the file alone. Calls on the case wait meanwhile; afterwards it is open under its handle as before,
   * and one undo takes all of it back. Aborting changes nothing, unless all was done already.
   *
   * @throws CaseError `record.notFound` when the preview is gone, `case.readOnly`, as `Backups.before` throws and as
   *   `mergePackage`
   */
  async *merge(
    { handle, preview: id, leaveOut }: z.infer<typeof MergeInput>,
    signal?: AbortSignal,
  ): AsyncGenerator<MergeProgress, void> {
    const preview = this.#kept(handle, id);
    this.#parts.desk.writable(handle);
    const abort = new AbortController();
    const cancel = () => abort.abort();
    signal?.addEventListener('abort', cancel, { once: true });
    if (signal?.aborted === true) cancel();
    this.#running.set(abort, handle);
    const told = new Latest<MergeProgress>();
    const work = this.#work(handle, preview, leaveOut, abort.signal, ({ state, done, total }) =>
      told.say({ state, done, total, outcome: null }),
    ).finally(() => {
      this.#running.delete(abort);
      told.end();
    });
    // What it fails with is told at the end.
    work.catch(() => undefined);
    try {
      yield* told.heard();
      yield { state: 'done', done: 1, total: 1, outcome: await work };
    } finally {
      cancel();
      await work.catch(() => undefined);
      signal?.removeEventListener('abort', cancel);
    }
  }

  /** Looks at a package that came by itself, for somebody to say whether it is to be taken in. @throws as `inspect` */
  async look(handle: string, path: string): Promise<LookedAt> {
    const caseId = caseInfo(this.#parts.desk.store(handle)).id;
    return lookedAt(resolve(path), this.keys(undefined), caseId);
  }

  /**
   * Takes in what is new of a package of this very case as it was looked at, and as no step of undo: for what comes by
   * itself from colleagues that are trusted.
   *
   * @returns whether something came in
   * @throws CaseError `case.readOnly`, `package.changed`, and as `mergePackage`
   */
  async takeIn(handle: string, { said, seen }: LookedAt, signal?: AbortSignal): Promise<boolean> {
    const { desk } = this.#parts;
    const keys = this.keys(undefined);
    const done = await desk.lend(handle, async ({ path: casePath, passphrase }) =>
      Done.parse(
        await inThread(
          {
            kind: 'merge',
            path: casePath,
            passphrase,
            packagePath: said.path,
            keys,
            seen,
            otherCase: false,
            acceptClock: false,
            actor: desk.actor(),
            asStep: false,
            leaveOut: { tables: [], records: [] },
          },
          { signal },
        ),
      ),
    );
    return done.taken > 0 || done.contents > 0;
  }

  /** Ends the merges under way. */
  close(): void {
    for (const abort of this.#running.keys()) abort.abort();
    this.#previews.clear();
  }

  async #work(
    handle: string,
    preview: KeptPreview,
    leaveOut: z.infer<typeof MergeInput>['leaveOut'],
    signal: AbortSignal,
    tell: (step: Omit<MergeProgress, 'outcome'>) => void,
  ): Promise<NonNullable<MergeProgress['outcome']>> {
    const { desk, backups } = this.#parts;
    try {
      let done: Done = { taken: 0, mended: 0, leftOut: 0, contents: 0 };
      let backup: string | null = null;
      if (!preview.bringsNothing) {
        tell({ state: 'backup', done: 0, total: 1 });
        backup = (await backups.before('merge', handle)).path;
        tell({ state: 'waiting', done: 0, total: 1 });
        done = await desk.lend(handle, async ({ path, passphrase }) =>
          Done.parse(
            await inThread(
              {
                kind: 'merge',
                path,
                passphrase,
                packagePath: preview.asked.path,
                keys: preview.asked.keys,
                otherCase: preview.asked.otherCase,
                acceptClock: preview.asked.acceptClock,
                actor: desk.actor(),
                seen: preview.looked.seen,
                asStep: true,
                leaveOut,
              },
              { signal, onStep: tell },
            ),
          ),
        );
      }
      this.#previews.delete(handle);
      const { taken, mended, leftOut } = done;
      const conflicts = openConflicts(desk.store(handle)).length;
      return { taken, mended, leftOut, conflicts, alike: preview.looked.alike, backup };
    } finally {
      if (!isThere(desk, handle)) this.#previews.delete(handle);
    }
  }

  #isMerging(handle: string): boolean {
    return [...this.#running.values()].includes(handle);
  }

  #kept(handle: string, id: string): KeptPreview {
    const preview = this.#previews.get(handle);
    if (preview?.id !== id) throw new CaseError('record.notFound', { id });
    return preview;
  }
}

function isThere(desk: Desk, handle: string): boolean {
  try {
    desk.store(handle);
    return true;
  } catch {
    return false;
  }
}
