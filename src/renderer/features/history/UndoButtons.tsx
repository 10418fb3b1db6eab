import { ActionIcon, Popover, Tooltip } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { UndoStep } from '#contract/history.ts';
import { useApi } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { useCommand } from '../../app/commands.ts';
import { useKeyHints } from '../../app/key-map.ts';
import { Keys } from '../../ui/Keys.tsx';
import { gestureWords } from './gesture-words.ts';
import classes from './history.module.css';
import { useUndoQuestion } from './undo-store.ts';
import { UndoQuestion } from './UndoQuestion.tsx';
import { useUndo } from './use-undo.ts';

const keysOf = { undo: 'mod+z', redo: 'shift+mod+z' } as const;

/** Undo and redo, each saying what it would do. A case that can only be read has neither. */
export function UndoButtons() {
  const { canWrite } = useCase();
  return canWrite ? <Buttons /> : null;
}

function Buttons() {
  const api = useApi();
  const { handle } = useCase();
  const { data } = useQuery(api.history.steps.queryOptions({ input: { handle } }));
  return (
    <>
      <UndoButton which="undo" step={data?.undo ?? null} />
      <UndoButton which="redo" step={data?.redo ?? null} />
    </>
  );
}

function UndoButton({ which, step }: { which: 'undo' | 'redo'; step: UndoStep | null }) {
  const { t } = useTranslation();
  const hint = useKeyHints()(`case.${which}`);
  const undo = useUndo();
  const { asking, ask } = useUndoQuestion();
  useCommand({
    id: `case.${which}`,
    title: `command.${which}`,
    group: 'case',
    keys: which === 'redo' ? [keysOf.redo, 'mod+y'] : [keysOf.undo],
    notWhileTyping: true,
    run: () => undo(which),
  });
  const label =
    step === null
      ? t(`history.nothing.${which}`)
      : t(`history.what.${which}`, { what: gestureWords(step.label, t) });
  const Icon = which === 'undo' ? IconArrowBackUp : IconArrowForwardUp;
  const asked = asking?.act === which ? asking : null;
  return (
    <Popover
      opened={asked !== null}
      onChange={(opened) => {
        if (!opened) ask(null);
      }}
      width={360}
      position="bottom-end"
      withArrow
      trapFocus
      shadow="md"
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <Tooltip
          disabled={asked !== null}
          label={
            <span className={classes['tip']}>
              {label}
              <Keys keys={hint.keys} />
            </span>
          }
        >
          {/* It keeps its place and its tooltip when there is nothing to do. */}
          <ActionIcon
            aria-label={label}
            aria-keyshortcuts={hint.aria}
            aria-disabled={step === null}
            className={classes['undo'] ?? ''}
            onClick={() => {
              if (step !== null) undo(which);
            }}
          >
            <Icon size={18} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label={t(`command.${which}`)}>
        {asked !== null && (
          <UndoQuestion
            outcome={asked.outcome}
            onForce={() => undo(which, true)}
            onLeave={() => ask(null)}
          />
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
