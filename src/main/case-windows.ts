import type { BrowserWindowConstructorOptions } from 'electron';
import type { MenuCommand } from '#contract/bridge.ts';
import { pageChannels } from '#contract/desktop-channels.ts';
import { appPage } from './app-page.ts';
import { CrashLimit } from './crash-limit.ts';
import type { Rectangle, WindowMemory } from './window-memory.ts';
import { smallestWindow } from './window-memory.ts';

/** The page of a window, as far as it is spoken to. */
export interface CaseContents {
  readonly id: number;
  send(channel: string, ...args: unknown[]): void;
  reload(): void;
  undo(): void;
  redo(): void;
  on(
    event: 'render-process-gone',
    listener: (event: unknown, details: { readonly reason: string }) => void,
  ): unknown;
}

/** A window of the workbench, as far as it is handled. */
export interface CaseWindow {
  readonly webContents: CaseContents;
  on(event: 'ready-to-show' | 'close' | 'closed' | 'focus', listener: () => void): unknown;
  loadURL(url: string): Promise<void>;
  getNormalBounds(): Rectangle;
  isMaximized(): boolean;
  isMinimized(): boolean;
  maximize(): void;
  restore(): void;
  show(): void;
  focus(): void;
}

interface WindowPieces<W> {
  readonly create: (options: BrowserWindowConstructorOptions) => W;
  readonly memory: WindowMemory;
  /** Absolute path of the built preload script. */
  readonly preload: string;
  readonly development: boolean;
  /** Whether windows are dark at this moment. */
  readonly isDark: () => boolean;
  /** Told when the workbench itself cannot be loaded. */
  readonly failed: (error: unknown) => void;
}

/** What a window shows before its page has drawn: the grounds of the workbench, light and dark. */
const ground = { light: '#ffffff', dark: '#1a1b1e' };

const forgivenCrashes = 3;
const crashesWithinMs = 60_000;

/** The windows of the workbench, and which case file each was opened with. */
export class CaseWindows<W extends CaseWindow> {
  readonly #pieces: WindowPieces<W>;
  /** Latest used last. */
  #windows: W[] = [];
  /** By the id of their contents: what the page is to open first, until it has asked. */
  readonly #launchFiles = new Map<number, { file: string | null; asked: boolean }>();

  constructor(pieces: WindowPieces<W>) {
    this.#pieces = pieces;
  }

  /** The window used last, or null when none is open. */
  get latest(): W | null {
    return this.#windows.at(-1) ?? null;
  }

  /** The window that holds a page. */
  withContents(contentsId: number): W | null {
    return this.#windows.find((window) => window.webContents.id === contentsId) ?? null;
  }

  /** Opens a window; its page will ask for `file`. */
  open(file: string | null): W {
    const { create, memory } = this.#pieces;
    const placement = memory.recall(this.#windows.length);
    const window = create({ ...placement.bounds, ...this.#options() });
    const { id } = window.webContents;
    this.#windows.push(window);
    this.#launchFiles.set(id, { file, asked: false });
    if (placement.maximized) window.maximize();
    window.on('ready-to-show', () => window.show());
    window.on('focus', () => {
      this.#windows = [...this.#windows.filter((other) => other !== window), window];
    });
    window.on('close', () =>
      memory.keep({ bounds: window.getNormalBounds(), maximized: window.isMaximized() }),
    );
    window.on('closed', () => {
      this.#windows = this.#windows.filter((other) => other !== window);
      this.#launchFiles.delete(id);
    });
    this.#reviveAfterCrash(window);
    window.loadURL(appPage).catch((error: unknown) => this.#pieces.failed(error));
    return window;
  }

  /**
   * Answers to a file opened from outside, or to a start without one: in the window used last, which comes to the
   * front, or in a new one.
   */
  openFromOutside(file: string | null): void {
    const window = this.latest;
    if (window === null) {
      this.open(file);
      return;
    }
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
    if (file !== null) this.#hand(window, file);
  }

  /** The file a page was opened with. It is told once. */
  takeLaunchFile(contentsId: number): string | null {
    const launch = this.#launchFiles.get(contentsId);
    if (launch === undefined) return null;
    const { file } = launch;
    launch.file = null;
    launch.asked = true;
    return file;
  }

  /** Tells the page of the window used last what was chosen in the menu. Without a window one is opened instead. */
  command(command: MenuCommand): void {
    const window = this.latest ?? this.open(null);
    window.webContents.send(pageChannels.menuCommand, command);
  }

  /** Undoes or redoes typing in the text field that has the focus, if one has, and tells the page of it. */
  edit(command: 'undo' | 'redo'): void {
    const window = this.latest;
    if (window === null) return;
    window.webContents[command]();
    this.command(command);
  }

  /** A page that has not asked for its launch file yet cannot listen either; it will find the file when it asks. */
  #hand(window: W, file: string): void {
    const launch = this.#launchFiles.get(window.webContents.id);
    if (launch === undefined || launch.asked) window.webContents.send(pageChannels.openFile, file);
    else launch.file = file;
  }

  /** A page whose process died is loaded again, unless it keeps dying. Nothing is lost by it: the engine goes on. */
  #reviveAfterCrash(window: W): void {
    const limit = new CrashLimit(forgivenCrashes, crashesWithinMs);
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason === 'clean-exit') return;
      limit.note();
      if (limit.exceeded) this.#pieces.failed(new Error(`the page keeps ending: ${reason}`));
      else window.webContents.reload();
    });
  }

  #options(): BrowserWindowConstructorOptions {
    const { preload, development, isDark } = this.#pieces;
    return {
      show: false,
      title: 'Legajo',
      minWidth: smallestWindow.width,
      minHeight: smallestWindow.height,
      backgroundColor: isDark() ? ground.dark : ground.light,
      webPreferences: {
        preload,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        allowRunningInsecureContent: false,
        experimentalFeatures: false,
        webviewTag: false,
        plugins: false,
        navigateOnDragDrop: false,
        safeDialogs: true,
        // Dictionaries would be downloaded.
        spellcheck: false,
        devTools: development,
      },
    };
  }
}
