import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Finding } from '#contract/finding.ts';
import { Confidence, Likelihood } from '#contract/vocabulary.ts';
import { NoteEditor } from '../notes/NoteEditor.tsx';
import classes from './findings.module.css';

type Said = Pick<Finding, 'body' | 'likelihood' | 'confidence'>;
const nothing: Said = { body: '', likelihood: null, confidence: null };

/** Writes a finding: what is concluded, how likely that is, and how sure the analyst is of it. */
export function FindingEditor({
  first = nothing,
  onKeep,
  onRemove,
  onLeave,
}: {
  first?: Said;
  onKeep: (said: Said) => Promise<unknown>;
  onRemove?: () => Promise<unknown>;
  onLeave: () => void;
}) {
  const { t } = useTranslation();
  const [likelihood, setLikelihood] = useState(first.likelihood);
  const [confidence, setConfidence] = useState(first.confidence);
  return (
    <NoteEditor
      first={first.body}
      label={t('finding.one')}
      hint={t('finding.hint')}
      onKeep={(body) => onKeep({ body, likelihood, confidence })}
      {...(onRemove !== undefined && { onRemove })}
      removeQuestion={t('finding.removeQuestion')}
      onLeave={onLeave}
    >
      <div className={classes['judging']}>
        <NativeSelect
          label={t('finding.likelihoodLabel')}
          value={likelihood ?? ''}
          data={[
            { value: '', label: t('finding.unsaid') },
            ...Likelihood.options.map((value) => ({
              value,
              label: t(`finding.likelihood.${value}`),
            })),
          ]}
          onChange={(event) => {
            const chosen = Likelihood.safeParse(event.currentTarget.value);
            setLikelihood(chosen.success ? chosen.data : null);
          }}
        />
        <NativeSelect
          label={t('finding.confidenceLabel')}
          value={confidence ?? ''}
          data={[
            { value: '', label: t('finding.unsaid') },
            ...Confidence.options.map((value) => ({
              value,
              label: t(`finding.confidence.${value}`),
            })),
          ]}
          onChange={(event) => {
            const chosen = Confidence.safeParse(event.currentTarget.value);
            setConfidence(chosen.success ? chosen.data : null);
          }}
        />
      </div>
    </NoteEditor>
  );
}
