import { Select, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Handling, Language } from '#contract/vocabulary.ts';
import { useApi } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import classes from './settings.module.css';

/** What the case says of itself: kept in its file, and printed on its dossiers. */
export function CaseSettings() {
  const { t } = useTranslation();
  const { info } = useCase();
  return (
    <section aria-labelledby="settings-case">
      <h2 id="settings-case">{t('settings.case')}</h2>
      <CaseFields />
      <p className={classes['note']}>{info.path}</p>
    </section>
  );
}

function CaseFields() {
  const { t } = useTranslation();
  const api = useApi();
  const { handle, info, canWrite } = useCase();
  // One field may be kept while the next is typed in, so what was typed stands over what comes back.
  const [draft, setDraft] = useState<{ title?: string; reference?: string }>({});
  const { title, reference } = { title: info.title, reference: info.reference, ...draft };
  const { mutate, error } = useMutation(api.cases.update.mutationOptions());
  const keep = (): void => {
    const changes = {
      ...(title.trim() !== '' && title !== info.title && { title }),
      ...(reference !== info.reference && { reference }),
    };
    if (Object.keys(changes).length > 0) mutate({ handle, changes });
  };
  return (
    <>
      <TextInput
        label={t('newCase.name')}
        readOnly={!canWrite}
        value={title}
        onBlur={keep}
        onChange={(event) => setDraft({ ...draft, title: event.currentTarget.value })}
      />
      <TextInput
        label={t('newCase.reference')}
        readOnly={!canWrite}
        value={reference}
        onBlur={keep}
        onChange={(event) => setDraft({ ...draft, reference: event.currentTarget.value })}
      />
      <div className={classes['row']}>
        <Select
          label={t('newCase.language')}
          readOnly={!canWrite}
          allowDeselect={false}
          value={info.language}
          data={Language.options.map((value) => ({ value, label: t(`language.${value}`) }))}
          onChange={(value) => mutate({ handle, changes: { language: Language.parse(value) } })}
        />
        <Select
          label={t('handling.label')}
          readOnly={!canWrite}
          allowDeselect={false}
          value={info.handling}
          data={Handling.options.map((value) => ({ value, label: `TLP:${value}` }))}
          onChange={(value) => mutate({ handle, changes: { handling: Handling.parse(value) } })}
        />
      </div>
      {error !== null && <ErrorNotice error={error} />}
    </>
  );
}
