import { ActionIcon, Checkbox, TextInput, Tooltip } from '@mantine/core';
import { IconChevronDown, IconGripVertical, IconPencil } from '@tabler/icons-react';
import { useState, type DragEvent, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DossierOutline, DossierSectionChoice } from '#contract/dossier.ts';
import classes from './options.module.css';

/** How a dragged part is told from a dragged file or text. */
const partType = 'application/x-legajo-part';

/** What keys do with a part: move it, unfold it, go to another. */
export type PartMove = 'up' | 'down' | 'fold' | 'unfold' | 'previous' | 'next' | 'first' | 'last';

function moveOf(event: KeyboardEvent): PartMove | null {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return null;
  if (event.altKey)
    return event.key === 'ArrowUp' ? 'up' : event.key === 'ArrowDown' ? 'down' : null;
  const moves: Partial<Record<string, PartMove>> = {
    ArrowUp: 'previous',
    ArrowDown: 'next',
    Home: 'first',
    End: 'last',
    ArrowRight: 'unfold',
    ArrowLeft: 'fold',
  };
  return moves[event.key] ?? null;
}

/** One part: in or out, its title, what is in it. */
export function PartRow({
  part,
  section,
  itemsOut,
  active,
  unfolded,
  dropped,
  onActive,
  onMove,
  onOut,
  onTitle,
  onDrag,
  onDragEnd,
  onDragOver,
  onDrop,
  children,
}: {
  part: DossierSectionChoice;
  /** What the case has for it, once that is known. */
  section: DossierOutline['sections'][number] | undefined;
  itemsOut: number;
  /** It is the one that Tab comes to. */
  active: boolean;
  unfolded: boolean;
  /** A dragged part would come to lie above or below it. */
  dropped: 'above' | 'below' | null;
  onActive: () => void;
  onMove: (move: PartMove) => void;
  onOut: (out: boolean) => void;
  onTitle: (title: string) => void;
  onDrag: () => void;
  onDragEnd: () => void;
  onDragOver: (below: boolean) => void;
  onDrop: () => void;
  /** What is in it, shown when it is unfolded. */
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const [titling, setTitling] = useState(false);
  const { id, out, title } = part;
  const usual = t(`dossier.part.${id}`);
  const name = title === '' ? usual : title;
  const count = section?.items.length ?? 0;
  const isEmpty = section?.empty === true;
  const stop = active ? 0 : -1;

  const press = (event: KeyboardEvent): void => {
    if (!(event.target instanceof HTMLInputElement) || event.target.type !== 'checkbox') return;
    const move = moveOf(event);
    if (event.key === 'F2') setTitling(true);
    else if (move !== null) onMove(move);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const over = (event: DragEvent): void => {
    if (!event.dataTransfer.types.includes(partType)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'move';
    const { top, height } = event.currentTarget.getBoundingClientRect();
    onDragOver(event.clientY > top + height / 2);
  };

  return (
    <li data-part={id} className={classes['part']} data-dropped={dropped}>
      {/* The keys are those of the checkbox within. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div
        className={classes['partRow']}
        data-out={out}
        data-empty={isEmpty}
        draggable={!titling}
        onKeyDown={press}
        onFocus={onActive}
        onDragStart={(event) => {
          event.dataTransfer.setData(partType, id);
          event.dataTransfer.effectAllowed = 'move';
          onDrag();
        }}
        onDragEnd={onDragEnd}
        onDragOver={over}
        onDrop={(event) => {
          if (!event.dataTransfer.types.includes(partType)) return;
          event.preventDefault();
          onDrop();
        }}
      >
        <span className={classes['grip']} aria-hidden="true">
          <IconGripVertical size={12} />
        </span>
        {titling ? (
          <Retitle
            usual={section === undefined || title !== '' ? usual : section.title}
            title={title}
            onTitle={(next) => {
              setTitling(false);
              onTitle(next);
            }}
          />
        ) : (
          <>
            <Checkbox
              className={classes['partIn'] ?? ''}
              label={name}
              checked={!out}
              tabIndex={stop}
              aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown F2"
              {...(title !== '' && { title: t('dossier.retitled', { usual }) })}
              onChange={(event) => onOut(!event.currentTarget.checked)}
            />
            <span className={classes['partCount']}>
              {isEmpty
                ? t('dossier.partEmpty')
                : count === 0
                  ? ''
                  : itemsOut > 0
                    ? t('dossier.countIn', { in: count - itemsOut, of: count })
                    : count}
            </span>
            <Tooltip label={t('dossier.retitle')}>
              <ActionIcon
                size={20}
                className={classes['partPencil'] ?? ''}
                tabIndex={stop}
                aria-label={t('dossier.retitleOf', { part: name })}
                onClick={() => setTitling(true)}
              >
                <IconPencil size={14} aria-hidden="true" />
              </ActionIcon>
            </Tooltip>
            <ActionIcon
              size={20}
              className={classes['partTurn'] ?? ''}
              style={{ visibility: count === 0 ? 'hidden' : 'visible' }}
              tabIndex={stop}
              aria-label={t('dossier.unfold', { part: name })}
              aria-expanded={unfolded}
              onClick={() => onMove(unfolded ? 'fold' : 'unfold')}
            >
              <IconChevronDown size={14} aria-hidden="true" />
            </ActionIcon>
          </>
        )}
      </div>
      {unfolded && children}
    </li>
  );
}

/** Another title for a part. Enter and leaving take it, Escape does not; an empty one is the usual. */
function Retitle({
  usual,
  title,
  onTitle,
}: {
  usual: string;
  title: string;
  onTitle: (title: string) => void;
}) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(title);
  return (
    <TextInput
      className={classes['retitle'] ?? ''}
      aria-label={t('dossier.retitleOf', { part: usual })}
      placeholder={usual}
      maxLength={200}
      autoComplete="off"
      value={typed}
      ref={(field) => field?.focus()}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => onTitle(typed.trim())}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onTitle(event.key === 'Enter' ? typed.trim() : title);
      }}
    />
  );
}
