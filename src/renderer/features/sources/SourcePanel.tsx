import { Button } from '@mantine/core';
import { useMutation, useQueries, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProvenanceChanges, Source } from '#contract/source.ts';
import { useApi, useClient } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { dayAndTime, fileSize } from '../../app/format.ts';
import { go } from '../../app/navigation.ts';
import { showError } from '../../app/notices.tsx';
import { currentLanguage } from '../../i18n/i18n.ts';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { RecordHistory } from '../history/RecordHistory.tsx';
import { RecordNotes } from '../notes/RecordNotes.tsx';
import { SourceTexts } from '../reading-again/SourceTexts.tsx';
import { commonProvenance } from './common-provenance.ts';
import { ProvenanceFields } from './ProvenanceFields.tsx';
import classes from './provenance.module.css';
import { SourceField } from './SourceField.tsx';

/** Where the selected sources come from: one is edited field by field, several at once. */
export function SourcePanel({
  keys,
  onRemoved,
}: {
  keys: readonly string[];
  onRemoved: () => void;
}) {
  const { t } = useTranslation();
  const [only] = keys;
  if (only === undefined) return <EmptyState>{t('sources.selectHint')}</EmptyState>;
  if (keys.length === 1) return <OneSource key={only} id={only} onRemoved={onRemoved} />;
  return <ManySources key={keys.join(' ')} ids={keys} />;
}

/** One source. Each field is kept when it is left. */
function OneSource({ id, onRemoved }: { id: string; onRemoved: () => void }) {
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
      {update.error !== null && <ErrorNotice error={update.error} />}
      <div className={classes['acts']}>
        <Button variant="filled" onClick={() => go({ screen: 'source', id })}>
          {t('sources.read')}
        </Button>
        {canWrite && (
          <ConfirmButton
            question={t('sources.removeQuestion', { count: data.excerpts })}
            onConfirm={() => remove.mutate({ handle, id })}
          >
            {t('common.remove')}
          </ConfirmButton>
        )}
      </div>
      <SourceFacts source={data} />
      <SourceTexts source={data} />
      <RecordNotes key={id} subject={{ table: 'source', id }} />
      <RecordHistory record={{ table: 'source', id }} />
    </div>
  );
}

/** What the file itself says, which nobody changes. */
function SourceFacts({ source }: { source: Source }) {
  const { t } = useTranslation();
  const language = currentLanguage();
  return (
    <dl className={classes['facts']}>
      <dt>{t('source.fileName')}</dt>
      <dd>{source.fileName}</dd>
      <dt>{t('source.size')}</dt>
      <dd>
        {fileSize(source.byteSize, language)}
        {source.encoding === null ? '' : ` · ${source.encoding}`}
      </dd>
      <dt>{t('source.imported')}</dt>
      <dd>{dayAndTime(source.importedAt, language)}</dd>
      <dt>{t('source.sha256')}</dt>
      <dd className={classes['hash']}>{source.sha256}</dd>
    </dl>
  );
}

/** Of how many sources at most the fields are compared; of more they are only set. */
const mostCompared = 100;

/** Several sources. What is filled in is set on all of them, and nothing else is touched. */
function ManySources({ ids }: { ids: readonly string[] }) {
  const { t } = useTranslation();
  const api = useApi();
  const client = useClient();
  const { handle, canWrite } = useCase();
  const [draft, setDraft] = useState<ProvenanceChanges>({});
  const [done, setDone] = useState<number | null>(null);
  const known = ids.length <= mostCompared ? ids : [];
  const sources = useQueries({
    queries: known.map((id) => api.sources.get.queryOptions({ input: { handle, id } })),
    combine: (results) => results.flatMap(({ data }) => (data === undefined ? [] : [data])),
  });
  const common = useMemo(() => commonProvenance(sources), [sources]);
  const apply = useMutation({
    mutationFn: async (changes: ProvenanceChanges) => {
      setDone(0);
      for (const [index, id] of ids.entries()) {
        await client.sources.update({ handle, id, changes });
        setDone(index + 1);
      }
    },
    onSuccess: () => setDraft({}),
  });
  const hint = known.length === 0 ? t('common.unchanged') : t('sources.differ');
  const changed = Object.keys(draft).length;
  return (
    <form
      className={classes['panel']}
      onSubmit={(event) => {
        event.preventDefault();
        if (changed > 0) apply.mutate(draft);
      }}
    >
      <h2>{t('sources.selected', { count: ids.length })}</h2>
      <p className={classes['hint']}>{t('sources.bulkHint')}</p>
      <ProvenanceFields
        values={{ ...common, ...draft }}
        error={apply.error}
        without={['title']}
        readOnly={!canWrite || apply.isPending}
        placeholder={(field) => (field in common ? undefined : hint)}
        onChange={(changes) => {
          setDone(null);
          setDraft((before) => ({ ...before, ...changes }));
        }}
      />
      {apply.error !== null && <ErrorNotice error={apply.error} />}
      <div className={classes['acts']}>
        <Button
          type="submit"
          variant="filled"
          disabled={changed === 0 || !canWrite}
          loading={apply.isPending}
        >
          {t('sources.apply', { count: ids.length })}
        </Button>
        {changed > 0 && !apply.isPending && (
          <Button onClick={() => setDraft({})}>{t('common.cancel')}</Button>
        )}
      </div>
      <p role="status" className={classes['hint']}>
        {done === null ? '' : t('sources.applied', { done, count: ids.length })}
      </p>
    </form>
  );
}

function without(changes: ProvenanceChanges, fields: readonly string[]): ProvenanceChanges {
  return Object.fromEntries(Object.entries(changes).filter(([field]) => !fields.includes(field)));
}

function sameAs(source: Source, changes: ProvenanceChanges): boolean {
  const now: Record<string, unknown> = source;
  return Object.entries(changes).every(([field, value]) => now[field] === value);
}
