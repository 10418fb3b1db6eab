import { useMemo } from 'react';
import type { HostBridge } from '#contract/bridge.ts';
import { useBridge, useClient } from '../../../app/api.ts';
import { useCase } from '../../../app/case-context.tsx';
import { showError } from '../../../app/notices.tsx';
import { adopt } from '../../../app/session.ts';
import type { EngineClient } from '../../../connection/index.ts';
import { errorData } from '../../../ui/error-words.ts';
import { nameOf, sortOf } from './file-sort.ts';
import { leaveOutOf } from './left-out.ts';
import { nothingTaken, useTaking } from './taking-store.ts';

/** What can be done with a file that is taken in. */
export interface TakingWork {
  choose: () => void;
  offer: (file: File) => void;
  /** Looks into the package, with a passphrase when it asked for one. */
  look: (passphrase?: string) => void;
  /** Asks anew who signed it, since the address book has changed; what is shown stays meanwhile. */
  lookAgain: () => void;
  /** Works out what merging would do. `acceptClock`: although a clock was far ahead. */
  preview: (acceptClock?: boolean) => void;
  merge: () => void;
  /** Stops what is under way. */
  cancel: () => void;
  /** Back from the preview to what the package says of itself. */
  back: () => void;
  /** Lets go of the file. */
  leave: () => void;
  /** Makes a case of its own of the package, and opens it. */
  openAsOwn: () => void;
}

export function useTakingWork(): TakingWork {
  const bridge = useBridge();
  const client = useClient();
  const { handle } = useCase();
  return useMemo(() => takingWork(bridge, client, handle), [bridge, client, handle]);
}

let underWay: AbortController | null = null;

function takingWork(bridge: HostBridge, client: EngineClient, handle: string): TakingWork {
  const { setState: set, getState: now } = useTaking;

  /** Does one thing after whatever was under way has been stopped, and heeds its end only as long as nothing else began. */
  const run = async (
    act: (signal: AbortSignal) => Promise<void>,
    failed: (error: unknown, aborted: boolean) => void,
  ): Promise<void> => {
    underWay?.abort();
    const mine = new AbortController();
    underWay = mine;
    try {
      await act(mine.signal);
    } catch (error) {
      if (underWay === mine) failed(error, mine.signal.aborted);
    }
  };

  const begin = (path: string, name: string): void => {
    const file = { ...nothingTaken, handle, path, name };
    if (sortOf(name) === 'foreign') set({ ...file, step: 'foreign' });
    else {
      set({ ...file, step: 'looking' });
      look();
    }
  };

  const look = (passphrase = ''): void => {
    set({ step: 'looking', error: null });
    void run(
      async (signal) => {
        const { path } = now();
        const secret = passphrase === '' ? {} : { passphrase };
        const inspection = await client.exchange.inspect({ path, handle, ...secret }, { signal });
        if (!signal.aborted) set({ step: 'inspected', inspection, passphrase });
      },
      (error) => {
        const { code } = errorData(error);
        if (code === 'package.passphraseNeeded') set({ step: 'passphrase', error: null });
        else if (code === 'package.passphraseWrong') set({ step: 'passphrase', error });
        else set({ step: 'choose', error });
      },
    );
  };

  const lookAgain = (): void => {
    const { path, passphrase } = now();
    const secret = passphrase === '' ? {} : { passphrase };
    client.exchange.inspect({ path, handle, ...secret }).then((inspection) => {
      if (now().path === path && now().step === 'inspected') set({ inspection, mayBeKnown: false });
    }, showError);
  };

  const offer = (file: File): void => {
    set({ ...nothingTaken, handle, name: file.name, step: 'copying' });
    void run(
      async (signal) => {
        const [path] = await bridge.pathsOf([file], (copying) => set({ copying }), signal);
        if (path !== undefined && !signal.aborted) begin(path, file.name);
      },
      (error, aborted) => set({ ...nothingTaken, error: aborted ? null : error }),
    );
  };

  const preview = (acceptClock = false): void => {
    const { inspection, path, passphrase } = now();
    if (inspection === null) return;
    set({ step: 'working', error: null, gaveUp: false });
    void run(
      async (signal) => {
        const found = await client.exchange.preview(
          {
            handle,
            path,
            otherCase: inspection.relation === 'other',
            acceptClock,
            ...(passphrase !== '' && { passphrase }),
          },
          { signal },
        );
        if (!signal.aborted) set({ step: 'preview', preview: found });
      },
      (error, aborted) => set({ step: 'inspected', error: aborted ? null : error }),
    );
  };

  const merge = (): void => {
    const { preview: found, leftOut } = now();
    if (found === null) return;
    set({ step: 'merging', progress: null, error: null, gaveUp: false });
    void run(
      async (signal) => {
        const events = await client.exchange.merge(
          { handle, preview: found.id, leaveOut: leaveOutOf(leftOut) },
          { signal },
        );
        // What was given up may have been done already, and says so; what another file has taken the place of does not.
        const isShown = () => underWay?.signal === signal;
        for await (const progress of events) {
          const { outcome } = progress;
          if (outcome === null) {
            if (isShown()) set({ progress });
            continue;
          }
          const { undo } = await client.history.steps({ handle });
          const gesture = outcome.taken > 0 && undo?.label === 'case.merge' ? undo.id : null;
          if (isShown()) set({ step: 'merged', progress, outcome, gesture });
        }
      },
      // The engine keeps the preview: what was given up can be begun again.
      (error, aborted) => set({ step: 'preview', gaveUp: aborted, error: aborted ? null : error }),
    );
  };

  return {
    choose: () => {
      bridge.chooseFile({ purpose: 'takeIn', multiple: false }).then((paths) => {
        const [path] = paths ?? [];
        if (path !== undefined) begin(path, nameOf(path));
      }, showError);
    },
    offer,
    look,
    lookAgain,
    preview,
    merge,
    cancel: () => underWay?.abort(),
    back: () => set({ step: 'inspected', preview: null, error: null, gaveUp: false }),
    leave: () => {
      underWay?.abort();
      underWay = null;
      set(nothingTaken);
    },
    openAsOwn: () => {
      const { path, name, passphrase } = now();
      const open = async (): Promise<void> => {
        const base = name.replace(/\.age$/i, '').replace(/\.casepack$/i, '');
        const suggestedName = `${base === '' ? 'case' : base}.casefile`;
        const to = await bridge.chooseSavePath({ purpose: 'case', suggestedName });
        if (to === null) return;
        const secret = passphrase === '' ? {} : { packagePassphrase: passphrase };
        adopt(
          client,
          await client.exchange.openPackage({ packagePath: path, path: to, ...secret }),
        );
        set(nothingTaken);
      };
      open().catch((error: unknown) => set({ error }));
    },
  };
}
