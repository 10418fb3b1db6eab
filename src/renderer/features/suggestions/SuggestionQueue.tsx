import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SuggestionSort } from '#contract/suggestion.ts';
import { count as number } from '../../app/format.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useQueue } from './queue-store.ts';
import { SuggestionGroups } from './SuggestionGroups.tsx';
import { SuggestionReview } from './SuggestionReview.tsx';
import { useGroups, useSuggestionState } from './use-suggestions.ts';
import classes from './suggestions.module.css';

/** The suggestions of the case, reviewed one after another: names, other names, links, identifiers. */
export function SuggestionQueue() {
  const { t } = useTranslation();
  const { sort, active, set } = useQueue();
  const state = useSuggestionState();
  const groups = useGroups();
  // The last of the list may have been judged.
  const at = Math.min(active, groups.total - 1);
  const group = groups.at(at);
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
          onChange={(value) => set({ sort: SuggestionSort.parse(value), active: 0, item: 0 })}
        />
        <p className={classes['progress']} role="status">
          {state?.running === true
            ? t('suggestions.running', { done: state.sourcesDone, total: state.sourcesTotal })
            : t('suggestions.left', { count: groups.total })}
        </p>
      </div>
      <div className={classes['work']}>
        <SuggestionGroups groups={groups} />
        {group !== undefined ? (
          <SuggestionReview key={group.group} group={group} />
        ) : (
          !groups.pending && (
            <EmptyState>
              {t(state?.running === true ? 'suggestions.reading' : 'suggestions.done')}
            </EmptyState>
          )
        )}
      </div>
    </div>
  );
}
