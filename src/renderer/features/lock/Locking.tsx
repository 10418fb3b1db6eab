import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { useBridge, useClient } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { useCommand } from '../../app/commands.ts';
import { showError } from '../../app/notices.tsx';
import { useSettings } from '../../app/settings.tsx';
import { curtainHost } from './curtain.ts';
import { whenIdle } from './idle.ts';
import { hideCase, showCase, useLock } from './lock-store.ts';
import { LockScreen } from './LockScreen.tsx';

/** Locks an encrypted case when that is asked for or nobody is there, and shows the lock in the place of everything. */
export function Locking() {
  const client = useClient();
  const bridge = useBridge();
  const { handle, info } = useCase();
  const { lockAfterMinutes } = useSettings();
  const locked = useLock((state) => state.locked);
  const { encrypted } = info;

  useEffect(() => {
    bridge.setTitle(locked ? 'Legajo' : `${info.title} · Legajo`);
    return () => bridge.setTitle('Legajo');
  }, [bridge, info.title, locked]);

  // The case was closed, by this window or another: what comes then may be seen.
  useEffect(() => showCase, []);

  useEffect(() => {
    if (!encrypted || lockAfterMinutes === 0) return undefined;
    return whenIdle(lockAfterMinutes * 60_000, () => lock(true));
    // oxlint-disable-next-line react/exhaustive-deps -- `lock` rests on the handle alone
  }, [encrypted, handle, lockAfterMinutes]);

  function lock(idle: boolean): void {
    if (useLock.getState().locked) return;
    hideCase({ idle });
    client.cases.lock({ handle }).then(
      (outcome) => {
        // It may have been unlocked or closed before the answer came.
        if (!useLock.getState().locked) return;
        if (outcome.locked) hideCase({ waiting: outcome.waiting });
        else showCase();
      },
      (error: unknown) => {
        // Out of view all the same; without its engine nothing holds the file open.
        showError(error);
      },
    );
  }

  useCommand(
    encrypted
      ? {
          id: 'case.lock',
          title: 'command.lock',
          group: 'case',
          keys: ['mod+shift+l'],
          run: () => lock(false),
        }
      : null,
  );
  return locked ? createPortal(<LockScreen />, curtainHost()) : null;
}
