import { IconArrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { EvidenceItem } from '#contract/entity.ts';
import { go } from '../../app/navigation.ts';
import { StanceMark } from '../../ui/EvidenceDot.tsx';
import { GradeChip } from '../../ui/GradeChip.tsx';
import { Quotation } from '../../ui/Quotation.tsx';
import { contextWords } from '../inspector/context-words.ts';
import { placeWords } from '../inspector/place-words.ts';
import classes from './entity.module.css';
import type { FactRow } from './fact-rows.ts';
import { Preference } from './Preference.tsx';

/** What a fact rests on, in place; where the sources disagree, the two sides beside one another. */
export function FactPassages({ row }: { row: FactRow }) {
  const { t } = useTranslation();
  const contrary = row.evidence.filter(({ stance }) => stance === 'contradicts');
  const rivals = row.rivals.filter(({ evidence }) => evidence.length > 0);
  if (!row.disputed || contrary.length + row.rivals.length === 0) {
    return <Passages evidence={row.evidence} />;
  }
  return (
    <div className={classes['sides']}>
      <section>
        <h3>{row.value === '' ? t('stance.supports') : row.value}</h3>
        <Preference row={row} />
        <Passages evidence={row.evidence.filter(({ stance }) => stance === 'supports')} />
      </section>
      <section>
        {contrary.length > 0 && (
          <>
            <h3>{t('stance.contradicts')}</h3>
            <Passages evidence={contrary} />
          </>
        )}
        {rivals.map((rival) => (
          <div key={rival.id}>
            <h3>{rival.value}</h3>
            <Preference row={rival} />
            <Passages evidence={rival.evidence} />
          </div>
        ))}
        {row.rivals
          .filter((rival) => !rivals.includes(rival))
          .map((rival) => (
            <div key={rival.id}>
              <h3>{rival.value}</h3>
              <Preference row={rival} />
              <Passages evidence={[]} />
            </div>
          ))}
      </section>
    </div>
  );
}

function Passages({ evidence }: { evidence: readonly EvidenceItem[] }) {
  const { t } = useTranslation();
  if (evidence.length === 0) return <p className={classes['bare']}>{t('entity.noEvidence')}</p>;
  return (
    <ul className={classes['passages']}>
      {evidence.map((item) => (
        <li key={item.id} data-stance={item.stance}>
          <Quotation text={item.quotation} language={item.sourceLanguage} {...contextWords(item)} />
          <PassageFoot item={item} />
        </li>
      ))}
    </ul>
  );
}

function PassageFoot({ item }: { item: EvidenceItem }) {
  const { t } = useTranslation();
  return (
    <p className={classes['passageFoot']}>
      <GradeChip reliability={item.reliability} credibility={item.credibility} />
      <StanceMark stance={item.stance} />
      <button
        type="button"
        className={classes['toSource']}
        onClick={() => go({ screen: 'source', id: item.source, excerpt: item.excerpt })}
      >
        <span>{item.sourceTitle}</span>
        <IconArrowRight size={14} aria-hidden="true" />
      </button>
      <span>{placeWords(item.place, t)}</span>
    </p>
  );
}
