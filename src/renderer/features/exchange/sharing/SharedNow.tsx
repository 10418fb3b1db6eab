import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CaseError } from '#contract/error.ts';
import type { SharedFolder } from '#contract/shared-folder.ts';
import { useClient } from '../../../app/api.ts';
import { useCase } from '../../../app/case-context.tsx';
import { dayAndTime } from '../../../app/format.ts';
import { go } from '../../../app/navigation.ts';
import { currentLanguage } from '../../../i18n/i18n.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { EndSharing } from './EndSharing.tsx';
import classes from './sharing.module.css';

/** The folder that is shared: how it stands, what waits in it and why, and leaving it. */
export function SharedNow({ folder, path }: { folder: SharedFolder; path: string }) {
  const { t } = useTranslation();
  const client = useClient();
  const { handle } = useCase();
  const look = useMutation({ mutationFn: () => client.sharing.sync({ handle }) });
  const [ending, setEnding] = useState(false);
  const stop = useMutation({
    mutationFn: (takeAway: boolean) => client.sharing.set({ handle, path: null, takeAway }),
  });
  const language = currentLanguage();
  const time = (iso: string | null) =>
    iso === null ? t('sharing.never') : dayAndTime(iso, language);
  const failed =
    folder.error === null ? null : new CaseError(folder.error.code, folder.error.details);
  const error = look.error ?? stop.error ?? failed;
  return (
    <div className={classes['form']}>
      <dl className={classes['facts']}>
        <div>
          <dt>{t('sharing.folder')}</dt>
          <dd>{path}</dd>
        </div>
        <div>
          <dt>{t('sharing.how')}</dt>
          <dd>{t(folder.encrypted ? 'sharing.encrypted' : 'sharing.plain')}</dd>
        </div>
        <div>
          <dt>{t('sharing.state')}</dt>
          <dd>
            <span role="status">{t(`sharing.states.${folder.state}`)}</span>
          </dd>
        </div>
        <div>
          <dt>{t('sharing.lastSent')}</dt>
          <dd>{time(folder.lastSent)}</dd>
        </div>
        <div>
          <dt>{t('sharing.lastTaken')}</dt>
          <dd>{time(folder.lastTaken)}</dd>
        </div>
      </dl>
      <div className={classes['acts']}>
        <Button
          loading={look.isPending || folder.state === 'working'}
          onClick={() => look.mutate()}
        >
          {t('sharing.look')}
        </Button>
        <Button loading={stop.isPending} onClick={() => setEnding(true)}>
          {t('sharing.stop')}
        </Button>
      </div>
      {error !== null && <ErrorNotice error={error} />}
      <EndSharing
        opened={ending}
        left={folder.left}
        onClose={() => setEnding(false)}
        onEnd={(takeAway) => {
          setEnding(false);
          stop.mutate(takeAway);
        }}
      />
      {folder.waiting.length > 0 && <Waiting waiting={folder.waiting} />}
    </div>
  );
}

/** What lies in the folder and was not taken in. */
function Waiting({ waiting }: Pick<SharedFolder, 'waiting'>) {
  const { t } = useTranslation();
  return (
    <div>
      <h4 className={classes['head']}>{t('sharing.waiting', { count: waiting.length })}</h4>
      <ul className={classes['waiting']}>
        {waiting.map(({ file, by, why }) => (
          <li key={file}>
            <span className={classes['by']}>
              {by === null || by.name === '' ? t('sharing.someone') : by.name}
            </span>
            <span>{t(`sharing.why.${why}`)}</span>
            {why === 'unknownKey' && (
              <button
                type="button"
                className={classes['link']}
                onClick={() => go({ screen: 'exchange', id: 'colleagues' })}
              >
                {t('sharing.toColleagues')}
              </button>
            )}
            <code>{file}</code>
          </li>
        ))}
      </ul>
    </div>
  );
}
