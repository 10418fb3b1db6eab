import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { BackupStatus } from '#contract/safety.ts';
import { useApi, useConnection } from '../../app/api.ts';
import { useConnectionStatus } from '../../connection/use-connection-status.ts';
import { useLock } from '../lock/lock-store.ts';

/** How the case stands with its backups, followed for as long as it is shown. Null until the engine has answered. */
export function useBackupStatus(handle: string): BackupStatus | null {
  const connection = useConnection();
  const api = useApi();
  const queries = useQueryClient();
  const status = useConnectionStatus(connection);
  const locked = useLock((state) => state.locked);
  const [backups, setBackups] = useState<BackupStatus | null>(null);
  useEffect(() => {
    if (status !== 'open' || locked) return undefined;
    const stop = new AbortController();
    const follow = async (): Promise<void> => {
      // It ends with the file, which is opened anew under another passphrase.
      while (!stop.signal.aborted) {
        const events = await connection.client.safety.watch({ handle }, { signal: stop.signal });
        for await (const event of events) {
          setBackups(event);
          void queries.invalidateQueries({ queryKey: api.safety.backups.key() });
        }
      }
    };
    // The connection itself tells of its loss, and `status` begins this anew.
    follow().catch(() => undefined);
    return () => stop.abort();
  }, [api, connection, handle, locked, queries, status]);
  return backups;
}
