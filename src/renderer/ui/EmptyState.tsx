import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { ariaKeys, isMac } from '../app/hotkeys.ts';
import { Keys } from './Keys.tsx';
import classes from './places.module.css';

/** What an empty place says: one sentence, one button, its key. */
export function EmptyState({
  children,
  action,
}: {
  children: ReactNode;
  action?: { label: string; run: () => void; keys?: string | undefined };
}) {
  return (
    <div className={classes['empty']}>
      <p>{children}</p>
      {action !== undefined && (
        <Button
          variant="default"
          onClick={action.run}
          aria-keyshortcuts={action.keys === undefined ? undefined : ariaKeys(action.keys, isMac)}
          rightSection={action.keys === undefined ? null : <Keys keys={action.keys} />}
        >
          {action.label}
        </Button>
      )}
    </div>
  );
}
