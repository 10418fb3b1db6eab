import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Backup } from '#contract/safety.ts';
import { useApi, useClient } from '../../app/api.ts';
import { dayAndTime, fileSize } from '../../app/format.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { useRestore } from './use-restore.ts';
import classes from './safety.module.css';

/** Backups, the newest first, each to be restored as a file of its own or deleted. */
export function BackupList({ backups, titled = false }: { backups: Backup[]; titled?: boolean }) {
  const { t } = useTranslation();
  const api = useApi();
  const client = useClient();
  const queries = useQueryClient();
  const language = currentLanguage();
  const restore = useRestore();
  const discard = useMutation({
    mutationFn: (id: string) => client.safety.discardBackups({ backups: [id] }),
    onSettled: () => queries.invalidateQueries({ queryKey: api.safety.key() }),
  });
  const error = restore.error ?? discard.error;
  return (
    <>
      {error !== null && <ErrorNotice error={error} />}
      <ul className={classes['list']} aria-label={t('safety.backups')}>
        {backups.map((backup) => {
          const when = dayAndTime(backup.at, language);
          return (
            <li key={backup.id} title={backup.path}>
              <div className={classes['which']}>
                {titled && <span className={classes['title']}>{backup.title}</span>}
                <span>
                  {when}
                  {backup.encrypted && (
                    <IconLock size={12} role="img" aria-label={t('status.encrypted')} />
                  )}
                </span>
                <span className={classes['dim']}>
                  {t(`safety.reason.${backup.reason}`)} · {fileSize(backup.byteSize, language)}
                </span>
              </div>
              <Button
                disabled={restore.isPending}
                aria-label={t('safety.restoreOf', { when })}
                onClick={() => restore.mutate(backup)}
              >
                {t('safety.restore')}
              </Button>
              {!titled && (
                <ConfirmButton
                  variant="subtle"
                  color="gray"
                  aria-label={t('safety.discardOf', { when })}
                  question={t('safety.discardSure', { count: 1 })}
                  onConfirm={() => discard.mutate(backup.id)}
                >
                  {t('common.remove')}
                </ConfirmButton>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
