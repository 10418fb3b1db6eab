import { ActionIcon, Tooltip } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconLock, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RecentCase } from '#contract/case.ts';
import { useApi } from '../../app/api.ts';
import { useCommand } from '../../app/commands.ts';
import { dayAndTime } from '../../app/format.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { MarkingBadge } from '../../ui/MarkingBadge.tsx';
import { Keys } from '../../ui/Keys.tsx';
import classes from './Welcome.module.css';

/** The case files opened on this computer, the latest first. */
export function RecentCases({
  cases,
  error,
  busy,
  onOpen,
}: {
  cases: RecentCase[] | undefined;
  error: unknown;
  busy: boolean;
  onOpen: (path: string) => void;
}) {
  const { t } = useTranslation();
  const latest = cases?.find((recent) => recent.exists);
  useCommand(
    latest === undefined
      ? null
      : {
          id: 'case.latest',
          title: 'command.openLatest',
          group: 'case',
          keys: ['1'],
          run: () => onOpen(latest.path),
        },
  );
  return (
    <section aria-label={t('welcome.recent')} className={classes['recent']}>
      <h2>{t('welcome.recent')}</h2>
      {error !== null && <ErrorNotice error={error} />}
      {cases?.length === 0 && <p className={classes['none']}>{t('welcome.noRecent')}</p>}
      <ul>
        {cases?.map((recent) => (
          <RecentLine
            key={recent.path}
            recent={recent}
            busy={busy}
            keys={recent === latest ? '1' : undefined}
            onOpen={onOpen}
          />
        ))}
      </ul>
    </section>
  );
}

function RecentLine({
  recent,
  busy,
  keys,
  onOpen,
}: {
  recent: RecentCase;
  busy: boolean;
  keys: string | undefined;
  onOpen: (path: string) => void;
}) {
  const { t } = useTranslation();
  const api = useApi();
  const queries = useQueryClient();
  const forget = useMutation(
    api.cases.forget.mutationOptions({
      onSuccess: (cases) => queries.setQueryData(api.cases.recent.queryKey(), cases),
    }),
  );
  return (
    <li className={classes['line']}>
      <button
        type="button"
        className={classes['recentButton']}
        disabled={busy || !recent.exists}
        onClick={() => onOpen(recent.path)}
      >
        <span className={classes['recentTop']}>
          <span className={classes['recentTitle']}>{recent.title}</span>
          {recent.encrypted && <IconLock size={14} role="img" aria-label={t('status.encrypted')} />}
          <MarkingBadge handling={recent.handling} />
        </span>
        <span className={classes['recentWhere']}>
          <span>{recent.path}</span>
          <span className={classes['when']}>
            {recent.exists ? dayAndTime(recent.openedAt, currentLanguage()) : t('welcome.missing')}
          </span>
        </span>
      </button>
      {keys !== undefined && <Keys keys={keys} />}
      <Tooltip label={t('welcome.forget')}>
        <ActionIcon
          aria-label={t('welcome.forgetNamed', { title: recent.title })}
          onClick={() => forget.mutate({ path: recent.path })}
        >
          <IconX size={14} />
        </ActionIcon>
      </Tooltip>
    </li>
  );
}
