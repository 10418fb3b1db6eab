import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconPencil, IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Entity } from '#contract/entity.ts';
import { useCase } from '../../app/case-context.tsx';
import { useKeyHints } from '../../app/key-map.ts';
import { go } from '../../app/navigation.ts';
import { Keys } from '../../ui/Keys.tsx';
import { KindIcon } from '../../ui/KindIcon.tsx';
import { MarkingBadge } from '../../ui/MarkingBadge.tsx';
import classes from './entity.module.css';

/** What can be added to an entity from its page, and the keys for it. */
export const additionKeys = { name: 'a', attribute: 'p', link: 'l', same: 's' } as const;
export type Addition = keyof typeof additionKeys;
export const additions: readonly Addition[] = ['name', 'attribute', 'link', 'same'];

/** Who or what it is: kind, name, marking, the other names; and what can be done with it. */
export function EntityHeader({
  entity,
  onAdd,
  onEdit,
  portrait,
}: {
  entity: Entity;
  onAdd: (addition: Addition) => void;
  onEdit: () => void;
  /** The photograph that stands at its head, if there is one. */
  portrait: ReactNode;
}) {
  const { t } = useTranslation();
  const hint = useKeyHints();
  const { canWrite } = useCase();
  const others = entity.names.filter(({ kind }) => kind !== 'primary').map(({ value }) => value);
  return (
    <header className={classes['head']} data-portrait={portrait !== null}>
      {portrait}
      <div>
        <div className={classes['who']}>
          <KindIcon kind={entity.kind} size={24} />
          <h1>{entity.name}</h1>
          <MarkingBadge handling={entity.handling} />
          {canWrite && (
            <Tooltip label={t('entity.edit')}>
              <ActionIcon aria-label={t('entity.edit')} onClick={onEdit}>
                <IconPencil size={16} aria-hidden="true" />
              </ActionIcon>
            </Tooltip>
          )}
        </div>
        {others.length > 0 && (
          <p className={classes['aka']}>
            <span>{t('entity.alsoKnownAs')}</span> {others.join(' · ')}
          </p>
        )}
        <div className={classes['acts']}>
          {canWrite &&
            additions.map((addition) => (
              <Button
                key={addition}
                aria-keyshortcuts={hint(`entity.${addition}`).aria}
                rightSection={<Keys keys={hint(`entity.${addition}`).keys} />}
                onClick={() => onAdd(addition)}
              >
                {t(`entity.add.${addition}`)}
              </Button>
            ))}
          <Button
            variant="filled"
            aria-keyshortcuts={hint('entity.dossier').aria}
            rightSection={<Keys keys={hint('entity.dossier').keys} />}
            leftSection={<IconPrinter size={16} aria-hidden="true" />}
            onClick={() => go({ screen: 'dossiers', id: entity.id })}
          >
            {t('dossier.one')}
          </Button>
        </div>
      </div>
    </header>
  );
}
