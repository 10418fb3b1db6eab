import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { EntityKind } from '#contract/vocabulary.ts';
import { KindIcon } from '../../ui/KindIcon.tsx';
import { TagDot } from '../tags/TagDot.tsx';
import classes from './picks.module.css';

/** Something that was picked out of many: an entity by its kind, a tag by its colour. */
export interface Picked {
  id: string;
  name: string;
  kind?: EntityKind;
  color?: string;
}

/** What was picked, one beside the other; each can be taken away. */
export function Chips({
  label,
  chosen,
  onRemove,
}: {
  label: string;
  chosen: readonly Picked[];
  onRemove: (id: string) => void;
}) {
  const { t } = useTranslation();
  if (chosen.length === 0) return null;
  return (
    <ul className={classes['chips']} aria-label={label}>
      {chosen.map((one) => (
        <li key={one.id} className={classes['chip']}>
          {one.kind !== undefined && <KindIcon kind={one.kind} size={14} />}
          {one.color !== undefined && <TagDot color={one.color} />}
          <span title={one.name}>{one.name}</span>
          <button
            type="button"
            aria-label={t('common.takeAway', { name: one.name })}
            onClick={() => onRemove(one.id)}
          >
            <IconX size={12} aria-hidden="true" />
          </button>
        </li>
      ))}
    </ul>
  );
}
