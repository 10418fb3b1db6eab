import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { ForeignPreview } from '#contract/foreign-import.ts';
import { foreignRemarkLine } from '#contract/foreign-remark-text.ts';
import { go } from '../../../../app/navigation.ts';
import { currentLanguage } from '../../../../i18n/i18n.ts';
import { useOntology } from '../../../entity/use-ontology.ts';
import { reasonWords, scoreWords } from '../../../review/duplicates/reason-words.ts';
import classes from '../taking.module.css';

type Asides = Pick<
  z.infer<typeof ForeignPreview>,
  'candidates' | 'candidateCount' | 'remarks' | 'remarkCount'
>;

/** What a person has to know of a file beside what it brings: entities that look alike, and what is not understood. */
export function ForeignAsides({ candidates, candidateCount, remarks, remarkCount }: Asides) {
  return (
    <>
      {candidateCount > 0 && <Candidates candidates={candidates} candidateCount={candidateCount} />}
      {remarkCount > 0 && <Remarks remarks={remarks} remarkCount={remarkCount} />}
    </>
  );
}

function Candidates({ candidates, candidateCount }: Pick<Asides, 'candidates' | 'candidateCount'>) {
  const { t } = useTranslation();
  const ontology = useOntology();
  return (
    <details className={classes['aside']} data-heed open={candidateCount <= 3}>
      <summary>{t('foreign.candidates', { count: candidateCount })}</summary>
      <p className={classes['dim']}>{t('foreign.candidatesLead')}</p>
      <ul>
        {candidates.map(({ key, title, entity, name, score, reasons }) => {
          const [why] = reasons;
          return (
            <li key={`${key} ${entity}`}>
              <button
                type="button"
                className={classes['link']}
                onClick={() => go({ screen: 'entity', id: entity })}
              >
                {t('foreign.candidate', { title, name, score: scoreWords(score) })}
              </button>
              {why !== undefined && (
                <p className={classes['dim']}>{reasonWords(why, ontology, currentLanguage())}</p>
              )}
            </li>
          );
        })}
      </ul>
    </details>
  );
}

/** What is not taken over, or not as it stands: told line by line, never dropped in silence. */
export function Remarks({ remarks, remarkCount }: Pick<Asides, 'remarks' | 'remarkCount'>) {
  const { t } = useTranslation();
  const language = currentLanguage();
  return (
    <details className={classes['aside']} open={remarkCount <= 6}>
      <summary>{t('foreign.remarks', { count: remarkCount })}</summary>
      <ul>
        {remarks.map((remark) => (
          <li key={`${remark.code} ${remark.name} ${remark.where}`}>
            {foreignRemarkLine(remark, language)}
          </li>
        ))}
      </ul>
      {remarkCount > remarks.length && <p>{t('foreign.moreRemarks', { count: remarks.length })}</p>}
    </details>
  );
}
