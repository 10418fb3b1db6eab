import { Button, Modal, Radio, Select, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { Handling, Language } from '#contract/vocabulary.ts';
import { useBridge, useClient } from '../../app/api.ts';
import { adopt } from '../../app/session.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { isChosen, NewPassphrase, nothingChosen } from '../passphrase/NewPassphrase.tsx';
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
  const [chosen, setChosen] = useState(nothingChosen);
  const [tried, setTried] = useState(false);

  const create = useMutation({
    mutationFn: async () => {
      const path = await bridge.chooseSavePath({
        purpose: 'case',
        suggestedName: fileNameFrom(title),
      });
      if (path === null) return null;
      const named = { path, title, reference, language, handling };
      return client.cases.create(encrypted ? { ...named, passphrase: chosen.passphrase } : named);
    },
    onSuccess: (open) => {
      if (open === null) return;
      // The open case has this dialog too, and would show it again.
      onClose();
      adopt(client, open);
    },
  });

  const noTitle = title.trim() === '';
  const noPassphrase = encrypted && !isChosen(chosen);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    flushSync(() => setTried(true));
    if (noTitle || noPassphrase) {
      // What is missing is typed next.
      event.currentTarget.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    } else if (!create.isPending) create.mutate();
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
        <NewPassphrase
          label={t('passphrase.label')}
          chosen={chosen}
          onChange={setChosen}
          tried={tried}
          known={[title, reference]}
        />
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
