import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { createRouterClient } from '@orpc/server';
import { RPCHandler as PortHandler } from '@orpc/server/message-port';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failing, overMessagePort } from '#contract/carrier.ts';
import type { Carrier } from '#contract/carrier.ts';
import { CaseError } from '#contract/error.ts';
import type { HostClient } from '#contract/local-host.ts';
import { Reconnecting } from '#contract/reconnect.ts';
import { startLocalHost } from './local-host.ts';
import { createStubEngine, longText, pdfBytes, sourceCount } from './test-support/stub-engine.ts';
import type { Seen } from './test-support/stub-engine.ts';
import { connectTo, enter } from './test-support/visitor.ts';

/** One engine and ways to it. */
interface Transport {
  readonly seen: Seen;
  readonly connect: () => Promise<Carrier>;
  /** Ends every connection from the engine's side. */
  readonly cut: () => void;
  readonly close: () => Promise<void>;
}

/** The stand-in's own client, called as the CLI calls the engine. */
async function inProcess(): Promise<Transport> {
  const { router, seen } = createStubEngine();
  const client = createRouterClient(router);
  return {
    seen,
    connect: async () => {
      const lost = new AbortController();
      const link = failing(
        {
          call: async (path, input, options) => {
            const procedure: unknown = path.reduce<unknown>(
              (found, name) => Reflect.get(Object(found), name),
              client,
            );
            if (typeof procedure !== 'function') throw new TypeError(path.join('.'));
            return procedure(input, options);
          },
        },
        lost.signal,
      );
      return { link, lost: lost.signal, close: () => lost.abort() };
    },
    cut: () => undefined,
    close: async () => undefined,
  };
}

async function messagePort(): Promise<Transport> {
  const { router, seen } = createStubEngine();
  const handler = new PortHandler(router);
  const ends: InstanceType<typeof MessagePort>[] = [];
  const cut = (): void => ends.splice(0).forEach((port) => port.close());
  return {
    seen,
    connect: async () => {
      const { port1, port2 } = new MessageChannel();
      handler.upgrade(port2);
      port2.start();
      ends.push(port2);
      return overMessagePort(port1);
    },
    cut,
    close: async () => cut(),
  };
}

async function webSocket(): Promise<Transport> {
  const { router, seen } = createStubEngine();
  const root = await mkdtemp(join(tmpdir(), 'legajo-test-'));
  const host = await startLocalHost({ router, rendererFolder: root, root });
  const cookie = await enter(host);
  return {
    seen,
    connect: () => connectTo(host, cookie),
    cut: () => host.disconnect(),
    close: async () => {
      await host.close();
      await rm(root, { recursive: true });
    },
  };
}

const onCase = { handle: 'case' };

describe.each([
  ['in process', inProcess],
  ['over a message port', messagePort],
  ['over a WebSocket', webSocket],
])('the contract %s', (_name, open) => {
  let transport: Transport;
  let client: HostClient;

  beforeEach(async () => {
    transport = await open();
    client = createORPCClient((await transport.connect()).link);
  });
  afterEach(() => transport.close());

  it('answers', async () => {
    expect(await client.engine.hello()).toEqual({ name: 'legajo', version: '0.0.0' });
  });

  it('refuses input that is not as the contract says, and names the field', async () => {
    const refused = client.sources.list({ ...onCase, limit: 0 });
    await expect(refused).rejects.toMatchObject({
      name: 'CaseError',
      code: 'input.invalid',
      details: { reason: expect.stringContaining('limit') },
    });
  });

  it('carries an error of the contract with its details', async () => {
    const error = await thrownBy(client.cases.open({ path: 'new.casefile' }));
    expect(error).toBeInstanceOf(CaseError);
    expect(error).toMatchObject({ code: 'case.newerVersion', details: { version: 9 } });
  });

  it('tells a fault of the program apart from what a person did', async () => {
    await expect(client.engine.ontology()).rejects.toMatchObject({ code: 'internal' });
  });

  it('gives lists by the page, with the length of the whole', async () => {
    const first = await client.sources.list(onCase);
    expect(first.items).toHaveLength(200);
    expect(first.total).toBe(sourceCount);
    const last = await client.sources.list({ ...onCase, offset: 400, limit: 200 });
    expect(last.items.map(({ id }) => id).slice(0, 2)).toEqual(['400', '401']);
    expect(last.items).toHaveLength(50);
  });

  it('carries long text unit for unit', async () => {
    const { text } = await client.sources.text({ ...onCase, id: '1' });
    expect(text === longText).toBe(true);
  });

  it('carries bytes as a Blob', async () => {
    const blob = await client.dossiers.render({ ...onCase, subjects: ['somebody'] });
    expect(blob.type).toBe('application/pdf');
    expect(Buffer.from(await blob.arrayBuffer()).equals(Buffer.from(pdfBytes))).toBe(true);
  });

  it('tells how a job goes on, to its end', async () => {
    const done: number[] = [];
    for await (const job of await client.jobs.watch({ job: 'works' })) done.push(job.done);
    expect(done).toEqual([0, 1, 2, 3]);
  });

  it('ends a watch with the error that ended the work', async () => {
    const done: number[] = [];
    const watching = (async () => {
      for await (const job of await client.jobs.watch({ job: 'fails' })) done.push(job.done);
    })();
    await expect(watching).rejects.toMatchObject({ code: 'file.diskFull' });
    expect(done).toEqual([0, 1, 2, 3]);
  });

  it('cancels a call, and tells the engine', async () => {
    const cancel = new AbortController();
    const call = client.dossiers.render(
      { ...onCase, subjects: ['never'] },
      { signal: cancel.signal },
    );
    await transport.seen.begun;
    const reason = new Error('not wanted any more');
    cancel.abort(reason);
    await expect(call).rejects.toBe(reason);
    expect(await transport.seen.cancelled).toBe(true);
  });

  it('does not begin a call that is cancelled already', async () => {
    const signal = AbortSignal.abort();
    await expect(client.engine.hello(undefined, { signal })).rejects.toBe(signal.reason);
  });

  it('ends a watch by its signal, and tells the engine', async () => {
    const cancel = new AbortController();
    const events = await client.cases.watch(onCase, { signal: cancel.signal });
    expect(await events.next()).toMatchObject({ value: { revision: 1 } });
    const next = events.next();
    cancel.abort();
    await expect(next).rejects.toBe(cancel.signal.reason);
    expect(await transport.seen.cancelled).toBe(true);
  });
});

