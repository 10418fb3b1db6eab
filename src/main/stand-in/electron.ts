import { EventEmitter } from 'node:events';
import type {
  BrowserWindowConstructorOptions,
  MenuItemConstructorOptions,
  MessageBoxOptions,
  OpenDialogOptions,
  SaveDialogOptions,
} from 'electron';
import type { EngineOrder } from '#contract/engine-order.ts';
import type { CaseContents } from '../case-windows.ts';
import type { PortReceiver } from '../desktop-calls.ts';
import type { ElectronPieces } from '../electron-pieces.ts';
import type { Call } from '../trusted-calls.ts';
import { StandInApp } from './app.ts';
import { StandInContents } from './contents.ts';
import { StandInSession } from './session.ts';
import { StandInWindow } from './window.ts';

/** One of the two ports of a channel. */
export interface StandInPort {
  readonly channel: number;
  readonly side: 'engine' | 'page';
}

/** Stands in for a `UtilityProcess`. */
export class StandInEngine extends EventEmitter {
  readonly modulePath: string;
  readonly args: string[];
  /** The keys it was told, and after how many other orders. */
  readonly keys: { privateKey: string; after: number }[] = [];
  readonly orders: { order: EngineOrder; ports: StandInPort[] }[] = [];
  killed = false;

  constructor(modulePath: string, args: string[]) {
    super();
    this.modulePath = modulePath;
    this.args = args;
  }
  postMessage(order: EngineOrder, ports: StandInPort[] = []): void {
    if (order.type === 'identity') {
      this.keys.push({ privateKey: order.privateKey, after: this.orders.length });
    } else this.orders.push({ order, ports });
  }
  kill(): boolean {
    this.killed = true;
    return true;
  }
}

/** A frame that calls, and what it is sent. */
export class StandInFrame implements PortReceiver<StandInPort> {
  readonly url: string;
  readonly parent: unknown;
  readonly received: { channel: string; ports: StandInPort[] }[] = [];

  constructor(url = 'legajo://app/index.html', parent: unknown = null) {
    this.url = url;
    this.parent = parent;
  }
  postMessage(channel: string, _message: unknown, ports: StandInPort[] = []): void {
    this.received.push({ channel, ports });
  }
}

type Handler = (
  call: Call<PortReceiver<StandInPort>, CaseContents>,
  ...args: unknown[]
) => Promise<unknown>;

/** Stands in for `safeStorage`: what it encrypts can be read back only while its keychain is the same. */
export class StandInSafeStorage {
  backend = 'gnome_libsecret';
  available = true;
  keychain = 'first';

  isEncryptionAvailable(): boolean {
    return this.available;
  }
  getSelectedStorageBackend(): string {
    return this.backend;
  }
  encryptString(text: string): Buffer {
    return Buffer.from(`${this.keychain}:${Buffer.from(text).toString('hex')}`);
  }
  decryptString(encrypted: Buffer): string {
    const [keychain, hex = ''] = encrypted.toString().split(':');
    if (keychain !== this.keychain) throw new Error('cannot decrypt');
    return Buffer.from(hex, 'hex').toString();
  }
}

/** Stands in for all of Electron that the shell touches. */
export class StandInElectron implements ElectronPieces<
  StandInSession,
  StandInContents,
  StandInWindow,
  StandInPort
