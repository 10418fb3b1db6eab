import { z } from 'zod';
import { KeptFile } from './kept-file.ts';

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Display {
  readonly id: number;
  readonly workArea: Rectangle;
}

export interface Displays {
  getAllDisplays(): readonly Display[];
  getPrimaryDisplay(): Display;
  getDisplayMatching(bounds: Rectangle): Display;
}

/** Where a window is put, in device-independent pixels of the whole desktop. */
export interface Placement {
  readonly bounds: Rectangle;
  readonly maximized: boolean;
}

const Kept = z.object({
  last: z.string(),
  displays: z.record(
    z.string(),
    z.object({
      // From the display's work area, so that a display that was moved takes its window along.
      x: z.int(),
      y: z.int(),
      width: z.int().min(1),
      height: z.int().min(1),
      maximized: z.boolean(),
    }),
  ),
});

/** The smallest window the workbench is designed for, in device-independent pixels. */
export const smallestWindow = { width: 1024, height: 640 };
const usualSize = { width: 1280, height: 800 };
const cascade = 28;

/**
 * Remembers for each display where the window was on it, and opens on the display used last if it is still there.
 */
export class WindowMemory {
  readonly #file: KeptFile<typeof Kept>;
  readonly #displays: Displays;

  /** @param path of the JSON file */
  constructor(path: string, displays: Displays) {
    this.#file = new KeptFile(path, Kept, { last: '', displays: {} });
    this.#displays = displays;
  }

  /**
   * Where to open a window, always wholly inside the work area of a display that is there.
   *
   * @param beside how many windows are open already; each next one stands a little off the last
   */
  recall(beside = 0): Placement {
    const kept = this.#file.read();
    const display =
      this.#displays.getAllDisplays().find(({ id }) => String(id) === kept.last) ??
      this.#displays.getPrimaryDisplay();
    const area = display.workArea;
    const was = kept.displays[String(display.id)];
    const wanted =
      was === undefined
        ? centred(area)
        : { x: area.x + was.x, y: area.y + was.y, width: was.width, height: was.height };
    const shift = beside * cascade;
    return {
      bounds: within(area, { ...wanted, x: wanted.x + shift, y: wanted.y + shift }),
      maximized: was?.maximized ?? false,
    };
  }

  /** Remembers where a window is. */
  keep({ bounds, maximized }: Placement): void {
    const display = this.#displays.getDisplayMatching(bounds);
    const kept = this.#file.read();
    const id = String(display.id);
    this.#file.write({
      last: id,
      displays: {
        ...kept.displays,
        [id]: {
          x: Math.round(bounds.x - display.workArea.x),
          y: Math.round(bounds.y - display.workArea.y),
          width: Math.round(bounds.width),
          height: Math.round(bounds.height),
          maximized,
        },
      },
    });
  }
}

function centred(area: Rectangle): Rectangle {
  const width = Math.min(usualSize.width, area.width);
  const height = Math.min(usualSize.height, area.height);
  return {
    x: area.x + Math.floor((area.width - width) / 2),
    y: area.y + Math.floor((area.height - height) / 2),
    width,
    height,
  };
}

function within(area: Rectangle, wanted: Rectangle): Rectangle {
  const width = Math.min(Math.max(wanted.width, smallestWindow.width), area.width);
  const height = Math.min(Math.max(wanted.height, smallestWindow.height), area.height);
  return {
    x: Math.min(Math.max(wanted.x, area.x), area.x + area.width - width),
    y: Math.min(Math.max(wanted.y, area.y), area.y + area.height - height),
    width,
    height,
  };
}
