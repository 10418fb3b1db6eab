import { afterEach, describe, expect, it } from 'vitest';
import { desktopChannels } from '#contract/desktop-channels.ts';
import { preventable } from './stand-in/contents.ts';
import { StandInFrame } from './stand-in/electron.ts';
import { removeTestFolders, startedShell } from './stand-in/start.ts';

afterEach(removeTestFolders);

const elsewhere = [
  'https://example.org/',
  'http://127.0.0.1:8080/',
  'ws://example.org/',
  'file:///etc/passwd',
  'ftp://example.org/',
  'blob:https://example.org/0190',
  'chrome://settings',
  'devtools://devtools/bundled/inspector.html',
  'legajo://other/index.html',
  'legajo://app.example.org/',
  'legajo://someone@app/',
  'javascript:alert(1)',
];

describe('a window', () => {
  it('is sandboxed, isolated, without Node, without plug-ins and without dictionaries', async () => {
    const { window, electron } = await startedShell();
    expect(electron.app.sandboxed).toBe(true);
    expect(window.options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      plugins: false,
      spellcheck: false,
      devTools: false,
    });
    expect(window.loaded).toBe('legajo://app/index.html');
  });

  it('goes nowhere', async () => {
    const { window } = await startedShell();
    for (const by of ['will-navigate', 'will-frame-navigate', 'will-redirect'] as const)
      expect(elsewhere.filter((url) => window.webContents.goes(by, url))).toEqual([]);
  });

  it('may be loaded again from where it came', async () => {
    const { window } = await startedShell();
    expect(window.webContents.goes('will-navigate', 'legajo://app/index.html')).toBe(true);
  });

  it('opens no other and embeds none', async () => {
    const { window } = await startedShell();
    expect(window.webContents.mayOpen?.()).toEqual({ action: 'deny' });
    const embedding = preventable({});
    window.webContents.emit('will-attach-webview', embedding);
    expect(embedding.prevented).toBe(true);
  });
});

describe('the network', () => {
  it('is asked for nothing but the workbench itself', async () => {
    const { window } = await startedShell();
    const { session } = window.webContents;
    expect(elsewhere.filter((url) => session.lets(url))).toEqual([]);
    const own = ['legajo://app/assets/app.js', 'blob:legajo://app/0190', 'data:image/png,'];
    expect(own.filter((url) => session.lets(url))).toEqual(own);
  });

  it('carries developer tools only while developing', async () => {
    const { window } = await startedShell({ development: true });
    expect(window.webContents.session.lets('devtools://devtools/bundled/inspector.html')).toBe(
      true,
    );
    expect(window.webContents.session.lets('https://example.org/')).toBe(false);
  });

  it('is taken away from Chromium itself', async () => {
    const { electron, window } = await startedShell();
    const { switches, resolver } = electron.app;
    expect(switches.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND');
    expect([...switches.keys()]).toEqual(
      expect.arrayContaining(['disable-background-networking', 'no-pings', 'no-proxy-server']),
    );
    expect(resolver).toEqual({ enableBuiltInResolver: false, secureDnsMode: 'off' });
    expect(window.webContents.session.proxy).toBe('direct');
    expect(window.webContents.session.spellChecker).toBe(false);
  });

  it('brings no download', async () => {
    const { window } = await startedShell();
    const download = preventable({});
    window.webContents.session.emit('will-download', download);
    expect(download.prevented).toBe(true);
  });

  it('is trusted with no certificate, no identity and no password', async () => {
    const { electron, window } = await startedShell();
    const faulty = preventable({});
    const trusted: boolean[] = [];
    electron.app.emit('certificate-error', faulty, {}, 'https://a', 'net::ERR', {}, (is: boolean) =>
      trusted.push(is),
    );
    expect(faulty.prevented).toBe(true);
    expect(trusted).toEqual([false]);
    for (const name of ['select-client-certificate', 'login']) {
      const demand = preventable({});
      electron.app.emit(name, demand);
      expect(demand.prevented).toBe(true);
    }
    const verdicts: number[] = [];
    window.webContents.session.verify?.({}, (verdict) => verdicts.push(verdict));
    expect(verdicts).toEqual([-2]);
  });
});

describe('permissions', () => {
  it('are all denied, asked for or looked up', async () => {
    const { window } = await startedShell();
    const { session } = window.webContents;
    const wanted = ['media', 'geolocation', 'notifications', 'clipboard-read', 'usb'];
    expect(wanted.filter((permission) => session.grants(permission))).toEqual([]);
    expect(session.check?.()).toBe(false);
    expect(session.device?.()).toBe(false);
    const streams: null[] = [];
    session.display?.({}, (given) => streams.push(given));
    expect(streams).toEqual([null]);
  });
});

describe('a message from a page', () => {
  const subframe = new StandInFrame('legajo://app/index.html', new StandInFrame());

  it.each([
    ['a page that is not ours', new StandInFrame('https://example.org/')],
    ['a page that looks like ours', new StandInFrame('legajo://app.example.org/')],
    ['a blob', new StandInFrame('blob:legajo://app/0190')],
    ['a frame inside a page', subframe],
    ['a frame that is gone', null],
  ])('is not answered when it comes from %s', async (_what, frame) => {
    const { electron, window } = await startedShell();
    for (const channel of Object.values(desktopChannels))
      await expect(electron.call(channel, [], { window, frame })).rejects.toMatchObject({
        code: 'input.invalid',
        details: { reason: 'sender' },
      });
    expect(electron.engines.map(({ orders }) => orders)).toEqual([[]]);
  });

  it.each([
    [desktopChannels.reveal, [7]],
    [desktopChannels.reveal, ['/a', '/b']],
    [desktopChannels.openWindow, ['relative.casefile']],
    [desktopChannels.chooseFile, [{ purpose: 'anything', multiple: true }]],
    [desktopChannels.chooseSavePath, [{ purpose: 'case', suggestedName: '' }]],
    [desktopChannels.saveBytes, [{ suggestedName: 'a.pdf', bytes: 'text' }]],
    [desktopChannels.print, ['text']],
    [desktopChannels.setLanguage, ['fr']],
    [desktopChannels.setColorScheme, ['pink']],
    [desktopChannels.setRecentFiles, [[{ path: '/a' }]]],
    [desktopChannels.requestPort, [{}]],
  ])('is not acted on when it is not what it should be: %s %j', async (channel, args) => {
    const { electron, window } = await startedShell();
    await expect(electron.call(channel, args, { window })).rejects.toMatchObject({
      code: 'input.invalid',
      details: { reason: 'arguments' },
    });
  });
});

describe('the scheme of the workbench', () => {
  it('is an origin of its own that counts as secure', async () => {
    const { electron } = await startedShell();
    expect(electron.schemes).toEqual([
      { scheme: 'legajo', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    ]);
    expect([...electron.served.keys()]).toEqual(['legajo']);
  });
});
