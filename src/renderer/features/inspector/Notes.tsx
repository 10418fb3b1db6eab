import { ActionIcon, Button, Textarea } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Note } from '#contract/source.ts';
import { useClient } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Keys } from '../../ui/Keys.tsx';
import { useAct } from '../entity/forms/use-act.ts';
import { useFocusFirst } from '../entity/forms/use-focus-first.ts';
import classes from './inspector.module.css';
import { Section } from './Section.tsx';

/** The analysts' notes on a record: read, added, changed and removed in place. */
export function Notes({
  notes,
  onAdd,
}: {
  notes: readonly Note[];
  onAdd: (body: string) => Promise<unknown>;
}) {
  const { t } = useTranslation();
  const { canWrite } = useCase();
  const [adding, setAdding] = useState(false);
  return (
    <Section
      title={t('inspector.notes')}
      count={notes.length}
      action={
        canWrite &&
        !adding && (
          <Button size="compact-xs" variant="subtle" onClick={() => setAdding(true)}>
            {t('common.add')}
          </Button>
        )
      }
    >
      {adding && <NoteEditor first="" onKeep={onAdd} onLeave={() => setAdding(false)} />}
      {notes.map((note) => (
        <NoteRow key={note.id} note={note} />
      ))}
    </Section>
  );
}

function NoteRow({ note }: { note: Note }) {
  const { t, i18n } = useTranslation();
  const client = useClient();
  const { handle, canWrite } = useCase();
  const [editing, setEditing] = useState(false);
  if (editing) {
    return (
      <NoteEditor
        first={note.body}
        onKeep={(body) => client.notes.update({ handle, id: note.id, body })}
        onRemove={() => client.notes.remove({ handle, id: note.id })}
        onLeave={() => setEditing(false)}
      />
    );
  }
  return (
    <article className={classes['note']}>
      <p>{note.body}</p>
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

function NoteEditor({
  first,
  onKeep,
  onRemove,
  onLeave,
}: {
  first: string;
  onKeep: (body: string) => Promise<unknown>;
  onRemove?: () => Promise<unknown>;
  onLeave: () => void;
}) {
  const { t } = useTranslation();
  const { run, busy, error } = useAct();
  const [body, setBody] = useState(first);
  const editor = useRef<HTMLDivElement>(null);
  useFocusFirst(editor);
  const keep = (): void => {
    if (body.trim() === '') return;
    void run(() => onKeep(body), onLeave);
  };
  return (
    <div ref={editor} className={classes['noteEditor']}>
      <Textarea
        aria-label={t('inspector.note')}
        autosize
        minRows={3}
        maxRows={16}
        value={body}
        onChange={(event) => setBody(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) keep();
          else if (event.key === 'Escape') onLeave();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      {error !== null && <ErrorNotice error={error} />}
      <div className={classes['noteFoot']}>
        {onRemove !== undefined && (
          <ConfirmButton
            question={t('inspector.removeNote')}
            onConfirm={() => void run(onRemove, onLeave)}
          >
            {t('common.remove')}
          </ConfirmButton>
        )}
        <Button variant="subtle" color="gray" onClick={onLeave}>
          {t('common.cancel')}
        </Button>
        <Button
          variant="filled"
          loading={busy}
          disabled={body.trim() === ''}
          onClick={keep}
          rightSection={<Keys keys="mod+Enter" />}
        >
          {t('common.save')}
        </Button>
      </div>
    </div>
  );
}
