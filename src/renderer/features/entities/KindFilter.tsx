import { Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EntityKind } from '#contract/vocabulary.ts';
import { KindIcon } from '../../ui/KindIcon.tsx';
import classes from './entities.module.css';

/** Which kind of entities is listed. Pressing the one that is on shows all again. */
export function KindFilter({
  kind,
  onKind,
}: {
  kind: EntityKind | null;
  onKind: (kind: EntityKind | null) => void;
}) {
  const { t } = useTranslation();
  return (
    <div className={classes['kinds']} role="group" aria-label={t('entities.kind')}>
      {EntityKind.options.map((each) => (
        <Tooltip key={each} label={t(`kinds.${each}`)}>
          <button
            type="button"
            className={classes['kind']}
            aria-pressed={kind === each}
            aria-label={t(`kinds.${each}`)}
            onClick={() => onKind(kind === each ? null : each)}
          >
            <KindIcon kind={each} decorative />
          </button>
        </Tooltip>
      ))}
    </div>
  );
}
