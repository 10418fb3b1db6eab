import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Finding } from '#contract/finding.ts';
import { Confidence, Likelihood } from '#contract/vocabulary.ts';
import { NoteEditor } from '../notes/NoteEditor.tsx';
import { useDraft } from '../notes/use-draft.ts';
import classes from './findings.module.css';

type Said = Pick<Finding, 'body' | 'likelihood' | 'confidence'>;
const nothing: Said = { body: '', likelihood: null, confidence: null };

/** Writes a finding: what is concluded, how likely that is, and how sure the analyst is of it. */
export function FindingEditor({
  draft,
  first = nothing,
  onKeep,
  onRemove,
  onLeave,
}: {
  /** Names the editor, as that of a note. */
  draft: string;
  first?: Said;
  onKeep: (said: Said) => Promise<unknown>;
  onRemove?: () => Promise<unknown>;
  onLeave: () => void;
}) {
  const { t } = useTranslation();
  const [likely, setLikely] = useDraft(`${draft}#likelihood`, first.likelihood ?? '');
  const [sure, setSure] = useDraft(`${draft}#confidence`, first.confidence ?? '');
  const likelihood = Likelihood.safeParse(likely).data ?? null;
  const confidence = Confidence.safeParse(sure).data ?? null;
  return (
    <NoteEditor
      draft={draft}
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
          value={likely}
          data={[
            { value: '', label: t('finding.unsaid') },
            ...Likelihood.options.map((value) => ({
              value,
              label: t(`finding.likelihood.${value}`),
            })),
          ]}
          onChange={(event) => setLikely(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('finding.confidenceLabel')}
          value={sure}
          data={[
            { value: '', label: t('finding.unsaid') },
            ...Confidence.options.map((value) => ({
              value,
              label: t(`finding.confidence.${value}`),
            })),
          ]}
          onChange={(event) => setSure(event.currentTarget.value)}
        />
      </div>
    </NoteEditor>
  );
}
