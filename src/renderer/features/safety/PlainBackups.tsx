import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Backup } from '#contract/safety.ts';
import { useApi, useClient } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import classes from './safety.module.css';

/** Warns of backups from before a case was encrypted, which whoever has them can read, and offers to delete them. */
export function PlainBackups({ backups }: { backups: readonly Backup[] }) {
  const { t } = useTranslation();
  const { info } = useCase();
  const api = useApi();
  const client = useClient();
  const queries = useQueryClient();
  const plain = backups.filter(({ encrypted }) => !encrypted).map(({ id }) => id);
  const discard = useMutation({
    mutationFn: () => client.safety.discardBackups({ backups: plain }),
    onSettled: () => queries.invalidateQueries({ queryKey: api.safety.key() }),
  });
  if (!info.encrypted || plain.length === 0) return null;
  return (
    <div className={classes['plain']} role="note">
      <p>{t('safety.plain', { count: plain.length })}</p>
      <ConfirmButton
        question={t('safety.discardSure', { count: plain.length })}
        onConfirm={() => discard.mutate()}
      >
        {t('safety.discardPlain', { count: plain.length })}
      </ConfirmButton>
      {discard.error !== null && <ErrorNotice error={discard.error} />}
    </div>
  );
}
