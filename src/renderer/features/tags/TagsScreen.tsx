import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { useCommand, type Command } from '../../app/commands.ts';
import { ariaKeys, isMac } from '../../app/hotkeys.ts';
import { go } from '../../app/navigation.ts';
import type { Route } from '../../app/route.ts';
import { Navigator } from '../../app/slots.tsx';
import type { TextKey } from '../../i18n/i18n.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Keys } from '../../ui/Keys.tsx';
import { TagDot } from './TagDot.tsx';
import { TagForm } from './TagForm.tsx';
import { TagPassages } from './TagPassages.tsx';
import { rowsOf, tagTree } from './tag-tree.ts';
import { useTagTree } from './tag-tree-state.ts';
import { TagTree } from './TagTree.tsx';
import classes from './tags.module.css';

/** The codebook: its hierarchy at the left, the passages of the chosen tag at the right. */
export function TagsScreen({ route }: { route: Route }) {
  const { t } = useTranslation();
  const api = useApi();
  const { handle, canWrite } = useCase();
  const { data, error, refetch } = useQuery(api.tags.list.queryOptions({ input: { handle } }));
  const closed = useTagTree((state) => state.closed);
  const [form, setForm] = useState<'new' | 'below' | 'edit' | null>(null);
  const nodes = useMemo(() => tagTree(data ?? []), [data]);
  const rows = useMemo(() => rowsOf(nodes, (id) => !closed.has(id)), [closed, nodes]);
  const all = rowsOf(nodes, () => true);
  const chosen =
    all.find(({ tag }) => tag.id === route.id) ?? all.find(({ tag }) => tag.excerpts > 0) ?? all[0];
  const tag = chosen?.tag ?? null;

  const command = (id: string, title: TextKey, keys: string, next: typeof form): Command => ({
    id,
    title,
    group: 'entity',
    keys: [keys],
    run: () => setForm(next),
  });
  const onTag = canWrite && tag !== null;
  useCommand(canWrite ? command('tags.new', 'tags.new', 'n', 'new') : null);
  useCommand(onTag ? command('tags.below', 'tags.newBelow', 'shift+n', 'below') : null);
  useCommand(onTag ? command('tags.edit', 'tags.edit', 'F2', 'edit') : null);

  const press = (event: KeyboardEvent): boolean => {
    if (!canWrite || tag === null || !['Enter', 'Delete'].includes(event.key)) return false;
    setForm('edit');
    return true;
  };

  if (error !== null) {
    return (
      <div className={classes['padded']}>
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      </div>
    );
  }
  return (
    <div className={classes['screen']}>
      <Navigator>
        <header className={classes['bookHead']}>
          <h2>{t('tags.codebook')}</h2>
          {canWrite && (
            <Button
              aria-keyshortcuts={ariaKeys('n', isMac)}
              rightSection={<Keys keys="n" />}
              onClick={() => setForm('new')}
            >
              {t('tags.newShort')}
            </Button>
          )}
        </header>
        {rows.length > 0 && (
          <TagTree
            rows={rows}
            chosen={tag?.id ?? null}
            onChoose={(id) => {
              setForm(null);
              go({ screen: 'tags', id }, { replace: true });
            }}
            onKey={press}
          />
        )}
      </Navigator>
      {chosen !== undefined && (
        <header className={classes['head']}>
          <TagDot color={chosen.tag.color} size={14} />
          <h1>
            {chosen.path.slice(0, -1).map((name) => (
              <span key={name} className={classes['above']}>
                {name} /{' '}
              </span>
            ))}
            {chosen.tag.name}
          </h1>
          <span className={classes['count']}>
            {t('reader.passages', { count: chosen.tag.excerpts })}
          </span>
          {canWrite && (
            <span className={classes['acts']}>
              <Button
                aria-keyshortcuts={ariaKeys('shift+n', isMac)}
                rightSection={<Keys keys="shift+n" />}
                onClick={() => setForm('below')}
              >
                {t('tags.newBelow')}
              </Button>
              <Button
                aria-keyshortcuts="F2"
                rightSection={<Keys keys="F2" />}
                onClick={() => setForm('edit')}
              >
                {t('common.edit')}
              </Button>
            </span>
          )}
        </header>
      )}
      {form !== null && (
        <TagForm
          key={`${form} ${tag?.id ?? ''}`}
          tag={form === 'edit' ? tag : null}
          parent={form === 'below' ? (tag?.id ?? null) : null}
          nodes={nodes}
          onDone={(id) => {
            setForm(null);
            go({ screen: 'tags', ...(id !== null && { id }) }, { replace: true });
          }}
          onLeave={() => setForm(null)}
        />
      )}
      {chosen === undefined ? (
        data !== undefined &&
        form === null && (
          <EmptyState
            {...(canWrite && {
              action: { label: t('tags.new'), keys: 'n', run: () => setForm('new') },
            })}
          >
            {t('tags.teach')}
          </EmptyState>
        )
      ) : (
        <>
          {chosen.tag.description !== '' && form === null && (
            <p className={classes['description']}>{chosen.tag.description}</p>
          )}
          <TagPassages key={chosen.tag.id} tag={chosen.tag} />
        </>
      )}
    </div>
  );
}
