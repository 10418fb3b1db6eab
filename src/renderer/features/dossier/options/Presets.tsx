import { ActionIcon, Button, NativeSelect, Popover, TextInput, Tooltip } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconBookmark } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Preset } from '#contract/preset.ts';
import { useApi, useClient } from '../../../app/api.ts';
import { useCase } from '../../../app/case-context.tsx';
import { ConfirmButton } from '../../../ui/ConfirmButton.tsx';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { useAct } from '../../entity/forms/use-act.ts';
import { useDossier } from '../dossier-store.ts';
import {
  isChangedSince,
  presetFrom,
  presetOf,
  usualPreset,
  withPreset,
  type DossierDraft,
} from './draft.ts';
import classes from './options.module.css';

/** Options that are kept with the case by their names: taken, kept, renamed, removed. */
export function Presets({ draft }: { draft: DossierDraft }) {
  const { t } = useTranslation();
  const api = useApi();
  const { handle, canWrite } = useCase();
  const [open, setOpen] = useState(false);
  const taken = useDossier(({ preset }) => preset);
  const list = useQuery(api.presets.list.queryOptions({ input: { handle, kind: 'dossier' } }));
  const presets = list.data ?? [];
  const current = presets.find(({ id }) => id === taken);
  const kept = current === undefined ? usualPreset : presetFrom(current.body);
  const changed = kept === null || isChangedSince(draft, kept);

  const take = (id: string): void => {
    const preset = presets.find((one) => one.id === id);
    const body = preset === undefined ? usualPreset : presetFrom(preset.body);
    if (body === null) return;
    useDossier.setState({ preset: preset?.id ?? null, draft: withPreset(draft, body) });
  };

  return (
    <div className={classes['presets']}>
      <div className={classes['presetLine']}>
        <NativeSelect
          className={classes['presetField'] ?? ''}
          label={t('dossier.preset.label')}
          value={current?.id ?? ''}
          disabled={list.data === undefined}
          data={[
            { value: '', label: t('dossier.preset.usual') },
            ...presets.map(({ id, name, body }) => ({
              value: id,
              label: name,
              disabled: presetFrom(body) === null,
            })),
          ]}
          onChange={(event) => take(event.currentTarget.value)}
        />
        {canWrite && (
          <Popover
            opened={open}
            onChange={setOpen}
            position="bottom-end"
            width={300}
            trapFocus
            returnFocus
            transitionProps={{ duration: 0 }}
          >
            <Popover.Target>
              <Tooltip label={t('dossier.preset.keep')}>
                <ActionIcon
                  size={28}
                  aria-label={t('dossier.preset.keep')}
                  disabled={list.data === undefined}
                  onClick={() => setOpen(!open)}
                >
                  <IconBookmark size={16} aria-hidden="true" />
                </ActionIcon>
              </Tooltip>
            </Popover.Target>
            <Popover.Dropdown aria-label={t('dossier.preset.keep')}>
              <Keep
                draft={draft}
                presets={presets}
                current={current}
                changed={changed}
                onDone={() => {
                  setOpen(false);
                  void list.refetch();
                }}
              />
            </Popover.Dropdown>
          </Popover>
        )}
      </div>
      <p className={classes['changed']} role="status">
        {changed && (
          <>
            {current === undefined
              ? t('dossier.preset.changedUsual')
              : t('dossier.preset.changed', { name: current.name })}{' '}
            <button
              type="button"
              className={classes['textButton']}
              onClick={() => take(current?.id ?? '')}
            >
              {t('dossier.preset.takeAgain')}
            </button>
          </>
        )}
      </p>
      {list.error !== null && (
        <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      )}
    </div>
  );
}

/** Keeps the options under a name; the one that was taken can be kept anew, renamed and removed. */
function Keep({
  draft,
  presets,
  current,
  changed,
  onDone,
}: {
  draft: DossierDraft;
  presets: readonly Preset[];
  current: Preset | undefined;
  changed: boolean;
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const client = useClient();
  const { handle } = useCase();
  const { run, busy, error } = useAct();
  const [name, setName] = useState(current?.name ?? '');
  const typed = name.trim();
  const isThere = presets.some((preset) => preset.name === typed);
  const body = JSON.stringify(presetOf(draft));
  const keep = (): void =>
    void run(
      () => client.presets.save({ handle, kind: 'dossier', name: typed, body }),
      ({ id }) => {
        useDossier.setState({ preset: id });
        onDone();
      },
    );
  const rename = ({ id, body: as }: Preset): void =>
    void run(
      () => client.presets.save({ handle, id, kind: 'dossier', name: typed, body: as }),
      onDone,
    );
  const remove = ({ id }: Preset): void =>
    void run(
      () => client.presets.remove({ handle, id }),
      () => {
        useDossier.setState({ preset: null });
        onDone();
      },
    );
  const isNew = current === undefined || typed !== current.name;
  return (
    <form
      className={classes['keep']}
      onSubmit={(event) => {
        event.preventDefault();
        if (typed !== '' && !busy) keep();
      }}
    >
      <TextInput
        data-autofocus
        label={t('dossier.preset.name')}
        description={t('dossier.preset.hint')}
        value={name}
        maxLength={200}
        autoComplete="off"
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <div className={classes['buttons']}>
        <Button
          type="submit"
          variant="filled"
          disabled={typed === '' || busy || (!isNew && !changed)}
        >
          {t(isThere ? 'dossier.preset.replace' : 'dossier.preset.save')}
        </Button>
        {current !== undefined && (
          <>
            <Button
              disabled={busy || typed === '' || !isNew || isThere}
              onClick={() => rename(current)}
            >
              {t('dossier.preset.rename')}
            </Button>
            <ConfirmButton
              disabled={busy}
              question={t('dossier.preset.removeQuestion')}
              onConfirm={() => remove(current)}
            >
              {t('common.remove')}
            </ConfirmButton>
          </>
        )}
      </div>
      {error !== null && <ErrorNotice error={error} />}
    </form>
  );
}
