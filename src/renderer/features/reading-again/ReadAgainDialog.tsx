import { Modal } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient, useConnection } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { useConnectionStatus } from '../../connection/index.ts';
import { ReadAgainFates } from './ReadAgainFates.tsx';
import { ReadAgainForm } from './ReadAgainForm.tsx';
import {
  forgetReadingAgain,
  leaveReadingAgain,
  tellJob,
  useReadingAgain,
} from './reading-again-store.ts';

/** How sources are to be read again, then how far that is, then what came of it. Once, in the shell. */
export function ReadAgainDialog() {
  const { t } = useTranslation();
  const { open, ids, job } = useReadingAgain();
  useFollow(job?.id ?? null);
  return (
    <Modal
      opened={open}
      onClose={leaveReadingAgain}
      size={560}
      title={t('readAgain.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {job === null ? (
        <ReadAgainForm key={ids.join(' ')} ids={ids} />
      ) : (
        <ReadAgainFates job={job} />
      )}
    </Modal>
  );
}

/** Follows the job, also after the connection was lost and found. */
function useFollow(id: string | null): void {
  const client = useClient();
  const status = useConnectionStatus(useConnection());
  const { handle } = useCase();
  useEffect(() => forgetReadingAgain, [handle]);
  useEffect(() => {
    if (id === null || status !== 'open') return undefined;
    const stop = new AbortController();
    const follow = async (): Promise<void> => {
      for await (const job of await client.jobs.watch({ job: id }, { signal: stop.signal })) {
        if (stop.signal.aborted) return;
        tellJob(job);
      }
    };
    // The end of the connection is told by the banner, and `status` begins this anew.
    follow().catch(() => undefined);
    return () => stop.abort();
  }, [client, id, status]);
}
