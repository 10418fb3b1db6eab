import { ActionIcon, Button, NativeSelect, NumberInput, Popover, Tooltip } from '@mantine/core';
import { IconFileText, IconPlus, IconSitemap, IconX } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Tag } from '#contract/annotation.ts';
import { PassageScope } from '#contract/passage-query.ts';
import { useCommand } from '../../app/commands.ts';
import { holdTyping } from '../../app/held-typing.ts';
import { useKeyHints } from '../../app/key-map.ts';
import { go } from '../../app/navigation.ts';
import { Keys } from '../../ui/Keys.tsx';
import { KindIcon } from '../../ui/KindIcon.tsx';
import { groupsOf, joints } from './combination.ts';
import { TagDot } from './TagDot.tsx';
import { TagPick } from './TagPick.tsx';
import type { TagNode } from './tag-tree.ts';
import { useTagWork, type Part } from './tag-work-store.ts';
import classes from './tags.module.css';
import { combine, combineOnly } from './use-combination.ts';
import { combinationPlace } from './use-codebook.ts';

/** Puts tags together with and, or and not, and says what counts as being together. Beside a single tag: its beginning. */
export function Combination({
  all,
  parts,
  tag,
}: {
  all: readonly TagNode[];
  parts: readonly Part[];
  /** The tag that is shown alone, which a combination begins with. */
  tag: Tag | null;
}) {
  const { t } = useTranslation();
  const hint = useKeyHints();
  const [adding, setAdding] = useState(false);
  const bar = useRef<HTMLDivElement>(null);
  useCommand({
    id: 'tags.combine',
    title: 'tags.combine',
    group: 'view',
    keys: ['a'],
    run: () => {
      holdTyping();
      setAdding(true);
    },
  });
  const change = (next: readonly Part[]): void => {
    useTagWork.setState({ parts: next });
    const [only, ...others] = next;
    if (only === undefined) go({ screen: 'tags' }, { replace: true });
    else if (others.length === 0 && only.term.kind === 'tag') {
      go({ screen: 'tags', id: only.term.id }, { replace: true });
    }
  };
  const replaced = (part: Part, by: Part): void =>
    change(parts.map((other) => (other === part ? by : other)));
  const add = (id: string): void => {
    setAdding(false);
    const { below } = useTagWork.getState();
    if (parts.length === 0) {
      combineOnly(tag === null ? [] : [{ kind: 'tag', id: tag.id, below }], 'overlap');
    }
    combine({ kind: 'tag', id, below: false });
    go({ screen: 'tags', id: combinationPlace });
  };

  return (
    <div ref={bar} className={classes['combination']} role="group" aria-label={t('tags.combining')}>
      {groupsOf(parts).map((group, at) => (
        <span
          // Groups have no names of their own; their order is what they are.
          // oxlint-disable-next-line react/no-array-index-key
          key={at}
          className={classes['group']}
          data-not={group.not}
          data-several={group.parts.length > 1}
        >
          {group.parts.map((part) => {
            const index = parts.indexOf(part);
            return (
              <PartChip
                key={index}
                part={part}
                first={index === 0}
                all={all}
                onChange={(next) => replaced(part, next)}
                onRemove={() => change(parts.filter((other) => other !== part))}
              />
            );
          })}
        </span>
      ))}
      <Popover
        opened={adding}
        onChange={setAdding}
        position="bottom-start"
        width={320}
        trapFocus
        returnFocus
        transitionProps={{ duration: 0 }}
        withinPortal={false}
      >
        <Popover.Target>
          <Button
            variant="subtle"
            leftSection={<IconPlus size={14} aria-hidden="true" />}
            rightSection={<Keys keys={hint('tags.combine').keys} />}
            aria-keyshortcuts={hint('tags.combine').aria}
            onClick={() => setAdding(!adding)}
          >
            {t('tags.combine')}
          </Button>
        </Popover.Target>
        <Popover.Dropdown className={classes['adding'] ?? ''}>
          <TagPick
            label={t('tags.combine')}
            all={all}
            onTake={(id) => {
              if (id !== null) add(id);
            }}
          />
        </Popover.Dropdown>
      </Popover>
      {parts.length > 1 && <Scope />}
    </div>
  );
}

function PartChip({
  part,
  first,
  all,
  onChange,
  onRemove,
}: {
  part: Part;
  first: boolean;
  all: readonly TagNode[];
  onChange: (part: Part) => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation();
  const { term, joint } = part;
  const node = term.kind === 'tag' ? all.find(({ tag }) => tag.id === term.id) : undefined;
  const name = term.kind === 'tag' ? (node?.tag.name ?? '') : term.title;
  const hasBelow = (node?.children.length ?? 0) > 0;
  return (
    <>
      {!first && (
        <NativeSelect
          className={classes['joint'] ?? ''}
          aria-label={t('tags.joint', { name })}
          value={joint}
          data={joints.map((value) => ({ value, label: t(`tags.joints.${value}`) }))}
          onChange={(event) => {
            const next = joints.find((one) => one === event.currentTarget.value);
            if (next !== undefined) onChange({ ...part, joint: next });
          }}
        />
      )}
      <span className={classes['chip']}>
        {term.kind === 'tag' && <TagDot color={node?.tag.color ?? '#7a7a7a'} />}
        {term.kind === 'entity' && <KindIcon kind={term.entityKind} size={14} />}
        {term.kind === 'source' && <IconFileText size={14} aria-hidden="true" />}
        <span className={classes['chipName']} title={node?.path.join(' / ') ?? name}>
          {name}
        </span>
        {term.kind === 'tag' && hasBelow && (
          <Tooltip label={t('tags.withBelow')}>
            <ActionIcon
              size="sm"
              aria-label={t('tags.withBelowOf', { name })}
              aria-pressed={term.below}
              className={classes['chipBelow'] ?? ''}
              onClick={() => onChange({ ...part, term: { ...term, below: !term.below } })}
            >
              <IconSitemap size={14} aria-hidden="true" />
            </ActionIcon>
          </Tooltip>
        )}
        <ActionIcon size="sm" aria-label={t('tags.leaveOut', { name })} onClick={onRemove}>
          <IconX size={14} aria-hidden="true" />
        </ActionIcon>
      </span>
    </>
  );
}

/** What counts as being together. */
function Scope() {
  const { t } = useTranslation();
  const scope = useTagWork((state) => state.scope);
  const distance = useTagWork((state) => state.distance);
  return (
    <span className={classes['scope']}>
      <NativeSelect
        aria-label={t('tags.scope')}
        value={scope}
        data={PassageScope.options.map((value) => ({ value, label: t(`tags.scopes.${value}`) }))}
        onChange={(event) => {
          const next = PassageScope.options.find((one) => one === event.currentTarget.value);
          if (next !== undefined) useTagWork.setState({ scope: next });
        }}
      />
      {scope === 'near' && (
        <NumberInput
          className={classes['distance'] ?? ''}
          aria-label={t('tags.distance')}
          suffix={` ${t('tags.characters')}`}
          min={0}
          max={1_000_000}
          step={50}
          allowDecimal={false}
          hideControls
          value={distance}
          onChange={(value) => {
            if (typeof value === 'number' && value >= 0 && value <= 1_000_000) {
              useTagWork.setState({ distance: value });
            }
          }}
        />
      )}
    </span>
  );
}
