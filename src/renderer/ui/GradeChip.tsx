import { Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Credibility, Reliability } from '#contract/vocabulary.ts';
import classes from './marks.module.css';

type Tone = 'good' | 'mid' | 'poor' | 'none';

const reliabilityTone: Record<Reliability, Tone> = {
  A: 'good',
  B: 'good',
  C: 'mid',
  D: 'mid',
  E: 'poor',
  F: 'none',
};
const credibilityTone: Record<Credibility, Tone> = {
  '1': 'good',
  '2': 'good',
  '3': 'mid',
  '4': 'mid',
  '5': 'poor',
  '6': 'none',
};
const order: readonly Tone[] = ['none', 'good', 'mid', 'poor'];

/**
 * A grade of the Admiralty code as a chip, `B2`, or `B` for a source alone. Its colour follows the worse of the two axes
 * that are judged; what is not judged is drawn faint.
 */
export function GradeChip({
  reliability,
  credibility,
}: {
  reliability: Reliability;
  credibility?: Credibility;
}) {
  const { t } = useTranslation();
  const tones = [
    reliabilityTone[reliability],
    ...(credibility === undefined ? [] : [credibilityTone[credibility]]),
  ];
  const tone = order[Math.max(...tones.map((each) => order.indexOf(each)))] ?? 'none';
  const label = [
    t(`reliability.${reliability}`),
    ...(credibility === undefined ? [] : [t(`credibility.${credibility}`)]),
  ].join('; ');
  return (
    <Tooltip label={label}>
      <span className={classes['grade']} data-tone={tone}>
        <span aria-hidden="true">
          {reliability}
          {credibility}
        </span>
        <span className="lg-hidden">{label}</span>
      </span>
    </Tooltip>
  );
}
