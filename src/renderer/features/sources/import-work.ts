import { useEffect, useMemo } from 'react';
import type { HostBridge } from '#contract/bridge.ts';
import type { Job } from '#contract/job.ts';
import { useBridge, useClient, useConnection } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { showError } from '../../app/notices.tsx';
import { useConnectionStatus, type EngineClient } from '../../connection/index.ts';
import { requestOf } from './import-request.ts';
import { applyJob, forgetImport, tryingAgain, unseenJob, useImport } from './import-store.ts';
import { offerDocuments } from './offer-documents.ts';

export interface ImportWork {
  /** Lets a person choose documents and shows what would be imported. */
  choose: () => void;
  /** Lets a person choose a folder with all that is in it. */
  chooseFolder: () => void;
  /** Begins with what is shown. */
  start: () => void;
  pause: () => void;
  resume: () => void;
  cancel: () => void;
  /** Tries again what failed, with a password that may open it. */
  retry: (password: string) => void;
}

/** What begins and ends an import into the case in hand. */
export function useImportWork(): ImportWork {
  const bridge = useBridge();
  const client = useClient();
  const { handle } = useCase();
  return useMemo(() => importWork(bridge, client, handle), [bridge, client, handle]);
}

let copying: AbortController | null = null;
/** A second press while the first is on its way asks for nothing. */
let retrying = false;

function importWork(bridge: HostBridge, client: EngineClient, handle: string): ImportWork {
  const start = async (): Promise<void> => {
    const { files, lines, order } = useImport.getState();
    try {
      const paths = files.length === 0 ? lines.map((line) => line.path) : await copy(files);
      const named = paths.map((path, index) => ({
        path,
        name: lines[index]?.name ?? '',
        item: null,
      }));
      useImport.setState({ lines: named, files: [], copying: null });
      const job = await client.jobs.startImport({ handle, paths, ...requestOf(order) });
      useImport.setState((state) => ({
        ...applyJob(state, { ...job, items: [] }),
        order: { ...state.order, password: '' },
        error: null,
      }));
    } catch (error) {
      const aborted = copying?.signal.aborted === true;
      useImport.setState({ phase: 'chosen', copying: null, error: aborted ? null : error });
    }
  };
  const copy = async (files: readonly File[]): Promise<string[]> => {
    copying = new AbortController();
    useImport.setState({ phase: 'copying', error: null });
    return bridge.pathsOf(
      files,
      (progress) => useImport.setState({ copying: progress }),
      copying.signal,
    );
  };
  const retry = async (password: string): Promise<void> => {
    const { job } = useImport.getState();
    if (job === null || retrying) return;
    retrying = true;
    try {
      const passwords = password === '' ? [] : [password];
      tryingAgain(await client.jobs.retryImport({ job: job.id, passwords }));
    } catch (error) {
      useImport.setState({ error });
    } finally {
      retrying = false;
    }
  };
  const rein = (act: (input: { job: string }) => Promise<Job>): void => {
    const { job } = useImport.getState();
    // What becomes of it is told to those who follow it.
    if (job !== null) act({ job: job.id }).catch(showError);
  };
  return {
    choose: () => {
      bridge
        .chooseFile({ purpose: 'documents', multiple: true })
        .then((paths) => offerDocuments({ paths: paths ?? [] }), showError);
    },
    chooseFolder: () => {
      bridge
        .chooseFolder({ purpose: 'documents' })
        .then(
          (path) => offerDocuments({ paths: path === null ? [] : [path], folder: true }),
          showError,
        );
    },
    start: () => void start(),
    pause: () => rein((input) => client.jobs.pause(input)),
    resume: () => rein((input) => client.jobs.resume(input)),
    cancel: () => {
      if (useImport.getState().phase === 'copying') copying?.abort();
      else rein((input) => client.jobs.cancel(input));
    },
    retry: (password) => void retry(password),
  };
}

/**
 * Follows the import of this case, found again after a reload or a lost connection. Once, in the shell.
 */
export function useFollowImport(): void {
  const client = useClient();
  const connection = useConnection();
  const status = useConnectionStatus(connection);
  const { handle } = useCase();
  const jobId = useImport((state) => state.job?.id ?? null);

  useEffect(() => forgetImport, [handle]);

  useEffect(() => {
    if (status !== 'open') return;
    client.jobs
      .list({ handle })
      .then((jobs) => {
        const job = unseenJob(jobs);
        if (job === null || useImport.getState().phase !== 'none') return;
        useImport.setState((state) => ({ ...applyJob(state, { ...job, items: [] }), open: true }));
      })
      .catch(() => undefined);
  }, [client, handle, status]);

  useEffect(() => {
    if (jobId === null || status !== 'open') return undefined;
    const stop = new AbortController();
    const follow = async (): Promise<void> => {
      const events = await client.jobs.watch({ job: jobId }, { signal: stop.signal });
      for await (const job of events) {
        if (stop.signal.aborted) return;
        useImport.setState((state) => applyJob(state, job));
      }
      await putAsideWhatIsHere(client, handle);
    };
    // The end of the connection is told by the banner, and `status` begins this anew.
    follow().catch(() => undefined);
    return () => stop.abort();
  }, [client, handle, jobId, status]);
}

/** A watched folder offers no more what an import has taken from it. */
async function putAsideWhatIsHere(client: EngineClient, handle: string): Promise<void> {
  const paths = useImport
    .getState()
    .lines.filter(({ item }) => item?.outcome === 'imported' || item?.outcome === 'duplicate')
    .map(({ path }) => path)
    .slice(0, 100_000);
  if (paths.length > 0) await client.watching.putAside({ handle, paths });
}
