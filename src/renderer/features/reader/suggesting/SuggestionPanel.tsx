import type { EditorView } from '@codemirror/view';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { AcceptAs } from '#contract/suggestion.ts';
import { useApi, useClient } from '../../../app/api.ts';
import { useCase } from '../../../app/case-context.tsx';
import { useCommand } from '../../../app/commands.ts';
import { holdTyping } from '../../../app/held-typing.ts';
import { showDone } from '../../../app/notices.tsx';
import type { TextKey } from '../../../i18n/i18n.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { JudgeButton } from '../../suggestions/JudgeButton.tsx';
import { judge, useJudging } from '../../suggestions/judging.ts';
import { missingOf } from '../../suggestions/missing.ts';
import { Offer } from '../../suggestions/Offer.tsx';
import { PropertyChoice } from '../../suggestions/PropertyChoice.tsx';
import { likeliest } from '../../suggestions/who.ts';
import { WhoChoice } from '../../suggestions/WhoChoice.tsx';
import readerClasses from '../reader.module.css';
import { useHanging } from '../use-hanging.ts';
import type { SuggestedStretch } from './span-marks.ts';
import classes from './suggesting.module.css';
import type { Suggesting } from './use-suggesting.ts';

type As = z.infer<typeof AcceptAs>;

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
  const client = useClient();
  const { handle, canWrite } = useCase();
  const panel = useRef<HTMLDivElement>(null);
  const [as, setAs] = useState<As | null>(null);
  const [property, setProperty] = useState<string | null>(null);
  const wantedRef = useRef(false);
  useEffect(() => {
    wantedRef.current = false;
  }, [current.id]);
  const failure = useJudging((judging) => judging.failure);
  const { data: suggestion } = useQuery({
    ...api.suggestions.get.queryOptions({ input: { handle, key: current.id } }),
    placeholderData: keepPreviousData,
    // It may have been judged in the meantime; then the list of what is left comes anew.
    retry: false,
  });
  const { end, group, id, start } = current;
  const { keysIn, leave, step } = suggesting;
  useHanging(view, panel, { anchor: end, start, room }, true);

  // A key judges what is shown, not what is still on its way.
  const ready = suggestion?.key === id && canWrite;
  const missing = suggestion === undefined ? null : missingOf(suggestion, as, property);
  const take = (whole: boolean): void => {
    if (!ready || missing !== null) return;
    const offered = likeliest(suggestion.subject);
    // Whom the screen says is whom it is recorded of, whatever has become known since.
    const seen =
      as ?? (suggestion.sort === 'link' || offered === null ? null : { entity: offered.entity });
    const keys = whole ? keysIn(group) : [id];
    void judge({ group, keys, source }, suggestion.text, () =>
      client.suggestions.accept({
        handle,
        chosen: { keys },
        ...(seen !== null && { as: seen }),
        ...(property !== null && { property }),
      }),
    ).then((outcome) => {
      if (whole && outcome !== null) {
        showDone(t('suggestions.accepted', { count: outcome.accepted }), { id: 'accepted' });
      }
    });
  };
  const turnDown = (scope: 'passage' | 'name'): void => {
    if (!ready) return;
    const keys = scope === 'name' ? keysIn(group) : [id];
    void judge({ group, keys, source }, suggestion.text, () =>
      client.suggestions.reject({ handle, chosen: { keys }, scope }),
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

  // Asked for before the suggestion is here, the field for another entity has the keys as soon as it is.
  useCommand(
    suggestion === undefined
      ? {
          id: 'suggestions.attach',
          title: 'suggestions.attach',
          group: 'view',
          keys: ['a'],
          run: () => {
            holdTyping();
            wantedRef.current = true;
          },
        }
      : null,
  );

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
              <WhoChoice
                key={suggestion.key}
                suggestion={suggestion}
                as={as}
                onAs={setAs}
                ready={suggestion.key === id}
                wantedRef={wantedRef}
              />
            )}
            {suggestion.attribute !== null && suggestion.attribute.property === '' && (
              <PropertyChoice
                suggestion={suggestion}
                property={property}
                onProperty={setProperty}
              />
            )}
            {missing !== null && <p className={classes['missing']}>{t(missing)}</p>}
            {failure !== null && <ErrorNotice error={failure.error} />}
          </>
        )}
      </div>
      <div className={classes['keys']} role="group" aria-label={t('suggestions.judge')}>
        <JudgeButton
          id="suggestions.yes"
          own="y"
          onPress={() => take(false)}
          compact
          filled
          disabled={!ready}
        >
          {t('suggestions.yes')}
        </JudgeButton>
        <JudgeButton
          id="suggestions.yesAll"
          own="shift+y"
          onPress={() => take(true)}
          compact
          disabled={!ready}
        >
          {t('reader.suggestions.yesAll')}
        </JudgeButton>
        <JudgeButton
          id="suggestions.no"
          own="n"
          onPress={() => turnDown('passage')}
          compact
          disabled={!ready}
        >
          {t('suggestions.no')}
        </JudgeButton>
        <JudgeButton
          id="suggestions.never"
          own="shift+n"
          onPress={() => turnDown('name')}
          compact
          disabled={!ready}
        >
          {t('suggestions.never')}
        </JudgeButton>
        <JudgeButton id="reading.nextSuggestion" own="." onPress={() => step(true)} compact>
          {t('reader.suggestions.onward')}
        </JudgeButton>
      </div>
    </div>
  );
}
