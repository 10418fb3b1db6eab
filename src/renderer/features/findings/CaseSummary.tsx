import { Button } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { Markdown } from '../notes/Markdown.tsx';
import { NoteEditor } from '../notes/NoteEditor.tsx';
import { useWriting } from '../notes/use-draft.ts';
import classes from './findings.module.css';

/** The analysts’ summary of the case, which opens its report: read, and written in place, in Markdown with citations. */
export function CaseSummary() {
  const { t } = useTranslation();
  const client = useClient();
  const id = useId();
  const { handle, info, canWrite } = useCase();
  const [editing, setEditing] = useWriting('summary/case');
  if (info.summary === '' && !canWrite) return null;
  return (
    <section className={classes['summary']} aria-labelledby={id}>
      <header>
        <h2 id={id}>{t('entity.summary')}</h2>
        {canWrite && !editing && (
          <Button size="compact-xs" variant="subtle" onClick={() => setEditing(true)}>
            {t(info.summary === '' ? 'entity.writeSummary' : 'common.edit')}
          </Button>
        )}
      </header>
      {editing ? (
        <NoteEditor
          draft="summary/case"
          first={info.summary}
          label={t('entity.summary')}
          hint={t('entity.summaryHint')}
          mayBeEmpty
          onKeep={(summary) => client.cases.update({ handle, changes: { summary } })}
          onLeave={() => setEditing(false)}
        />
      ) : (
        <Markdown body={info.summary} />
      )}
    </section>
  );
}
