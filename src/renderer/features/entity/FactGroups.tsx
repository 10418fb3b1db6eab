import type { TFunction } from 'i18next';
import { useId, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { moveInList } from '../../ui/list-keys.ts';
import classes from './entity.module.css';
import { FactRowLine } from './FactRowLine.tsx';
import type { FactRow, FactRows } from './fact-rows.ts';

/** All facts in their groups. Arrows go from fact to fact, Enter opens the one with the focus. */
export function FactGroups({
  groups,
  chosen,
  onChoose,
}: {
  groups: readonly FactRows[];
  chosen: string | null;
  onChoose: (row: FactRow) => void;
}) {
  const frame = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent): void => {
    if (!(event.target instanceof HTMLElement) || event.target.dataset['fact'] === undefined)
      return;
    const rows = [...(frame.current?.querySelectorAll<HTMLElement>('[data-fact]') ?? [])];
    const next = moveInList(event.key, rows.indexOf(event.target), rows.length, 10);
    if (next === null) return;
    event.preventDefault();
    rows[next]?.focus();
  };
  return (
    // The keys are those of the rows within, which have the focus.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={frame} onKeyDown={move}>
      {groups.map((group) => (
        <Group
          key={`${group.kind} ${group.group}`}
          group={group}
          chosen={chosen}
          onChoose={onChoose}
        />
      ))}
    </div>
  );
}

function Group({
  group: { group, kind, rows },
  chosen,
  onChoose,
}: {
  group: FactRows;
  chosen: string | null;
  onChoose: (row: FactRow) => void;
}) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <section className={classes['group']} aria-labelledby={id}>
      <h2 id={id}>{groupWords(group, kind, t)}</h2>
      <ul>
        {rows.map((row) => (
          <FactRowLine key={row.id} row={row} chosen={row.id === chosen} onChoose={onChoose} />
        ))}
      </ul>
    </section>
  );
}

function groupWords(group: FactRows['group'], kind: FactRows['kind'], t: TFunction): string {
  if (group === 'names') return t('entity.names');
  return kind === 'link' && group === 'other' ? t('entity.otherLinks') : t(`entity.group.${group}`);
}
