import { useEffect, useState } from 'react';
import type { WatchedFolder } from '#contract/import.ts';
import { useConnection } from '../../app/api.ts';
import { useConnectionStatus } from '../../connection/use-connection-status.ts';

/** How the watched folder of the case stands, followed while it is looked at. Null until the engine has answered. */
export function useWatchedFolder(handle: string): WatchedFolder | null {
  const connection = useConnection();
  const status = useConnectionStatus(connection);
  const [folder, setFolder] = useState<WatchedFolder | null>(null);
  useEffect(() => {
    if (status !== 'open') return undefined;
    const stop = new AbortController();
    const follow = async (): Promise<void> => {
      const events = await connection.client.watching.watch({ handle }, { signal: stop.signal });
      for await (const event of events) setFolder(event);
    };
    // The connection itself tells of its loss, and `status` begins this anew.
    follow().catch(() => undefined);
    return () => stop.abort();
  }, [connection, handle, status]);
  return folder;
}
