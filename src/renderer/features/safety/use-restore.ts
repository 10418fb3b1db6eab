import { useMutation } from '@tanstack/react-query';
import { CaseError } from '#contract/error.ts';
import type { Backup } from '#contract/safety.ts';
import { useBridge, useClient } from '../../app/api.ts';
import { adopt, openCase } from '../../app/session.ts';

/** Copies a backup to a file that the person chooses and opens that. The backup, and the case as it is now, stay. */
export function useRestore() {
  const bridge = useBridge();
  const client = useClient();
  return useMutation({
    mutationFn: async (backup: Backup) => {
      const suggestedName = `${backup.title.replaceAll(/[\\/:*?"<>|]/g, ' ').trim()} ${dayOf(backup.at)}.casefile`;
      const path = await bridge.chooseSavePath({ purpose: 'case', suggestedName });
      if (path === null) return;
      try {
        adopt(client, await client.safety.restore({ backup: backup.id, path }));
      } catch (error) {
        // The copy is made; an encrypted one asks for its passphrase as any case does.
        if (!(error instanceof CaseError) || error.code !== 'case.passphraseNeeded') throw error;
        await openCase(client, path);
      }
    },
  });
}

/** Day and time as a file's name can have them, on this computer's clock. */
function dayOf(at: string): string {
  const date = new Date(at);
  const two = (number: number) => String(number).padStart(2, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day} ${two(date.getHours())}.${two(date.getMinutes())}`;
}
