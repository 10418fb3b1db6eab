import { Button, Checkbox, Modal, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CaseError } from '#contract/error.ts';
import { useClient } from '../../../app/api.ts';
import { useCase } from '../../../app/case-context.tsx';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { MarkingBadge } from '../../../ui/MarkingBadge.tsx';
import classes from './sharing.module.css';

/** Says which folder is shared, and whether what is dropped there is encrypted. What is TLP:RED is asked about again. */
export function BeginSharing() {
  const { t } = useTranslation();
  const client = useClient();
  const { handle, canWrite } = useCase();
  const [path, setPath] = useState('');
  const [encrypted, setEncrypted] = useState(true);
  const begin = useMutation({
    mutationFn: (confirmedRed: boolean) =>
      client.sharing.set({ handle, path: path.trim(), encrypted, confirmedRed }),
  });
  const { error } = begin;
  const isRed = error instanceof CaseError && error.code === 'handover.red';
  return (
    <form
      className={classes['form']}
      onSubmit={(event) => {
        event.preventDefault();
        if (path.trim() !== '') begin.mutate(false);
      }}
    >
      <TextInput
        label={t('sharing.folder')}
        description={t('sharing.folderHint')}
        value={path}
        disabled={!canWrite}
        onChange={(event) => setPath(event.currentTarget.value)}
      />
      <Checkbox
        label={t('sharing.encrypt')}
        checked={encrypted}
        disabled={!canWrite}
        onChange={(event) => setEncrypted(event.currentTarget.checked)}
      />
      <div>
        <Button
          type="submit"
          variant="filled"
          loading={begin.isPending}
          disabled={!canWrite || path.trim() === ''}
        >
          {t('sharing.begin')}
        </Button>
      </div>
      {error !== null && !isRed && <ErrorNotice error={error} />}
      <Modal
        opened={isRed}
        onClose={() => begin.reset()}
        size={480}
        title={t('sharing.redTitle')}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        <div className={classes['form']}>
          <p className={classes['red']}>
            <MarkingBadge handling="RED" /> {t('sharing.red')}
          </p>
          <div className={classes['acts']}>
            <Button data-autofocus onClick={() => begin.reset()}>
              {t('sharing.redLeave')}
            </Button>
            <Button color="red" onClick={() => begin.mutate(true)}>
              {t('sharing.redConfirm')}
            </Button>
          </div>
        </div>
      </Modal>
    </form>
  );
}
