import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBridge, useClient } from '../../app/api.ts';
import { useCommand } from '../../app/commands.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { VirtualList } from '../../ui/VirtualList.tsx';
import { useAct } from '../entity/forms/use-act.ts';
import { ColleagueDetail } from './ColleagueDetail.tsx';
import classes from './colleagues.module.css';
import { KeyState } from './KeyState.tsx';
import { OwnCard } from './OwnCard.tsx';
import { useColleagues } from './use-colleagues.ts';

/** The address book: one’s own card, whom one knows by their keys, and whether those were compared. */
export function Colleagues() {
  const { t } = useTranslation();
  const client = useClient();
  const bridge = useBridge();
  const { list, pending, error, refetch } = useColleagues();
  const { run, busy, error: failure } = useAct();
  const [chosen, setChosen] = useState<string | null>(null);
  const [active, setActive] = useState(-1);
  const colleague = list.find(({ fingerprint }) => fingerprint === chosen) ?? list[0];
  const add = (): void =>
    void run(
      async () => {
        const [path] = (await bridge.chooseFile({ purpose: 'card', multiple: false })) ?? [];
        if (path === undefined) return null;
        const added = await client.colleagues.addCard({ path });
        await refetch();
        return added;
      },
      (added) => {
        if (added !== null) setChosen(added.fingerprint);
      },
    );
  useCommand({ id: 'colleagues.add', title: 'colleagues.add', group: 'case', run: add });
  return (
    <div className={classes['screen']}>
      <div className={classes['book']}>
        <OwnCard />
        <section className={classes['list']} aria-label={t('colleagues.title')}>
          <header className={classes['listHead']}>
            <h3>{t('colleagues.title')}</h3>
            <Button
              loading={busy}
              leftSection={<IconPlus size={14} aria-hidden="true" />}
              onClick={add}
            >
              {t('colleagues.add')}
            </Button>
          </header>
          {failure !== null && (
            <div className={classes['padded']}>
              <ErrorNotice error={failure} />
            </div>
          )}
          {error !== null && (
            <div className={classes['padded']}>
              <ErrorNotice error={error} onRetry={() => void refetch()} />
            </div>
          )}
          {!pending && error === null && list.length === 0 && (
            <p className={classes['none']}>{t('colleagues.none')}</p>
          )}
          {list.length > 0 && (
            <VirtualList
              label={t('colleagues.title')}
              list={{
                total: list.length,
                at: (index) => list[index],
                show: () => undefined,
                pending,
                error,
              }}
              itemKey={({ fingerprint }) => fingerprint}
              active={active}
              onActive={(index) => {
                setActive(index);
                setChosen(list[index]?.fingerprint ?? null);
              }}
              onChoose={({ fingerprint }) => setChosen(fingerprint)}
              current={colleague?.fingerprint}
              rowHeight={44}
            >
              {({ name, organization, trusted }) => (
                <span className={classes['entry']}>
                  <span className={classes['words']}>
                    <span className={classes['name']}>{name}</span>
                    <span className={classes['below']}>{organization}</span>
                  </span>
                  <KeyState trusted={trusted} />
                </span>
              )}
            </VirtualList>
          )}
        </section>
      </div>
      {colleague === undefined ? (
        <EmptyState>{t('colleagues.teach')}</EmptyState>
      ) : (
        <ColleagueDetail
          key={colleague.fingerprint}
          colleague={colleague}
          onChanged={() => void refetch()}
        />
      )}
    </div>
  );
}
