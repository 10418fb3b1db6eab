import { useTranslation } from 'react-i18next';
import type { Finding } from '#contract/finding.ts';
import classes from './findings.module.css';

/** How likely something is held to be and how sure the analyst is of that: two things, so two sentences. */
export function Judged({ likelihood, confidence }: Pick<Finding, 'likelihood' | 'confidence'>) {
  const { t } = useTranslation();
  if (likelihood === null && confidence === null) return null;
  return (
    <div className={classes['judged']}>
      {likelihood !== null && <p>{t(`finding.likelihoodSentence.${likelihood}`)}</p>}
      {confidence !== null && <p>{t(`finding.confidenceSentence.${confidence}`)}</p>}
    </div>
  );
}
