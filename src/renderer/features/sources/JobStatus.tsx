import { Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../app/commands.ts';
import { useCase } from '../../app/case-context.tsx';
import { go } from '../../app/navigation.ts';
import { useImport } from './import-store.ts';
import { useFollowImport, useImportWork } from './import-work.ts';
import classes from './import.module.css';
import { useImportWords } from './importing/use-import-words.ts';

/** The import under way, in the status bar of every screen. */
export function JobStatus() {
  const { t } = useTranslation();
  const { canWrite } = useCase();
  const phase = useImport((state) => state.phase);
  const { words, part } = useImportWords();
  const { choose, cancel } = useImportWork();
  useFollowImport();
  useCommand(
    canWrite
      ? {
          id: 'case.import',
          title: 'command.import',
          group: 'case',
          keys: ['mod+shift+i'],
          run: () => {
            go({ screen: 'sources' });
            choose();
          },
        }
      : null,
  );
  if (phase !== 'copying' && phase !== 'running') return null;
  return (
    <span className={classes['status']}>
      <button
        type="button"
        className={classes['link']}
        onClick={() => {
          go({ screen: 'sources' });
          useImport.setState({ open: true });
        }}
      >
        {words}
      </button>
      <Progress.Root size={6} w={80} transitionDuration={0}>
        <Progress.Section value={100 * part} aria-label={words} />
      </Progress.Root>
      <button type="button" className={classes['link']} onClick={cancel}>
        {t('common.cancel')}
      </button>
    </span>
  );
}
