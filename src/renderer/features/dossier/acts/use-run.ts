import { useEffect } from 'react';
import { useBridge, useClient, useConnection } from '../../../app/api.ts';
import { useCase } from '../../../app/case-context.tsx';
import { showError } from '../../../app/notices.tsx';
import { useConnectionStatus } from '../../../connection/index.ts';
import { useAct } from '../../entity/forms/use-act.ts';
import { requestOf, type DossierDraft, type Subject } from '../options/draft.ts';
import { useRun, withJob } from './run-store.ts';

/** Begins a run of many dossiers, follows it and ends it. */
export function useDossierRun() {
  const client = useClient();
  const bridge = useBridge();
  const status = useConnectionStatus(useConnection());
  const { handle } = useCase();
  const { run, busy, error } = useAct();
  const { job, items, folder, handle: of } = useRun();
  const mine = of === handle ? job : null;
  const jobId = mine?.id ?? null;
  const isRunning = mine?.state === 'running';

  useEffect(() => {
    if (jobId === null || !isRunning || status !== 'open') return undefined;
    const stop = new AbortController();
    const follow = async (): Promise<void> => {
      const events = await client.jobs.watch({ job: jobId }, { signal: stop.signal });
      for await (const event of events) {
        if (stop.signal.aborted) return;
        useRun.setState((state) => ({ job: event, items: withJob(state.items, event) }));
      }
    };
    // The end of the connection is told by the banner, and `status` begins this anew.
    follow().catch(() => undefined);
    return () => stop.abort();
  }, [client, isRunning, jobId, status]);

  const begin = (draft: DossierDraft, subjects: readonly Subject[]): void =>
    void run(async () => {
      const request = requestOf({ ...draft, subject: subjects[0]?.id ?? null });
      const into = await bridge.chooseFolder({ purpose: 'dossiers' });
      if (into === null || request === null) return;
      const { job: id } = await client.dossiers.run({
        handle,
        ...request,
        subjects: subjects.map((subject) => subject.id),
        folder: into,
      });
      const all = await client.jobs.list({ handle });
      const begun = all.find((one) => one.id === id) ?? null;
      useRun.setState({ handle, job: begun, items: begun?.items ?? [], folder: into });
    });
  return {
    begin,
    busy,
    error,
    job: mine,
    items: mine === null ? [] : items,
    folder,
    isRunning,
    cancel: () => {
      if (jobId !== null) client.jobs.cancel({ job: jobId }).catch(showError);
    },
    forget: () => useRun.setState({ job: null, items: [] }),
  };
}
