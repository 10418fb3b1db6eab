import { Button, Checkbox, NativeSelect, PasswordInput, Radio } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OcrLanguage, OcrMode } from '#contract/extraction.ts';
import type { Source } from '#contract/source.ts';
import { useApi, useClient } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { useAct } from '../entity/forms/use-act.ts';
import { leaveReadingAgain, tellJob } from './reading-again-store.ts';
import {
  delimiters,
  draftFor,
  encodings,
  settingsFor,
  settingsOf,
  type ReadingDraft,
} from './reading-settings.ts';
import classes from './reading-again.module.css';

/** Of how many sources at most it is asked what they are. */
const mostAsked = 100;

export function ReadAgainForm({ ids }: { ids: readonly string[] }) {
  const { t } = useTranslation();
  const api = useApi();
  const { handle } = useCase();
  const { sources, pending, error } = useQueries({
    queries: ids
      .slice(0, mostAsked)
      .map((id) => api.sources.get.queryOptions({ input: { handle, id } })),
    combine: (results) => ({
      sources: results.flatMap(({ data }) => (data === undefined ? [] : [data])),
      pending: results.some(({ isPending }) => isPending),
      error: results.find((result) => result.error !== null)?.error ?? null,
    }),
  });
  if (error !== null) return <ErrorNotice error={error} />;
  if (pending) return <p role="status">{t('common.loading')}</p>;
  return <Fields ids={ids} sources={sources} />;
}

function Fields({ ids, sources }: { ids: readonly string[]; sources: readonly Source[] }) {
  const { t } = useTranslation();
  const client = useClient();
  const { handle } = useCase();
  const { run, busy, error } = useAct();
  const [draft, setDraft] = useState(() => draftFor(sources));
  const can = settingsFor(sources);
  const change = (changes: Partial<ReadingDraft>): void => setDraft({ ...draft, ...changes });
  const passages = sources.reduce((sum, { excerpts }) => sum + excerpts, 0);
  const [only] = sources;
  const title =
    ids.length === 1 ? (only?.title ?? '') : t('sources.selected', { count: ids.length });
  const told = sources.length === 1 ? (only?.encoding ?? null) : null;
  return (
    <form
      className={classes['form']}
      onSubmit={(event) => {
        event.preventDefault();
        void run(
          () =>
            client.jobs.startReadAgain({
              handle,
              sources: [...ids],
              settings: settingsOf(draft, can),
              passwords: draft.password === '' ? [] : [draft.password],
            }),
          (job) => tellJob({ ...job, items: [] }),
        );
      }}
    >
      <p className={classes['what']}>{title}</p>
      <p>{t('readAgain.explained', { count: passages })}</p>
      {can.has('encoding') && (
        <NativeSelect
          label={t('readAgain.encoding')}
          value={draft.encoding}
          data={[
            {
              value: '',
              label:
                told === null
                  ? t('readAgain.detect')
                  : t('readAgain.detectedAs', { encoding: told }),
            },
            ...encodings.map((value) => ({ value, label: value })),
          ]}
          onChange={({ currentTarget: { value } }) => change({ encoding: value })}
        />
      )}
      {can.has('delimiter') && (
        <NativeSelect
          label={t('readAgain.delimiter')}
          value={draft.delimiter}
          data={[
            { value: '', label: t('readAgain.detect') },
            ...delimiters.map(({ value, name }) => ({
              value,
              label: t(`readAgain.delimiters.${name}`),
            })),
          ]}
          onChange={({ currentTarget: { value } }) => change({ delimiter: value })}
        />
      )}
      {can.has('wholePage') && (
        <Checkbox
          label={t('readAgain.wholePage')}
          checked={draft.wholePage}
          onChange={({ currentTarget: { checked } }) => change({ wholePage: checked })}
        />
      )}
      {can.has('ocr') && <OcrFields draft={draft} onChange={change} />}
      {can.has('password') && (
        <PasswordInput
          label={t('readAgain.password')}
          autoComplete="off"
          value={draft.password}
          onChange={({ currentTarget: { value } }) => change({ password: value })}
        />
      )}
      {can.size === 0 && <p>{t('readAgain.nothingToSet')}</p>}
      {error !== null && <ErrorNotice error={error} />}
      <div className={classes['buttons']}>
        <Button onClick={leaveReadingAgain}>{t('common.cancel')}</Button>
        <Button type="submit" variant="filled" loading={busy}>
          {t('readAgain.start', { count: ids.length })}
        </Button>
      </div>
    </form>
  );
}

function OcrFields({
  draft: { ocr, ocrLanguages },
  onChange,
}: {
  draft: ReadingDraft;
  onChange: (changes: Partial<ReadingDraft>) => void;
}) {
  const { t } = useTranslation();
  return (
    <>
      <Radio.Group
        label={t('readAgain.ocr')}
        value={ocr}
        onChange={(value) => onChange({ ocr: OcrMode.parse(value) })}
      >
        <div className={classes['choices']}>
          {OcrMode.options.map((value) => (
            <Radio key={value} value={value} label={t(`readAgain.ocrModes.${value}`)} />
          ))}
        </div>
      </Radio.Group>
      <Checkbox.Group
        label={t('readAgain.ocrLanguages')}
        description={t('readAgain.ocrLanguagesHint')}
        value={[...ocrLanguages]}
        onChange={(values) =>
          onChange({ ocrLanguages: values.map((value) => OcrLanguage.parse(value)) })
        }
      >
        <div className={classes['choices']}>
          {OcrLanguage.options.map((value) => (
            <Checkbox key={value} value={value} label={t(`readAgain.languages.${value}`)} />
          ))}
        </div>
      </Checkbox.Group>
    </>
  );
}
