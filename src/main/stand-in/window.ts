import { EventEmitter } from 'node:events';
import type { BrowserWindowConstructorOptions } from 'electron';
import type { Rectangle } from '../window-memory.ts';
import type { StandInContents } from './contents.ts';

/** Stands in for `BrowserWindow`. */
export class StandInWindow extends EventEmitter {
  readonly options: BrowserWindowConstructorOptions;
  readonly webContents: StandInContents;
  bounds: Rectangle;
  maximized = false;
  minimized = false;
  shown = false;
  focused = 0;
  loaded: string | undefined;
  destroyed = false;
  readonly #loading: () => Promise<void>;

  constructor(
    options: BrowserWindowConstructorOptions,
    contents: StandInContents,
    loading: () => Promise<void>,
  ) {
    super();
    this.#loading = loading;
    this.options = options;
    this.webContents = contents;
    const { x = 0, y = 0, width = 800, height = 600 } = options;
    this.bounds = { x, y, width, height };
  }

  loadURL(url: string): Promise<void> {
    this.loaded = url;
    return this.#loading();
  }
  getNormalBounds(): Rectangle {
    return this.bounds;
  }
  isMaximized(): boolean {
    return this.maximized;
  }
  isMinimized(): boolean {
    return this.minimized;
  }
  isDestroyed(): boolean {
    return this.destroyed;
  }
  maximize(): void {
    this.maximized = true;
  }
  restore(): void {
    this.minimized = false;
  }
  show(): void {
    this.shown = true;
  }
  focus(): void {
    this.focused += 1;
    this.emit('focus');
  }
  close(): void {
    this.emit('close');
    this.destroyed = true;
    this.emit('closed');
  }
}
