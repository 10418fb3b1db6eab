import { Button, Modal, PasswordInput, Radio, Select, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Handling, Language } from '#contract/vocabulary.ts';
import { useBridge, useClient } from '../../app/api.ts';
import { adopt } from '../../app/session.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { fileNameFrom } from './file-name.ts';
import classes from './forms.module.css';

/** Makes a case file: what it is called, how it is marked, whether it is encrypted, and then where it is kept. */
export function NewCase({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size={520}
      title={t('newCase.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <NewCaseForm onClose={onClose} />
    </Modal>
  );
}

function NewCaseForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const bridge = useBridge();
  const client = useClient();
  const [title, setTitle] = useState('');
  const [reference, setReference] = useState('');
  const [language, setLanguage] = useState<Language>(currentLanguage());
  const [handling, setHandling] = useState<Handling>('AMBER');
  const [encrypted, setEncrypted] = useState(true);
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [tried, setTried] = useState(false);

  const create = useMutation({
    mutationFn: async () => {
      const path = await bridge.chooseSavePath({
        purpose: 'case',
        suggestedName: fileNameFrom(title),
      });
      if (path === null) return null;
      const named = { path, title, reference, language, handling };
      return client.cases.create(encrypted ? { ...named, passphrase } : named);
    },
    onSuccess: (open) => {
      if (open === null) return;
      // The open case has this dialog too, and would show it again.
      onClose();
      adopt(client, open);
    },
  });

  const noTitle = title.trim() === '';
  const noPassphrase = encrypted && passphrase === '';
  const differs = encrypted && passphrase !== again;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!noTitle && !noPassphrase && !differs && !create.isPending) create.mutate();
  };

  return (
    <form className={classes['form']} onSubmit={submit} noValidate>
      <TextInput
        data-autofocus
        label={t('newCase.name')}
        required
        value={title}
        error={tried && noTitle ? t('newCase.noName') : undefined}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <TextInput
        label={t('newCase.reference')}
        value={reference}
        onChange={(event) => setReference(event.currentTarget.value)}
      />
      <div className={classes['pair']}>
        <Select
          label={t('newCase.language')}
          allowDeselect={false}
          value={language}
          data={Language.options.map((value) => ({ value, label: t(`language.${value}`) }))}
          onChange={(value) => setLanguage(Language.parse(value))}
        />
        <Select
          label={t('handling.label')}
          allowDeselect={false}
          value={handling}
          data={Handling.options.map((value) => ({ value, label: `TLP:${value}` }))}
          onChange={(value) => setHandling(Handling.parse(value))}
        />
      </div>
      <Radio.Group
        label={t('newCase.protection')}
        value={encrypted ? 'passphrase' : 'none'}
        onChange={(value) => setEncrypted(value === 'passphrase')}
      >
        <div className={classes['protection']}>
          <Radio value="passphrase" label={t('newCase.encrypt')} />
          <Radio value="none" label={t('newCase.open')} />
        </div>
      </Radio.Group>
      {encrypted && (
        <>
          <div className={classes['pair']}>
            <PasswordInput
              label={t('passphrase.label')}
              autoComplete="new-password"
              value={passphrase}
              error={tried && noPassphrase ? t('newCase.noPassphrase') : undefined}
              visibilityToggleButtonProps={{ 'aria-label': t('passphrase.show'), tabIndex: 0 }}
              onChange={(event) => setPassphrase(event.currentTarget.value)}
            />
            <PasswordInput
              label={t('passphrase.again')}
              autoComplete="new-password"
              value={again}
              error={
                differs && (tried || again.length >= passphrase.length) && again !== ''
                  ? t('passphrase.differs')
                  : tried && differs
                    ? t('passphrase.differs')
                    : undefined
              }
              visibilityToggleButtonProps={{ 'aria-label': t('passphrase.show'), tabIndex: 0 }}
              onChange={(event) => setAgain(event.currentTarget.value)}
            />
          </div>
          <p className={classes['warning']}>
            <IconAlertTriangle size={16} aria-hidden="true" />
            {t('passphrase.warning')}
          </p>
        </>
      )}
      {create.error !== null && <ErrorNotice error={create.error} />}
      <div className={classes['buttons']}>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button type="submit" variant="filled" loading={create.isPending}>
          {t('newCase.create')}
        </Button>
      </div>
    </form>
  );
}
