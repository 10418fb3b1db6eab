import { portMessage } from '#contract/bridge.ts';
import type { DesktopApi } from '#contract/bridge.ts';
import { CaseError } from '#contract/error.ts';

/**
 * Asks the preload script for a port to the engine. The port arrives as a message of the page's own window, because
 * Electron's context bridge cannot hand one over. Rejects with `connection.lost` when no engine can be had.
 */
export function requestEnginePort(desktop: Pick<DesktopApi, 'requestPort'>): Promise<MessagePort> {
  return new Promise((resolve, reject) => {
    const receive = (event: MessageEvent<unknown>): void => {
      const port = event.source === window ? portOf(event) : undefined;
      if (port === undefined) return;
      window.removeEventListener('message', receive);
      resolve(port);
    };
    window.addEventListener('message', receive);
    desktop.requestPort().catch((error: unknown) => {
      window.removeEventListener('message', receive);
      reject(new CaseError('connection.lost', {}, error));
    });
  });
}

function portOf(event: MessageEvent<unknown>): MessagePort | undefined {
  const { data } = event;
  const named = typeof data === 'object' && data !== null && 'type' in data ? data.type : undefined;
  return named === portMessage ? event.ports[0] : undefined;
}
