import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Tag } from '#contract/annotation.ts';
import { useClient } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { FormFrame } from '../entity/forms/FormFrame.tsx';
import { useAct } from '../entity/forms/use-act.ts';
import { isWithin, rowsOf, tagColors, type TagNode } from './tag-tree.ts';
import classes from './tags.module.css';

/** A tag that is edited, or made under `parent` when there is none yet. */
export function TagForm({
  tag,
  parent: first,
  nodes,
  onDone,
  onLeave,
}: {
  tag: Tag | null;
  parent: string | null;
  nodes: readonly TagNode[];
  onDone: (id: string | null) => void;
  onLeave: () => void;
}) {
  const { t } = useTranslation();
  const client = useClient();
  const { handle } = useCase();
  const { run, busy, error } = useAct();
  const all = rowsOf(nodes, () => true);
  const [name, setName] = useState(tag?.name ?? '');
  const [parent, setParent] = useState(tag === null ? first : tag.parent);
  const [color, setColor] = useState(
    tag?.color ?? tagColors[all.length % tagColors.length] ?? '#4477aa',
  );
  const [words, setWords] = useState({
    description: tag?.description ?? '',
    inclusion: tag?.inclusion ?? '',
    exclusion: tag?.exclusion ?? '',
  });

  const keep = async (): Promise<string> => {
    const values = { name, parent, color, ...words };
    if (tag === null) return (await client.tags.create({ handle, ...values })).id;
    await client.tags.update({ handle, id: tag.id, changes: values });
    return tag.id;
  };
  const places = all.filter((node) => tag === null || !isWithin(nodes, tag.id, node.tag.id));

  return (
    <div className={classes['form']}>
      <FormFrame
        title={tag === null ? t('tags.new') : t('tags.edit')}
        submit={tag === null ? t('common.add') : t('common.save')}
        submitKeys="mod+Enter"
        busy={busy}
        error={error}
        ready={name.trim() !== ''}
        onSubmit={() => void run(keep, onDone)}
        onLeave={onLeave}
        {...(tag !== null && {
          aside: (
            <ConfirmButton
              variant="subtle"
              color="red"
              question={t('tags.removeQuestion', { count: tag.excerpts })}
              onConfirm={() =>
                void run(
                  () => client.tags.remove({ handle, id: tag.id }),
                  () => onDone(null),
                )
              }
            >
              {t('common.remove')}
            </ConfirmButton>
          ),
        })}
      >
        <div className={classes['pair']}>
          <TextInput
            label={t('common.name')}
            value={name}
            autoComplete="off"
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <NativeSelect
            label={t('tags.under')}
            value={parent ?? ''}
            data={[
              { value: '', label: t('tags.top') },
              ...places.map((node) => ({
                value: node.tag.id,
                label: `${'\u2003'.repeat(node.depth)}${node.tag.name}`,
              })),
            ]}
            onChange={(event) =>
              setParent(event.currentTarget.value === '' ? null : event.currentTarget.value)
            }
          />
        </div>
        <ColorField color={color} onColor={setColor} />
        {(['description', 'inclusion', 'exclusion'] as const).map((field) => (
          <Textarea
            key={field}
            label={t(`tags.${field}`)}
            placeholder={t(`tags.hint.${field}`)}
            autosize
            minRows={field === 'description' ? 2 : 1}
            maxRows={8}
            value={words[field]}
            onChange={(event) => setWords({ ...words, [field]: event.currentTarget.value })}
          />
        ))}
      </FormFrame>
    </div>
  );
}

/** A colour out of those that are told apart well, or any other. */
function ColorField({ color, onColor }: { color: string; onColor: (color: string) => void }) {
  const { t } = useTranslation();
  const name = useId();
  return (
    <fieldset className={classes['colors']}>
      <legend>{t('tags.color')}</legend>
      {tagColors.map((one, index) => (
        <label key={one} className={classes['color']} title={one}>
          <input
            type="radio"
            name={name}
            aria-label={t('tags.colorNumber', { number: index + 1, color: one })}
            checked={one === color.toLowerCase()}
            onChange={() => onColor(one)}
          />
          <span style={{ background: one }} />
        </label>
      ))}
      <input
        type="color"
        aria-label={t('tags.otherColor')}
        title={t('tags.otherColor')}
        value={color}
        onChange={(event) => onColor(event.currentTarget.value)}
      />
    </fieldset>
  );
}
