import { ActionIcon, Button, Popover, TextInput, Tooltip } from '@mantine/core';
import { IconFolderPlus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Folders } from '../../connection/index.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { errorWords } from '../../ui/error-words.ts';
import classes from './files.module.css';

/** Makes a folder in the one shown and goes into it. */
export function NewFolder({
  parent,
  folders,
  onMade,
}: {
  parent: string | undefined;
  folders: Folders;
  onMade: (path: string) => void;
}) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const make = useMutation({
    mutationFn: (target: { parent: string; name: string }) => folders.create(target),
    onSuccess: (entry) => {
      setOpen(false);
      setName('');
      onMade(entry.path);
    },
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    if (parent !== undefined && name.trim() !== '') make.mutate({ parent, name: name.trim() });
  };
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      trapFocus
      position="bottom-end"
      zIndex={410}
      withinPortal={false}
    >
      <Popover.Target>
        <Tooltip label={t('files.newFolder')} zIndex={420}>
          <ActionIcon aria-label={t('files.newFolder')} onClick={() => setOpen(!open)}>
            <IconFolderPlus size={18} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown>
        <form className={classes['newFolder']} onSubmit={submit}>
          <TextInput
            data-autofocus
            aria-label={t('files.newFolderName')}
            placeholder={t('files.newFolderName')}
            value={name}
            error={
              make.error === null ? undefined : errorWords(make.error, currentLanguage()).sentence
            }
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" variant="filled" loading={make.isPending}>
            {t('common.create')}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
