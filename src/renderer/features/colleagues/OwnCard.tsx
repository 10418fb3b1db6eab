import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconId } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { groupedFingerprint } from '#shared/fingerprint.ts';
import { useApi, useBridge, useClient } from '../../app/api.ts';
import { showDone } from '../../app/notices.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { useAct } from '../entity/forms/use-act.ts';
import { fileNameFrom } from '../welcome/file-name.ts';
import classes from './colleagues.module.css';
import { CopyButton } from './CopyButton.tsx';
import { KeyGroups } from './KeyGroups.tsx';

/** One’s own key, to be compared, and the card by which others come to have it. */
export function OwnCard() {
  const { t } = useTranslation();
  const api = useApi();
  const client = useClient();
  const bridge = useBridge();
  const { data, error } = useQuery({ ...api.colleagues.own.queryOptions(), staleTime: 0 });
  const { run, busy, error: failure } = useAct();
  const save = (name: string): void =>
    void run(
      async () => {
        const path = await bridge.chooseSavePath({
          purpose: 'card',
          suggestedName: fileNameFrom(name === '' ? t('colleagues.cardName') : name, 'legajocard'),
        });
        return path === null ? null : client.colleagues.saveCard({ path });
      },
      (saved) => {
        if (saved === null) return;
        showDone(t('colleagues.cardSaved', { path: saved.path }), {
          act: {
            label: bridge.can.reveal ? t('exchange.reveal') : t('exchange.download'),
            run: () => void bridge.deliver(saved.path),
          },
        });
      },
    );
  return (
    <section className={classes['own']} aria-labelledby="own-card">
      <header className={classes['listHead']}>
        <h3 id="own-card">{t('colleagues.own')}</h3>
        <Button
          disabled={data === undefined}
          loading={busy}
          leftSection={<IconId size={16} aria-hidden="true" />}
          onClick={() => save(data?.name ?? '')}
        >
          {t('colleagues.saveCard')}
        </Button>
      </header>
      {data !== undefined && (
        <>
          <p>
            <strong>{data.name === '' ? t('colleagues.nameless') : data.name}</strong>{' '}
            <span className={classes['dim']}>{data.organization}</span>
          </p>
          <div className={classes['key']}>
            <KeyGroups label={t('colleagues.ownFingerprint')} fingerprint={data.fingerprint} />
            <CopyButton
              text={groupedFingerprint(data.fingerprint)}
              label={t('colleagues.copyOwn')}
            />
          </div>
          <p className={classes['dim']}>{t('colleagues.ownLead')}</p>
        </>
      )}
      {error !== null && <ErrorNotice error={error} />}
      {failure !== null && <ErrorNotice error={failure} />}
    </section>
  );
}
