import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TFunction } from 'i18next';
import type { BackupStatus } from '#contract/safety.ts';
import { useApi, useBridge, useClient } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { dayAndTime } from '../../app/format.ts';
import { showDone } from '../../app/notices.tsx';
import { currentLanguage } from '../../i18n/i18n.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { BackupList } from './BackupList.tsx';
import { PlainBackups } from './PlainBackups.tsx';
import { useBackupStatus } from './use-backup-status.ts';
import classes from './safety.module.css';

/** The backups of this case: when the last was made, making one now, all that there are. */
export function CaseBackups() {
  const { t } = useTranslation();
  const { handle, info } = useCase();
  const api = useApi();
  const bridge = useBridge();
  const client = useClient();
  const status = useBackupStatus(handle);
  const [shown, setShown] = useState(false);
  const list = useQuery(api.safety.backups.queryOptions({ input: { handle } }));
  const backUp = useMutation({
    mutationFn: async (elsewhere: boolean) => {
      if (!elsewhere) return client.safety.backUp({ handle });
      const suggestedName = info.fileName;
      const path = await bridge.chooseSavePath({ purpose: 'case', suggestedName });
      return path === null ? null : client.safety.backUp({ handle, path });
    },
    onSuccess: (made, elsewhere) => {
      if (made === null) return;
      if (elsewhere) showDone(t('safety.copied', { path: made.path }));
      void list.refetch();
    },
  });
  const busy = backUp.isPending || status?.running === true;
  const count = list.data?.length ?? 0;
  return (
    <section aria-labelledby="safety-backups">
      <h2 id="safety-backups">{t('safety.backups')}</h2>
      <p className={classes['note']} role="status">
        {status === null ? '' : lastWords(status, t)}
      </p>
      {status !== null && status.failure !== null && (
        <div>
          <p className={classes['failed']}>
            {t('safety.failed', { when: dayAndTime(status.failure.at, currentLanguage()) })}
          </p>
          <ErrorNotice error={status.failure.error} />
        </div>
      )}
      {backUp.error !== null && <ErrorNotice error={backUp.error} />}
      <div className={classes['acts']}>
        <Button loading={busy} onClick={() => backUp.mutate(false)}>
          {t('safety.backUpNow')}
        </Button>
        <Button disabled={busy} onClick={() => backUp.mutate(true)}>
          {t('safety.copyTo')}
        </Button>
        {count > 0 && (
          <Button variant="subtle" aria-expanded={shown} onClick={() => setShown(!shown)}>
            {t(shown ? 'safety.hide' : 'safety.show', { count })}
          </Button>
        )}
      </div>
      {list.error !== null && <ErrorNotice error={list.error} />}
      {list.data !== undefined && <PlainBackups backups={list.data} />}
      {shown && list.data !== undefined && <BackupList backups={list.data} />}
      {status !== null && <p className={classes['path']}>{status.folder}</p>}
    </section>
  );
}

function lastWords({ last, changedSince }: BackupStatus, t: TFunction): string {
  if (last === null) return t('safety.none');
  const when = dayAndTime(last.at, currentLanguage());
  return changedSince ? t('safety.lastChanged', { when }) : t('safety.last', { when });
}
