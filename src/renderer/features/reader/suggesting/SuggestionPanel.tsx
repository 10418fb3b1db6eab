import type { EditorView } from '@codemirror/view';
import { Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { AcceptAs } from '#contract/suggestion.ts';
import { useApi } from '../../../app/api.ts';
import { useCase } from '../../../app/case-context.tsx';
import type { CommandId } from '../../../app/command-catalogue.ts';
import { useCommand } from '../../../app/commands.ts';
import { ariaKeys, isMac } from '../../../app/hotkeys.ts';
import { useShownKeys } from '../../../app/key-map.ts';
import { showDone } from '../../../app/notices.tsx';
import type { TextKey } from '../../../i18n/i18n.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { Keys } from '../../../ui/Keys.tsx';
import { missingOf } from '../../suggestions/missing.ts';
import { Offer } from '../../suggestions/Offer.tsx';
import { PropertyChoice } from '../../suggestions/PropertyChoice.tsx';
import { useJudge } from '../../suggestions/use-suggestions.ts';
import { WhoChoice } from '../../suggestions/WhoChoice.tsx';
import readerClasses from '../reader.module.css';
import { useHanging } from '../use-hanging.ts';
import type { SuggestedStretch } from './span-marks.ts';
import classes from './suggesting.module.css';
import type { Suggesting } from './use-suggesting.ts';

/** Pixels that the panel takes with the readings of a name. */
const room = 380;

/** The suggestion at hand, below its words: what it offers and why, and the keys to judge it. */
export function SuggestionPanel({
  view,
  source,
  suggesting,
  current,
}: {
  view: EditorView;
  source: string;
  suggesting: Suggesting;
  current: SuggestedStretch;
}) {
  const { t } = useTranslation();
  const api = useApi();
  const { handle, canWrite } = useCase();
  const panel = useRef<HTMLDivElement>(null);
  const [as, setAs] = useState<z.infer<typeof AcceptAs> | null>(null);
  const [property, setProperty] = useState<string | null>(null);
  const { accept, reject, error } = useJudge();
  const { data: suggestion } = useQuery({
    ...api.suggestions.get.queryOptions({ input: { handle, key: current.id } }),
    placeholderData: keepPreviousData,
    // It may have been judged in the meantime; then the list of what is left comes anew.
    retry: false,
  });
  const { end, group, id, start } = current;
  const { judged, leave, step } = suggesting;
  useHanging(view, panel, { anchor: end, start, room }, true);

  const busy = accept.isPending || reject.isPending;
  const ready = suggestion?.key === id && !busy && canWrite;
  const missing = suggestion === undefined ? null : missingOf(suggestion, as, property);
  const take = (whole: boolean): void => {
    if (!ready || missing !== null) return;
    const choice = { ...(as !== null && { as }), ...(property !== null && { property }) };
    accept.mutate(
      { chosen: whole ? { group, source } : { keys: [id] }, ...choice },
      {
        onSuccess: ({ accepted }) => {
          if (whole) showDone(t('suggestions.accepted', { count: accepted }), { id: 'accepted' });
          judged((one) => (whole ? one.group === group : one.key === id));
        },
      },
    );
  };
  const turnDown = (scope: 'passage' | 'name'): void => {
    if (!ready) return;
    const all = scope === 'name';
    reject.mutate(
      { chosen: all ? { group } : { keys: [id] }, scope },
      { onSuccess: () => judged((one) => (all ? one.group === group : one.key === id)) },
    );
  };
  const act = (
    name: 'yes' | 'yesAll' | 'no' | 'never',
    title: TextKey,
    keys: string,
    run: () => void,
  ) =>
    canWrite
      ? { id: `suggestions.${name}` as const, title, group: 'reading' as const, keys: [keys], run }
      : null;
  useCommand(act('yes', 'suggestions.yes', 'y', () => take(false)));
  useCommand(act('yesAll', 'reader.suggestions.yesAll', 'shift+y', () => take(true)));
  useCommand(act('no', 'suggestions.no', 'n', () => turnDown('passage')));
  useCommand(act('never', 'suggestions.never', 'shift+n', () => turnDown('name')));

  // The text keeps the focus, so that one key after the other judges; Escape there puts the panel away before all else.
  const latest = useRef(leave);
  useEffect(() => {
    latest.current = leave;
  });
  useEffect(() => {
    const escape = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      latest.current();
    };
    view.dom.addEventListener('keydown', escape, true);
    return () => view.dom.removeEventListener('keydown', escape, true);
  }, [view]);

  return (
    // Escape leaves, wherever in the panel the focus is.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={panel}
      role="group"
      aria-label={t('reader.suggestions.panel')}
      aria-live="polite"
      className={readerClasses['bar']}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        leave();
      }}
    >
      <div className={classes['panel']}>
        {suggestion === undefined ? (
          <p className={classes['waiting']}>{t('common.loading')}</p>
        ) : (
          <>
            <Offer suggestion={suggestion} onOpen={null} />
            {suggestion.sort !== 'link' && (
              <WhoChoice key={suggestion.key} suggestion={suggestion} as={as} onAs={setAs} />
            )}
            {suggestion.attribute !== null && suggestion.attribute.property === '' && (
              <PropertyChoice
                suggestion={suggestion}
                property={property}
                onProperty={setProperty}
              />
            )}
            {missing !== null && <p className={classes['missing']}>{t(missing)}</p>}
            {error !== null && <ErrorNotice error={error} />}
          </>
        )}
      </div>
      <div className={classes['keys']} role="group" aria-label={t('suggestions.judge')}>
        <JudgeButton
          id="suggestions.yes"
          label={t('suggestions.yes')}
          own="y"
          onPress={() => take(false)}
          filled
          disabled={!canWrite}
        />
        <JudgeButton
          id="suggestions.yesAll"
          label={t('reader.suggestions.yesAll')}
          own="shift+y"
          onPress={() => take(true)}
          disabled={!canWrite}
        />
        <JudgeButton
          id="suggestions.no"
          label={t('suggestions.no')}
          own="n"
          onPress={() => turnDown('passage')}
          disabled={!canWrite}
        />
        <JudgeButton
          id="suggestions.never"
          label={t('suggestions.never')}
          own="shift+n"
          onPress={() => turnDown('name')}
          disabled={!canWrite}
        />
        <JudgeButton
          id="reading.nextSuggestion"
          label={t('reader.suggestions.onward')}
          own="."
          onPress={() => step(true)}
        />
      </div>
    </div>
  );
}

function JudgeButton({
  id,
  label,
  own,
  onPress,
  filled = false,
  disabled = false,
}: {
  id: CommandId;
  label: string;
  /** Its keys, unless a person gave it others. */
  own: string;
  onPress: () => void;
  filled?: boolean;
  disabled?: boolean;
}) {
  const keys = useShownKeys(id, own);
  return (
    <Button
      size="compact-sm"
      variant={filled ? 'filled' : 'default'}
      disabled={disabled}
      rightSection={<Keys keys={keys} />}
      aria-keyshortcuts={ariaKeys(keys, isMac)}
      // The text keeps the focus.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      {label}
    </Button>
  );
}
