import { Button } from '@mantine/core';
import { IconLock, IconPlugConnectedX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConnectionStatus, type ConnectionStatus } from '../connection/index.ts';
import { UnfinishedImports } from '../features/sources/UnfinishedImports.tsx';
import { currentLanguage } from '../i18n/i18n.ts';
import { useConnection } from './api.ts';
import { useCase } from './case-context.tsx';
import { dayAndTime } from './format.ts';
import classes from './Shell.module.css';

/** What a person must know before going on: the connection is gone, or the case can only be read. */
export function Banners() {
  const { t } = useTranslation();
  const connection = useConnection();
  const status = useSettled(useConnectionStatus(connection));
  return (
    <div aria-live="polite">
      {status !== 'open' && (
        <div className={classes['banner']}>
          <IconPlugConnectedX size={16} aria-hidden="true" />
          <p>{status === 'connecting' ? t('banner.connecting') : t('banner.lost')}</p>
          <Button onClick={connection.retry} disabled={status === 'connecting'}>
            {t('banner.retry')}
          </Button>
        </div>
      )}
      <ReadOnlyBanner />
      <UnfinishedImports />
    </div>
  );
}

/** How long a connection may be gone before a person is told, in milliseconds: most come back at once. */
const patience = 700;

/** `open` at once, anything else only when it lasts. */
function useSettled(status: ConnectionStatus): ConnectionStatus {
  const [settled, setSettled] = useState(status);
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(status), status === 'open' ? 0 : patience);
    return () => window.clearTimeout(timer);
  }, [status]);
  return settled;
}

function ReadOnlyBanner() {
  const { t } = useTranslation();
  const { access, readOnlyReason, holder } = useCase();
  if (access === 'write') return null;
  const held =
    readOnlyReason === 'held' && holder !== null
      ? t(holder.name === '' ? 'banner.held' : 'banner.heldBy', {
          name: holder.name,
          host: holder.host,
          since: dayAndTime(holder.since, currentLanguage()),
        })
      : t(`banner.reason.${readOnlyReason ?? 'asked'}`);
  return (
    <div className={classes['banner']}>
      <IconLock size={16} aria-hidden="true" />
      <p>
        {t('banner.readOnly')} {held}
      </p>
    </div>
  );
}
