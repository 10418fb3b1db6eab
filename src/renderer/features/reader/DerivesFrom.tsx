import { Tooltip } from '@mantine/core';
import { IconCornerDownRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Source } from '#contract/source.ts';
import { go } from '../../app/navigation.ts';
import classes from './reader.module.css';

/** At the head of a source that repeats another: which, and that the two count as one. */
export function DerivesFrom({ origin }: { origin: NonNullable<Source['derivesFrom']> }) {
  const { t } = useTranslation();
  return (
    <Tooltip label={t('source.derivesCounted')} multiline w={280}>
      <button
        type="button"
        className={classes['derives']}
        aria-label={t('source.derivesFromNamed', { title: origin.title })}
        onClick={() => go({ screen: 'source', id: origin.id })}
      >
        <IconCornerDownRight size={14} aria-hidden="true" />
        <span>{t('source.derivesFromNamed', { title: origin.title })}</span>
      </button>
    </Tooltip>
  );
}
