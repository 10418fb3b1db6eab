import type { BrowserWindowConstructorOptions, MenuItemConstructorOptions } from 'electron';
import type { ProtocolHandlers, SchemeRegistry } from './app-protocol.ts';
import type { CaseContents, CaseWindow } from './case-windows.ts';
import type { ContentsSource, LockableContents } from './contents-lock.ts';
import type { PortReceiver } from './desktop-calls.ts';
import type { EngineChild } from './engine-host.ts';
import type { NativeDialogs } from './file-dialogs.ts';
import type { PrintWindow } from './print-pdf.ts';
import type { CertifyingApp, HardenedApp, ResolvingApp } from './process-hardening.ts';
import type { QuittingApp } from './quit.ts';
import type { Revealer } from './saved-file.ts';
import type { LockableSession } from './session-lock.ts';
import type { FileOpeningApp, SingleApp } from './single-instance.ts';
import type { SafeStorage } from './safe-storage.ts';
import type { CallSource } from './trusted-calls.ts';
import type { Displays } from './window-memory.ts';

/** Electron's `app`, as far as the shell uses it. `C` is the type of all contents. */
export type ShellApp<C extends LockableContents> = HardenedApp &
  ResolvingApp &
  CertifyingApp &
  SingleApp &
  FileOpeningApp &
  QuittingApp &
  ContentsSource<C> & {
    on(event: 'window-all-closed' | 'activate', listener: () => void): unknown;
    setName(name: string): void;
    setPath(name: 'userData', path: string): void;
    getPath(name: 'documents' | 'temp'): string;
    getVersion(): string;
    getPreferredSystemLanguages(): string[];
    whenReady(): Promise<void>;
  };

/** Electron's `powerMonitor`, as far as it is used. */
export interface PowerSource {
  on(event: 'suspend' | 'lock-screen', listener: () => void): unknown;
}

/**
 * Everything of Electron that the shell touches, so that tests can put something else in its place. `S` is a session,
 * `C` contents, `W` a window, `P` a port.
 */
export interface ElectronPieces<
  S extends LockableSession,
  C extends LockableContents & { readonly session: S },
  W extends CaseWindow,
  P,
> {
  readonly app: ShellApp<C>;
  readonly protocol: SchemeRegistry & ProtocolHandlers;
  readonly ipcMain: CallSource<PortReceiver<P>, CaseContents>;
  readonly screen: Displays;
  readonly shell: Revealer;
  readonly dialog: NativeDialogs<W> & { showErrorBox(title: string, content: string): void };
  readonly nativeTheme: {
    themeSource: 'system' | 'light' | 'dark';
    readonly shouldUseDarkColors: boolean;
  };
  readonly safeStorage: SafeStorage;
  /** Electron has it only once it is ready. */
  powerMonitor(): PowerSource;
  /** The session of ordinary windows. Electron has it only once it is ready. */
  defaultSession(): S;
  sessionOf(partition: string): S;
  createWindow(options: BrowserWindowConstructorOptions): W;
  createPrintWindow(options: BrowserWindowConstructorOptions): PrintWindow;
  setMenu(template: MenuItemConstructorOptions[]): void;
  /** Starts a Node process of ours. */
  fork(modulePath: string, args: string[]): EngineChild<P>;
  channel(): { port1: P; port2: P };
}

/** Where the program lies and how it was started. */
export interface Surroundings {
  /** What followed the program on the command line. */
  readonly args: readonly string[];
  readonly workingDirectory: string;
  /** As Node names it. */
  readonly platform: string;
  /** The built files: `renderer`, `preload` and `main` are folders in it. */
  readonly outFolder: string;
  /** Where what belongs to this computer and to no case is kept: settings, recent cases. */
  readonly configFolder: string;
  /** Developer tools and reloading are at hand. */
  readonly development: boolean;
}
