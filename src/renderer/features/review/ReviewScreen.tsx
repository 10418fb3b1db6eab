import { useTranslation } from 'react-i18next';
import { count } from '../../app/format.ts';
import { go } from '../../app/navigation.ts';
import type { Route } from '../../app/route.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { queues, type Queue } from './queues.ts';
import classes from './review.module.css';
import { useQueueCounts } from './use-queue-counts.ts';

/** What waits for somebody's judgement, one queue at a time. */
export function ReviewScreen({ route }: { route: Route }) {
  const { t } = useTranslation();
  const counts = useQueueCounts();
  const shown = queues.find(({ name }) => name === route.id) ?? queues[0];
  if (shown === undefined) return null;
  const { Queue: Shown } = shown;
  return (
    <div className={classes['screen']}>
      <nav className={classes['queues']} aria-label={t('review.queues')}>
        <h2 className="lg-hidden">{t('rail.review')}</h2>
        {queues.map((queue) => (
          <QueueButton
            key={queue.name}
            queue={queue}
            left={counts[queue.name]}
            current={queue === shown}
          />
        ))}
      </nav>
      <Shown key={shown.name} />
    </div>
  );
}

function QueueButton({
  queue,
  left,
  current,
}: {
  queue: Queue;
  left: number | undefined;
  current: boolean;
}) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      className={classes['queue']}
      aria-current={current ? 'page' : undefined}
      onClick={() => go({ screen: 'review', id: queue.name })}
    >
      {t(queue.label)}
      {left !== undefined && (
        <span className={classes['left']}>
          <span aria-hidden="true">{count(left, currentLanguage())}</span>
          <span className="lg-hidden">{t('review.left', { count: left })}</span>
        </span>
      )}
    </button>
  );
}
