import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { resourcePath } from '../../resources.ts';

/** Pixels of the raster for each of the drawing: sharp on paper, and of a size that can be sent. */
const SHARPNESS = 2.5;
const MOST_PIXELS = 4000;

let ready: Promise<ReadonlyMap<string, Uint8Array>> | undefined;

/**
 * A drawing in pixels (PNG, on white), for the programs that show no SVG. Only the fonts of `resources/fonts` are used, so
 * that it is the same on every computer.
 *
 * @param width of the drawing, in pixels of 1/96 inch
 * @throws {Error} when it is not SVG
 */
export async function rasterOf(svg: string, width: number): Promise<Uint8Array> {
  ready ??= start();
  const fonts = await ready;
  const needed = fontsFor(svg);
  const fontBuffers = [...fonts].flatMap(([name, font]) => (needed.test(name) ? [font] : []));
  const resvg = new Resvg(svg, {
    background: '#ffffff',
    fitTo: { mode: 'width', value: Math.round(Math.min(MOST_PIXELS, width * SHARPNESS)) },
    font: {
      fontBuffers,
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

/** The fonts that a drawing needs, by their names: to read them all takes longer than to draw. */
function fontsFor(svg: string): RegExp {
  if (!svg.includes('<text')) return /^$/;
  const needed = [
    'Sans',
    'Symbols',
    ...(/Legajo Serif/.test(svg) ? ['Serif'] : []),
    ...(/mono/i.test(svg) ? ['Mono'] : []),
    ...(/\p{Script=Arabic}/u.test(svg) ? ['Arabic'] : []),
    ...(/\p{Script=Hebrew}/u.test(svg) ? ['Hebrew'] : []),
    ...(/\p{Extended_Pictographic}/u.test(svg) ? ['Emoji'] : []),
  ];
  return new RegExp(`^Legajo(${needed.join('|')})-`);
}

async function start(): Promise<ReadonlyMap<string, Uint8Array>> {
  const wasm = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
  await initWasm(readFileSync(wasm));
  return new Map(
    readdirSync(resourcePath('fonts'))
      .filter((name) => name.endsWith('.ttf'))
      .toSorted()
      .map((name) => [name, readFileSync(resourcePath('fonts', name))]),
  );
}
