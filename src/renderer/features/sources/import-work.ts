import { useEffect, useMemo } from 'react';
import type { HostBridge } from '#contract/bridge.ts';
import { useBridge, useClient, useConnection } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { showError } from '../../app/notices.tsx';
import { useConnectionStatus, type EngineClient } from '../../connection/index.ts';
import { applyJob, forgetImport, offerImport, unseenJob, useImport } from './import-store.ts';

export interface ImportWork {
  /** Lets a person choose documents and shows what would be imported. */
  choose: () => void;
  /** Begins with what is shown. */
  start: () => void;
  cancel: () => void;
}

/** What begins and ends an import into the case in hand. */
export function useImportWork(): ImportWork {
  const bridge = useBridge();
  const client = useClient();
  const { handle } = useCase();
  return useMemo(() => importWork(bridge, client, handle), [bridge, client, handle]);
}

let copying: AbortController | null = null;

function importWork(bridge: HostBridge, client: EngineClient, handle: string): ImportWork {
  const start = async (): Promise<void> => {
    const { files, lines, provenance } = useImport.getState();
    try {
      const paths = files.length === 0 ? lines.map((line) => line.path) : await copy(files);
      const named = paths.map((path, index) => ({
        path,
        name: lines[index]?.name ?? '',
        item: null,
      }));
      useImport.setState({ lines: named, files: [], copying: null });
      const job = await client.jobs.startImport({ handle, paths, provenance });
      useImport.setState((state) => applyJob(state, { ...job, items: [] }));
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
  return {
    choose: () => {
      bridge
        .chooseFile({ purpose: 'documents', multiple: true })
        .then((paths) => offerImport({ paths: paths ?? [] }), showError);
    },
    start: () => void start(),
    cancel: () => {
      const { phase, job } = useImport.getState();
      if (phase === 'copying') copying?.abort();
      else if (job !== null) client.jobs.cancel({ job: job.id }).catch(showError);
    },
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
    };
    // The end of the connection is told by the banner, and `status` begins this anew.
    follow().catch(() => undefined);
    return () => stop.abort();
  }, [client, jobId, status]);
}
