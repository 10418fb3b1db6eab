import { ActionIcon, Button, Checkbox, NativeSelect, Popover } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { changeView, useView } from '../../app/view-store.ts';
import { KindIcon } from '../../ui/KindIcon.tsx';
import { EntityField, emptyEntity } from '../entity/picker/EntityField.tsx';
import { TagDot } from '../tags/TagDot.tsx';
import { TagPick } from '../tags/TagPick.tsx';
import { rowsOf, tagTree } from '../tags/tag-tree.ts';
import classes from './filter.module.css';
import { everyPassage } from './passage-filter.ts';
import { tints, usePassageFilter } from './reading-view.ts';

/** Which passages are shown and by what they are coloured. It stays in sight as long as any are left out. */
export function FilterBar({ onLeave }: { onLeave: () => void }) {
  const { t } = useTranslation();
  const api = useApi();
  const { handle } = useCase();
  const tint = useView((view) => view.tint);
  const { filter, setFilter } = usePassageFilter(handle);
  const tags = useQuery(api.tags.list.queryOptions({ input: { handle } }));
  const nodes = useMemo(() => rowsOf(tagTree(tags.data ?? []), () => true), [tags.data]);

  const chosen = filter.tags.flatMap((id) => tags.data?.find((tag) => tag.id === id) ?? []);
  return (
    <div className={classes['bar']} role="group" aria-label={t('reader.filter.title')}>
      <NativeSelect
        className={classes['tint'] ?? ''}
        aria-label={t('reader.filter.tint')}
        value={tint}
        data={tints.map((value) => ({ value, label: t(`reader.filter.by.${value}`) }))}
        onChange={(event) => {
          const next = tints.find((value) => value === event.currentTarget.value);
          if (next !== undefined) changeView({ tint: next });
        }}
      />
      {chosen.map(({ id, name, color }) => (
        <Chip
          key={id}
          icon={<TagDot color={color} />}
          name={name}
          onRemove={() =>
            setFilter({ ...filter, tags: filter.tags.filter((other) => other !== id) })
          }
        />
      ))}
      <Adding label={t('reader.filter.tag')}>
        {(leave) => (
          <TagPick
            label={t('reader.filter.tag')}
            all={nodes.filter(({ tag }) => !filter.tags.includes(tag.id))}
            onTake={(id) => {
              if (id !== null) setFilter({ ...filter, tags: [...filter.tags, id] });
              leave();
            }}
          />
        )}
      </Adding>
      {filter.entities.map(({ id, name, kind }) => (
        <Chip
          key={id}
          icon={<KindIcon kind={kind} size={14} />}
          name={name}
          onRemove={() =>
            setFilter({ ...filter, entities: filter.entities.filter((other) => other.id !== id) })
          }
        />
      ))}
      <Adding label={t('reader.filter.entity')}>
        {(leave) => (
          <EntityPick
            label={t('reader.filter.entity')}
            onTake={(entity) => {
              const others = filter.entities.filter(({ id }) => id !== entity.id);
              setFilter({ ...filter, entities: [...others, entity] });
              leave();
            }}
          />
        )}
      </Adding>
      <Checkbox
        size="xs"
        label={t('reader.filter.mine')}
        checked={filter.mine}
        onChange={(event) => setFilter({ ...filter, mine: event.currentTarget.checked })}
      />
      <Checkbox
        size="xs"
        label={t('reader.filter.unconfirmed')}
        title={t('reader.filter.unconfirmedMeans')}
        checked={filter.unconfirmed}
        onChange={(event) => setFilter({ ...filter, unconfirmed: event.currentTarget.checked })}
      />
      <span className={classes['end']}>
        <ActionIcon
          aria-label={t('reader.filter.leave')}
          onClick={() => {
            setFilter(everyPassage);
            onLeave();
          }}
        >
          <IconX size={16} aria-hidden="true" />
        </ActionIcon>
      </span>
    </div>
  );
}

function Chip({ icon, name, onRemove }: { icon: ReactNode; name: string; onRemove: () => void }) {
  const { t } = useTranslation();
  return (
    <span className={classes['chip']}>
      {icon}
      <span className={classes['chipName']}>{name}</span>
      <button
        type="button"
        className={classes['chipRemove']}
        aria-label={t('reader.filter.without', { name })}
        onClick={onRemove}
      >
        <IconX size={12} aria-hidden="true" />
      </button>
    </span>
  );
}

/** A button that opens a list to choose from, and closes it when something was chosen. */
function Adding({
  label,
  children,
}: {
  label: string;
  children: (leave: () => void) => ReactNode;
}) {
  const [opened, setOpened] = useState(false);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-start"
      width={320}
      trapFocus
      returnFocus
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={12} aria-hidden="true" />}
          onClick={() => setOpened(!opened)}
        >
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes['adding'] ?? ''}>
        {children(() => setOpened(false))}
      </Popover.Dropdown>
    </Popover>
  );
}

function EntityPick({
  label,
  onTake,
}: {
  label: string;
  onTake: (entity: {
    id: string;
    name: string;
    kind: Parameters<typeof KindIcon>[0]['kind'];
  }) => void;
}) {
  const [draft, setDraft] = useState(emptyEntity);
  return (
    <EntityField
      label={label}
      draft={draft}
      inline
      canMake={false}
      onDraft={(next) => {
        const { chosen } = next;
        if (chosen === null || !('entity' in chosen.ref)) setDraft(next);
        else onTake({ id: chosen.ref.entity, name: chosen.name, kind: chosen.kind });
      }}
    />
  );
}
