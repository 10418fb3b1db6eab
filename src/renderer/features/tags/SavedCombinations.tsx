import { ActionIcon, Button, Popover, TextInput, Tooltip } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconBookmark, IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Preset } from '#contract/preset.ts';
import { useApi, useClient } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { useCommand } from '../../app/commands.ts';
import { holdTyping } from '../../app/held-typing.ts';
import { useKeyHints } from '../../app/key-map.ts';
import { go } from '../../app/navigation.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Keys } from '../../ui/Keys.tsx';
import { useAct } from '../entity/forms/use-act.ts';
import { bodyOf, combinedOf } from './saved-combination.ts';
import { useTagWork, type Part } from './tag-work-store.ts';
import classes from './tags.module.css';
import { combinationPlace } from './use-codebook.ts';

/** The combinations that are kept with the case by their names: shown again, kept, renamed, removed. */
export function SavedCombinations({ parts }: { parts: readonly Part[] }) {
  const { t } = useTranslation();
  const hint = useKeyHints();
  const [open, setOpen] = useState(false);
  useCommand({
    id: 'tags.saved',
    title: 'tags.saved.title',
    group: 'view',
    keys: ['shift+a'],
    run: () => {
      holdTyping();
      setOpen(true);
    },
  });
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="bottom-end"
      width={340}
      trapFocus
      returnFocus
      transitionProps={{ duration: 0 }}
      withinPortal={false}
    >
      <Popover.Target>
        <Button
          variant="subtle"
          leftSection={<IconBookmark size={14} aria-hidden="true" />}
          rightSection={<Keys keys={hint('tags.saved').keys} />}
          aria-keyshortcuts={hint('tags.saved').aria}
          onClick={() => setOpen(!open)}
        >
          {t('tags.saved.title')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes['saved'] ?? ''} aria-label={t('tags.saved.title')}>
        <Saved parts={parts} onDone={() => setOpen(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Saved({ parts, onDone }: { parts: readonly Part[]; onDone: () => void }) {
  const { t } = useTranslation();
  const api = useApi();
  const client = useClient();
  const { handle, canWrite } = useCase();
  const { run, busy, error } = useAct();
  const list = useQuery(api.presets.list.queryOptions({ input: { handle, kind: 'passages' } }));
  const [name, setName] = useState('');
  const [renamed, setRenamed] = useState<string | null>(null);
  const [removed, setRemoved] = useState<string | null>(null);
  const presets = list.data ?? [];
  const typed = name.trim();
  const isThere = presets.some((preset) => preset.name === typed);

  const show = (preset: Preset): void => {
    const combined = combinedOf(preset.body);
    if (combined === null) return;
    useTagWork.setState(combined);
    onDone();
    go({ screen: 'tags', id: combinationPlace });
  };
  const keep = (): void => {
    const { scope, distance } = useTagWork.getState();
    const body = bodyOf({ parts, scope, distance });
    void run(
      () => client.presets.save({ handle, kind: 'passages', name: typed, body }),
      () => {
        void list.refetch();
        setName('');
      },
    );
  };
  const rename = ({ id, body }: Preset, next: string): void =>
    void run(
      () => client.presets.save({ handle, id, kind: 'passages', name: next, body }),
      () => {
        void list.refetch();
        setRenamed(null);
      },
    );
  const remove = ({ id }: Preset): void => {
    if (removed !== id) {
      setRemoved(id);
      return;
    }
    void run(
      () => client.presets.remove({ handle, id }),
      () => {
        void list.refetch();
        setRemoved(null);
      },
    );
  };

  return (
    <>
      {canWrite && parts.length > 0 && (
        <form
          className={classes['savedForm']}
          onSubmit={(event) => {
            event.preventDefault();
            if (typed !== '' && !busy) keep();
          }}
        >
          <TextInput
            label={t('tags.saved.name')}
            value={name}
            maxLength={200}
            autoComplete="off"
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" disabled={typed === '' || busy}>
            {t(isThere ? 'tags.saved.replace' : 'tags.saved.keep')}
          </Button>
        </form>
      )}
      {list.data !== undefined && presets.length === 0 && (
        <p className={classes['savedNone']}>{t('tags.saved.none')}</p>
      )}
      <ul className={classes['savedList']} aria-label={t('tags.saved.title')}>
        {presets.map((preset) => (
          <li key={preset.id} className={classes['savedRow']}>
            {renamed === preset.id ? (
              <Rename
                preset={preset}
                busy={busy}
                onKeep={(next) => rename(preset, next)}
                onLeave={() => setRenamed(null)}
              />
            ) : (
              <>
                <button
                  type="button"
                  className={classes['savedName']}
                  disabled={combinedOf(preset.body) === null}
                  title={combinedOf(preset.body) === null ? t('tags.saved.unread') : preset.name}
                  onClick={() => show(preset)}
                >
                  {preset.name}
                </button>
                {canWrite && (
                  <>
                    <Tooltip label={t('tags.saved.rename')}>
                      <ActionIcon
                        size="sm"
                        aria-label={t('tags.saved.renameOf', { name: preset.name })}
                        onClick={() => setRenamed(preset.id)}
                      >
                        <IconPencil size={14} aria-hidden="true" />
                      </ActionIcon>
                    </Tooltip>
                    {removed === preset.id ? (
                      <Button
                        size="compact-xs"
                        color="red"
                        disabled={busy}
                        autoFocus
                        onBlur={() => setRemoved(null)}
                        onClick={() => remove(preset)}
                      >
                        {t('tags.saved.removeQuestion')}
                      </Button>
                    ) : (
                      <Tooltip label={t('common.remove')}>
                        <ActionIcon
                          size="sm"
                          aria-label={t('tags.saved.removeOf', { name: preset.name })}
                          onClick={() => remove(preset)}
                        >
                          <IconTrash size={14} aria-hidden="true" />
                        </ActionIcon>
                      </Tooltip>
                    )}
                  </>
                )}
              </>
            )}
          </li>
        ))}
      </ul>
      {(error ?? list.error) !== null && <ErrorNotice error={error ?? list.error} />}
    </>
  );
}

function Rename({
  preset,
  busy,
  onKeep,
  onLeave,
}: {
  preset: Preset;
  busy: boolean;
  onKeep: (name: string) => void;
  onLeave: () => void;
}) {
  const { t } = useTranslation();
  const [name, setName] = useState(preset.name);
  const typed = name.trim();
  return (
    <form
      className={classes['savedForm']}
      onSubmit={(event) => {
        event.preventDefault();
        if (typed !== '' && !busy) onKeep(typed);
      }}
    >
      <TextInput
        aria-label={t('tags.saved.renameOf', { name: preset.name })}
        value={name}
        maxLength={200}
        autoComplete="off"
        ref={(field) => field?.focus()}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          event.stopPropagation();
          onLeave();
        }}
      />
      <Button type="submit" disabled={typed === '' || busy}>
        {t('tags.saved.rename')}
      </Button>
    </form>
  );
}
