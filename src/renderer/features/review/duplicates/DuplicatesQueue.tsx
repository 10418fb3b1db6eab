import { Checkbox, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DuplicateProgress } from '#contract/duplicates.ts';
import { EntityKind, type Judgement } from '#contract/vocabulary.ts';
import { useClient } from '../../../app/api.ts';
import { useCase } from '../../../app/case-context.tsx';
import { count } from '../../../app/format.ts';
import { go } from '../../../app/navigation.ts';
import { currentLanguage } from '../../../i18n/i18n.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { useAct } from '../../entity/forms/use-act.ts';
import classes from '../review.module.css';
import { JudgementBar } from './JudgementBar.tsx';
import { PairView } from './PairView.tsx';
import { useDuplicates } from './use-duplicates.ts';
import { pairOf, useTurn } from './use-turn.ts';

const nobody: readonly never[] = [];

/** Pairs of entities that may be one, the surest first, each to be judged. */
export function DuplicatesQueue() {
  const { t } = useTranslation();
  const client = useClient();
  const { handle, canWrite } = useCase();
  const [kind, setKind] = useState<EntityKind | null>(null);
  const [unsure, setUnsure] = useState(false);
  const [reason, setReason] = useState('');
  const { data, askedAt, error } = useDuplicates(kind, unsure);
  const turn = useTurn(data?.items ?? nobody, askedAt);
  const { run, busy, error: failure } = useAct();
  const { current } = turn;
  const left = data?.total ?? 0;

  const judge = (judgement: Judgement): void => {
    if (current === undefined || !canWrite) return;
    const { first, second } = current;
    void run(
      () =>
        client.resolutions.judge({ handle, first: first.id, second: second.id, judgement, reason }),
      () => {
        turn.settle();
        setReason('');
      },
    );
  };

  return (
    <section className={classes['work']} aria-label={t('review.duplicates')}>
      <div className={classes['bar']}>
        <Progress judged={turn.judged} left={left} comparing={data?.progress} />
        <NativeSelect
          aria-label={t('review.kind')}
          value={kind ?? ''}
          data={[
            { value: '', label: t('review.allKinds') },
            ...EntityKind.options.map((value) => ({ value, label: t(`kind.${value}`) })),
          ]}
          onChange={(event) => {
            const chosen = EntityKind.safeParse(event.currentTarget.value);
            setKind(chosen.success ? chosen.data : null);
          }}
        />
        <Checkbox
          label={t('review.unsureOnly')}
          checked={unsure}
          onChange={(event) => setUnsure(event.currentTarget.checked)}
        />
      </div>
      {error !== null && <ErrorNotice error={error} />}
      {failure !== null && <ErrorNotice error={failure} />}
      {current !== undefined && <PairView key={pairOf(current)} candidate={current} />}
      {current === undefined && data !== undefined && !data.progress.running && (
        <NothingLeft unsure={unsure} leftForLater={turn.left.length} again={turn.again} />
      )}
      {(current !== undefined || turn.left.length > 0) && (
        <JudgementBar
          candidate={current}
          busy={busy}
          canJudge={canWrite}
          canGoBack={turn.left.length > 0}
          reason={reason}
          onReason={setReason}
          onJudge={judge}
          onLeave={turn.leave}
          onBack={turn.back}
        />
      )}
    </section>
  );
}

function Progress({
  judged,
  left,
  comparing,
}: {
  judged: number;
  left: number;
  comparing: DuplicateProgress | undefined;
}) {
  const { t } = useTranslation();
  const language = currentLanguage();
  const all = judged + left;
  return (
    <div className={classes['progress']}>
      <progress
        className={classes['meter']}
        aria-label={t('review.progress')}
        max={Math.max(1, all)}
        value={all === 0 ? 1 : judged}
      />
      <span role="status">
        {comparing?.running === true && comparing.total > 0
          ? t('review.comparing', {
              done: count(comparing.done, language),
              total: count(comparing.total, language),
            })
          : `${t('review.left', { count: left })} · ${t('review.judgedNow', { count: judged })}`}
      </span>
    </div>
  );
}

function NothingLeft({
  unsure,
  leftForLater,
  again,
}: {
  unsure: boolean;
  leftForLater: number;
  again: () => void;
}) {
  const { t } = useTranslation();
  if (leftForLater > 0) {
    return (
      <EmptyState action={{ label: t('review.again'), run: again }}>
        {t('review.noneLeft')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      action={{
        label: t('review.openEntities'),
        keys: 'g e',
        run: () => go({ screen: 'entities' }),
      }}
    >
      {t(unsure ? 'review.noneUnsure' : 'review.none')}
    </EmptyState>
  );
}
