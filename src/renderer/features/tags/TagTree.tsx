import { IconChevronRight } from '@tabler/icons-react';
import { useLayoutEffect, useRef, useState, type DragEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeysFromNowhere } from '../../ui/use-keys-from-nowhere.ts';
import { TagDot } from './TagDot.tsx';
import type { TagNode } from './tag-tree.ts';
import { useTagTree } from './tag-tree-state.ts';
import classes from './tags.module.css';
import { moveInTree } from './tree-keys.ts';

/** How a dragged tag is told from a dragged file or text. */
const tagType = 'application/x-legajo-tag';

/** The codebook: one stop for Tab, arrows move, right and left open and close, Enter edits what is at hand. */
export function TagTree({
  rows,
  chosen,
  cut,
  onChoose,
  onKey,
  onMove,
  canMove = () => false,
}: {
  rows: readonly TagNode[];
  chosen: string | null;
  /** The tag that was cut, drawn faint until it is put down. */
  cut: string | null;
  /** `added`: with the key held that adds to what is chosen already. */
  onChoose: (id: string, added: boolean) => void;
  /** Keys that do something with the tag at hand. True when the key was taken. */
  onKey: (event: KeyboardEvent) => boolean;
  /** A tag was dragged onto another, or beside them all, to the top (null). Left out where nothing can be changed. */
  onMove?: (id: string, parent: string | null) => void;
  canMove?: (id: string, parent: string | null) => boolean;
}) {
  const { t } = useTranslation();
  const frame = useRef<HTMLDivElement>(null);
  const hadFocus = useRef(false);
  useKeysFromNowhere(frame);
  const { closed, setOpen } = useTagTree();
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const at = rows.findIndex(({ tag }) => tag.id === chosen);
  const stop = Math.max(0, at);

  // A row that is moved to another place of the page loses the focus on the way.
  useLayoutEffect(() => {
    if (!hadFocus.current || frame.current?.contains(document.activeElement) !== false) return;
    if (document.activeElement !== null && document.activeElement !== document.body) return;
    frame.current.querySelectorAll<HTMLElement>('[role="treeitem"]')[stop]?.focus();
  }, [rows, stop]);

  const press = (event: KeyboardEvent): void => {
    if (onKey(event)) {
      event.preventDefault();
      event.stopPropagation();
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
    onChoose(next.tag.id, false);
    frame.current?.querySelectorAll<HTMLElement>('[role="treeitem"]')[move.to]?.focus();
  };

  /** What makes a place take the tag that is dragged: a row, or the tree itself for the top. */
  const target = (parent: string | null) =>
    onMove === undefined
      ? {}
      : {
          onDragOver: (event: DragEvent) => {
            if (dragged === null || !event.dataTransfer.types.includes(tagType)) return;
            event.stopPropagation();
            const allowed = canMove(dragged, parent);
            setOver(allowed ? (parent ?? '') : null);
            if (!allowed) return;
            event.preventDefault();
            event.dataTransfer.dropEffect = 'move';
          },
          onDrop: (event: DragEvent) => {
            if (dragged === null) return;
            event.preventDefault();
            event.stopPropagation();
            setOver(null);
            setDragged(null);
            if (canMove(dragged, parent)) onMove(dragged, parent);
          },
        };

  return (
    <div
      ref={frame}
      role="tree"
      tabIndex={-1}
      aria-label={t('tags.codebook')}
      className={classes['tree']}
      data-over={over === ''}
      onKeyDown={press}
      onFocus={() => {
        hadFocus.current = true;
      }}
      onBlur={(event) => {
        // Focus that goes to another control was taken there; focus that goes nowhere was lost.
        if (event.relatedTarget !== null) hadFocus.current = false;
      }}
      onDragLeave={() => setOver(null)}
      {...target(null)}
    >
      {rows.map(({ tag, depth, children }, index) => {
        const open = children.length > 0 ? !closed.has(tag.id) : undefined;
        const counted = t('reader.passages', { count: tag.excerpts });
        const inAll = tag.below > tag.excerpts || children.length > 0;
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
            aria-label={
              inAll
                ? `${tag.name}, ${counted}, ${t('tags.inAll', { count: tag.below })}`
                : `${tag.name}, ${counted}`
            }
            className={classes['node']}
            data-cut={tag.id === cut}
            data-over={tag.id === over}
            style={{ paddingLeft: 8 + depth * 16 }}
            draggable={onMove !== undefined}
            onClick={(event) => onChoose(tag.id, event.ctrlKey || event.metaKey)}
            onDragStart={(event) => {
              event.dataTransfer.setData(tagType, tag.id);
              event.dataTransfer.effectAllowed = 'move';
              setDragged(tag.id);
            }}
            onDragEnd={() => {
              setDragged(null);
              setOver(null);
            }}
            {...target(tag.id)}
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
            <span className={classes['nodeName']} title={tag.name}>
              {tag.name}
            </span>
            {inAll && (
              <span className={classes['nodeAll']} title={t('tags.inAll', { count: tag.below })}>
                {tag.below}
              </span>
            )}
            <span className={classes['nodeCount']}>{tag.excerpts}</span>
          </div>
        );
      })}
    </div>
  );
}
