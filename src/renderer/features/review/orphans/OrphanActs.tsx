import { Button } from '@mantine/core';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Orphan } from '#contract/text-version.ts';
import { useCase } from '../../../app/case-context.tsx';
import type { CommandId } from '../../../app/command-catalogue.ts';
import { useCommand } from '../../../app/commands.ts';
import type { TextKey } from '../../../i18n/i18n.ts';
import { JudgeButton } from '../../suggestions/JudgeButton.tsx';
import type { Candidate } from './CandidateList.tsx';
import classes from './orphans.module.css';

/** What can be done with the orphan at hand, with the keys for it, at the foot of the screen. */
export function OrphanActs({
  orphan,
  candidate,
  busy,
  canGoBack,
  onPlace,
  onByHand,
  onOpen,
  onRemove,
  onLeave,
  onBack,
}: {
  orphan: Orphan;
  candidate: Candidate | undefined;
  busy: boolean;
  canGoBack: boolean;
  onPlace: (candidate: Candidate) => void;
  onByHand: () => void;
  onOpen: () => void;
  onRemove: () => void;
  onLeave: () => void;
  onBack: () => void;
}) {
  const { t } = useTranslation();
  const { canWrite } = useCase();
  const [asking, setAsking] = useState(false);
  if (asking) {
    return (
      <RemoveQuestion
        orphan={orphan}
        busy={busy}
        onKeep={() => setAsking(false)}
        onRemove={onRemove}
      />
    );
  }
  return (
    <div className={classes['acts']} role="group" aria-label={t('orphans.acts')}>
      {canWrite ? (
        <>
          <Act
            id="orphans.place"
            name="orphans.place"
            own="y"
            filled
            disabled={busy || candidate === undefined}
            onPress={() => {
              if (candidate !== undefined) onPlace(candidate);
            }}
          />
          <Act id="orphans.byHand" name="orphans.byHand" own="h" onPress={onByHand} />
          <Act
            id="orphans.remove"
            name="orphans.remove"
            own="n"
            disabled={busy}
            onPress={() => setAsking(true)}
          />
        </>
      ) : (
        <p>{t('review.readOnly')}</p>
      )}
      <Act id="orphans.open" name="orphans.open" own="o" onPress={onOpen} />
      <Act id="orphans.skip" name="review.skip" own="s" disabled={busy} onPress={onLeave} />
      <Act
        id="orphans.back"
        name="review.back"
        own="ArrowLeft"
        disabled={busy || !canGoBack}
        onPress={onBack}
      />
    </div>
  );
}

/** Asks before a passage goes with what hangs on it; the key at hand keeps it. */
function RemoveQuestion({
  orphan: { tags, evidence },
  busy,
  onKeep,
  onRemove,
}: {
  orphan: Orphan;
  busy: boolean;
  onKeep: () => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation();
  const leave = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onKeep();
  };
  return (
    <div className={classes['acts']} role="alertdialog" aria-label={t('orphans.remove')}>
      <p>{t('orphans.removeQuestion', { tags, evidence })}</p>
      <Button variant="default" autoFocus onKeyDown={leave} onClick={onKeep}>
        {t('orphans.keep')}
      </Button>
      <Button color="red" variant="filled" disabled={busy} onKeyDown={leave} onClick={onRemove}>
        {t('common.remove')}
      </Button>
    </div>
  );
}

function Act({
  id,
  name,
  own,
  onPress,
  filled = false,
  disabled = false,
}: {
  id: CommandId;
  name: TextKey;
  own: string;
  onPress: () => void;
  filled?: boolean;
  disabled?: boolean;
}) {
  const { t } = useTranslation();
  useCommand(
    disabled
      ? null
      : { id, title: name, group: 'entity', keys: [own], keyboardOnly: true, run: onPress },
  );
  return (
    <JudgeButton id={id} own={own} filled={filled} disabled={disabled} onPress={onPress}>
      {t(name)}
    </JudgeButton>
  );
}
