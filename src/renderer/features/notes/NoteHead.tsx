import { IconBriefcase, IconFileText, IconLink, IconQuote } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { NoteEntry } from '#contract/note.ts';
import { go, type Route } from '../../app/navigation.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { KindIcon } from '../../ui/KindIcon.tsx';
import { linkLabel } from '../entity/ontology-words.ts';
import { useOntology } from '../entity/use-ontology.ts';
import classes from './notes.module.css';

/** What a note is on: a click goes there. */
export function NoteHead({ note: { subject } }: { note: NoteEntry }) {
  const { t } = useTranslation();
  const ontology = useOntology();
  const { table, title, other, type, entity } = subject;
  const route = routeOf(subject);
  const words =
    table === 'link'
      ? `${title} · ${linkLabel(ontology, type, 'out', currentLanguage())} · ${other}`
      : [title.replaceAll(/\s+/gu, ' ').slice(0, 160), other]
          .filter((part) => part !== '')
          .join(' · ');
  const icon = {
    case: <IconBriefcase size={14} aria-hidden="true" />,
    source: <IconFileText size={14} aria-hidden="true" />,
    excerpt: <IconQuote size={14} aria-hidden="true" />,
    entity: entity === null ? null : <KindIcon kind={entity.kind} size={14} />,
    link: <IconLink size={14} aria-hidden="true" />,
  }[table];
  return (
    <h3 className={classes['noteHead']}>
      {icon}
      <span className={classes['on']}>{t(`notes.on.${table}`)}</span>
      {route === null ? (
        <span className={classes['subject']}>{words}</span>
      ) : (
        <button
          type="button"
          className={classes['subject']}
          title={words}
          onClick={() => go(route)}
        >
          {words}
        </button>
      )}
    </h3>
  );
}

/** Where what a note is on is seen. The case is seen everywhere. */
function routeOf({ table, id, entity, source }: NoteEntry['subject']): Route | null {
  if (entity !== null) return { screen: 'entity', id: entity.id };
  if (table === 'source') return { screen: 'source', id };
  if (table === 'excerpt' && source !== null) return { screen: 'source', id: source, excerpt: id };
  return null;
}
