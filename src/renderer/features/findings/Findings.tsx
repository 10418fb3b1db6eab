import { Button } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useCase } from '../../app/case-context.tsx';
import { useKeyHints } from '../../app/key-map.ts';
import { Keys } from '../../ui/Keys.tsx';
import { FindingList, useFindings } from './FindingList.tsx';
import classes from './findings.module.css';

/** What the analysts make of an entity: the assessment that its dossier prints. */
export function Findings({
  entity,
  adding,
  onAdd,
  onAdded,
}: {
  entity: string;
  adding: boolean;
  onAdd: () => void;
  onAdded: () => void;
}) {
  const { t } = useTranslation();
  const hint = useKeyHints();
  const id = useId();
  const { canWrite } = useCase();
  const { findings } = useFindings(entity);
  if (findings.length === 0 && !canWrite) return null;
  return (
    <section className={classes['section']} aria-labelledby={id}>
      <header>
        <h2 id={id}>
          {t('finding.assessment')}{' '}
          {findings.length > 0 && <span className={classes['count']}>{findings.length}</span>}
        </h2>
        {canWrite && !adding && (
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={t('finding.add')}
            aria-keyshortcuts={hint('entity.finding').aria}
            rightSection={<Keys keys={hint('entity.finding').keys} />}
            onClick={onAdd}
          >
            {t('common.add')}
          </Button>
        )}
      </header>
      <FindingList entity={entity} adding={adding} onAdded={onAdded} />
    </section>
  );
}
