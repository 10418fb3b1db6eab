import { TextInput } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Handover } from '#contract/exchange.ts';
import { useCommand } from '../../../app/commands.ts';
import { folded } from '../../../app/find-commands.ts';
import { count, dayAndTime } from '../../../app/format.ts';
import { go } from '../../../app/navigation.ts';
import { currentLanguage } from '../../../i18n/i18n.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { MarkingBadge } from '../../../ui/MarkingBadge.tsx';
import { VirtualList } from '../../../ui/VirtualList.tsx';
import { HandoverDetail } from './HandoverDetail.tsx';
import { formTitle } from './form-title.ts';
import { useHandovers } from './use-handovers.ts';
import classes from './left.module.css';

/** What left the case: to whom, what, when and as which file, the latest first. */
export function WhatLeft() {
  const { t } = useTranslation();
  const { list, pending, error, retry } = useHandovers();
  const [filter, setFilter] = useState('');
  const [active, setActive] = useState(-1);
  const [chosen, setChosen] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const shown = useMemo(() => {
    const wanted = folded(filter).split(' ');
    return list.filter((one) => {
      const words = folded(
        [
          one.recipient.name,
          one.purpose,
          one.fileName,
          one.sha256,
          one.recipient.key,
          one.by.name,
          one.handling,
          formTitle(one, t),
          dayAndTime(one.at, currentLanguage()),
        ].join(' '),
      );
      return wanted.every((word) => words.includes(word));
    });
  }, [filter, list, t]);
  useCommand({
    id: 'list.filter',
    title: 'command.filter',
    group: 'view',
    keys: ['mod+f'],
    run: () => field.current?.select(),
  });
  if (error !== null) {
    return (
      <div className={classes['padded']}>
        <ErrorNotice error={error} onRetry={retry} />
      </div>
    );
  }
  if (!pending && list.length === 0) {
    return (
      <EmptyState
        action={{
          label: t('exchange.section.handOver'),
          run: () => go({ screen: 'exchange', id: 'hand-over' }),
        }}
      >
        {t('exchange.handOverList.none')}
      </EmptyState>
    );
  }
  const current = shown.find(({ id }) => id === chosen) ?? shown[0];
  return (
    <div className={classes['screen']}>
      <div className={classes['listed']}>
        <div className={classes['bar']}>
          <TextInput
            ref={field}
            className={classes['filter']}
            aria-label={t('command.filter')}
            placeholder={t('exchange.handOverList.filter')}
            leftSection={<IconFilter size={14} aria-hidden="true" />}
            value={filter}
            onChange={(event) => setFilter(event.currentTarget.value)}
          />
          <span className={classes['dim']} role="status">
            {pending ? '' : count(shown.length, currentLanguage())}
          </span>
        </div>
        {shown.length === 0 && !pending && (
          <p className={classes['padded']}>{t('exchange.handOverList.noneMatch')}</p>
        )}
        <VirtualList
          label={t('exchange.section.left')}
          list={{
            total: shown.length,
            at: (index) => shown[index],
            show: () => undefined,
            pending,
            error,
          }}
          itemKey={({ id }) => id}
          active={active}
          onActive={(index) => {
            setActive(index);
            setChosen(shown[index]?.id ?? null);
          }}
          onChoose={({ id }) => setChosen(id)}
          current={current?.id}
          rowHeight={48}
        >
          {(one) => <HandoverLine handover={one} />}
        </VirtualList>
      </div>
      {current !== undefined && <HandoverDetail key={current.id} handover={current} />}
    </div>
  );
}

function HandoverLine({ handover }: { handover: Handover }) {
  const { t } = useTranslation();
  const { at, recipient, purpose, handling } = handover;
  return (
    <span className={classes['line']}>
      <span className={classes['words']}>
        <span className={classes['name']}>
          {recipient.name === '' ? t('exchange.handOverList.nobody') : recipient.name}
        </span>
        <span className={classes['below']}>
          {[formTitle(handover, t), purpose].filter((part) => part !== '').join(' · ')}
        </span>
      </span>
      <span className={classes['end']}>
        <time dateTime={at}>{dayAndTime(at, currentLanguage())}</time>
        <MarkingBadge handling={handling} />
      </span>
    </span>
  );
}
