import { useTranslation } from 'react-i18next';
import type { DuplicateCandidate } from '#contract/duplicates.ts';
import type { Entity } from '#contract/entity.ts';
import { go } from '../../../app/navigation.ts';
import { useKeyHints } from '../../../app/key-map.ts';
import { KindIcon } from '../../../ui/KindIcon.tsx';
import { Keys } from '../../../ui/Keys.tsx';
import { MarkingBadge } from '../../../ui/MarkingBadge.tsx';
import classes from '../review.module.css';

/** One of two entities: its kind and name, which opens it. */
export function SideHead({
  side,
  entity,
  openBy,
}: {
  side: DuplicateCandidate['first'];
  entity: Entity | undefined;
  /** The command that opens it. */
  openBy: 'review.openFirst' | 'review.openSecond';
}) {
  const { t } = useTranslation();
  const hint = useKeyHints()(openBy);
  return (
    <div className={classes['head']}>
      <KindIcon kind={side.kind} size={20} />
      <button
        type="button"
        className={classes['name']}
        aria-label={t('review.open', { name: side.name })}
        aria-keyshortcuts={hint.aria}
        onClick={() => go({ screen: 'entity', id: side.id })}
      >
        {side.name}
      </button>
      <Keys keys={hint.keys} />
      {entity !== undefined && <MarkingBadge handling={entity.handling} />}
    </div>
  );
}
