import { ActionIcon, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Source } from '#contract/source.ts';
import { useCase } from '../../app/case-context.tsx';
import { useCommand } from '../../app/commands.ts';
import { count } from '../../app/format.ts';
import { go } from '../../app/navigation.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { offerReadingAgain } from './reading-again-store.ts';
import classes from './reading-again.module.css';

/** At the head of a source: whether passages have no place in its text, and the way to read it again. */
export function TextState({ source: { id, orphans } }: { source: Source }) {
  const { t } = useTranslation();
  const { canWrite } = useCase();
  useCommand(
    canWrite
      ? {
          id: 'reading.again',
          title: 'readAgain.open',
          group: 'reading',
          keys: [],
          run: () => offerReadingAgain([id]),
        }
      : null,
  );
  return (
    <>
      {orphans > 0 && (
        <Tooltip label={t('orphans.left', { count: orphans })}>
          <button
            type="button"
            className={classes['state']}
            aria-label={t('orphans.left', { count: orphans })}
            onClick={() => go({ screen: 'review', id: 'orphans' })}
          >
            <IconAlertTriangle size={16} aria-hidden="true" />
            {count(orphans, currentLanguage())}
          </button>
        </Tooltip>
      )}
      {canWrite && (
        <Tooltip label={t('readAgain.open')}>
          <ActionIcon aria-label={t('readAgain.open')} onClick={() => offerReadingAgain([id])}>
            <IconRefresh size={16} aria-hidden="true" />
          </ActionIcon>
        </Tooltip>
      )}
    </>
  );
}
