import { Button } from '@mantine/core';
import { useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { NoteEntry, NoteSubjectTable } from '#contract/note.ts';
import { useApi, useClient } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { useCommand } from '../../app/commands.ts';
import { holdTyping } from '../../app/held-typing.ts';
import type { Route } from '../../app/route.ts';
import { useKeyHints } from '../../app/key-map.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Keys } from '../../ui/Keys.tsx';
import { usePagedList } from '../../ui/paged.ts';
import { VirtualEntries } from '../../ui/VirtualEntries.tsx';
import { CaseFindings } from '../findings/CaseFindings.tsx';
import { NoteEditor } from './NoteEditor.tsx';
import { NoteHead } from './NoteHead.tsx';
import { useNotesFilter } from './notes-filter.ts';
import { NoteText } from './NoteText.tsx';
import classes from './notes.module.css';
import { useWriting } from './use-draft.ts';

/** The notes, or what is concluded of the case as a whole. */
export function NotesScreen({ route }: { route: Route }) {
  const { on, words } = useNotesFilter();
  useEffect(() => {
    if (route.id === 'findings') useNotesFilter.setState({ on: 'findings' });
  }, [route.id]);
  return on === 'findings' ? <CaseFindings /> : <AllNotes on={on} words={words} />;
}

/** All notes of the case, latest first, and a new one on the case itself. */
function AllNotes({ on, words }: { on: NoteSubjectTable | null; words: string }) {
  const { t } = useTranslation();
  const hint = useKeyHints();
  const api = useApi();
  const client = useClient();
  const { handle, info, canWrite } = useCase();
  const [adding, setAdding] = useWriting('note/case/new');
  const list = usePagedList<NoteEntry>(
    useCallback(
      (offset, limit) =>
        api.notes.list.queryOptions({
          input: { handle, words, ...(on !== null && { on }), offset, limit },
        }),
      [api, handle, on, words],
    ),
  );
  useCommand(
    canWrite
      ? {
          id: 'notes.new',
          title: 'notes.new',
          group: 'entity',
          keys: ['n'],
          run: () => {
            holdTyping();
            setAdding(true);
          },
        }
      : null,
  );
  const filtered = words !== '' || on !== null;
  return (
    <div className={classes['screen']}>
      <header className={classes['bar']}>
        <h1>{t('rail.notes')}</h1>
        <span role="status" className={classes['found']}>
          {list.pending ? '' : t('notes.found', { count: list.total })}
        </span>
        {canWrite && (
          <Button
            aria-keyshortcuts={hint('notes.new').aria}
            rightSection={<Keys keys={hint('notes.new').keys} />}
            onClick={() => setAdding(true)}
          >
            {t('notes.new')}
          </Button>
        )}
      </header>
      {adding && (
        <div className={classes['adding']}>
          <NoteEditor
            draft="note/case/new"
            first=""
            label={t('notes.onCase')}
            onKeep={(body) =>
              client.notes.add({ handle, subject: { table: 'case', id: info.id }, body })
            }
            onLeave={() => setAdding(false)}
          />
        </div>
      )}
      {list.error !== null && <ErrorNotice error={list.error} />}
      {!list.pending && list.total === 0 ? (
        <EmptyState
          {...(canWrite &&
            !filtered && {
              action: {
                label: t('notes.new'),
                keys: hint('notes.new').keys,
                run: () => setAdding(true),
              },
            })}
        >
          {filtered ? t('notes.noneSo') : t('notes.teach')}
        </EmptyState>
      ) : (
        <VirtualEntries
          list={list}
          height={96}
          itemKey={({ id }) => id}
          as="div"
          className={classes['entry']}
          label={t('rail.notes')}
        >
          {(note) => (
            <>
              <NoteHead note={note} />
              <NoteText note={note} />
            </>
          )}
        </VirtualEntries>
      )}
    </div>
  );
}
