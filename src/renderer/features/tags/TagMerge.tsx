import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Tag } from '#contract/annotation.ts';
import { useClient } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { FormFrame } from '../entity/forms/FormFrame.tsx';
import { useAct } from '../entity/forms/use-act.ts';
import { TagDot } from './TagDot.tsx';
import { TagPick } from './TagPick.tsx';
import { rowsOf, type TagNode } from './tag-tree.ts';
import classes from './tags.module.css';

/** Makes a tag part of another, once it is said what that means. */
export function TagMerge({
  tag,
  nodes,
  onDone,
  onLeave,
}: {
  tag: Tag;
  nodes: readonly TagNode[];
  onDone: (id: string) => void;
  onLeave: () => void;
}) {
  const { t } = useTranslation();
  const client = useClient();
  const { handle } = useCase();
  const { run, busy, error } = useAct();
  const [into, setInto] = useState<string | null>(null);
  const all = rowsOf(nodes, () => true);
  const own = all.find((node) => node.tag.id === tag.id);
  const target = all.find((node) => node.tag.id === into)?.tag;
  return (
    <div className={classes['form']}>
      <FormFrame
        title={t('tags.mergeTitle', { name: tag.name })}
        submit={t('tags.mergeNow')}
        submitKeys="mod+Enter"
        busy={busy}
        error={error}
        ready={target !== undefined}
        onSubmit={() => {
          if (target === undefined) return;
          void run(
            () => client.tags.merge({ handle, id: tag.id, into: target.id }),
            () => onDone(target.id),
          );
        }}
        onLeave={onLeave}
      >
        <TagPick label={t('tags.mergeInto')} all={all} except={tag.id} onTake={setInto} keep />
        {target !== undefined && (
          <p className={classes['mergeWords']}>
            <TagDot color={tag.color} />{' '}
            {t('tags.mergeMeans', {
              count: tag.excerpts,
              below: t('tags.countBelow', { count: own?.children.length ?? 0 }),
              name: target.name,
              gone: tag.name,
            })}
          </p>
        )}
      </FormFrame>
    </div>
  );
}
