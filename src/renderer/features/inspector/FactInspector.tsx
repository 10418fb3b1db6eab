import { useTranslation } from 'react-i18next';
import type { Entity, EvidenceItem } from '#contract/entity.ts';
import { go } from '../../app/navigation.ts';
import { KindIcon } from '../../ui/KindIcon.tsx';
import { Quotation } from '../../ui/Quotation.tsx';
import { boundsWords, datesWords, type FactRow } from '../entity/fact-rows.ts';
import { RecordNotes } from '../notes/RecordNotes.tsx';
import { EvidenceControls } from './EvidenceControls.tsx';
import classes from './inspector.module.css';
import { placeWords } from './place-words.ts';
import { Section } from './Section.tsx';

/** Beside an entity: what the chosen fact rests on, passage by passage, and how each bears on it. */
export function FactInspector({ entity, row }: { entity: Entity; row: FactRow | undefined }) {
  const { t } = useTranslation();
  if (row === undefined) {
    return (
      <div className={classes['teach']}>
        <p>{t('inspector.chooseFact')}</p>
      </div>
    );
  }
  const { other } = row;
  const dates = datesWords(row, t);
  const value = other?.name ?? row.value;
  const about = [entity.name, row.label, value].join(' · ');
  return (
    <div className={classes['body']}>
      <p className={classes['fact']}>
        <KindIcon kind={entity.kind} /> <strong>{entity.name}</strong>{' '}
        <span className={classes['label']}>{row.label}</span>{' '}
        {other === null ? (
          <strong>{value}</strong>
        ) : (
          <button
            type="button"
            className={classes['link']}
            onClick={() => go({ screen: 'entity', id: other.id })}
          >
            {value}
          </button>
        )}
        {row.role !== '' && `, ${row.role}`}
      </p>
      {dates !== '' && (
        <p className={classes['where']}>
          {dates}
          <span>({boundsWords(row)})</span>
        </p>
      )}
      <Section title={t('inspector.restsOn')} count={row.evidence.length}>
        {row.evidence.length === 0 && <p className={classes['label']}>{t('entity.noEvidence')}</p>}
        {row.evidence.map((item) => (
          <EvidenceCard key={item.id} item={item} about={about} />
        ))}
      </Section>
      {row.kind === 'link' && <RecordNotes key={row.id} subject={{ table: 'link', id: row.id }} />}
    </div>
  );
}

function EvidenceCard({ item, about }: { item: EvidenceItem; about: string }) {
  const { t } = useTranslation();
  return (
    <article className={classes['evidence']}>
      <Quotation text={item.quotation} language={item.sourceLanguage} lines={6} />
      <p className={classes['where']}>
        <button
          type="button"
          className={classes['link']}
          onClick={() => go({ screen: 'source', id: item.source, excerpt: item.excerpt })}
        >
          {item.sourceTitle}
        </button>
        <span className={classes['place']}>{placeWords(item.place, t)}</span>
      </p>
      <EvidenceControls evidence={item} about={about} />
    </article>
  );
}
