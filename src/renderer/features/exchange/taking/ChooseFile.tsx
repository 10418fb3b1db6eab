import { Button } from '@mantine/core';
import { IconPackageImport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCase } from '../../../app/case-context.tsx';
import { useCommand } from '../../../app/commands.ts';
import { useKeyHints } from '../../../app/key-map.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { Keys } from '../../../ui/Keys.tsx';
import classes from './taking.module.css';
import { useTakingWork } from './use-taking-work.ts';

/** Where a file is dropped or chosen. One dropped anywhere else on the window comes here too. */
export function ChooseFile({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const { canWrite } = useCase();
  const { choose } = useTakingWork();
  const hint = useKeyHints()('takeIn.choose');
  useCommand({
    id: 'takeIn.choose',
    title: 'exchange.takeInStep.choose',
    group: 'case',
    keys: ['o'],
    run: choose,
  });
  return (
    <div className={classes['page']}>
      <h3>{t('exchange.takeInStep.title')}</h3>
      <p>{t('exchange.takeInStep.lead')}</p>
      {error !== null && <ErrorNotice error={error} />}
      <div className={classes['drop']}>
        <IconPackageImport size={28} stroke={1.4} aria-hidden="true" />
        <p>{t('exchange.takeInStep.drop')}</p>
        <Button
          variant="filled"
          aria-keyshortcuts={hint.aria}
          rightSection={<Keys keys={hint.keys} />}
          onClick={choose}
        >
          {t('exchange.takeInStep.choose')}
        </Button>
        <p className={classes['dim']}>{t('exchange.takeInStep.kinds')}</p>
      </div>
      {!canWrite && <p className={classes['dim']}>{t('exchange.takeInStep.readOnly')}</p>}
    </div>
  );
}
