import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { IconFileImport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useApi, useClient } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { go } from '../../app/navigation.ts';
import { showError } from '../../app/notices.tsx';
import classes from '../../app/Shell.module.css';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { applyJob, dismissImport, useImport } from './import-store.ts';

/** Imports that did not come to their end, because the program did: they go on, or are given up. */
export function UnfinishedImports() {
  const { t } = useTranslation();
  const api = useApi();
  const client = useClient();
  const queries = useQueryClient();
  const { handle, canWrite } = useCase();
  const busy = useImport(({ phase }) => phase === 'copying' || phase === 'running');
  const options = api.jobs.unfinished.queryOptions({ input: { handle } });
  const { data } = useQuery({ ...options, enabled: canWrite });
  const [first] = data ?? [];
  // One after the other; while another import runs, this one waits.
  if (first === undefined || busy || !canWrite) return null;
  const settle = async (act: () => Promise<unknown>): Promise<void> => {
    try {
      await act();
    } catch (error) {
      showError(error);
    } finally {
      await queries.invalidateQueries({ queryKey: options.queryKey });
    }
  };
  const goOn = async (): Promise<void> => {
    const job = await client.jobs.resumeImport({ handle, id: first.id });
    dismissImport();
    go({ screen: 'sources' });
    useImport.setState((state) => ({ ...applyJob(state, { ...job, items: [] }), open: true }));
  };
  return (
    <div className={classes['banner']}>
      <IconFileImport size={16} aria-hidden="true" />
      <p>{t('import.unfinished', { count: first.total, first: first.first, done: first.done })}</p>
      <Button onClick={() => void settle(goOn)}>{t('import.goOn')}</Button>
      <ConfirmButton
        question={t('import.giveUpQuestion')}
        onConfirm={() => void settle(() => client.jobs.forgetImport({ handle, id: first.id }))}
      >
        {t('import.giveUp')}
      </ConfirmButton>
    </div>
  );
}
