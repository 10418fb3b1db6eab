import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCase } from '../../app/case-context.tsx';
import { useCommand } from '../../app/commands.ts';
import { holdTyping } from '../../app/held-typing.ts';
import { useKeyHints } from '../../app/key-map.ts';
import { Keys } from '../../ui/Keys.tsx';
import notesClasses from '../notes/notes.module.css';
import { useWriting } from '../notes/use-draft.ts';
import { CaseSummary } from './CaseSummary.tsx';
import { FindingList, newFinding, useFindings } from './FindingList.tsx';
import classes from './findings.module.css';

/** What the analysts make of the case as a whole: its summary and its findings, which a case report prints. */
export function CaseFindings() {
  const { t } = useTranslation();
  const hint = useKeyHints();
  const { canWrite } = useCase();
  const { findings } = useFindings(null);
  const [adding, setAdding] = useWriting(newFinding(null));
  useCommand(
    canWrite
      ? {
          id: 'notes.new',
          title: 'finding.add',
          group: 'entity',
          keys: ['n'],
          run: () => {
            holdTyping();
            setAdding(true);
          },
        }
      : null,
  );
  return (
    <div className={notesClasses['screen']}>
      <header className={notesClasses['bar']}>
        <h1>{t('finding.ofCase')}</h1>
        <span role="status" className={notesClasses['found']}>
          {findings.length === 0 ? '' : t('finding.found', { count: findings.length })}
        </span>
        {canWrite && (
          <Button
            aria-keyshortcuts={hint('notes.new').aria}
            rightSection={<Keys keys={hint('notes.new').keys} />}
            onClick={() => setAdding(true)}
          >
            {t('finding.new')}
          </Button>
        )}
      </header>
      <div className={classes['ofCase']}>
        <CaseSummary />
        <section aria-label={t('search.kind.finding')}>
          {findings.length === 0 && !adding && (
            <p className={classes['teach']}>{t('finding.teach')}</p>
          )}
          <FindingList entity={null} adding={adding} onAdded={() => setAdding(false)} />
        </section>
      </div>
    </div>
  );
}
