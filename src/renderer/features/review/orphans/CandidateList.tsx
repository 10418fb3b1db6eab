import { useTranslation } from 'react-i18next';
import type { Orphan } from '#contract/text-version.ts';
import { useCommand, type KnownCommand } from '../../../app/commands.ts';
import { Quotation } from '../../../ui/Quotation.tsx';
import { currentLanguage } from '../../../i18n/i18n.ts';
import classes from './orphans.module.css';

export type Candidate = Orphan['candidates'][number];

/** The places that a passage may have, the likeliest first, of which one is chosen. */
export function CandidateList({
  candidates,
  chosen,
  onChoose,
}: {
  candidates: readonly Candidate[];
  /** Its number from 0. */
  chosen: number;
  onChoose: (index: number) => void;
}) {
  const { t } = useTranslation();
  const step = (by: 1 | -1): KnownCommand | null => {
    const next = chosen + by;
    if (candidates[next] === undefined) return null;
    return {
      id: by === 1 ? 'orphans.next' : 'orphans.previous',
      title: by === 1 ? 'orphans.next' : 'orphans.previous',
      group: 'entity',
      keys: [by === 1 ? 'ArrowDown' : 'ArrowUp'],
      keyboardOnly: true,
      run: () => onChoose(next),
    };
  };
  useCommand(step(1));
  useCommand(step(-1));
  const percent = new Intl.NumberFormat(currentLanguage(), { style: 'percent' });
  return (
    <ol className={classes['candidates']} aria-label={t('orphans.candidates')}>
      {candidates.map((candidate, index) => (
        <li key={candidate.start}>
          <button
            type="button"
            className={classes['candidate']}
            aria-pressed={index === chosen}
            onClick={() => onChoose(index)}
          >
            <span className={classes['words']}>
              <Quotation
                text={candidate.quotation}
                prefix={candidate.prefix}
                suffix={candidate.suffix}
              />
            </span>
            <span className={classes['score']}>
              {t('orphans.alike', { percent: percent.format(Math.min(1, candidate.score)) })}
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}
