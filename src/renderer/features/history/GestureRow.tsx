import { ActionIcon, Popover, Tooltip } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconArrowBackUp, IconChevronRight } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Gesture } from '#contract/history.ts';
import { useApi } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { clockTime } from '../../app/format.ts';
import { go } from '../../app/navigation.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Changes } from './Changes.tsx';
import { gestureTitle } from './gesture-words.ts';
import classes from './history.module.css';
import { personTitle } from './people.ts';
import { recordWords, routeTo } from './record-words.ts';
import { useUndoQuestion } from './undo-store.ts';
import { UndoQuestion } from './UndoQuestion.tsx';
import { useUndo } from './use-undo.ts';
import { useWording } from './use-wording.ts';

/** One gesture: when, who, what, and what it touched; expanded, all it changed. */
export function GestureRow({
  gesture,
  index,
  expanded,
  onExpand,
}: {
  gesture: Gesture;
  /** Its place in the list, by which the keys find it. */
  index: number;
  expanded: boolean;
  onExpand: () => void;
}) {
  const { t } = useTranslation();
  const id = useId();
  const { actor, at, touched, count, takenBack } = gesture;
  const title = gestureTitle(gesture, t);
  return (
    <>
      <div className={classes['row']} data-taken-back={takenBack || undefined}>
        <button
          type="button"
          className={classes['disclose']}
          data-place={index}
          aria-expanded={expanded}
          aria-controls={expanded ? id : undefined}
          onClick={onExpand}
        >
          <IconChevronRight size={14} aria-hidden="true" />
          <time dateTime={at}>{clockTime(at, currentLanguage())}</time>
          <span
            className={classes['who']}
            title={personTitle(actor, (key) => t('who.keyOf', { key }))}
          >
            {actor.initials || actor.name}
          </span>
          <span className={classes['what']}>{title}</span>
        </button>
        <span className={classes['touched']}>
          {touched.map((record) => (
            <Touched key={`${record.table} ${record.id}`} record={record} />
          ))}
          {count > touched.length && (
            <span className={classes['detail']}>
              {t('history.more', { count: count - touched.length })}
            </span>
          )}
        </span>
        {takenBack && <span className={classes['mark']}>{t('history.takenBack')}</span>}
        <TakeBack gesture={gesture} title={title} />
      </div>
      {expanded && (
        <div id={id} className={classes['expanded']}>
          <AllChanges gesture={gesture} />
        </div>
      )}
    </>
  );
}

function Touched({ record }: { record: Gesture['touched'][number] }) {
  const wording = useWording();
  const { title, detail } = recordWords(record, wording);
  const route = routeTo(record);
  return (
    <span className={classes['record']}>
      {route === null ? (
        <span>{title}</span>
      ) : (
        <button type="button" className={classes['open']} onClick={() => go(route)}>
          {title}
        </button>
      )}
      {detail !== '' && <span className={classes['detail']}>{detail}</span>}
    </span>
  );
}

/** Takes this one gesture back, asking in place when others were built upon it. */
function TakeBack({ gesture, title }: { gesture: Gesture; title: string }) {
  const { t } = useTranslation();
  const { canWrite } = useCase();
  const undo = useUndo();
  const { asking, ask } = useUndoQuestion();
  if (!canWrite || gesture.lasting || gesture.takenBack) {
    return <span className={classes['noAct']} />;
  }
  const asked = asking?.act === gesture.id ? asking : null;
  const label = t('history.takeBackNamed', { what: title });
  return (
    <Popover
      opened={asked !== null}
      onChange={(opened) => {
        if (!opened) ask(null);
      }}
      width={360}
      position="bottom-end"
      withArrow
      trapFocus
      shadow="md"
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <Tooltip label={t('history.takeBack')} disabled={asked !== null}>
          <ActionIcon aria-label={label} onClick={() => undo(gesture.id)}>
            <IconArrowBackUp size={16} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        {asked !== null && (
          <UndoQuestion
            outcome={asked.outcome}
            onForce={() => undo(gesture.id, true)}
            onLeave={() => ask(null)}
          />
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

/** Of how many changed rows a gesture shows the fields. */
const shown = 100;

function AllChanges({ gesture }: { gesture: Gesture }) {
  const { t } = useTranslation();
  const api = useApi();
  const { handle } = useCase();
  const { data, error } = useQuery(
    api.history.changes.queryOptions({
      input: { handle, changeSet: gesture.id, limit: shown },
    }),
  );
  if (error !== null) return <ErrorNotice error={error} />;
  if (data === undefined) return <p role="status">{t('common.loading')}</p>;
  return (
    <>
      <Changes changes={data.items} />
      {data.total > data.items.length && (
        <p className={classes['detail']}>
          {t('history.more', { count: data.total - data.items.length })}
        </p>
      )}
    </>
  );
}
