import { createORPCClient } from '@orpc/client';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Carrier } from './carrier.ts';
import type { HostClient } from './local-host.ts';
import { Reconnecting } from './reconnect.ts';

/** Waits that the test ends itself. */
let waits: { act: () => void; milliseconds: number; cancelled: boolean }[];
let made: { ended: AbortController; carrier: Carrier }[];
let reachable: boolean;

beforeEach(() => {
  waits = [];
  made = [];
  reachable = true;
});

const delay = (act: () => void, milliseconds: number): (() => void) => {
  const wait = { act, milliseconds, cancelled: false };
  waits.push(wait);
  return () => {
    wait.cancelled = true;
  };
};

const open = async (): Promise<Carrier> => {
  if (!reachable) throw new Error('nobody there');
  const ended = new AbortController();
  const number = made.length + 1;
  const carrier: Carrier = {
    link: { call: async () => ({ name: 'legajo', version: String(number) }) },
    lost: ended.signal,
    close: () => ended.abort(),
  };
  made.push({ ended, carrier });
  return carrier;
};

const until = (condition: () => boolean): Promise<unknown> =>
  vi.waitUntil(condition, { interval: 1 });

/** Ends the wait there is, and waits until the attempt it was for has come to something. */
async function waitOver(connection: Reconnecting): Promise<void> {
  const before = waits.length;
  waits.at(-1)?.act();
  await until(() => waits.length > before || connection.status.get() === 'open');
}

describe('a connection that is kept', () => {
  it('says when there is nobody to connect to at first', async () => {
    reachable = false;
    await expect(Reconnecting.to(open, delay)).rejects.toThrow('nobody there');
    expect(waits).toEqual([]);
  });

  it('waits longer each time it fails, up to five seconds, and starts anew once it was made', async () => {
    const connection = await Reconnecting.to(open, delay);
    reachable = false;
    made[0]?.ended.abort();
    for (let attempt = 0; attempt < 6; attempt += 1) await waitOver(connection);
    expect(waits.map(({ milliseconds }) => milliseconds)).toEqual([
      250, 500, 1000, 2000, 4000, 5000, 5000,
    ]);
    expect(connection.status.get()).toBe('lost');
    reachable = true;
    await waitOver(connection);
    expect(connection.status.get()).toBe('open');
    made[1]?.ended.abort();
    expect(waits.at(-1)?.milliseconds).toBe(250);
  });

  it('fails calls while it is away, and makes them over the new connection after', async () => {
    const connection = await Reconnecting.to(open, delay);
    const client: HostClient = createORPCClient(connection.link);
    expect(await client.engine.hello()).toMatchObject({ version: '1' });
    made[0]?.ended.abort();
    await expect(client.engine.hello()).rejects.toMatchObject({ code: 'connection.lost' });
    await waitOver(connection);
    expect(await client.engine.hello()).toMatchObject({ version: '2' });
  });

  it('tries at once when asked to, and not twice', async () => {
    const connection = await Reconnecting.to(open, delay);
    connection.retry();
    expect(made).toHaveLength(1);
    made[0]?.ended.abort();
    connection.retry();
    connection.retry();
    expect(connection.status.get()).toBe('connecting');
    await until(() => connection.status.get() !== 'connecting');
    expect(connection.status.get()).toBe('open');
    expect(made).toHaveLength(2);
    expect(waits.map(({ cancelled }) => cancelled)).toEqual([true]);
  });

  it('tells each state once, to those who still listen', async () => {
    const connection = await Reconnecting.to(open, delay);
    const states: string[] = [];
    const stop = connection.status.subscribe(() => states.push(connection.status.get()));
    reachable = false;
    made[0]?.ended.abort();
    await waitOver(connection);
    await waitOver(connection);
    expect(states).toEqual(['lost']);
    stop();
    reachable = true;
    await waitOver(connection);
    expect(states).toEqual(['lost']);
  });

  it('is not made again once it was closed', async () => {
    const connection = await Reconnecting.to(open, delay);
    connection.close();
    connection.retry();
    expect(waits).toEqual([]);
    expect(made).toHaveLength(1);
    expect(made[0]?.ended.signal.aborted).toBe(true);
  });

  it('does not come back when it is closed during an attempt', async () => {
    const connection = await Reconnecting.to(open, delay);
    made[0]?.ended.abort();
    waits.at(-1)?.act();
    connection.close();
    await until(() => made[1]?.ended.signal.aborted === true);
    expect(connection.status.get()).toBe('lost');
  });
});
