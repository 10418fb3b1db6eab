import { useEffect, useState } from 'react';
import type { SharedFolder } from '#contract/shared-folder.ts';
import { useConnection } from '../../../app/api.ts';
import { useConnectionStatus } from '../../../connection/use-connection-status.ts';

/** How the shared folder of the case stands, followed for as long as it is shown. Null until the engine has answered. */
export function useSharedFolder(handle: string): SharedFolder | null {
  const connection = useConnection();
  const status = useConnectionStatus(connection);
  const [folder, setFolder] = useState<SharedFolder | null>(null);
  useEffect(() => {
    if (status !== 'open') return undefined;
    const stop = new AbortController();
    const follow = async (): Promise<void> => {
      const events = await connection.client.sharing.watch({ handle }, { signal: stop.signal });
      for await (const event of events) setFolder(event);
    };
    // The connection itself tells of its loss, and `status` begins this anew.
    follow().catch(() => undefined);
    return () => stop.abort();
  }, [connection, handle, status]);
  return folder;
}