> {
  readonly app: StandInApp;
  readonly sessions = new Map<string, StandInSession>();
  readonly windows: StandInWindow[] = [];
  readonly printWindows: StandInWindow[] = [];
  readonly engines: StandInEngine[] = [];
  readonly schemes: { scheme: string; privileges: Record<string, boolean> }[] = [];
  readonly served = new Map<string, (request: Request) => Promise<Response>>();
  readonly revealed: string[] = [];
  readonly errors: string[] = [];
  readonly asked: (OpenDialogOptions | SaveDialogOptions | MessageBoxOptions)[] = [];
  readonly nativeTheme: ElectronPieces<
    StandInSession,
    StandInContents,
    StandInWindow,
    StandInPort
  >['nativeTheme'] = { themeSource: 'system', shouldUseDarkColors: false };
  readonly power = new EventEmitter();
  readonly safeStorage = new StandInSafeStorage();
  menu: MenuItemConstructorOptions[] = [];
  chosenPaths: string[] = [];
  savePath = '';
  boxAnswer = 0;
  /** How loading a page goes. */
  loading: () => Promise<void> = () => Promise.resolve();
  readonly #handlers = new Map<string, Handler>();
  #contents = 0;
  #channels = 0;

  /** @param folder where the documents and temporary files of this computer are */
  constructor(folder: string) {
    this.app = new StandInApp(folder);
  }

  readonly protocol = {
    registerSchemesAsPrivileged: (
      schemes: { scheme: string; privileges: Record<string, boolean> }[],
    ): void => {
      this.schemes.push(...schemes);
    },
    handle: (scheme: string, handler: (request: Request) => Promise<Response>): void => {
      this.served.set(scheme, handler);
    },
  };
  readonly ipcMain = {
    handle: (channel: string, handler: Handler): void => {
      this.#handlers.set(channel, handler);
    },
  };
  readonly screen = {
    getAllDisplays: () => [display],
    getPrimaryDisplay: () => display,
    getDisplayMatching: () => display,
  };
  readonly shell = {
    showItemInFolder: (path: string): void => {
      this.revealed.push(path);
    },
  };
  readonly dialog = {
    showOpenDialog: (_window: StandInWindow, options: OpenDialogOptions) => {
      this.asked.push(options);
      return Promise.resolve({
        canceled: this.chosenPaths.length === 0,
        filePaths: this.chosenPaths,
      });
    },
    showSaveDialog: (_window: StandInWindow, options: SaveDialogOptions) => {
      this.asked.push(options);
      return Promise.resolve({ canceled: this.savePath === '', filePath: this.savePath });
    },
    showMessageBox: (_window: StandInWindow, options: MessageBoxOptions) => {
      this.asked.push(options);
      return Promise.resolve({ response: this.boxAnswer });
    },
    showErrorBox: (title: string, content: string): void => {
      this.errors.push(`${title}: ${content}`);
    },
  };

  powerMonitor(): EventEmitter {
    return this.power;
  }
  defaultSession(): StandInSession {
    return this.sessionOf('');
  }
  sessionOf(partition: string): StandInSession {
    const session = this.sessions.get(partition) ?? new StandInSession();
    this.sessions.set(partition, session);
    return session;
  }
  createWindow(options: BrowserWindowConstructorOptions): StandInWindow {
    return this.#newWindow(options, this.windows);
  }
  createPrintWindow(options: BrowserWindowConstructorOptions): StandInWindow {
    return this.#newWindow(options, this.printWindows);
  }
  setMenu(template: MenuItemConstructorOptions[]): void {
    this.menu = template;
  }
  fork(modulePath: string, args: string[]): StandInEngine {
    const engine = new StandInEngine(modulePath, args);
    this.engines.push(engine);
    return engine;
  }
  channel(): { port1: StandInPort; port2: StandInPort } {
    this.#channels += 1;
    const channel = this.#channels;
    return { port1: { channel, side: 'engine' }, port2: { channel, side: 'page' } };
  }

  /** Sends a message as a page does. Rejects as it would for the page. */
  async call(
    channel: string,
    args: unknown[],
    from: { window: StandInWindow; frame?: StandInFrame | null },
  ): Promise<unknown> {
    const handler = this.#handlers.get(channel);
    if (handler === undefined) throw new Error(`nobody answers ${channel}`);
    const senderFrame = from.frame === undefined ? new StandInFrame() : from.frame;
    return handler({ senderFrame, sender: from.window.webContents }, ...args);
  }

  #newWindow(options: BrowserWindowConstructorOptions, windows: StandInWindow[]): StandInWindow {
    this.#contents += 1;
    const session = this.sessionOf(options.webPreferences?.partition ?? '');
    const contents = new StandInContents(this.#contents, session);
    this.app.emit('web-contents-created', {}, contents);
    const window = new StandInWindow(options, contents, this.loading);
    windows.push(window);
    return window;
  }
}

const display = { id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1040 } };
