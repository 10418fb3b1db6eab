import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { AcceptAs } from '#contract/suggestion.ts';
import { useClient } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { useCommand } from '../../app/commands.ts';
import { go } from '../../app/navigation.ts';
import { showDone } from '../../app/notices.tsx';
import type { TextKey } from '../../i18n/i18n.ts';
import { JudgeButton } from './JudgeButton.tsx';
import { judge } from './judging.ts';
import { missingOf } from './missing.ts';
import { Offer } from './Offer.tsx';
import { PropertyChoice } from './PropertyChoice.tsx';
import { useQueue } from './queue-store.ts';
import type { Review } from './use-review.ts';
import { likeliest } from './who.ts';
import { WhoChoice } from './WhoChoice.tsx';
import classes from './suggestions.module.css';

type As = z.infer<typeof AcceptAs>;

/** Who was made of a kind that a person chose: the next passage of that name is theirs. */
const made = new WeakMap<As, string>();

/** One suggestion in its passage, what it would record, and the keys to judge it or all of its group. */
export function SuggestionReview({ review }: { review: Review }) {
  const { t } = useTranslation();
  const client = useClient();
  const { handle, canWrite } = useCase();
  const { source, minScore } = useQueue();
  const [as, setAs] = useState<As | null>(null);
  const [property, setProperty] = useState<string | null>(null);
  const wantedRef = useRef(false);
  const { group, items, areAll, shown, at, ready, pass } = review;

  const missing = missingOf(shown, as, property);
  /** What a key judges: what is on the screen as it is pressed, by name. */
  const chosenOf = (whole: boolean) => {
    const keys = items.map(({ key }) => key);
    if (!whole) return { keys: [shown.key] };
    return areAll && keys.length > 0
      ? { keys }
      : { group: group.group, minScore, ...(source !== null && { source }) };
  };
  const offered = likeliest(shown.subject);
  const take = (whole: boolean): void => {
    if (!ready || missing !== null) return;
    const chosen = chosenOf(whole);
    const keys = 'keys' in chosen ? chosen.keys : null;
    // Whom the screen says is whom it is recorded of, whatever has become known since.
    const seen =
      as ?? (shown.sort === 'link' || offered === null ? null : { entity: offered.entity });
    void judge({ group: group.group, keys, source }, group.text, async () => {
      const entity = seen === null ? undefined : made.get(seen);
      const whom = entity === undefined ? seen : { entity };
      const outcome = await client.suggestions.accept({
        handle,
        chosen,
        ...(whom !== null && { as: whom }),
        ...(property !== null && { property }),
      });
      const [first] = outcome.entities;
      if (seen !== null && 'kind' in seen && first !== undefined && entity === undefined) {
        made.set(seen, first);
      }
      return outcome;
    }).then((outcome) => {
      if (whole && outcome !== null) {
        showDone(t('suggestions.accepted', { count: outcome.accepted }), { id: 'accepted' });
      }
    });
    pass(whole ? null : [shown.key]);
  };
  const turnDown = (scope: 'passage' | 'name'): void => {
    if (!ready) return;
    const whole = scope === 'name';
    const chosen = chosenOf(whole);
    void judge(
      { group: group.group, keys: 'keys' in chosen ? chosen.keys : null, source },
      group.text,
      () => client.suggestions.reject({ handle, chosen, scope }),
    );
    pass(whole ? null : [shown.key]);
  };
  const skip = (): void => review.toGroup(true);
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
  useCommand(act('next', 'suggestions.next', 'ArrowRight', () => review.step(true)));
  useCommand(act('previous', 'suggestions.previous', 'ArrowLeft', () => review.step(false)));
  const open = (): void =>
    go({ screen: 'source', id: shown.source, at: { start: shown.start, end: shown.end } });
  useCommand(act('open', 'suggestions.open', 'o', open));

  const canJudge = canWrite && ready;

  return (
    <div className={classes['review']}>
      <div className={classes['card']}>
        <Offer suggestion={shown} onOpen={open} />
        <p className={classes['which']}>
          {t('suggestions.which', { at: at + 1, count: Math.max(1, items.length, group.count) })} ·{' '}
          {t('suggestions.inSources', { count: group.sources })}
        </p>
        {shown.sort !== 'link' && (
          <WhoChoice
            key={shown.key}
            suggestion={shown}
            as={as}
            onAs={setAs}
            wantedRef={wantedRef}
          />
        )}
        {shown.attribute !== null && shown.attribute.property === '' && (
          <PropertyChoice suggestion={shown} property={property} onProperty={setProperty} />
        )}
        {missing !== null && <p className={classes['missing']}>{t(missing)}</p>}
      </div>
      <div className={classes['keys']} role="group" aria-label={t('suggestions.judge')}>
        <JudgeButton
          id="suggestions.yes"
          own="y"
          onPress={() => take(false)}
          disabled={!canJudge}
          filled
        >
          {t('suggestions.yes')}
        </JudgeButton>
        <JudgeButton
          id="suggestions.yesAll"
          own="shift+y"
          onPress={() => take(true)}
          disabled={!canJudge || items.length < 2}
        >
          {t('suggestions.yesAll', { count: Math.max(items.length, group.count) })}
        </JudgeButton>
        <JudgeButton
          id="suggestions.no"
          own="n"
          onPress={() => turnDown('passage')}
          disabled={!canJudge}
        >
          {t('suggestions.no')}
        </JudgeButton>
        <JudgeButton
          id="suggestions.never"
          own="shift+n"
          onPress={() => turnDown('name')}
          disabled={!canJudge}
        >
          {t('suggestions.never')}
        </JudgeButton>
        <JudgeButton id="suggestions.skip" own="s" onPress={skip}>
          {t('suggestions.skip')}
        </JudgeButton>
      </div>
    </div>
  );
}
