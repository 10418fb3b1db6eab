import { readFile } from 'node:fs/promises';
import { createCanvas, DOMMatrix, Path2D, type Canvas, type SKRSContext2D } from '@napi-rs/canvas';

/*
 * What pdf.js is handed so that it reads its own data from its own package and draws without a browser.
 */

interface Folders {
  readonly cMapUrl?: string | null;
  readonly standardFontDataUrl?: string | null;
  readonly wasmUrl?: string | null;
}

/** Character maps, fonts and decoders that ship with the library, by the folder they are in. */
export class FileFactory {
  readonly #folders: Folders;

  constructor(folders: Folders) {
    this.#folders = folders;
  }

  async fetch({ kind, filename }: { kind: keyof Folders; filename: string }): Promise<Uint8Array> {
    // Names come from the document: `/Encoding /../../x` names no map of the package.
    if (!/^[\w.-]+$/.test(filename) || filename.startsWith('.')) {
      throw new Error('No such resource');
    }
    return new Uint8Array(await readFile(`${this.#folders[kind] ?? ''}${filename}`));
  }
}

interface Drawing {
  canvas: Canvas | null;
  context: SKRSContext2D | null;
}

/** Canvases to draw on, the page's own and those that it needs on the way. */
export class CanvasFactory {
  create(width: number, height: number): Drawing {
    const canvas = createCanvas(Math.max(1, Math.ceil(width)), Math.max(1, Math.ceil(height)));
    return { canvas, context: canvas.getContext('2d') };
  }

  reset({ canvas }: Drawing, width: number, height: number): void {
    if (canvas === null) throw new Error('The canvas is gone');
    canvas.width = Math.max(1, Math.ceil(width));
    canvas.height = Math.max(1, Math.ceil(height));
  }

  destroy(drawing: Drawing): void {
    if (drawing.canvas !== null) {
      // What it holds is freed now rather than at the next collection.
      drawing.canvas.width = 0;
      drawing.canvas.height = 0;
    }
    drawing.canvas = null;
    drawing.context = null;
  }

  getNoAlphaContext(canvas: Canvas): SKRSContext2D {
    return canvas.getContext('2d', { alpha: false });
  }
}

/** The library draws with what a browser has; it looks for that itself only where it knows that it is in Node. */
export function canvasTools(): void {
  if (!('DOMMatrix' in globalThis)) Object.assign(globalThis, { DOMMatrix });
  if (!('Path2D' in globalThis)) Object.assign(globalThis, { Path2D });
}

/** Filters are a browser's; without them a page is drawn as it is. */
export class NoFilters {
  addFilter(): string {
    return 'none';
  }

  addHCMFilter(): string {
    return 'none';
  }

  addAlphaFilter(): string {
    return 'none';
  }

  addLuminosityFilter(): string {
    return 'none';
  }

  addKnockoutFilter(): string {
    return 'none';
  }

  addHighlightHCMFilter(): string {
    return 'none';
  }

  addSelectionHCMFilter(): string {
    return 'none';
  }

  addSelectionFilter(): string {
    return 'none';
  }

  createSelectionStyle(): null {
    return null;
  }

  destroy(): void {}
}
