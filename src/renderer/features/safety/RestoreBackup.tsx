import { Modal, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../app/api.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { BackupList } from './BackupList.tsx';
import classes from './safety.module.css';

/** Every backup on this computer, to restore one without opening a case first. */
export function RestoreBackup({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size={640}
      title={t('safety.restoreTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <AllBackups />
    </Modal>
  );
}

function AllBackups() {
  const { t } = useTranslation();
  const api = useApi();
  const [filter, setFilter] = useState('');
  const { data, error } = useQuery({ ...api.safety.allBackups.queryOptions(), staleTime: 0 });
  const wanted = filter.trim().toLocaleLowerCase();
  const shown = data?.filter((backup) => backup.title.toLocaleLowerCase().includes(wanted));
  return (
    <div className={classes['form']}>
      <p className={classes['note']}>{t('safety.restoreLead')}</p>
      {error !== null && <ErrorNotice error={error} />}
      {data?.length === 0 && <p className={classes['note']}>{t('safety.noBackups')}</p>}
      {data !== undefined && data.length > 0 && (
        <>
          <Filter value={filter} onChange={setFilter} />
          <div className={classes['scroll']}>
            <BackupList backups={shown ?? []} titled />
          </div>
        </>
      )}
    </div>
  );
}

/** Narrows the list by titles. It comes with the list, after the window, and takes the focus then. */
function Filter({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <TextInput
      ref={field}
      data-autofocus
      label={t('safety.filter')}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
