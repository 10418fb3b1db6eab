import { ActionIcon, NativeSelect } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Stance, type Credibility, type Reliability } from '#contract/vocabulary.ts';
import { useClient } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { StanceMark } from '../../ui/EvidenceDot.tsx';
import { GradeChip } from '../../ui/GradeChip.tsx';
import { CredibilityField } from '../entity/forms/BearingFields.tsx';
import classes from './inspector.module.css';
import { useChange } from './use-change.ts';

/** How one passage bears on one fact: its grade, for or against, how credible; each can be changed, and all taken away. */
export function EvidenceControls({
  evidence,
  about,
}: {
  evidence: { id: string; stance: Stance; credibility: Credibility; reliability: Reliability };
  /** What it bears on, for the names of the controls. */
  about: string;
}) {
  const { t } = useTranslation();
  const client = useClient();
  const change = useChange();
  const { handle, canWrite } = useCase();
  const { id, stance, credibility, reliability } = evidence;
  if (!canWrite) {
    return (
      <div className={classes['controls']}>
        <GradeChip reliability={reliability} credibility={credibility} />
        <StanceMark stance={stance} />
      </div>
    );
  }
  return (
    <div className={classes['controls']} role="group" aria-label={about}>
      <GradeChip reliability={reliability} credibility={credibility} />
      <NativeSelect
        aria-label={t('entity.bearing')}
        data-stance={stance}
        className={classes['stance'] ?? ''}
        value={stance}
        data={Stance.options.map((one) => ({
          value: one,
          label: stanceWords(one, t(`stance.${one}`)),
        }))}
        onChange={(event) => {
          const chosen = Stance.safeParse(event.currentTarget.value);
          if (!chosen.success) return;
          const { data } = chosen;
          change(() => client.entities.updateEvidence({ handle, id, changes: { stance: data } }));
        }}
      />
      <CredibilityField
        bare
        value={credibility}
        onChange={(next) =>
          change(() =>
            client.entities.updateEvidence({ handle, id, changes: { credibility: next } }),
          )
        }
      />
      <ActionIcon
        aria-label={t('inspector.removeEvidence', { about })}
        onClick={() => change(() => client.entities.removeEvidence({ handle, id }))}
      >
        <IconX size={14} aria-hidden="true" />
      </ActionIcon>
    </div>
  );
}

const signs: Record<Stance, string> = { supports: '+', contradicts: '−' };

function stanceWords(stance: Stance, word: string): string {
  return `${signs[stance]} ${word}`;
}
