import { EventEmitter } from 'node:events';
import { MessageChannel } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { RouterClient } from '@orpc/server';
import { os } from '@orpc/server';
import { describe, expect, it, onTestFinished } from 'vitest';
import { engineOptions } from './engine-options.ts';
import type { EnginePort } from './serve-engine.ts';
import { serveEngine } from './serve-engine.ts';

const router = { hello: os.handler(() => 'here') };

/** A port as Electron's main process has it: messages come wrapped in an event. */
function asMainPort(port: MessagePort): EnginePort {
  return {
    on: (event, listener) =>
      event === 'message'
        ? port.on('message', (data: unknown) => listener({ data }))
        : port.on('close', () => listener()),
    postMessage: (message) => port.postMessage(message),
    start: () => port.start(),
  };
}

function running(close: () => void | Promise<void> = () => undefined) {
  const orders = new EventEmitter();
  const exits: number[] = [];
  const heard: string[] = [];
  const told = {
    identify: (privateKey: string) => heard.push(privateKey),
    lock: () => heard.push('lock'),
  };
  serveEngine(orders, { router, close, ...told }, (code) => exits.push(code));
  return {
    exits,
    heard,
    order: (data: unknown, ports: readonly EnginePort[] = []) =>
      orders.emit('message', { data, ports }),
  };
}

/** A page's end of a connection, and the engine's, which has yet to be handed over. */
function connection(): { client: RouterClient<typeof router>; port: EnginePort } {
  const { port1, port2 } = new MessageChannel();
  onTestFinished(() => port2.close());
  const client: RouterClient<typeof router> = createORPCClient(new RPCLink({ port: port2 }));
  port2.start();
  return { client, port: asMainPort(port1) };
}

describe('the engine process', () => {
  it('serves one engine to every port it is given', async () => {
    const { order } = running();
    const pages = [connection(), connection()];
    for (const { port } of pages) order({ type: 'connect' }, [port]);
    expect(await Promise.all(pages.map(({ client }) => client.hello()))).toEqual(['here', 'here']);
  });

  it('answers what was asked before it was connected', async () => {
    const { order } = running();
    const { client, port } = connection();
    const answer = client.hello();
    order({ type: 'connect' }, [port]);
    expect(await answer).toBe('here');
  });

  it('closes its cases and then ends, once', async () => {
    const closed = Promise.withResolvers<void>();
    let closings = 0;
    const { order, exits } = running(() => {
      closings += 1;
      return closed.promise;
    });
    order({ type: 'shutdown' });
    order({ type: 'shutdown' });
    expect(exits).toEqual([]);
    closed.resolve();
    await expect.poll(() => exits).toEqual([0]);
    expect(closings).toBe(1);
  });

  it('ends even when closing fails, and says so', async () => {
    const { order, exits } = running(() => {
      throw new Error('disk gone');
    });
    order({ type: 'shutdown' });
    await expect.poll(() => exits).toEqual([1]);
  });

  it('is told the key of this installation, and when to lock', () => {
    const { order, heard } = running();
    order({ type: 'identity', privateKey: 'key' });
    order({ type: 'lock' });
    order({ type: 'identity' });
    expect(heard).toEqual(['key', 'lock']);
  });

  it('takes no order it does not know', async () => {
    const { order, exits } = running();
    order('shutdown');
    order({ type: 'explode' });
    const { client, port } = connection();
    order({ type: 'connect' }, [port]);
    expect(await client.hello()).toBe('here');
    expect(exits).toEqual([]);
  });
});

describe('its command line', () => {
  it('says where the settings are and which version this is', () => {
    expect(engineOptions(['--config-folder=/a b', '--version=1.2.3'])).toEqual({
      configFolder: '/a b',
      version: '1.2.3',
    });
  });

  it('must be whole', () => {
    expect(() => engineOptions(['--version=1.2.3'])).toThrow(/--config-folder/);
    expect(() => engineOptions(['--config-folder=/a', '--version=1', '--other'])).toThrow(
      /--other/,
    );
  });
});
