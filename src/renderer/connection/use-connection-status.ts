import { useSyncExternalStore } from 'react';
import type { Connection, ConnectionStatus } from './connection.ts';

/** The state of the connection, drawn anew whenever it changes. */
export function useConnectionStatus(connection: Pick<Connection, 'status'>): ConnectionStatus {
  return useSyncExternalStore(connection.status.subscribe, connection.status.get);
}
