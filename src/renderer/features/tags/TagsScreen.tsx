import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCase } from '../../app/case-context.tsx';
import { useCommand } from '../../app/commands.ts';
import { useKeyHints } from '../../app/key-map.ts';
import { go } from '../../app/navigation.ts';
import type { Route } from '../../app/route.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { CodebookTakeIn } from './CodebookTakeIn.tsx';
import { Combination } from './Combination.tsx';
import { Matrix } from './Matrix.tsx';
import { MatrixTools } from './MatrixTools.tsx';
import { TagForm } from './TagForm.tsx';
import { TagHead } from './TagHead.tsx';
import { TagMerge } from './TagMerge.tsx';
import { TagPassages } from './TagPassages.tsx';
import { SavedCombinations } from './SavedCombinations.tsx';
import { showTagForm, useTagWork } from './tag-work-store.ts';
import classes from './tags.module.css';
import { useCombination } from './use-combination.ts';
import { combinationPlace, matrixPlace, useCodebook } from './use-codebook.ts';

/** What is done with the codebook: the passages of a tag or of a combination, or the matrix; and the forms of its tags. */
export function TagsScreen({ route }: { route: Route }) {
  const { t } = useTranslation();
  const hint = useKeyHints();
  const { canWrite } = useCase();
  const { nodes, all, chosen, known, error, refetch } = useCodebook(route);
  const form = useTagWork((state) => state.form);
  const below = useTagWork((state) => state.below);
  const combination = useCombination(all);
  const view = route.id === matrixPlace ? 'matrix' : 'passages';
  const combined = route.id === combinationPlace;
  const show = (next: string): void => {
    if (next === 'matrix') go({ screen: 'tags', id: matrixPlace });
    else go({ screen: 'tags', ...(combination.parts.length > 0 && { id: combinationPlace }) });
  };
  useCommand({
    id: 'tags.view',
    title: 'tags.switchView',
    group: 'view',
    keys: ['v'],
    run: () => show(view === 'matrix' ? 'passages' : 'matrix'),
  });

  if (error !== null) {
    return (
      <div className={classes['padded']}>
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      </div>
    );
  }
  if (form?.kind === 'take') {
    return (
      <div className={classes['screen']}>
        <CodebookTakeIn key={form.path} path={form.path} onLeave={() => showTagForm(null)} />
      </div>
    );
  }
  const tag = chosen?.tag ?? null;
  const open = (id: string | null): void => {
    showTagForm(null);
    go({ screen: 'tags', ...(id !== null && { id }) }, { replace: true });
  };
  const shownForm = form !== null && canWrite && (
    <>
      {form.kind === 'merge'
        ? tag !== null && (
            <TagMerge key={tag.id} tag={tag} nodes={nodes} onDone={open} onLeave={leave} />
          )
        : (form.kind === 'new' || tag !== null) && (
            <TagForm
              // A new tag at the top is of none that is there, whichever comes to be shown meanwhile.
              key={form.kind === 'new' ? 'new' : `${form.kind} ${tag?.id ?? ''}`}
              tag={form.kind === 'edit' ? tag : null}
              parent={form.kind === 'below' ? (tag?.id ?? null) : null}
              nodes={nodes}
              onDone={open}
              onLeave={leave}
            />
          )}
    </>
  );
  const isEmpty = known && all.length === 0;
  const begin = (
    <EmptyState
      {...(canWrite && {
        action: {
          label: t('tags.new'),
          keys: hint('tags.new').keys,
          run: () => showTagForm({ kind: 'new' }),
        },
      })}
    >
      {t('tags.teach')}
    </EmptyState>
  );
  // The form has one place, whatever becomes known of the tags while it is typed in.
  return (
    <div className={classes['screen']}>
      {!isEmpty && (
        <div className={classes['viewBar']}>
          <SegmentedControl
            size="xs"
            aria-label={t('tags.view')}
            value={view}
            data={[
              { value: 'passages', label: t('tags.views.passages') },
              { value: 'matrix', label: t('tags.views.matrix') },
            ]}
            onChange={show}
          />
          {view === 'passages' && (
            <>
              <Combination all={all} parts={combined ? combination.parts : []} tag={tag} />
              <SavedCombinations parts={combined ? combination.parts : []} />
            </>
          )}
          {view === 'matrix' && <MatrixTools all={all} />}
        </div>
      )}
      {shownForm}
      {isEmpty ? (
        (form === null || !canWrite) && begin
      ) : view === 'matrix' ? (
        <Matrix all={all} />
      ) : combined ? (
        combination.query === null ? (
          <EmptyState>{t('tags.combineTeach')}</EmptyState>
        ) : (
          <TagPassages query={combination.query} nothing={t('tags.nothingCombined')} />
        )
      ) : (
        chosen !== undefined && (
          <>
            <TagHead node={chosen} formOpen={form !== null} />
            <TagPassages
              key={chosen.tag.id}
              query={{
                clauses: [{ not: false, any: [{ tag: chosen.tag.id, below }] }],
                scope: 'passage',
                distance: 0,
              }}
              own={below && chosen.children.length > 0 ? [] : [chosen.tag.id]}
              counted
              {...(chosen.tag.below > 0
                ? {
                    nothing: t('tags.noneItself', { count: chosen.tag.below }),
                    action: {
                      label: t('tags.withBelow'),
                      keys: hint('tags.withBelow').keys,
                      run: () => useTagWork.setState({ below: true }),
                    },
                  }
                : {
                    nothing: t('tags.noPassages'),
                    action: {
                      label: t('tags.openSources'),
                      keys: hint('go.sources').keys,
                      run: () => go({ screen: 'sources' }),
                    },
                  })}
            />
          </>
        )
      )}
    </div>
  );
}

const leave = (): void => showTagForm(null);
