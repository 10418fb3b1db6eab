import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import classes from './entity.module.css';
import type { FactRow } from './fact-rows.ts';
import { FormFrame } from './forms/FormFrame.tsx';
import { ReasonField } from './forms/SameForm.tsx';
import { useAct } from './forms/use-act.ts';

/** Whether a side of a disagreement is preferred, and why; or the act of preferring it. */
export function Preference({ row }: { row: FactRow }) {
  const { t } = useTranslation();
  const client = useClient();
  const { handle, canWrite } = useCase();
  const { run, busy, error } = useAct();
  const [reason, setReason] = useState<string | null>(null);
  const { assessment } = row;
  const said = row.other?.name ?? row.value;
  if (reason !== null) {
    return (
      <div className={classes['form']}>
        <FormFrame
          title={t('resolution.preferNamed', { fact: said })}
          submit={t('resolution.prefer')}
          submitKeys="mod+Enter"
          busy={busy}
          error={error}
          ready={reason.trim() !== ''}
          onSubmit={() =>
            void run(
              () =>
                client.entities.assess({
                  handle,
                  entity: row.member,
                  fact: { kind: row.kind, id: row.id },
                  body: reason,
                }),
              () => setReason(null),
            )
          }
          onLeave={() => setReason(null)}
        >
          <ReasonField isNeeded reason={reason} onReason={setReason} />
        </FormFrame>
      </div>
    );
  }
  return (
    <div className={classes['preference']}>
      {assessment !== null && (
        <p>
          <span className={classes['preferred']}>{t('resolution.preferred')}</span>
          {assessment.body !== '' && ` ${assessment.body}`}
          {assessment.by !== null && (
            <span className={classes['role']}>{assessment.by.initials || assessment.by.name}</span>
          )}
        </p>
      )}
      {canWrite && (
        <Button
          size="compact-xs"
          variant="default"
          loading={busy}
          aria-label={t(
            assessment === null ? 'resolution.preferNamed' : 'resolution.unpreferNamed',
            { fact: said },
          )}
          onClick={() =>
            assessment === null
              ? setReason('')
              : void run(() => client.entities.unassess({ handle, id: assessment.id }))
          }
        >
          {t(assessment === null ? 'resolution.prefer' : 'resolution.unprefer')}
        </Button>
      )}
      {error !== null && <ErrorNotice error={error} />}
    </div>
  );
}
