import './page-policy.ts';
import { createORPCClient } from '@orpc/client';
import { overMessagePort, overWebSocket } from '#contract/carrier.ts';
import type { HostClient } from '#contract/local-host.ts';
import { Reconnecting } from '#contract/reconnect.ts';
import { fromWire } from '#contract/wire.ts';
import { createBrowserBridge } from './browser-bridge.ts';
import type { Connection, EngineClient } from './connection.ts';
import { createElectronBridge } from './electron-bridge.ts';
import { requestEnginePort } from './engine-port.ts';
import { openSocket } from './socket.ts';

/**
 * Connects the page to its engine, whichever host it runs in, and stays connected from then on.
 *
 * @throws CaseError when the first attempt fails; call it again to try again
 */
export async function connect(): Promise<Connection> {
  try {
    return await (window.legajoDesktop === undefined ? connectBrowser() : connectElectron());
  } catch (error) {
    throw fromWire(error);
  }
}

async function connectBrowser(): Promise<Connection> {
  const connection = await Reconnecting.to(async () => overWebSocket(await openSocket()), delay);
  const client: HostClient = createORPCClient(connection.link);
  const launch = await client.localHost.launch();
  const bridge = createBrowserBridge(client.localHost, launch);
  return { client, bridge, ...controls(connection) };
}

async function connectElectron(): Promise<Connection> {
  const desktop = window.legajoDesktop;
  if (desktop === undefined) throw new TypeError('not in the desktop application');
  const connection = await Reconnecting.to(
    async () => overMessagePort(await requestEnginePort(desktop)),
    delay,
  );
  const client: EngineClient = createORPCClient(connection.link);
  return { client, bridge: createElectronBridge(desktop), ...controls(connection) };
}

function controls({ status, retry, close }: Reconnecting) {
  return { status, retry, close };
}

function delay(act: () => void, milliseconds: number): () => void {
  const timer = setTimeout(act, milliseconds);
  return () => clearTimeout(timer);
}
