import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Note } from '#contract/source.ts';
import { useCase } from '../../app/case-context.tsx';
import { NoteEditor } from '../notes/NoteEditor.tsx';
import { NoteText } from '../notes/NoteText.tsx';
import { useWriting } from '../notes/use-draft.ts';
import { Section } from './Section.tsx';

/** The analysts' notes on a record: read, added, changed and removed in place. To be keyed by the record. */
export function Notes({
  on,
  notes,
  onAdd,
}: {
  /** The record, by its id. */
  on: string;
  notes: readonly Note[];
  onAdd: (body: string) => Promise<unknown>;
}) {
  const { t } = useTranslation();
  const { canWrite } = useCase();
  const draft = `note/${on}/new`;
  const [adding, setAdding] = useWriting(draft);
  return (
    <Section
      title={t('inspector.notes')}
      count={notes.length}
      action={
        canWrite &&
        !adding && (
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={t('notes.add')}
            onClick={() => setAdding(true)}
          >
            {t('common.add')}
          </Button>
        )
      }
    >
      {adding && (
        <NoteEditor draft={draft} first="" onKeep={onAdd} onLeave={() => setAdding(false)} />
      )}
      {notes.map((note) => (
        <NoteText key={note.id} note={note} />
      ))}
    </Section>
  );
}
