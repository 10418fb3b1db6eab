import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { Section } from '../inspector/Section.tsx';
import { NoteHead } from './NoteHead.tsx';
import { Markdown } from './Markdown.tsx';
import classes from './notes.module.css';

/** The notes that cite a passage. Nothing where none does. */
export function CitedIn({ excerpt }: { excerpt: string }) {
  const { t } = useTranslation();
  const api = useApi();
  const { handle } = useCase();
  const { data } = useQuery(api.notes.citing.queryOptions({ input: { handle, id: excerpt } }));
  if (data === undefined || data.length === 0) return null;
  return (
    <Section title={t('notes.citedIn')} count={data.length}>
      {data.map((note) => (
        <article key={note.id} className={classes['note']}>
          <NoteHead note={note} />
          <Markdown body={note.body} />
        </article>
      ))}
    </Section>
  );
}
