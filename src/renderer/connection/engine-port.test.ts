import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { portMessage } from '#contract/bridge.ts';
import { requestEnginePort } from './engine-port.ts';

/** A window is an event target to what is tried here. */
let page: EventTarget;

beforeEach(() => {
  page = new EventTarget();
  vi.stubGlobal('window', page);
});
afterEach(() => vi.unstubAllGlobals());

function tell(data: unknown, source: unknown, ports: readonly MessagePort[]): void {
  page.dispatchEvent(Object.assign(new Event('message'), { data, source, ports }));
}

describe('the port to the engine', () => {
  it('is taken from the page’s own message of that name, and from no other', async () => {
    const [own, foreign, other] = [
      new MessageChannel(),
      new MessageChannel(),
      new MessageChannel(),
    ];
    const received = await requestEnginePort({
      requestPort: async () => {
        tell({ type: portMessage }, new EventTarget(), [foreign.port1]);
        tell({ type: 'other' }, page, [other.port1]);
        tell(portMessage, page, [other.port1]);
        tell({ type: portMessage }, page, []);
        tell({ type: portMessage }, page, [own.port1]);
      },
    });
    expect(received).toBe(own.port1);
  });

  it('is reported lost when no engine can be had', async () => {
    const refused = requestEnginePort({
      requestPort: () => Promise.reject(new Error('no engine')),
    });
    await expect(refused).rejects.toMatchObject({ code: 'connection.lost' });
  });
});
