import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conflict } from '#contract/conflict.ts';
import { useClient } from '../../../app/api.ts';
import { useCase } from '../../../app/case-context.tsx';
import { go } from '../../../app/navigation.ts';
import { showDone, showError } from '../../../app/notices.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { judge, useJudging } from '../../suggestions/judging.ts';
import reviewClasses from '../review.module.css';
import { BulkView } from './BulkView.tsx';
import { ConflictFilters } from './ConflictFilters.tsx';
import { ConflictList } from './ConflictList.tsx';
import { ConflictView } from './ConflictView.tsx';
import classes from './conflicts.module.css';
import { bulkOf, choiceFor, type Decided, type Verdict } from './decisions.ts';
import { judgedAs, useConflicts, type ConflictFilter } from './use-conflicts.ts';
import { useStand } from './use-stand.ts';

const everything: ConflictFilter = { table: null, by: null };

/** What people wrote without knowing of each other: all of it at the left, both sides of the one at hand beside it. */
export function ConflictsQueue() {
  const { t } = useTranslation();
  const client = useClient();
  const { handle } = useCase();
  const [filter, setFilter] = useState(everything);
  const list = useConflicts(filter);
  const stand = useStand(list);
  const failure = useJudging((judging) => judging.failure);
  const { shown, selection, pass } = stand;
  const isBulk = selection.keys.size > 1;

  /** `left`: of several, how many are not decided; null for one alone, of which nothing is told. */
  const send = (
    conflicts: Decided[],
    choice: NonNullable<ReturnType<typeof choiceFor>>,
    text: string,
    left: number | null,
  ): void => {
    const keys = conflicts.map(({ id }) => id);
    void judge({ ...judgedAs, keys }, text, () =>
      client.conflicts.decide({ handle, conflicts, choice }),
    ).then((outcome) => {
      if (outcome === null) return;
      const said = left === null ? [] : [t('conflicts.decided', { count: outcome.decided })];
      if (left !== null && left > 0) said.push(t('conflicts.takeAllLess', { count: left }));
      if (outcome.stale > 0) said.push(t('conflicts.stale', { count: outcome.stale }));
      if (said.length > 0) showDone(said.join(' '), { id: 'conflicts' });
    });
    pass(keys);
  };
  const decide = (conflict: Conflict, verdict: Verdict, other: string | undefined): void => {
    const choice = choiceFor(conflict, verdict);
    if (choice === null || !stand.ready) return;
    const { id, record } = conflict;
    send([{ id, ...(other !== undefined && { other }) }], choice, record.title, null);
  };
  const decideAll = (conflicts: readonly Conflict[], verdict: 'stands' | 'other'): void => {
    const bulk = bulkOf(conflicts, verdict, filter.by);
    if (bulk.conflicts.length === 0) {
      showDone(t('conflicts.takeAllLess', { count: bulk.left }), { id: 'conflicts' });
      return;
    }
    send(bulk.conflicts, verdict, t('conflicts.selected', { count: conflicts.length }), bulk.left);
  };
  const selected = async (): Promise<Conflict[]> =>
    (await list.collect(0, list.total - 1)).filter(({ id }) => selection.keys.has(id));

  return (
    <section className={reviewClasses['work']} aria-label={t('review.conflicts')}>
      <ConflictFilters
        filter={filter}
        onFilter={setFilter}
        total={list.total}
        onSelectAll={() => {
          list.collect(0, list.total - 1).then((all) => {
            const keys = new Set(all.map(({ id }) => id));
            stand.select({ keys, active: selection.active, anchor: 0 });
          }, showError);
        }}
      />
      {failure !== null && (
        <div className={classes['failure']}>
          <p>{t('suggestions.notRecorded', { text: failure.text })}</p>
          <ErrorNotice error={failure.error} />
        </div>
      )}
      {list.error !== null && <ErrorNotice error={list.error} />}
      {shown === undefined ? (
        !list.pending && list.error === null && <NothingLeft isNarrowed={filter !== everything} />
      ) : (
        <div className={classes['work']}>
          <ConflictList list={list} selection={selection} onSelect={stand.select} />
          {isBulk ? (
            <BulkView
              count={selection.keys.size}
              by={filter.by}
              collect={selected}
              onDecide={decideAll}
              onLeave={() =>
                stand.select({
                  keys: new Set([shown.id]),
                  active: selection.active,
                  anchor: selection.active,
                })
              }
            />
          ) : (
            <ConflictView
              key={shown.id}
              conflict={shown}
              ready={stand.ready}
              onDecide={(verdict, other) => decide(shown, verdict, other)}
              onStep={stand.step}
            />
          )}
        </div>
      )}
    </section>
  );
}

function NothingLeft({ isNarrowed }: { isNarrowed: boolean }) {
  const { t } = useTranslation();
  if (isNarrowed) return <EmptyState>{t('conflicts.noneMatch')}</EmptyState>;
  return (
    <EmptyState
      action={{
        label: t('conflicts.toExchange'),
        keys: 'g x',
        run: () => go({ screen: 'exchange' }),
      }}
    >
      {t('conflicts.none')}
    </EmptyState>
  );
}
