import { Button, TextInput } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowNarrowRight,
  IconArrowsSplit2,
  IconEqual,
  IconQuestionMark,
  type Icon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DuplicateCandidate } from '#contract/duplicates.ts';
import { Judgement } from '#contract/vocabulary.ts';
import { useCommand } from '../../../app/commands.ts';
import { useKeyHints } from '../../../app/key-map.ts';
import { go } from '../../../app/navigation.ts';
import { Keys } from '../../../ui/Keys.tsx';
import classes from '../review.module.css';

type Act = Judgement | 'skip' | 'back';

const icons: Record<Act, Icon> = {
  same: IconEqual,
  different: IconArrowsSplit2,
  unsure: IconQuestionMark,
  skip: IconArrowNarrowRight,
  back: IconArrowBackUp,
};
const keysOf: Record<Act, string> = {
  same: 's',
  different: 'd',
  unsure: 'u',
  skip: 'ArrowRight',
  back: 'ArrowLeft',
};

/** What can be done with the pair at hand, with the keys for it, at the foot of the screen. */
export function JudgementBar({
  candidate,
  busy,
  canJudge,
  canGoBack,
  reason,
  onReason,
  onJudge,
  onLeave,
  onBack,
}: {
  candidate: DuplicateCandidate | undefined;
  busy: boolean;
  canJudge: boolean;
  canGoBack: boolean;
  reason: string;
  onReason: (reason: string) => void;
  onJudge: (judgement: Judgement) => void;
  onLeave: () => void;
  onBack: () => void;
}) {
  const { t } = useTranslation();
  return (
    <div className={classes['judgements']} role="group" aria-label={t('review.judgements')}>
      {canJudge ? (
        <>
          {Judgement.options.map((judgement) => (
            <BarButton
              key={judgement}
              act={judgement}
              disabled={candidate === undefined || busy}
              onClick={() => onJudge(judgement)}
            />
          ))}
          <TextInput
            className={classes['reason'] ?? ''}
            aria-label={t('review.reason')}
            placeholder={t('review.reason')}
            value={reason}
            disabled={candidate === undefined}
            onChange={(event) => onReason(event.currentTarget.value)}
          />
        </>
      ) : (
        <p className={classes['reason']}>{t('review.readOnly')}</p>
      )}
      <BarButton act="skip" disabled={candidate === undefined} onClick={onLeave} />
      <BarButton act="back" disabled={!canGoBack} onClick={onBack} />
      {candidate !== undefined && <OpenKeys candidate={candidate} />}
    </div>
  );
}

function BarButton({
  act,
  disabled,
  onClick,
}: {
  act: Act;
  disabled: boolean;
  onClick: () => void;
}) {
  const { t } = useTranslation();
  const hint = useKeyHints();
  const label = `review.${act}` as const;
  const keys = keysOf[act];
  const Sign = icons[act];
  useCommand(
    disabled
      ? null
      : {
          id: label,
          title: label,
          group: 'entity',
          keys: [keys],
          run: onClick,
          keyboardOnly: true,
        },
  );
  return (
    <Button
      variant="default"
      aria-keyshortcuts={hint(label).aria}
      leftSection={<Sign size={16} aria-hidden="true" />}
      rightSection={<Keys keys={hint(label).keys} />}
      disabled={disabled}
      onClick={onClick}
    >
      {t(label)}
    </Button>
  );
}

/** The keys that open either entity. */
function OpenKeys({ candidate: { first, second } }: { candidate: DuplicateCandidate }) {
  useCommand({
    id: 'review.openFirst',
    title: 'review.openFirst',
    group: 'entity',
    keys: ['1'],
    run: () => go({ screen: 'entity', id: first.id }),
    keyboardOnly: true,
  });
  useCommand({
    id: 'review.openSecond',
    title: 'review.openSecond',
    group: 'entity',
    keys: ['2'],
    run: () => go({ screen: 'entity', id: second.id }),
    keyboardOnly: true,
  });
  return null;
}
