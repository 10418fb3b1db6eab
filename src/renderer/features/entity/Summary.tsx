import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Entity } from '#contract/entity.ts';
import { useClient } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import classes from './entity.module.css';
import { FormFrame } from './forms/FormFrame.tsx';
import { useAct } from './forms/use-act.ts';

/** The analysts' summary, which opens the entity's dossier: read, and written in place. */
export function Summary({ entity }: { entity: Entity }) {
  const { t } = useTranslation();
  const client = useClient();
  const { handle, canWrite } = useCase();
  const { run, busy, error } = useAct();
  const [draft, setDraft] = useState<string | null>(null);
  if (draft !== null) {
    return (
      <div className={classes['form']}>
        <FormFrame
          title={t('entity.summary')}
          submit={t('common.save')}
          submitKeys="mod+Enter"
          busy={busy}
          error={error}
          onSubmit={() =>
            void run(
              () => client.entities.update({ handle, id: entity.id, changes: { summary: draft } }),
              () => setDraft(null),
            )
          }
          onLeave={() => setDraft(null)}
        >
          <Textarea
            aria-label={t('entity.summary')}
            autosize
            minRows={4}
            maxRows={20}
            value={draft}
            onChange={(event) => setDraft(event.currentTarget.value)}
          />
        </FormFrame>
      </div>
    );
  }
  if (entity.summary === '') {
    return canWrite ? (
      <button
        type="button"
        className={classes['summaryEmpty']}
        onClick={() => setDraft(entity.summary)}
      >
        {t('entity.writeSummary')}
      </button>
    ) : null;
  }
  return (
    <div className={classes['summary']}>
      <p>{entity.summary}</p>
      {canWrite && (
        <button
          type="button"
          className={classes['summaryEdit']}
          aria-label={t('entity.writeSummary')}
          onClick={() => setDraft(entity.summary)}
        >
          {t('common.edit')}
        </button>
      )}
    </div>
  );
}
