import { Button, PasswordInput, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EdtfField } from '../../../ui/EdtfField.tsx';
import { orderImport, useImport } from '../import-store.ts';
import { useImportWork } from '../import-work.ts';
import classes from '../import.module.css';
import { ProvenanceFields } from '../ProvenanceFields.tsx';
import { ReadingSettings } from '../ReadingSettings.tsx';
import { SourceField } from '../SourceField.tsx';

/** What can be said of the documents before they are imported: where they come from, how they came, how they are read. */
export function ImportOrderForm() {
  const { t } = useTranslation();
  const { order, error, lines, folder } = useImport();
  const { start } = useImportWork();
  return (
    <form
      className={classes['progress']}
      onSubmit={(event) => {
        event.preventDefault();
        start();
      }}
    >
      <Button type="submit" variant="filled" autoFocus>
        {folder ? t('import.startFolder') : t('import.start', { count: lines.length })}
      </Button>
      <p className={classes['note']}>{t('import.defaults')}</p>
      <Part title={t('sources.provenance')} open>
        <ProvenanceFields
          values={order.provenance}
          error={error}
          without={['title']}
          onChange={(changes) => orderImport({ provenance: { ...order.provenance, ...changes } })}
        />
        <SourceField
          label={t('source.derivesFrom')}
          description={t('source.derivesHint')}
          value={order.derivesFrom}
          onChange={(derivesFrom) => orderImport({ derivesFrom })}
        />
      </Part>
      <Part title={t('import.custody')}>
        <CustodyFields />
      </Part>
      <Part title={t('import.reading')}>
        <ReadingSettings
          settings={order.settings}
          onChange={(settings) => orderImport({ settings })}
        />
        <PasswordInput
          label={t('import.password')}
          description={t('import.passwordHint')}
          autoComplete="off"
          visibilityToggleButtonProps={{ 'aria-label': t('passphrase.show') }}
          value={order.password}
          onChange={(event) => orderImport({ password: event.currentTarget.value })}
        />
      </Part>
    </form>
  );
}

function Part({
  title,
  open = false,
  children,
}: {
  title: string;
  open?: boolean;
  children: ReactNode;
}) {
  return (
    <details className={classes['part']} open={open}>
      <summary>{title}</summary>
      <div>{children}</div>
    </details>
  );
}

/** How the documents were received: the first entry of each one's custody log. */
function CustodyFields() {
  const { t } = useTranslation();
  const custody = useImport((state) => state.order.custody);
  const error = useImport((state) => state.error);
  const line = (field: 'party' | 'actor' | 'purpose', label: string) => (
    <TextInput
      label={label}
      autoComplete="off"
      value={custody[field] ?? ''}
      onChange={(event) =>
        orderImport({ custody: { ...custody, [field]: event.currentTarget.value } })
      }
    />
  );
  return (
    <>
      {line('party', t('custody.receivedFrom'))}
      {line('actor', t('custody.receivedBy'))}
      <EdtfField
        label={t('custody.receivedOn')}
        value={custody.happened ?? ''}
        error={error}
        onChange={(happened) => orderImport({ custody: { ...custody, happened } })}
      />
      {line('purpose', t('custody.purpose'))}
    </>
  );
}
