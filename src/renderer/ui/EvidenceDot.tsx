import { IconAlertTriangle, IconCircleMinus, IconCirclePlus } from '@tabler/icons-react';
import { Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Stance } from '#contract/vocabulary.ts';
import classes from './marks.module.css';

/** What a fact rests on: a hollow dot for nothing, otherwise the number of independent sources that support it. */
export function EvidenceDot({ sources }: { sources: number }) {
  const { t } = useTranslation();
  const label = t('evidence.sources', { count: sources });
  return (
    <Tooltip label={label}>
      <span className={classes['dot']} data-hollow={sources === 0}>
        {sources > 0 && <span aria-hidden="true">{sources}</span>}
        <span className="lg-hidden">{label}</span>
      </span>
    </Tooltip>
  );
}

/** The amber mark of a point on which the evidence disagrees. */
export function DisputeMark({ size = 14 }: { size?: number }) {
  const { t } = useTranslation();
  return (
    <Tooltip label={t('evidence.disputed')}>
      <IconAlertTriangle
        className={classes['dispute']}
        size={size}
        role="img"
        aria-label={t('evidence.disputed')}
      />
    </Tooltip>
  );
}

/** Whether a passage speaks for or against a fact: a sign and a word. */
export function StanceMark({ stance }: { stance: Stance }) {
  const { t } = useTranslation();
  const Sign = stance === 'supports' ? IconCirclePlus : IconCircleMinus;
  return (
    <span className={classes['stance']} data-stance={stance}>
      <Sign size={14} aria-hidden="true" />
      {t(`stance.${stance}`)}
    </span>
  );
}
