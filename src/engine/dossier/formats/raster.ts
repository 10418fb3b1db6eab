import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { resourcePath } from '../../resources.ts';

/** Pixels of the raster for each of the drawing: sharp on paper, and of a size that can be sent. */
const SHARPNESS = 2.5;
const MOST_PIXELS = 4000;

let ready: Promise<readonly Uint8Array[]> | undefined;

/**
 * A drawing in pixels (PNG, on white), for the programs that show no SVG. Only the fonts of `resources/fonts` are used, so
 * that it is the same on every computer.
 *
 * @param width of the drawing, in pixels of 1/96 inch
 * @throws {Error} when it is not SVG
 */
export async function rasterOf(svg: string, width: number): Promise<Uint8Array> {
  ready ??= start();
  const fontBuffers = await ready;
  const resvg = new Resvg(svg, {
    background: '#ffffff',
    fitTo: { mode: 'width', value: Math.round(Math.min(MOST_PIXELS, width * SHARPNESS)) },
    font: {
      // Reading the fonts takes longer than drawing.
      fontBuffers: svg.includes('<text') ? [...fontBuffers] : [],
      defaultFontFamily: 'Legajo Sans',
      sansSerifFamily: 'Legajo Sans',
      serifFamily: 'Legajo Serif',
      monospaceFamily: 'Legajo Mono',
    },
  });
  try {
    const image = resvg.render();
    try {
      return image.asPng();
    } finally {
      image.free();
    }
  } finally {
    resvg.free();
  }
}

async function start(): Promise<readonly Uint8Array[]> {
  const wasm = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
  await initWasm(readFileSync(wasm));
  return readdirSync(resourcePath('fonts'))
    .filter((name) => name.endsWith('.ttf') && !name.includes('Emoji'))
    .toSorted()
    .map((name) => readFileSync(resourcePath('fonts', name)));
}