describe.each([
  ['a message port', messagePort],
  ['a WebSocket', webSocket],
])('a lost connection over %s', (_name, open) => {
  let transport: Transport;

  beforeEach(async () => {
    transport = await open();
  });
  afterEach(() => transport.close());

  it('fails what was under way and what comes after', async () => {
    const carrier = await transport.connect();
    const client: HostClient = createORPCClient(carrier.link);
    const events = await client.cases.watch(onCase);
    await events.next();
    const event = events.next();
    const call = client.dossiers.render({ ...onCase, subjects: ['never'] });
    await transport.seen.begun;

    transport.cut();

    await expect(call).rejects.toMatchObject({ code: 'connection.lost' });
    await expect(event).rejects.toMatchObject({ code: 'connection.lost' });
    await expect(events.next()).rejects.toMatchObject({ code: 'connection.lost' });
    await expect(client.engine.hello()).rejects.toMatchObject({ code: 'connection.lost' });
    expect(carrier.lost.aborted).toBe(true);
  });

  it('tells the engine that a watch is not wanted any more', async () => {
    const client: HostClient = createORPCClient((await transport.connect()).link);
    const events = await client.cases.watch(onCase);
    await events.next();
    transport.cut();
    expect(await transport.seen.cancelled).toBe(true);
  });

  it('fails calls when this side closes it', async () => {
    const carrier = await transport.connect();
    const client: HostClient = createORPCClient(carrier.link);
    const call = client.dossiers.render({ ...onCase, subjects: ['never'] });
    await transport.seen.begun;
    carrier.close();
    await expect(call).rejects.toMatchObject({ code: 'connection.lost' });
    expect(await transport.seen.cancelled).toBe(true);
  });

  it('is made again, and serves the same client', async () => {
    const connection = await Reconnecting.to(transport.connect, soon);
    const client: HostClient = createORPCClient(connection.link);
    const states: string[] = [];
    const again = Promise.withResolvers<void>();
    connection.status.subscribe(() => {
      states.push(connection.status.get());
      if (connection.status.get() === 'open') again.resolve();
    });
    expect(connection.status.get()).toBe('open');

    transport.cut();
    await again.promise;

    expect(states).toEqual(['lost', 'open']);
    expect(await client.engine.hello()).toMatchObject({ name: 'legajo' });
    connection.close();
    await expect(client.engine.hello()).rejects.toMatchObject({ code: 'connection.lost' });
  });
});

/** Waits for nothing but the next turn, so that tests need no clock. */
function soon(act: () => void): () => void {
  const turn = setImmediate(act);
  return () => clearImmediate(turn);
}

async function thrownBy(call: Promise<unknown>): Promise<unknown> {
  try {
    await call;
    return undefined;
  } catch (error) {
    return error;
  }
}
