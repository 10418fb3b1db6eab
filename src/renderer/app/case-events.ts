import { useQueryClient, type QueryClient, type QueryKey } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useConnectionStatus } from '../connection/use-connection-status.ts';
import { hideCase, showCase } from '../features/lock/lock-store.ts';
import { useConnection } from './api.ts';
import { isConcerned } from './concerned-queries.ts';

/** The contract path that oRPC puts first in a query's key. */
function pathOf(key: QueryKey): string[] {
  const [path] = key;
  return Array.isArray(path) ? path.map(String) : [];
}

/** Fetches anew whatever rests on the tables that changed; what no open view shows is only marked. */
export function refetchConcerned(queries: QueryClient, tables: readonly string[]): void {
  void queries.invalidateQueries({
    predicate: ({ queryKey }) => isConcerned(pathOf(queryKey), tables),
  });
}

/** How long changes are gathered before views fetch anew, in milliseconds: an import makes many. */
const gathering = 40;

/** Keeps every view in step with the case: follows its events, and begins again after a lost connection. */
export function useCaseEvents(handle: string): void {
  const queries = useQueryClient();
  const connection = useConnection();
  const status = useConnectionStatus(connection);
  useEffect(() => {
    if (status !== 'open') return undefined;
    const stop = new AbortController();
    const changed = new Set<string>();
    let timer: number | undefined;
    const later = (tables: readonly string[]): void => {
      for (const table of tables) changed.add(table);
      timer ??= window.setTimeout(() => {
        timer = undefined;
        refetchConcerned(queries, [...changed]);
        changed.clear();
      }, gathering);
    };
    const follow = async (): Promise<void> => {
      const events = await connection.client.cases.watch({ handle }, { signal: stop.signal });
      let wasLocked = false;
      for await (const { tables, locked, anew } of events) {
        // The window has gone on to something else, which is not to be hidden.
        if (stop.signal.aborted) return;
        if (locked) {
          wasLocked = true;
          hideCase();
          continue;
        }
        // Views that were open before may have missed changes, or been refused while the case was locked.
        if (anew) {
          refetchConcerned(queries, []);
          void queries.invalidateQueries({ predicate: ({ state }) => state.status === 'error' });
          // What was said before the engine learned that this page is locked must not show it again.
          if (wasLocked) showCase();
          wasLocked = false;
        } else later(tables);
      }
    };
    // The connection itself tells of its loss, and `status` begins this anew.
    follow().catch(() => undefined);
    return () => {
      stop.abort();
      window.clearTimeout(timer);
    };
  }, [connection, handle, queries, status]);
}
