import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../../app/api.ts';
import { useCase } from '../../../app/case-context.tsx';
import { useUndo } from '../../history/use-undo.ts';
import classes from './taking.module.css';

/** Takes back what was just taken in: just that, whatever was done since. @param gesture its change set */
export function UndoTakenIn({ gesture }: { gesture: number }) {
  const { t } = useTranslation();
  const api = useApi();
  const { handle, canWrite } = useCase();
  const undo = useUndo();
  // What is known from before does not know of the gesture yet.
  const { data, isFetchedAfterMount } = useQuery(
    api.history.steps.queryOptions({ input: { handle }, refetchOnMount: 'always' }),
  );
  const steps = isFetchedAfterMount ? data : undefined;
  const [wasUndone, setWasUndone] = useState(false);
  const latest = steps?.undo?.id ?? 0;
  const isUndone = steps !== undefined && latest < gesture;
  if (isUndone && !wasUndone) setWasUndone(true);
  if (!canWrite) return null;
  // Done again, it is another change set, which the undo of the case takes back.
  if (wasUndone && !isUndone) return null;
  return (
    <div className={classes['undo']}>
      <p role="status">{t(isUndone ? 'merge.undone' : 'merge.undoSaid')}</p>
      {!isUndone && (
        <Button
          leftSection={<IconArrowBackUp size={16} aria-hidden="true" />}
          disabled={steps === undefined}
          onClick={() => undo(latest === gesture ? 'undo' : gesture)}
        >
          {t('merge.undo')}
        </Button>
      )}
    </div>
  );
}
