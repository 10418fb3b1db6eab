import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconChevronRight } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { dayAndTime } from '../../app/format.ts';
import { go } from '../../app/navigation.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Changes } from './Changes.tsx';
import { gestureTitle } from './gesture-words.ts';
import { historyRoute, type RecordRef } from './history-route.ts';
import { personTitle } from './people.ts';
import classes from './history.module.css';

/** How many of the latest gestures are told here; the history screen has them all. */
const shown = 10;

/** The history of one record, folded until it is asked for: who changed it, when, what from and what to. */
export function RecordHistory({ record }: { record: RecordRef }) {
  const { t } = useTranslation();
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <section className={classes['section']} aria-labelledby={id}>
      <h2 id={id}>
        <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          <IconChevronRight size={14} aria-hidden="true" />
          {t('rail.history')}
        </button>
      </h2>
      {open && <Latest record={record} />}
    </section>
  );
}

function Latest({ record }: { record: RecordRef }) {
  const { t } = useTranslation();
  const api = useApi();
  const { handle } = useCase();
  const { data, error } = useQuery(
    api.history.ofRecord.queryOptions({ input: { handle, ...record, limit: shown } }),
  );
  if (error !== null) return <ErrorNotice error={error} />;
  if (data === undefined) return <p role="status">{t('common.loading')}</p>;
  return (
    <>
      <ol className={classes['latest']}>
        {data.items.map((gesture) => (
          <li key={gesture.id} data-taken-back={gesture.takenBack || undefined}>
            <p className={classes['latestHead']}>
              <span className={classes['what']}>{gestureTitle(gesture, t)}</span>
              <span
                className={classes['detail']}
                title={personTitle(gesture.actor, (key) => t('who.keyOf', { key }))}
              >
                {gesture.actor.name} · {dayAndTime(gesture.at, currentLanguage())}
              </span>
              {gesture.takenBack && (
                <span className={classes['mark']}>{t('history.takenBack')}</span>
              )}
            </p>
            <Changes changes={gesture.own} brief />
          </li>
        ))}
      </ol>
      <Button size="compact-xs" variant="subtle" onClick={() => go(historyRoute(record))}>
        {t('history.all', { count: data.total })}
      </Button>
    </>
  );
}
