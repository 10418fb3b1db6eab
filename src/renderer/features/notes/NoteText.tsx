import { ActionIcon } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Note } from '#contract/source.ts';
import { useClient } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { Markdown } from './Markdown.tsx';
import { NoteEditor } from './NoteEditor.tsx';
import classes from './notes.module.css';
import { useWriting } from './use-draft.ts';

/** One note: read, or, once its pencil was pressed, changed in place. */
export function NoteText({ note }: { note: Note }) {
  const { t, i18n } = useTranslation();
  const client = useClient();
  const { handle, canWrite } = useCase();
  const draft = `note/${note.id}`;
  const [editing, setEditing] = useWriting(draft);
  if (editing) {
    return (
      <NoteEditor
        draft={draft}
        first={note.body}
        onKeep={(body) => client.notes.update({ handle, id: note.id, body })}
        onRemove={() => client.notes.remove({ handle, id: note.id })}
        onLeave={() => setEditing(false)}
      />
    );
  }
  return (
    <article className={classes['note']}>
      <Markdown body={note.body} />
      <footer>
        <time dateTime={note.createdAt}>
          {new Date(note.createdAt).toLocaleDateString(i18n.language, { dateStyle: 'medium' })}
        </time>
        {canWrite && (
          <ActionIcon
            size="sm"
            aria-label={t('inspector.editNote')}
            onClick={() => setEditing(true)}
          >
            <IconPencil size={14} aria-hidden="true" />
          </ActionIcon>
        )}
      </footer>
    </article>
  );
}
