import { useTranslation } from 'react-i18next';
import { useClient } from '../../../app/api.ts';
import { useCase } from '../../../app/case-context.tsx';
import { go } from '../../../app/navigation.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { useAct } from '../../entity/forms/use-act.ts';
import reviewClasses from '../review.module.css';
import { OrphanView } from './OrphanView.tsx';
import { useOrphanTurn, type OrphanTurn } from './use-orphans.ts';

/** Passages whose words have no sure place in the text that their source has now, each to be put where it belongs. */
export function OrphansQueue() {
  const { t } = useTranslation();
  const client = useClient();
  const { handle } = useCase();
  const turn = useOrphanTurn();
  const { run, busy, error: failure } = useAct();
  const { current } = turn;
  return (
    <section className={reviewClasses['work']} aria-label={t('review.orphans')}>
      <div className={reviewClasses['bar']}>
        <Progress turn={turn} />
      </div>
      {turn.error !== null && <ErrorNotice error={turn.error} />}
      {failure !== null && <ErrorNotice error={failure} />}
      {current === undefined && turn.error === null && (
        <p className="lg-hidden" role="status">
          {t('common.loading')}
        </p>
      )}
      {current === null && <NothingLeft turn={turn} />}
      {current !== undefined && current !== null && (
        <OrphanView
          key={current.excerpt}
          orphan={current}
          busy={busy}
          canGoBack={turn.left > 0}
          onPlace={({ start, end }) =>
            void run(
              () => client.orphans.place({ handle, id: current.excerpt, start, end }),
              turn.settle,
            )
          }
          onRemove={() =>
            void run(() => client.excerpts.remove({ handle, id: current.excerpt }), turn.settle)
          }
          onLeave={turn.leave}
          onBack={turn.back}
        />
      )}
    </section>
  );
}

function Progress({ turn: { settled, total } }: { turn: OrphanTurn }) {
  const { t } = useTranslation();
  const all = settled + total;
  return (
    <div className={reviewClasses['progress']}>
      <progress
        className={reviewClasses['meter']}
        aria-label={t('review.progress')}
        max={Math.max(1, all)}
        value={all === 0 ? 1 : settled}
      />
      <span role="status">
        {[t('orphans.left', { count: total }), t('orphans.settledNow', { count: settled })].join(
          ' · ',
        )}
      </span>
    </div>
  );
}

function NothingLeft({ turn: { left, again } }: { turn: OrphanTurn }) {
  const { t } = useTranslation();
  if (left > 0) {
    return (
      <EmptyState action={{ label: t('review.again'), run: again }}>
        {t('orphans.noneLeft')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      action={{ label: t('orphans.toSources'), keys: 'g s', run: () => go({ screen: 'sources' }) }}
    >
      {t('orphans.none')}
    </EmptyState>
  );
}
