import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconCheck, IconFolder } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { CaseError } from '#contract/error.ts';
import { useApi, useBridge, useClient } from '../../../app/api.ts';
import { showDone } from '../../../app/notices.tsx';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { useAct } from '../../entity/forms/use-act.ts';
import { changeDraft } from '../dossier-store.ts';
import classes from './options.module.css';

/** The team's own template, looked at whenever one comes back to the window, or the program's. */
export function TemplateChoice({
  template,
  broken,
}: {
  template: string | null;
  /** The pages could not be set because of it, which is told beside them. */
  broken: boolean;
}) {
  const { t } = useTranslation();
  const api = useApi();
  const bridge = useBridge();
  const client = useClient();
  const { run, busy, error } = useAct();
  const check = useQuery(
    api.dossiers.checkTemplate.queryOptions({
      input: { folder: template ?? '' },
      enabled: template !== null,
      staleTime: 0,
      gcTime: 0,
      refetchOnWindowFocus: 'always',
    }),
  );
  // What breaks it, or mends it, was done since it was looked at.
  const { refetch } = check;
  useEffect(() => {
    if (template !== null) void refetch();
  }, [broken, refetch, template]);
  const choose = (): void =>
    void run(
      () => bridge.chooseFolder({ purpose: 'template' }),
      (folder) => {
        if (folder !== null) changeDraft({ template: folder });
      },
    );
  const copy = (): void =>
    void run(
      async () => {
        const folder = await bridge.chooseFolder({ purpose: 'templateCopy' });
        if (folder !== null) await client.dossiers.copyTemplate({ folder });
        return folder;
      },
      (folder) => {
        if (folder === null) return;
        changeDraft({ template: folder });
        showDone(t('dossier.templateCopied', { folder }));
      },
    );
  const checked = check.data?.error;
  const wrong =
    checked === null || checked === undefined ? null : new CaseError(checked.code, checked.details);
  return (
    <div className={classes['template']} role="group" aria-label={t('dossier.template')}>
      <p className={classes['fieldLabel']}>{t('dossier.template')}</p>
      {template === null ? (
        <p className={classes['hint']}>{t('dossier.templateOurs')}</p>
      ) : (
        <>
          <p className={classes['folder']} title={template}>
            <IconFolder size={14} aria-hidden="true" />
            <bdi>{template}</bdi>
          </p>
          {wrong === null && !broken && check.data !== undefined && (
            <p className={classes['fine']} role="status">
              <IconCheck size={14} aria-hidden="true" />
              {t('dossier.templateFine', { name: check.data.name })}
            </p>
          )}
          {(wrong ?? check.error) !== null && !broken && (
            <ErrorNotice error={wrong ?? check.error} onRetry={() => void refetch()} />
          )}
        </>
      )}
      <div className={classes['buttons']}>
        <Button size="compact-sm" disabled={busy} onClick={choose}>
          {t('dossier.templateChoose')}
        </Button>
        {template === null ? (
          <Button size="compact-sm" disabled={busy} onClick={copy}>
            {t('dossier.templateCopy')}
          </Button>
        ) : (
          <Button size="compact-sm" disabled={busy} onClick={() => changeDraft({ template: null })}>
            {t('dossier.templateTakeOurs')}
          </Button>
        )}
      </div>
      {error !== null && <ErrorNotice error={error} />}
    </div>
  );
}
