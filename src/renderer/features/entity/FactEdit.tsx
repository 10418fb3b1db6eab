import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NameKind } from '#contract/vocabulary.ts';
import { useClient } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { currentLanguage } from '../../i18n/i18n.ts';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { EdtfField } from '../../ui/EdtfField.tsx';
import type { FactRow } from './fact-rows.ts';
import classes from './forms/forms.module.css';
import { FormFrame } from './forms/FormFrame.tsx';
import { useAct } from './forms/use-act.ts';
import { useOntology } from './use-ontology.ts';

/** Changes one fact in place, or takes it away. What it rests on stays with it. */
export function FactEdit({ row, onLeave }: { row: FactRow; onLeave: () => void }) {
  const { t } = useTranslation();
  const client = useClient();
  const ontology = useOntology();
  const { handle } = useCase();
  const { run, busy, error } = useAct();
  const [key, setKey] = useState(row.key);
  const [value, setValue] = useState(row.value);
  const [role, setRole] = useState(row.role);
  const [since, setSince] = useState(row.since?.text ?? '');
  const [until, setUntil] = useState(row.until?.text ?? '');
  const { id, kind } = row;

  const keep = async (): Promise<unknown> => {
    switch (kind) {
      case 'name':
        return client.entities.updateName({
          handle,
          id,
          changes: { kind: NameKind.parse(key), value },
        });
      case 'attribute':
        return client.entities.updateAttribute({ handle, id, changes: { value, since, until } });
      case 'link':
        return client.entities.updateLink({
          handle,
          id,
          changes: { type: key, role, since, until },
        });
    }
  };
  const remove = async (): Promise<unknown> => {
    switch (kind) {
      case 'name':
        return client.entities.removeName({ handle, id });
      case 'attribute':
        return client.entities.removeAttribute({ handle, id });
      case 'link':
        return client.entities.removeLink({ handle, id });
    }
  };

  const dates = (
    <div className={classes['pair']}>
      <EdtfField label={t('entity.since')} value={since} onChange={setSince} error={error} />
      <EdtfField label={t('entity.until')} value={until} onChange={setUntil} error={error} />
    </div>
  );
  return (
    <FormFrame
      title={t('entity.editFact', { fact: `${row.label}: ${row.other?.name ?? row.value}` })}
      submit={t('common.save')}
      busy={busy}
      error={error}
      ready={kind === 'link' || value.trim() !== ''}
      onSubmit={() => void run(keep, onLeave)}
      onLeave={onLeave}
      aside={
        <ConfirmButton
          variant="subtle"
          color="red"
          question={t('entity.removeFact')}
          onConfirm={() => void run(remove, onLeave)}
        >
          {t('common.remove')}
        </ConfirmButton>
      }
    >
      {kind === 'name' && (
        <div className={classes['pair']}>
          <TextInput
            label={t('common.name')}
            value={value}
            autoComplete="off"
            onChange={(event) => setValue(event.currentTarget.value)}
          />
          <NativeSelect
            label={t('entity.nameKind')}
            value={key}
            data={NameKind.options.map((one) => ({ value: one, label: t(`nameKind.${one}`) }))}
            onChange={(event) => setKey(event.currentTarget.value)}
          />
        </div>
      )}
      {kind === 'attribute' && (
        <>
          <TextInput
            label={row.label}
            value={value}
            autoComplete="off"
            onChange={(event) => setValue(event.currentTarget.value)}
          />
          {dates}
        </>
      )}
      {kind === 'link' && (
        <>
          <NativeSelect
            label={t('entity.linkType')}
            value={key}
            data={(ontology?.linkTypes ?? []).map((type) => ({
              value: type.key,
              label: `${type.label[currentLanguage()]} / ${type.reverse[currentLanguage()]}`,
            }))}
            onChange={(event) => setKey(event.currentTarget.value)}
          />
          <TextInput
            label={t('entity.role')}
            value={role}
            autoComplete="off"
            onChange={(event) => setRole(event.currentTarget.value)}
          />
          {dates}
        </>
      )}
    </FormFrame>
  );
}
