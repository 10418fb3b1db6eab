import { ActionIcon, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconChevronRight, IconPencil } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCase } from '../../app/case-context.tsx';
import { go } from '../../app/navigation.ts';
import { EvidenceDot } from '../../ui/EvidenceDot.tsx';
import { KindIcon } from '../../ui/KindIcon.tsx';
import classes from './entity.module.css';
import { FactEdit } from './FactEdit.tsx';
import { FactPassages } from './FactPassages.tsx';
import { boundsWords, datesWords, type FactRow } from './fact-rows.ts';

/** One fact: what it says, when, what it rests on. Opened, it shows its passages below itself. */
export function FactRowLine({
  row,
  chosen,
  onChoose,
}: {
  row: FactRow;
  /** The inspector shows it. */
  chosen: boolean;
  onChoose: (row: FactRow) => void;
}) {
  const { t } = useTranslation();
  const { canWrite } = useCase();
  const id = useId();
  const [open, setOpen] = useState(false);
  const [editing, setEditing] = useState(false);
  const { other } = row;
  const dates = datesWords(row, t);
  const bounds = boundsWords(row);
  const toggle = (): void => {
    onChoose(row);
    setOpen(!open);
  };
  return (
    <li className={classes['fact']} data-chosen={chosen}>
      <div className={classes['row']}>
        {/* The button lies under the whole row, so that a click anywhere opens it and the other controls stay their own. */}
        <button
          type="button"
          className={classes['disclose']}
          data-fact={row.id}
          aria-expanded={open}
          aria-controls={`${id}-passages`}
          aria-labelledby={`${id}-label ${id}-value ${id}-marks`}
          onClick={toggle}
          onFocus={() => onChoose(row)}
        >
          <IconChevronRight size={14} aria-hidden="true" />
        </button>
        <span id={`${id}-label`} className={classes['label']}>
          {row.label}
        </span>
        <span id={`${id}-value`} className={classes['value']}>
          {other === null ? (
            <span data-primary={row.kind === 'name' && row.key === 'primary'}>{row.value}</span>
          ) : (
            <>
              <KindIcon kind={other.kind} />
              <span>
                <button
                  type="button"
                  className={classes['other']}
                  onClick={() => go({ screen: 'entity', id: other.id })}
                >
                  {other.name}
                </button>
                {row.role !== '' && <span className={classes['role']}>{row.role}</span>}
              </span>
            </>
          )}
          {row.disputed && row.assessment !== null && (
            <span className={classes['preferred']}>{t('resolution.preferred')}</span>
          )}
        </span>
        <Tooltip label={bounds} disabled={bounds === ''}>
          <span className={classes['dates']}>{dates}</span>
        </Tooltip>
        <span id={`${id}-marks`} className={classes['marks']}>
          {row.disputed && (
            <Tooltip label={t('entity.twoSides')}>
              <button
                type="button"
                className={classes['dispute']}
                aria-label={t('entity.twoSides')}
                onClick={() => {
                  onChoose(row);
                  setOpen(true);
                }}
              >
                <IconAlertTriangle size={14} aria-hidden="true" />
              </button>
            </Tooltip>
          )}
          <EvidenceDot sources={row.sources} />
        </span>
        {canWrite && (
          <ActionIcon
            className={classes['edit'] ?? ''}
            aria-label={t('entity.editFact', { fact: `${row.label}: ${other?.name ?? row.value}` })}
            onClick={() => setEditing(true)}
          >
            <IconPencil size={14} aria-hidden="true" />
          </ActionIcon>
        )}
      </div>
      {editing && (
        <div className={classes['form']}>
          <FactEdit row={row} onLeave={() => setEditing(false)} />
        </div>
      )}
      <div id={`${id}-passages`} hidden={!open} className={classes['opened']}>
        {open && <FactPassages row={row} />}
      </div>
    </li>
  );
}
