import { IconChevronRight } from '@tabler/icons-react';
import { useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { TagDot } from './TagDot.tsx';
import type { TagNode } from './tag-tree.ts';
import { useTagTree } from './tag-tree-state.ts';
import classes from './tags.module.css';
import { moveInTree } from './tree-keys.ts';

/** The codebook: one stop for Tab, arrows move, right and left open and close, Enter edits what is at hand. */
export function TagTree({
  rows,
  chosen,
  onChoose,
  onKey,
}: {
  rows: readonly TagNode[];
  chosen: string | null;
  onChoose: (id: string) => void;
  /** Keys that do something with the tag at hand. True when the key was taken. */
  onKey: (event: KeyboardEvent) => boolean;
}) {
  const { t } = useTranslation();
  const frame = useRef<HTMLDivElement>(null);
  const { closed, setOpen } = useTagTree();
  const at = rows.findIndex(({ tag }) => tag.id === chosen);
  const stop = Math.max(0, at);

  const press = (event: KeyboardEvent): void => {
    if (onKey(event)) {
      event.preventDefault();
      return;
    }
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const move = moveInTree(event.key, rows, stop, (id) => !closed.has(id), 10);
    if (move === null) return;
    event.preventDefault();
    if (move.kind === 'open') {
      setOpen(move.id, move.open);
      return;
    }
    const next = rows[move.to];
    if (next === undefined) return;
    onChoose(next.tag.id);
    frame.current?.querySelectorAll<HTMLElement>('[role="treeitem"]')[move.to]?.focus();
  };

  return (
    <div
      ref={frame}
      role="tree"
      tabIndex={-1}
      aria-label={t('tags.codebook')}
      className={classes['tree']}
      onKeyDown={press}
    >
      {rows.map(({ tag, depth, children }, index) => {
        const open = children.length > 0 ? !closed.has(tag.id) : undefined;
        return (
          // The tree hears the keys.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={tag.id}
            role="treeitem"
            tabIndex={index === stop ? 0 : -1}
            aria-level={depth + 1}
            aria-selected={tag.id === chosen}
            aria-expanded={open}
            aria-label={`${tag.name}, ${t('reader.passages', { count: tag.excerpts })}`}
            className={classes['node']}
            style={{ paddingLeft: 8 + depth * 16 }}
            onClick={() => onChoose(tag.id)}
          >
            <span
              className={classes['turn']}
              data-open={open}
              aria-hidden="true"
              onClick={(event) => {
                if (open === undefined) return;
                event.stopPropagation();
                setOpen(tag.id, !open);
              }}
            >
              {open !== undefined && <IconChevronRight size={14} />}
            </span>
            <TagDot color={tag.color} />
            <span className={classes['nodeName']}>{tag.name}</span>
            <span className={classes['nodeCount']}>{tag.excerpts}</span>
          </div>
        );
      })}
    </div>
  );
}
