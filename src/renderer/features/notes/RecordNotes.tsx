import { useQuery } from '@tanstack/react-query';
import type { NoteSubject } from '#contract/note.ts';
import { useApi, useClient } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { Notes } from '../inspector/Notes.tsx';

/** The notes on a record whose page does not bring them along. */
export function RecordNotes({ subject }: { subject: NoteSubject }) {
  const api = useApi();
  const client = useClient();
  const { handle } = useCase();
  const { data } = useQuery(
    api.notes.list.queryOptions({ input: { handle, subject, limit: 1000 } }),
  );
  return (
    <Notes
      on={subject.id}
      notes={data?.items ?? []}
      onAdd={(body) => client.notes.add({ handle, subject, body })}
    />
  );
}
