import { Button, NativeSelect } from '@mantine/core';
import { useMutation, useQueries } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProvenanceChanges } from '#contract/source.ts';
import { Reading } from '#contract/vocabulary.ts';
import { useApi } from '../../../app/api.ts';
import { useCase } from '../../../app/case-context.tsx';
import { showError } from '../../../app/notices.tsx';
import { ConfirmButton } from '../../../ui/ConfirmButton.tsx';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { useKeptFocus } from '../../../ui/use-kept-focus.ts';
import { ReadAgainButton } from '../../reading-again/ReadAgainButton.tsx';
import { commonOrigin, commonProvenance, commonReading } from '../common-provenance.ts';
import { ProvenanceFields } from '../ProvenanceFields.tsx';
import classes from '../provenance.module.css';
import { SourceField, type NamedSource } from '../SourceField.tsx';

/** Of how many sources at most the fields are compared; of more they are only set. */
const mostCompared = 100;

interface Draft {
  provenance: ProvenanceChanges;
  reading?: Reading;
  derivesFrom?: NamedSource | null;
}

const untouched: Draft = { provenance: {} };

/** Several sources. What is filled in is set on all of them in one gesture, and nothing else is touched. */
export function ManySources({ ids, onRemoved }: { ids: readonly string[]; onRemoved: () => void }) {
  const { t } = useTranslation();
  const api = useApi();
  const { handle, canWrite } = useCase();
  const [draft, setDraft] = useState<Draft>(untouched);
  const kept = useKeptFocus<HTMLFormElement>(ids);
  const known = ids.length <= mostCompared ? ids : [];
  const sources = useQueries({
    queries: known.map((id) => api.sources.get.queryOptions({ input: { handle, id } })),
    combine: (results) => results.flatMap(({ data }) => (data === undefined ? [] : [data])),
  });
  const common = useMemo(() => commonProvenance(sources), [sources]);
  const apply = useMutation(
    api.sources.updateMany.mutationOptions({ onSuccess: () => setDraft(untouched) }),
  );
  const remove = useMutation(
    api.sources.removeMany.mutationOptions({ onSuccess: onRemoved, onError: showError }),
  );
  const hint = known.length === 0 ? t('common.unchanged') : t('sources.differ');
  const { provenance, reading, derivesFrom } = draft;
  const changed = JSON.stringify(draft) !== JSON.stringify(untouched);
  const locked = !canWrite || apply.isPending || remove.isPending;
  const origin = derivesFrom === undefined ? commonOrigin(sources) : derivesFrom;
  const change = (changes: Partial<Draft>): void => {
    apply.reset();
    setDraft((before) => ({ ...before, ...changes }));
  };
  return (
    <form
      {...kept}
      className={classes['panel']}
      onSubmit={(event) => {
        event.preventDefault();
        if (!changed || locked) return;
        apply.mutate({
          handle,
          ids: [...ids],
          changes: {
            ...provenance,
            ...(reading !== undefined && { reading }),
            ...(derivesFrom !== undefined && { derivesFrom: derivesFrom?.id ?? null }),
          },
        });
      }}
    >
      <h2>{t('sources.selected', { count: ids.length })}</h2>
      <p className={classes['hint']}>{t('sources.bulkHint')}</p>
      <ProvenanceFields
        values={{ ...common, ...provenance }}
        error={apply.error}
        without={['title']}
        readOnly={locked}
        placeholder={(field) => (field in common ? undefined : hint)}
        onChange={(changes) => change({ provenance: { ...provenance, ...changes } })}
      />
      <SourceField
        label={t('source.derivesFrom')}
        description={t('source.derivesHint')}
        value={origin ?? null}
        readOnly={locked}
        {...(origin === undefined && { placeholder: hint })}
        onChange={(chosen) => change({ derivesFrom: chosen })}
      />
      <NativeSelect
        label={t('sources.setReading')}
        disabled={locked}
        value={reading ?? commonReading(sources) ?? ''}
        data={[
          ...((reading ?? commonReading(sources)) === undefined
            ? [{ value: '', label: hint }]
            : []),
          ...Reading.options.map((value) => ({ value, label: t(`sources.reading.${value}`) })),
        ]}
        onChange={(event) => {
          const chosen = Reading.safeParse(event.currentTarget.value);
          if (chosen.success) change({ reading: chosen.data });
        }}
      />
      {apply.error !== null && <ErrorNotice error={apply.error} />}
      <div className={classes['acts']}>
        <Button
          type="submit"
          variant="filled"
          disabled={!changed || !canWrite}
          loading={apply.isPending}
        >
          {t('sources.apply', { count: ids.length })}
        </Button>
        {changed && !apply.isPending && (
          <Button onClick={() => setDraft(untouched)}>{t('common.cancel')}</Button>
        )}
        <ReadAgainButton ids={ids} />
        {canWrite && (
          <ConfirmButton
            question={t('sources.removeManyQuestion', { count: ids.length })}
            // A button that is disabled meanwhile would lose the focus.
            onConfirm={() => {
              if (!locked) remove.mutate({ handle, ids: [...ids] });
            }}
          >
            {t('common.remove')}
          </ConfirmButton>
        )}
      </div>
      <p role="status" className={classes['hint']}>
        {apply.isSuccess ? t('sources.applied', { count: ids.length }) : ''}
      </p>
    </form>
  );
}
