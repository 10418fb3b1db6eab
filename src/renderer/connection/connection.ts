import type { ContractRouterClient } from '@orpc/contract';
import type { HostBridge } from '#contract/bridge.ts';
import type { contract } from '#contract/contract.ts';
import type { ConnectionStatus } from '#contract/reconnect.ts';

export type { ConnectionStatus };

/** Something that changes and tells of it, in the shape React's `useSyncExternalStore` takes. */
export interface StatusSource {
  readonly get: () => ConnectionStatus;
  readonly subscribe: (listener: () => void) => () => void;
}

export type EngineClient = ContractRouterClient<typeof contract>;

/**
 * The page's way to the engine. Calls fail with `CaseError` and nothing else, except that a call whose own signal
 * aborts throws that signal's reason. While the connection is not open they fail at once with `connection.lost`, and
 * event iterators end with the same error when it goes. After a reconnect open cases may have to be opened again:
 * an engine that was started anew does not know their handles (`case.notOpen`).
 */
export interface Connection {
  readonly client: EngineClient;
  readonly bridge: HostBridge;
  readonly status: StatusSource;
  /** Tries at once instead of waiting for the next attempt. */
  readonly retry: () => void;
  readonly close: () => void;
}
