import { Button, Popover, Select, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { IconPlus } from '@tabler/icons-react';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { EntityKind } from '#contract/vocabulary.ts';
import { useApi } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { useCommand } from '../../app/commands.ts';
import { holdTyping } from '../../app/held-typing.ts';
import { useKeyHints } from '../../app/key-map.ts';
import { go } from '../../app/navigation.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { KindIcon } from '../../ui/KindIcon.tsx';
import { Keys } from '../../ui/Keys.tsx';
import { LikelyEntities } from '../review/duplicates/LikelyEntities.tsx';
import classes from './entities.module.css';

/** Makes an entity in place: its kind and its name, then its page. */
export function NewEntity({
  kind: proposed,
  name: typed,
  open,
  onOpen: setOpen,
}: {
  kind: EntityKind | null;
  name: string;
  open: boolean;
  onOpen: (open: boolean) => void;
}) {
  const { t } = useTranslation();
  const hint = useKeyHints();
  const { canWrite } = useCase();
  useCommand(
    canWrite
      ? {
          id: 'entity.new',
          title: 'command.newEntity',
          group: 'entity',
          keys: ['n'],
          run: () => {
            holdTyping();
            setOpen(true);
          },
        }
      : null,
  );
  if (!canWrite) return null;
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      trapFocus
      position="bottom-end"
      width={320}
      shadow="md"
    >
      <Popover.Target>
        <Button
          leftSection={<IconPlus size={16} aria-hidden="true" />}
          rightSection={<Keys keys={hint('entity.new').keys} />}
          aria-keyshortcuts={hint('entity.new').aria}
          onClick={() => setOpen(!open)}
        >
          {t('command.newEntity')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('command.newEntity')}>
        <NewEntityForm
          proposed={proposed ?? 'person'}
          typed={typed}
          onDone={() => setOpen(false)}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

function NewEntityForm({
  proposed,
  typed,
  onDone,
}: {
  proposed: EntityKind;
  typed: string;
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const api = useApi();
  const { handle } = useCase();
  const [kind, setKind] = useState(proposed);
  const [name, setName] = useState(typed);
  const create = useMutation(
    api.entities.create.mutationOptions({
      onSuccess: ({ id }) => {
        onDone();
        go({ screen: 'entity', id });
      },
    }),
  );
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (name.trim() !== '') create.mutate({ handle, kind, name });
  };
  return (
    <form className={classes['form']} onSubmit={submit}>
      <TextInput
        data-autofocus
        label={t('common.name')}
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Select
        label={t('entities.kind')}
        allowDeselect={false}
        comboboxProps={{ withinPortal: false }}
        value={kind}
        leftSection={<KindIcon kind={kind} decorative />}
        data={EntityKind.options.map((value) => ({ value, label: t(`kind.${value}`) }))}
        onChange={(value) => setKind(EntityKind.parse(value))}
      />
      <LikelyEntities
        kind={kind}
        typed={name}
        onOpen={(id) => {
          onDone();
          go({ screen: 'entity', id });
        }}
      />
      {create.error !== null && <ErrorNotice error={create.error} />}
      <div className={classes['buttons']}>
        <Button onClick={onDone}>{t('common.cancel')}</Button>
        <Button
          type="submit"
          variant="filled"
          disabled={name.trim() === ''}
          loading={create.isPending}
        >
          {t('common.create')}
        </Button>
      </div>
    </form>
  );
}
