import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { desktopChannels, pageChannels } from '#contract/desktop-channels.ts';
import { CrashLimit } from './crash-limit.ts';
import { EngineHost } from './engine-host.ts';
import { preventable } from './stand-in/contents.ts';
import type { StandInPort } from './stand-in/electron.ts';
import { StandInEngine, StandInFrame } from './stand-in/electron.ts';
import { removeTestFolders, startedShell } from './stand-in/start.ts';

afterEach(() => {
  vi.useRealTimers();
  removeTestFolders();
});

describe('the engine', () => {
  it('is started in a process of its own while the first page loads', async () => {
    const { electron, folder } = await startedShell();
    const [engine, another] = electron.engines;
    expect(another).toBeUndefined();
    expect(engine?.modulePath).toBe(join(folder, 'out', 'main', 'engine-process.js'));
    expect(engine?.args).toEqual([`--config-folder=${join(folder, 'config')}`, '--version=1.2.3']);
  });

  it('and a page get the two ends of one channel, each page its own', async () => {
    const { electron, window } = await startedShell();
    const frames = [new StandInFrame(), new StandInFrame()];
    for (const frame of frames)
      await electron.call(desktopChannels.requestPort, [], { window, frame });
    const [engine, another] = electron.engines;
    expect(another).toBeUndefined();
    expect(engine?.orders).toEqual([
      { order: { type: 'connect' }, ports: [{ channel: 1, side: 'engine' }] },
      { order: { type: 'connect' }, ports: [{ channel: 2, side: 'engine' }] },
    ]);
    expect(frames.map(({ received }) => received)).toEqual([
      [{ channel: pageChannels.port, ports: [{ channel: 1, side: 'page' }] }],
      [{ channel: pageChannels.port, ports: [{ channel: 2, side: 'page' }] }],
    ]);
  });

  it('that ended is started anew for the next page that asks', async () => {
    const { electron, window } = await startedShell();
    await electron.call(desktopChannels.requestPort, [], { window });
    electron.engines[0]?.emit('exit', 139);
    expect(electron.engines).toHaveLength(1);
    await electron.call(desktopChannels.requestPort, [], { window });
    expect(electron.engines).toHaveLength(2);
    expect(electron.engines[1]?.orders).toHaveLength(1);
  });

  it('that keeps ending is given up, and the page is told', async () => {
    const { electron, window } = await startedShell();
    const ask = () => electron.call(desktopChannels.requestPort, [], { window });
    for (let time = 0; time < 4; time += 1) {
      await ask();
      electron.engines.at(-1)?.emit('exit', 139);
    }
    await expect(ask()).rejects.toMatchObject({
      code: 'connection.lost',
      details: { reason: 'crashes' },
    });
    expect(electron.engines).toHaveLength(4);
  });

  it('is forgiven again after a while', () => {
    let now = 0;
    const limit = new CrashLimit(1, 1000, () => now);
    limit.note();
    limit.note();
    expect(limit.exceeded).toBe(true);
    now = 1001;
    expect(limit.exceeded).toBe(false);
  });
});

describe('quitting', () => {
  it('waits for the engine to close its cases, and asks nothing', async () => {
    const { electron, window } = await startedShell();
    await electron.call(desktopChannels.requestPort, [], { window });
    const [engine] = electron.engines;
    const first = preventable({});
    electron.app.emit('will-quit', first);
    expect(first.prevented).toBe(true);
    expect(engine?.orders.at(-1)).toEqual({ order: { type: 'shutdown' }, ports: [] });
    expect(electron.app.quits).toBe(0);

    const impatient = preventable({});
    electron.app.emit('will-quit', impatient);
    expect(impatient.prevented).toBe(true);
    expect(engine?.orders).toHaveLength(2);

    engine?.emit('exit', 0);
    await expect.poll(() => electron.app.quits).toBe(1);
    const second = preventable({});
    electron.app.emit('will-quit', second);
    expect(second.prevented).toBe(false);
    expect(engine?.killed).toBe(false);
    expect(electron.asked).toEqual([]);
  });

  it('needs no engine', async () => {
    const { electron } = await startedShell();
    electron.engines[0]?.emit('exit', 1);
    electron.app.emit('will-quit', preventable({}));
    await expect.poll(() => electron.app.quits).toBe(1);
    expect(electron.engines).toHaveLength(1);
  });

  it('does not wait for ever', async () => {
    vi.useFakeTimers();
    const engine = new StandInEngine('', []);
    const host = hostOf(engine);
    host.connect();
    const closed = host.close(5000);
    await vi.advanceTimersByTimeAsync(5000);
    await closed;
    expect(engine.killed).toBe(true);
  });

  it('starts no engine anew', async () => {
    const engine = new StandInEngine('', []);
    const host = hostOf(engine);
    host.connect();
    const closed = host.close(5000);
    engine.emit('exit', 0);
    await closed;
    expect(() => host.connect()).toThrow(/connection\.lost/);
  });
});

function hostOf(engine: StandInEngine): EngineHost<StandInPort> {
  return new EngineHost({
    fork: () => engine,
    channel: () => ({
      port1: { channel: 1, side: 'engine' },
      port2: { channel: 1, side: 'page' },
    }),
  });
}
