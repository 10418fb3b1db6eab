import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SuggestionSort } from '#contract/suggestion.ts';
import { useCase } from '../../app/case-context.tsx';
import { count as number } from '../../app/format.ts';
import { go } from '../../app/navigation.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { useJudging } from './judging.ts';
import { useQueue } from './queue-store.ts';
import { SuggestionGroups } from './SuggestionGroups.tsx';
import { SuggestionReview } from './SuggestionReview.tsx';
import { useReview } from './use-review.ts';
import { useGroups, useSuggestionState } from './use-suggestions.ts';
import classes from './suggestions.module.css';

/** The suggestions of the case, reviewed one after another: names, other names, links, identifiers. */
export function SuggestionQueue() {
  const { t } = useTranslation();
  const { info } = useCase();
  const { sort, visit, filter } = useQueue();
  const state = useSuggestionState();
  const groups = useGroups();
  const review = useReview(groups);
  const failure = useJudging((judging) => judging.failure);
  const language = currentLanguage();
  return (
    <div className={classes['queue']}>
      <div className={classes['bar']}>
        <SegmentedControl
          size="xs"
          aria-label={t('suggestions.sort')}
          value={sort}
          data={SuggestionSort.options.map((value) => ({
            value,
            label: `${t(`suggestions.sorts.${value}`)} ${number(state?.groups[value] ?? 0, language)}`,
          }))}
          onChange={(value) => filter({ sort: SuggestionSort.parse(value) })}
        />
        <p className={classes['progress']} role="status">
          {state?.running === true
            ? t('suggestions.running', { done: state.sourcesDone, total: state.sourcesTotal })
            : t('suggestions.left', { count: groups.total })}
        </p>
      </div>
      {failure !== null && (
        <div className={classes['failure']}>
          <p>{t('suggestions.notRecorded', { text: failure.text })}</p>
          <ErrorNotice error={failure.error} />
        </div>
      )}
      <div className={classes['work']}>
        <SuggestionGroups
          groups={groups}
          mayFill={state?.running === true || info.counts.sources === 0}
        />
        {review !== null ? (
          <SuggestionReview key={visit} review={review} />
        ) : (
          !groups.pending &&
          !groups.outdated &&
          groups.total === 0 &&
          (info.counts.sources === 0 ? (
            <EmptyState
              action={{
                label: t('suggestions.openSources'),
                keys: 'g s',
                run: () => go({ screen: 'sources' }),
              }}
            >
              {t('suggestions.noSources')}
            </EmptyState>
          ) : (
            <EmptyState>
              {t(state?.running === true ? 'suggestions.reading' : 'suggestions.done')}
            </EmptyState>
          ))
        )}
      </div>
    </div>
  );
}
