import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { AcceptAs, SuggestionGroup } from '#contract/suggestion.ts';
import { useApi } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { useCommand } from '../../app/commands.ts';
import { ariaKeys, isMac } from '../../app/hotkeys.ts';
import { go } from '../../app/navigation.ts';
import { showDone } from '../../app/notices.tsx';
import type { TextKey } from '../../i18n/i18n.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Keys } from '../../ui/Keys.tsx';
import { missingOf } from './missing.ts';
import { Offer } from './Offer.tsx';
import { PropertyChoice } from './PropertyChoice.tsx';
import { useQueue } from './queue-store.ts';
import { useJudge } from './use-suggestions.ts';
import { WhoChoice } from './WhoChoice.tsx';
import classes from './suggestions.module.css';

/** One suggestion in its passage, what it would record, and the keys to judge it or all of its group. */
export function SuggestionReview({ group }: { group: SuggestionGroup }) {
  const { t } = useTranslation();
  const api = useApi();
  const { handle, canWrite } = useCase();
  const { source, item, minScore, active, set } = useQueue();
  const [as, setAs] = useState<z.infer<typeof AcceptAs> | null>(null);
  const [property, setProperty] = useState<string | null>(null);
  const { accept, reject, error } = useJudge();
  const { data } = useQuery(
    api.suggestions.list.queryOptions({
      input: {
        handle,
        group: group.group,
        minScore,
        limit: 1000,
        ...(source !== null && { source }),
      },
    }),
  );
  const items = data?.items ?? [group.first];
  const at = Math.min(item, items.length - 1);
  const shown = items[at] ?? group.first;
  const busy = accept.isPending || reject.isPending;

  const missing = missingOf(shown, as, property);
  const all = { group: group.group, ...(source !== null && { source }) };
  const take = (whole: boolean): void => {
    if (busy || missing !== null) return;
    const choice = { ...(as !== null && { as }), ...(property !== null && { property }) };
    accept.mutate(
      { chosen: whole ? all : { keys: [shown.key] }, ...choice },
      {
        onSuccess: ({ accepted }) => {
          if (whole) showDone(t('suggestions.accepted', { count: accepted }), { id: 'accepted' });
        },
      },
    );
  };
  const turnDown = (scope: 'passage' | 'name'): void => {
    if (busy) return;
    reject.mutate({ chosen: scope === 'name' ? all : { keys: [shown.key] }, scope });
  };
  const move = (by: 1 | -1): void => {
    const next = at + by;
    if (next >= 0 && next < items.length) set({ item: next });
    else set({ active: Math.max(0, active + by), item: 0 });
  };
  const skip = (): void => set({ active: active + 1, item: 0 });
  const act = (
    id: 'yes' | 'yesAll' | 'no' | 'never' | 'skip' | 'next' | 'previous' | 'open',
    title: TextKey,
    keys: string,
    run: () => void,
  ) => ({
    id: `suggestions.${id}` as const,
    title,
    group: 'view' as const,
    keys: [keys],
    run,
  });
  useCommand(canWrite ? act('yes', 'suggestions.yes', 'y', () => take(false)) : null);
  useCommand(canWrite ? act('yesAll', 'suggestions.yesAll', 'shift+y', () => take(true)) : null);
  useCommand(canWrite ? act('no', 'suggestions.no', 'n', () => turnDown('passage')) : null);
  useCommand(
    canWrite ? act('never', 'suggestions.never', 'shift+n', () => turnDown('name')) : null,
  );
  useCommand(act('skip', 'suggestions.skip', 's', skip));
  useCommand(act('next', 'suggestions.next', 'ArrowRight', () => move(1)));
  useCommand(act('previous', 'suggestions.previous', 'ArrowLeft', () => move(-1)));
  const open = (): void =>
    go({ screen: 'source', id: shown.source, at: { start: shown.start, end: shown.end } });
  useCommand(act('open', 'suggestions.open', 'o', open));

  const button = (
    label: TextKey,
    keys: string,
    run: () => void,
    how: { filled?: boolean; count?: number } = {},
  ) => (
    <Button
      variant={how.filled === true ? 'filled' : 'default'}
      disabled={!canWrite || (how.count !== undefined && how.count < 2)}
      rightSection={<Keys keys={keys} />}
      aria-keyshortcuts={ariaKeys(keys, isMac)}
      onClick={run}
    >
      {t(label, { count: how.count ?? 0 })}
    </Button>
  );

  return (
    <div className={classes['review']}>
      <div className={classes['card']}>
        <Offer suggestion={shown} onOpen={open} />
        <p className={classes['which']}>
          {t('suggestions.which', { at: at + 1, count: items.length })} ·{' '}
          {t('suggestions.inSources', { count: group.sources })}
        </p>
        {shown.sort !== 'link' && (
          <WhoChoice key={shown.key} suggestion={shown} as={as} onAs={setAs} />
        )}
        {shown.attribute !== null && shown.attribute.property === '' && (
          <PropertyChoice suggestion={shown} property={property} onProperty={setProperty} />
        )}
        {missing !== null && <p className={classes['missing']}>{t(missing)}</p>}
        {error !== null && <ErrorNotice error={error} />}
      </div>
      <div className={classes['keys']} role="group" aria-label={t('suggestions.judge')}>
        {button('suggestions.yes', 'y', () => take(false), { filled: true })}
        {button('suggestions.yesAll', 'shift+y', () => take(true), { count: items.length })}
        {button('suggestions.no', 'n', () => turnDown('passage'))}
        {button('suggestions.never', 'shift+n', () => turnDown('name'))}
        <Button rightSection={<Keys keys="s" />} aria-keyshortcuts="s" onClick={skip}>
          {t('suggestions.skip')}
        </Button>
      </div>
    </div>
  );
}
