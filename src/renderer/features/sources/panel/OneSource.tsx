import { Button, NativeSelect } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProvenanceChanges, Source } from '#contract/source.ts';
import { Reading } from '#contract/vocabulary.ts';
import { useApi } from '../../../app/api.ts';
import { useCase } from '../../../app/case-context.tsx';
import { go } from '../../../app/navigation.ts';
import { showError } from '../../../app/notices.tsx';
import { ConfirmButton } from '../../../ui/ConfirmButton.tsx';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { Custody } from '../../custody/Custody.tsx';
import { RecordHistory } from '../../history/RecordHistory.tsx';
import { RecordNotes } from '../../notes/RecordNotes.tsx';
import { SourceTexts } from '../../reading-again/SourceTexts.tsx';
import { useSaveOriginal } from '../../original/use-save-original.ts';
import { ProvenanceFields } from '../ProvenanceFields.tsx';
import classes from '../provenance.module.css';
import { SourceField, type NamedSource } from '../SourceField.tsx';
import { DocumentProperties } from './DocumentProperties.tsx';
import { SourceFacts } from './SourceFacts.tsx';
import { SourceParts } from './SourceParts.tsx';

/** One source: what is known of it, field by field, each kept when it is left; what it is; what happened to it. */
export function OneSource({
  id,
  onRemoved,
  onWithin,
}: {
  id: string;
  onRemoved: () => void;
  onWithin: (container: NamedSource) => void;
}) {
  const { t } = useTranslation();
  const api = useApi();
  const { handle, canWrite } = useCase();
  const { data, error } = useQuery(api.sources.get.queryOptions({ input: { handle, id } }));
  const [draft, setDraft] = useState<ProvenanceChanges>({});
  const update = useMutation(
    api.sources.update.mutationOptions({
      onSuccess: (_source, { changes }) =>
        setDraft((before) => without(before, Object.keys(changes))),
    }),
  );
  const remove = useMutation(
    api.sources.remove.mutationOptions({ onSuccess: onRemoved, onError: showError }),
  );
  if (error !== null) return <ErrorNotice error={error} />;
  if (data === undefined) return null;

  const keep = (changes: ProvenanceChanges): void => {
    if (!canWrite || sameAs(data, changes)) {
      setDraft((before) => without(before, Object.keys(changes)));
      return;
    }
    update.mutate({ handle, id, changes });
  };
  return (
    <div className={classes['panel']}>
      <Acts source={data} canWrite={canWrite} onRemove={() => remove.mutate({ handle, id })} />
      <h2>{t('sources.provenance')}</h2>
      <ProvenanceFields
        values={{ ...data, language: data.language, ...draft }}
        error={update.error}
        readOnly={!canWrite}
        onChange={(changes) => {
          setDraft((before) => ({ ...before, ...changes }));
          // A choice is made at once; text when its field is left.
          if ('language' in changes || 'handling' in changes || 'reliability' in changes) {
            keep(changes);
          }
        }}
        onLeave={(field) => {
          if (field in draft) keep({ [field]: draft[field] });
        }}
      />
      <SourceField
        label={t('source.derivesFrom')}
        description={t(data.derivesFrom === null ? 'source.derivesHint' : 'source.derivesCounted')}
        value={data.derivesFrom}
        except={id}
        readOnly={!canWrite}
        onChange={(origin) =>
          update.mutate({ handle, id, changes: { derivesFrom: origin?.id ?? null } })
        }
      />
      <NativeSelect
        label={t('sources.setReading')}
        value={data.reading}
        disabled={!canWrite}
        data={Reading.options.map((value) => ({ value, label: t(`sources.reading.${value}`) }))}
        onChange={(event) => {
          const reading = Reading.parse(event.currentTarget.value);
          update.mutate({ handle, id, changes: { reading } });
        }}
      />
      {update.error !== null && <ErrorNotice error={update.error} />}
      <SourceFacts source={data} onWithin={onWithin} />
      <SourceTexts source={data} />
      {data.parts > 0 && <SourceParts source={data} onWithin={onWithin} />}
      <DocumentProperties source={data} />
      <Custody source={id} />
      <RecordNotes key={id} subject={{ table: 'source', id }} />
      <RecordHistory record={{ table: 'source', id }} />
    </div>
  );
}

function Acts({
  source,
  canWrite,
  onRemove,
}: {
  source: Source;
  canWrite: boolean;
  onRemove: () => void;
}) {
  const { t } = useTranslation();
  const saveOriginal = useSaveOriginal(source);
  return (
    <div className={classes['acts']}>
      <Button variant="filled" onClick={() => go({ screen: 'source', id: source.id })}>
        {t('sources.read')}
      </Button>
      <Button onClick={saveOriginal}>{t('source.saveOriginal')}</Button>
      {canWrite && (
        <ConfirmButton
          question={t('sources.removeQuestion', { count: source.excerpts })}
          onConfirm={onRemove}
        >
          {t('common.remove')}
        </ConfirmButton>
      )}
    </div>
  );
}

function without(changes: ProvenanceChanges, fields: readonly string[]): ProvenanceChanges {
  return Object.fromEntries(Object.entries(changes).filter(([field]) => !fields.includes(field)));
}

function sameAs(source: Source, changes: ProvenanceChanges): boolean {
  const now: Record<string, unknown> = source;
  return Object.entries(changes).every(([field, value]) => now[field] === value);
}
