import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useBridge, useClient, useConnection } from '../../../app/api.ts';
import { useCase } from '../../../app/case-context.tsx';
import { showDone, showError } from '../../../app/notices.tsx';
import { useConnectionStatus } from '../../../connection/index.ts';
import { useAct } from '../../entity/forms/use-act.ts';
import type { PickedEntity } from '../../picks/EntityPicks.tsx';
import { requestOf, type DossierDraft } from '../options/draft.ts';
import { beginRuns, runWords, useRun, withTold } from './run-store.ts';

/** Begins a run of many dossiers, and ends it. */
export function useDossierRun() {
  const client = useClient();
  const bridge = useBridge();
  const { handle } = useCase();
  const { run, busy, error } = useAct();
  const { job, items, folder } = useRun();

  const begin = (draft: DossierDraft, subjects: readonly PickedEntity[]): void =>
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
      const begun = (await client.jobs.list({ handle })).find((one) => one.id === id);
      // It may have ended by now: what became of it is told to whoever follows it, who takes it for running.
      const job = begun === undefined ? null : { ...begun, state: 'running' as const };
      useRun.setState({ job, items: [], folder: into });
    });
  return {
    begin,
    busy,
    error,
    job,
    items,
    folder,
    isRunning: job?.state === 'running',
    cancel: () => {
      if (job !== null) client.jobs.cancel({ job: job.id }).catch(showError);
    },
  };
}

/** Follows the run of this case, found again after a reload or a lost connection. Once, in the shell. */
export function useFollowRun(): void {
  const { t } = useTranslation();
  const client = useClient();
  const status = useConnectionStatus(useConnection());
  const { handle } = useCase();
  const jobId = useRun(({ job }) => (job?.state === 'running' ? job.id : null));

  useEffect(() => beginRuns(handle), [handle]);

  useEffect(() => {
    if (status !== 'open') return;
    client.jobs
      .list({ handle })
      .then((jobs) => {
        const job = jobs.findLast(({ kind, state }) => kind === 'dossiers' && state === 'running');
        if (job !== undefined && useRun.getState().job === null)
          useRun.setState({ job, items: withTold([], job.items) });
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
        const items = withTold(useRun.getState().items, job.items);
        useRun.setState({ job, items });
        if (job.state !== 'running' && !useRun.getState().open) showDone(runWords(items, t));
      }
    };
    // The end of the connection is told by the banner, and `status` begins this anew.
    follow().catch(() => undefined);
    return () => stop.abort();
  }, [client, jobId, status, t]);
}
