import { useTranslation } from 'react-i18next';
import type { Entity } from '#contract/entity.ts';
import { useClient } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { Markdown } from '../notes/Markdown.tsx';
import { NoteEditor } from '../notes/NoteEditor.tsx';
import { useWriting } from '../notes/use-draft.ts';
import classes from './entity.module.css';

/** The analysts' summary, which opens the entity's dossier: read, and written in place, in Markdown with citations. */
export function Summary({ entity }: { entity: Entity }) {
  const { t } = useTranslation();
  const client = useClient();
  const { handle, canWrite } = useCase();
  const draft = `summary/${entity.id}`;
  const [editing, setEditing] = useWriting(draft);
  if (editing) {
    return (
      <div className={classes['writing']}>
        <NoteEditor
          draft={draft}
          first={entity.summary}
          label={t('entity.summary')}
          hint={t('entity.summaryHint')}
          mayBeEmpty
          onKeep={(summary) =>
            client.entities.update({ handle, id: entity.id, changes: { summary } })
          }
          onLeave={() => setEditing(false)}
        />
      </div>
    );
  }
  if (entity.summary === '') {
    return canWrite ? (
      <button type="button" className={classes['summaryEmpty']} onClick={() => setEditing(true)}>
        {t('entity.writeSummary')}
      </button>
    ) : null;
  }
  return (
    <div className={classes['summary']}>
      <Markdown body={entity.summary} />
      {canWrite && (
        <button
          type="button"
          className={classes['summaryEdit']}
          aria-label={t('entity.writeSummary')}
          onClick={() => setEditing(true)}
        >
          {t('common.edit')}
        </button>
      )}
    </div>
  );
}
