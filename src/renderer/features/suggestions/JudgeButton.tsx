import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CommandId } from '../../app/command-catalogue.ts';
import { ariaKeys, isMac } from '../../app/hotkeys.ts';
import { useShownKeys } from '../../app/key-map.ts';
import { Keys } from '../../ui/Keys.tsx';

/** A way to judge what is at hand, with the keys that it has on this computer. */
export function JudgeButton({
  id,
  own,
  children,
  onPress,
  filled = false,
  disabled = false,
  compact = false,
}: {
  id: CommandId;
  /** Its keys, unless a person gave it others. */
  own: string;
  children: ReactNode;
  onPress: () => void;
  filled?: boolean;
  disabled?: boolean;
  compact?: boolean;
}) {
  const keys = useShownKeys(id, own);
  return (
    <Button
      {...(compact && { size: 'compact-sm' })}
      variant={filled ? 'filled' : 'default'}
      disabled={disabled}
      rightSection={<Keys keys={keys} />}
      aria-keyshortcuts={ariaKeys(keys, isMac)}
      // What has the focus keeps it, so that one key after the other judges.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      {children}
    </Button>
  );
}
