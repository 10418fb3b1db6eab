import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { WhoAmI } from '#contract/settings.ts';
import { useApi } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { useChangeSettings, useKnownSettings } from '../../app/settings.tsx';
import classes from './settings.module.css';

/** Asks once who works here, before the first change is made that would bear the name. Enter takes what is there. */
export function WhoWorksHere() {
  const { t } = useTranslation();
  const api = useApi();
  const { canWrite } = useCase();
  const settings = useKnownSettings();
  const change = useChangeSettings();
  const due =
    canWrite && settings !== null && !settings.analystAsked && settings.analyst.name === '';
  const { data } = useQuery({ ...api.identity.get.queryOptions(), enabled: due });
  return (
    <Modal
      opened={due && data !== undefined}
      onClose={() => change({ analystAsked: true })}
      size={440}
      title={t('who.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {data !== undefined && <WhoForm who={data} />}
    </Modal>
  );
}

function WhoForm({ who }: { who: WhoAmI }) {
  const { t } = useTranslation();
  const change = useChangeSettings();
  const [name, setName] = useState(who.name);
  const [typed, setTyped] = useState(who.initials === '' ? null : who.initials);
  const initials = typed ?? initialsOf(name);
  const [organization, setOrganization] = useState(who.organization);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    change({ analystAsked: true, analyst: { name, initials, organization } });
  };
  return (
    <form className={classes['form']} onSubmit={submit}>
      <p className={classes['note']}>{t('who.lead')}</p>
      <div className={classes['row']}>
        <TextInput
          data-autofocus
          label={t('settings.name')}
          autoComplete="name"
          maxLength={200}
          value={name}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label={t('settings.initials')}
          w={80}
          maxLength={8}
          value={initials}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </div>
      <TextInput
        label={t('settings.organization')}
        autoComplete="organization"
        maxLength={200}
        value={organization}
        onChange={(event) => setOrganization(event.currentTarget.value)}
      />
      <Group justify="flex-end">
        <Button type="submit" variant="filled">
          {t('who.go')}
        </Button>
      </Group>
    </form>
  );
}

/** The first letters of a name of several words; a login name gives none. */
function initialsOf(name: string): string {
  const words = name.split(/[\s-]+/u).filter((word) => /^\p{Lu}/u.test(word));
  return words.length < 2
    ? ''
    : words
        .map(([letter]) => letter)
        .join('')
        .slice(0, 4);
}
