import { Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Handling } from '#contract/vocabulary.ts';
import classes from './marks.module.css';

/** A handling marking of the Traffic Light Protocol in its standard colours on black. */
export function MarkingBadge({ handling }: { handling: Handling }) {
  const { t } = useTranslation();
  return (
    <Tooltip label={t(`handling.${handling}`)}>
      <span className={classes['marking']} data-handling={handling}>
        TLP:{handling}
      </span>
    </Tooltip>
  );
}
