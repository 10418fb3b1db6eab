import { createTanstackQueryUtils, type RouterUtils } from '@orpc/tanstack-query';
import { QueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { HostBridge } from '#contract/bridge.ts';
import type { Connection, EngineClient } from '../connection/index.ts';

/** What every part of the page reaches the engine and the desktop through. */
interface Services {
  connection: Connection;
  api: RouterUtils<EngineClient>;
}

export const ServicesContext = createContext<Services | null>(null);

export function servicesOf(connection: Connection): Services {
  return { connection, api: createTanstackQueryUtils(connection.client) };
}

function useServices(): Services {
  const services = useContext(ServicesContext);
  if (services === null) throw new Error('The page’s services are missing above this component.');
  return services;
}

/** The engine itself, for calls whose answer is not kept. Every failure is a `CaseError`. */
export function useClient(): EngineClient {
  return useServices().connection.client;
}

/** The engine as query and mutation options: `useQuery(api.sources.list.queryOptions({ input }))`. */
export function useApi(): RouterUtils<EngineClient> {
  return useServices().api;
}

/** Whatever touches the desktop: choosing and saving files, the window's title, printing. */
export function useBridge(): HostBridge {
  return useServices().connection.bridge;
}

export function useConnection(): Connection {
  return useServices().connection;
}

/**
 * Answers stay good until the engine says that what they rest on has changed (`case-events.ts`), so nothing is fetched
 * anew by time or by focus. The engine is on this computer: being offline means nothing here.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: false,
        staleTime: Infinity,
        gcTime: 5 * 60_000,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
