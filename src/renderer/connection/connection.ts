import type { ContractRouterClient } from '@orpc/contract';
import type { HostBridge } from '#contract/bridge.ts';
import type { contract } from '#contract/contract.ts';

/** `connecting`: not there yet, for the first time or again. `lost`: it was there, and what was under way has failed. */
export type ConnectionStatus = 'connecting' | 'open' | 'lost';

/** Something that changes and tells of it, in the shape React's `useSyncExternalStore` takes. */
export interface StatusSource {
  readonly get: () => ConnectionStatus;
  readonly subscribe: (listener: () => void) => () => void;
}

export type EngineClient = ContractRouterClient<typeof contract>;

/**
 * The page's way to the engine. Calls fail with `CaseError` and nothing else; while the connection is not open they
 * fail at once with `connection.lost`. Event iterators end with the same error when it goes.
 */
export interface Connection {
  readonly client: EngineClient;
  readonly bridge: HostBridge;
  readonly status: StatusSource;
  /** Tries at once instead of waiting for the next attempt. */
  retry(): void;
  close(): void;
}
