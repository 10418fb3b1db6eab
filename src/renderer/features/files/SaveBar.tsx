import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavePurpose } from '#contract/bridge.ts';
import type { Folders } from '../../connection/index.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { useHeldPress } from '../../ui/use-held-press.ts';
import { withEnding } from './file-names.ts';
import classes from './files.module.css';

/** The name to save under. A name that is taken asks once before it answers. */
export function SaveBar({
  purpose,
  parent,
  folders,
  name,
  onName,
  onSave,
  onCancel,
}: {
  purpose: SavePurpose;
  /** Undefined while it is being read. */
  parent: string | undefined;
  folders: Folders;
  name: string;
  onName: (name: string) => void;
  onSave: (path: string) => void;
  onCancel: () => void;
}) {
  const { t } = useTranslation();
  // A case file is never written over; the engine would refuse it.
  const replaces = purpose !== 'case';
  const [taken, setTaken] = useState<string | null>(null);
  const place = useMutation({
    mutationFn: (target: { parent: string; name: string }) => folders.place(target),
    onSuccess: ({ path, exists }) => {
      if (!exists || (replaces && taken === path)) onSave(path);
      else setTaken(path);
    },
  });
  // While a folder is still being read, saving waits for it.
  const save = useHeldPress(parent !== undefined, () => {
    const full = withEnding(purpose, name);
    if (parent !== undefined && full !== '') place.mutate({ parent, name: full });
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    save.press();
  };
  return (
    <form className={classes['save']} onSubmit={submit}>
      <TextInput
        data-autofocus
        label={t('files.name')}
        autoComplete="off"
        value={name}
        onFocus={(event) => {
          const dot = event.currentTarget.value.lastIndexOf('.');
          event.currentTarget.setSelectionRange(0, dot > 0 ? dot : -1);
        }}
        onChange={(event) => {
          save.forget();
          onName(event.currentTarget.value);
          setTaken(null);
        }}
      />
      {place.error !== null && <ErrorNotice error={place.error} />}
      {taken !== null && (
        <p className={classes['taken']} role="alert">
          {t(replaces ? 'files.taken' : 'files.takenCase', { name: withEnding(purpose, name) })}
        </p>
      )}
      <div className={classes['buttons']}>
        <Button onClick={onCancel}>{t('common.cancel')}</Button>
        <Button
          type="submit"
          variant="filled"
          disabled={name.trim() === '' || (taken !== null && !replaces)}
          {...(taken !== null && replaces && { color: 'red' })}
        >
          {taken !== null && replaces ? t('files.replace') : t('common.save')}
        </Button>
      </div>
    </form>
  );
}
