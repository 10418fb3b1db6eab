import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { FolderEntry } from '#contract/local-host.ts';
import type { ChooserRequest, Folders } from '../../connection/index.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { moveInList } from '../../ui/list-keys.ts';
import { isModifier } from '../../app/held-typing.ts';
import { useHeldPress } from '../../ui/use-held-press.ts';
import { Breadcrumb } from './Breadcrumb.tsx';
import { useChooser } from './chooser-store.ts';
import { FileList } from './FileList.tsx';
import { offered } from './file-names.ts';
import { NewFolder } from './NewFolder.tsx';
import { SaveBar } from './SaveBar.tsx';
import classes from './files.module.css';

/**
 * Chooses files in the folders the local host may use. Typing filters; arrows move; Enter opens a folder or takes a
 * file; Alt and the up arrow, or Backspace in an empty filter, lead to the folder above. Where several can be taken, Space
 * and a click choose one, Shift and a click all as far as there, Control and A all files that are listed.
 */
export function FileChooser({
  request,
  folders,
  answer,
}: {
  request: ChooserRequest;
  folders: Folders;
  answer: (paths: string[] | null) => void;
}) {
  const { t } = useTranslation();
  const [folder, setFolder] = useState(() => useChooser.getState().lastFolder);
  const [filter, setFilter] = useState('');
  const [active, setActive] = useState(0);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [name, setName] = useState(request.mode === 'save' ? request.suggestedName : '');
  const { data, error, refetch, isPlaceholderData } = useQuery({
    queryKey: ['folder', folder],
    queryFn: () => folders.list({ path: folder }),
    staleTime: 0,
    gcTime: 0,
    placeholderData: (before) => before,
  });
  const purpose = request.mode === 'folder' ? null : request.purpose;
  const entries = useMemo(
    () => offered(data?.entries ?? [], purpose, filter),
    [data, filter, purpose],
  );
  const several = request.mode === 'open' && request.multiple;
  const place = Math.min(active, entries.length - 1);

  const field = useRef<HTMLInputElement>(null);
  /** What the pointer did can be gone on with by the keys; where a name is typed, they stay with it. */
  const giveKeys = (): void => {
    if (request.mode !== 'save') field.current?.focus();
  };
  const enter = (path: string): void => {
    giveKeys();
    setFolder(path);
    setFilter('');
    setActive(0);
    setChosen(new Set());
  };
  const finish = (paths: string[]): void => {
    useChooser.setState({ lastFolder: data?.path ?? null });
    answer(paths);
  };
  const toggle = (entry: FolderEntry): void => {
    const next = new Set(chosen);
    if (!next.delete(entry.path)) next.add(entry.path);
    setChosen(next);
  };
  const chooseAll = (among: readonly FolderEntry[]): void => {
    const files = among.filter(({ kind }) => kind === 'file').map(({ path }) => path);
    setChosen(new Set([...chosen, ...files]));
  };
  const take = (entry: FolderEntry | undefined): void => {
    if (entry === undefined) return;
    if (entry.kind === 'folder') enter(entry.path);
    else if (request.mode === 'save') setName(entry.name);
    else finish([entry.path]);
  };
  const pending = isPlaceholderData || data === undefined;
  // What is shown until a folder was read is of the one before it.
  const takeActive = useHeldPress(!pending, () => {
    // As the button says: what was chosen, wherever the arrows have led since.
    if (chosen.size > 0) finish([...chosen]);
    else take(entries[place]);
  });
  const above = data?.parents.at(-2)?.path;
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key !== 'Enter' && !isModifier(event.key)) takeActive.forget();
    const typing = event.key === 'Home' || event.key === 'End';
    const next = typing ? null : moveInList(event.key, place, entries.length, 8);
    if ((event.altKey && event.key === 'ArrowUp') || (event.key === 'Backspace' && filter === '')) {
      if (above === undefined) return;
      event.preventDefault();
      enter(above);
    } else if (next !== null) {
      event.preventDefault();
      setActive(next);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      takeActive.press();
    } else if (event.key === ' ' && several && filter === '') {
      const entry = entries[place];
      if (entry?.kind !== 'file') return;
      event.preventDefault();
      toggle(entry);
    } else if (event.key === 'a' && (event.ctrlKey || event.metaKey) && several) {
      const { selectionStart, selectionEnd } = event.currentTarget;
      // The first press may be meant for the words that were typed.
      if (selectionStart !== 0 || selectionEnd !== filter.length || pending) return;
      event.preventDefault();
      chooseAll(entries);
    }
  };

  return (
    <div className={classes['chooser']}>
      <div className={classes['bar']}>
        <Breadcrumb parents={data?.parents ?? []} onEnter={enter} />
        <NewFolder parent={data?.path} folders={folders} onMade={enter} />
      </div>
      <TextInput
        ref={field}
        {...(request.mode !== 'save' && { 'data-autofocus': true })}
        aria-label={t('files.filter')}
        placeholder={t('files.filter')}
        role="combobox"
        aria-expanded="true"
        aria-controls="file-list"
        aria-activedescendant={place >= 0 ? `file-list-${place}` : undefined}
        autoComplete="off"
        value={filter}
        onChange={(event) => {
          setFilter(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      {error !== null && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      <FileList
        entries={entries}
        active={place}
        chosen={chosen}
        several={several}
        pending={pending}
        truncated={data?.truncated === true}
        onActive={(index) => {
          giveKeys();
          setActive(index);
        }}
        onToggle={toggle}
        onReach={(index) =>
          chooseAll(entries.slice(Math.min(place, index), Math.max(place, index) + 1))
        }
        onTake={take}
      />
      {request.mode === 'save' ? (
        <SaveBar
          purpose={request.purpose}
          parent={pending ? undefined : data.path}
          folders={folders}
          name={name}
          onName={setName}
          onSave={(path) => finish([path])}
          onCancel={() => answer(null)}
        />
      ) : (
        <div className={classes['buttons']}>
          <Button onClick={() => answer(null)}>{t('common.cancel')}</Button>
          {request.mode === 'folder' ? (
            <Button
              variant="filled"
              disabled={pending}
              onClick={() => {
                if (data !== undefined) finish([data.path]);
              }}
            >
              {t('files.takeFolder')}
            </Button>
          ) : (
            <Button
              variant="filled"
              disabled={pending || (chosen.size === 0 && entries[place]?.kind !== 'file')}
              onClick={() => {
                if (chosen.size > 0) finish([...chosen]);
                else take(entries[place]);
              }}
            >
              {chosen.size > 1 ? t('files.openCount', { count: chosen.size }) : t('common.open')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
