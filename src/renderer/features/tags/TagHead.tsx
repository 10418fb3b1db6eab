import { Button, SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCase } from '../../app/case-context.tsx';
import { useCommand } from '../../app/commands.ts';
import { useKeyHints } from '../../app/key-map.ts';
import { Keys } from '../../ui/Keys.tsx';
import { TagDot } from './TagDot.tsx';
import type { TagNode } from './tag-tree.ts';
import { showTagForm, useTagWork } from './tag-work-store.ts';
import classes from './tags.module.css';

/** A tag by its name and place, what is said of it, whose passages are shown, and what can be done with it. */
export function TagHead({
  node: { tag, path, children },
  formOpen,
}: {
  node: TagNode;
  formOpen: boolean;
}) {
  const { t } = useTranslation();
  const hint = useKeyHints();
  const { canWrite } = useCase();
  const below = useTagWork((state) => state.below);
  const setBelow = (next: boolean): void => useTagWork.setState({ below: next });
  const hasBelow = children.length > 0;
  useCommand(
    hasBelow
      ? {
          id: 'tags.withBelow',
          title: 'tags.withBelow',
          group: 'view',
          keys: ['b'],
          run: () => setBelow(!below),
        }
      : null,
  );
  const act = (kind: 'below' | 'edit' | 'merge', label: string) => (
    <Button
      aria-keyshortcuts={hint(`tags.${kind}`).aria}
      rightSection={<Keys keys={hint(`tags.${kind}`).keys} />}
      onClick={() => showTagForm({ kind })}
    >
      {label}
    </Button>
  );
  return (
    <>
      <header className={classes['head']}>
        <TagDot color={tag.color} size={14} />
        <h1 title={path.join(' / ')}>
          {path.slice(0, -1).map((name, at) => (
            // A way down has its names in their order.
            // oxlint-disable-next-line react/no-array-index-key
            <span key={at} className={classes['above']}>
              {name} /{' '}
            </span>
          ))}
          {tag.name}
        </h1>
        {hasBelow ? (
          <SegmentedControl
            size="xs"
            aria-label={t('tags.whose')}
            value={below ? 'below' : 'own'}
            data={[
              { value: 'own', label: t('tags.own', { count: tag.excerpts }) },
              { value: 'below', label: t('tags.all', { count: tag.below }) },
            ]}
            onChange={(value) => setBelow(value === 'below')}
          />
        ) : (
          <span className={classes['count']}>{t('reader.passages', { count: tag.excerpts })}</span>
        )}
        {canWrite && (
          <span className={classes['acts']}>
            {act('below', t('tags.newBelow'))}
            {act('merge', t('tags.mergeShort'))}
            {act('edit', t('common.edit'))}
          </span>
        )}
      </header>
      {!formOpen && tag.description + tag.inclusion + tag.exclusion !== '' && (
        <dl className={classes['description']}>
          {(['description', 'inclusion', 'exclusion'] as const)
            .filter((field) => tag[field] !== '')
            .map((field) => (
              <div key={field}>
                <dt className={field === 'description' ? 'lg-hidden' : ''}>{t(`tags.${field}`)}</dt>
                <dd>{tag[field]}</dd>
              </div>
            ))}
        </dl>
      )}
    </>
  );
}
