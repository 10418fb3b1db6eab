import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconFilter } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { NoteSubjectTable } from '#contract/note.ts';
import { useApi } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { useCommand } from '../../app/commands.ts';
import { useFindings } from '../findings/FindingList.tsx';
import { useNotesFilter } from './notes-filter.ts';
import classes from './notes.module.css';

type NotesOn = ReturnType<typeof useNotesFilter.getState>['on'];

/** Narrows the notes by their words and by what they are on. */
export function NotesNavigator() {
  const { t } = useTranslation();
  const api = useApi();
  const { handle } = useCase();
  const { words, on } = useNotesFilter();
  const field = useRef<HTMLInputElement>(null);
  const { data: counts } = useQuery(api.notes.counts.queryOptions({ input: { handle } }));
  useEffect(() => () => useNotesFilter.setState({ words: '', on: null }), []);
  useCommand({
    id: 'list.filter',
    title: 'command.filter',
    group: 'view',
    keys: ['mod+f'],
    run: () => field.current?.select(),
  });
  const total = NoteSubjectTable.options.reduce((sum, one) => sum + (counts?.[one] ?? 0), 0);
  const { findings } = useFindings(null);
  const facet = (table: NotesOn, label: string, count: number) => (
    <li key={table ?? 'all'}>
      <button
        type="button"
        aria-pressed={on === table}
        className={classes['facet']}
        onClick={() => useNotesFilter.setState({ on: table })}
      >
        <span>{label}</span>
        <span>{count}</span>
      </button>
    </li>
  );
  return (
    <>
      <div className={classes['navigatorHead']}>
        <TextInput
          ref={field}
          aria-label={t('notes.filter')}
          placeholder={t('notes.filter')}
          leftSection={<IconFilter size={14} aria-hidden="true" />}
          value={words}
          onChange={(event) => useNotesFilter.setState({ words: event.currentTarget.value })}
        />
      </div>
      <ul className={classes['facets']} aria-label={t('notes.filterOn')}>
        {facet(null, t('notes.all'), total)}
        {NoteSubjectTable.options.map((table) =>
          facet(table, t(`notes.on.${table}`), counts?.[table] ?? 0),
        )}
        {facet('findings', t('finding.ofCase'), findings.length)}
      </ul>
    </>
  );
}
