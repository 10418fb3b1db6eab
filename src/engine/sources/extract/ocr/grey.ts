/** Grey pixels, a byte each, row by row. */
export interface Grey {
  readonly pixels: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Luma as of ITU-R BT.601 of red, green, blue and opacity. */
export function greyOf(rgba: Uint8ClampedArray, width: number, height: number): Grey {
  const pixels = new Uint8Array(width * height);
  for (let to = 0, from = 0; to < pixels.length; to += 1, from += 4) {
    const [red = 0, green = 0, blue = 0] = [rgba[from], rgba[from + 1], rgba[from + 2]];
    pixels[to] = (red * 77 + green * 150 + blue * 29) >> 8;
  }
  return { pixels, width, height };
}

/** A binary portable grey map, which is read faster than any compressed picture. */
export function greyMap({ pixels, width, height }: Grey): Uint8Array {
  const header = Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1');
  const file = new Uint8Array(header.length + pixels.length);
  file.set(header);
  file.set(pixels, header.length);
  return file;
}

/** A step in darkness between neighbours that is no shading and no grain of film; of 255. */
const HARD_STEP = 64;

/** Of a page of small letters a quarter of the neighbours differ so, of pixels by chance more than half. */
const MOST_STEPS = 0.4;

/** Whether a picture is nothing but grain, in which to look for letters would take minutes: gravel, noise, encrypted bytes. */
export function isGrain({ pixels, width, height }: Grey): boolean {
  let steps = 0;
  let seen = 0;
  for (let y = 0; y < height; y += 3) {
    for (let x = 1, at = y * width + 1; x < width; x += 1, at += 1) {
      seen += 1;
      if (Math.abs((pixels[at] ?? 0) - (pixels[at - 1] ?? 0)) > HARD_STEP) steps += 1;
    }
  }
  return steps > MOST_STEPS * seen;
}

/** Strips of a page that are looked at each by itself, so that lines may climb a little. */
const STRIPS = 8;

/** Pixels: letters of some size are about as wide as one of these and go under in it; lines are as far apart and stand out. */
const STEPS = [12, 24, 48];

/** How much more restless a page must be along its lines' way than across it. Measured: 0.03 to 0.4 upright, 4 and more lying. */
const SIDEWAYS = 2;

/**
 * Whether the lines of a page run up or down it. Of strips across the lines, rows are dark and light in turn; of strips
 * along lines they are all alike (projection profiles, seen through Haar's wavelet of the size of letters).
 */
export function runsSideways(grey: Grey): boolean {
  const { width, height } = grey;
  const rows = unrest(grey, { long: width, short: height, along: 1, across: width });
  const columns = unrest(grey, { long: height, short: width, along: width, across: 1 });
  const ratios = STEPS.map((_, index) => {
    const [row = 0, column = 0] = [rows[index], columns[index]];
    return row > 0 && column > 0 ? Math.log(column / row) : 0;
  });
  // The step that suits the letters tells most clearly.
  const clearest = ratios.reduce((one, other) => (Math.abs(other) > Math.abs(one) ? other : one));
  return clearest > Math.log(SIDEWAYS);
}

/**
 * How much the lines of pixels differ in darkness from those a step further on, the mean square for each of the steps.
 *
 * @param way.along from a pixel of a line to the next one in it; `across` to the next line; `long` pixels in a line; `short` lines
 */
function unrest(
  { pixels }: Grey,
  way: { long: number; short: number; along: number; across: number },
): number[] {
  const breadth = Math.max(1, Math.floor(way.long / STRIPS));
  const totals = STEPS.map(() => 0);
  const sums = new Float64Array(way.short + 1);
  for (let strip = 0; strip < STRIPS; strip += 1) {
    for (let line = 0; line < way.short; line += 1) {
      let ink = 0;
      let at = strip * breadth * way.along + line * way.across;
      for (let count = 0; count < breadth; count += 1, at += way.along) {
        ink += 255 - (pixels[at] ?? 255);
      }
      sums[line + 1] = (sums[line] ?? 0) + ink / breadth;
    }
    for (const [index, step] of STEPS.entries()) {
      totals[index] = (totals[index] ?? 0) + stepsOf(sums, step);
    }
  }
  return totals;
}

/** The mean square of the difference between so many lines and as many after them. */
function stepsOf(sums: Float64Array, step: number): number {
  let total = 0;
  const count = sums.length - 2 * step;
  for (let start = 0; start < count; start += 1) {
    const [one = 0, two = 0, three = 0] = [sums[start], sums[start + step], sums[start + 2 * step]];
    total += ((three - 2 * two + one) / step) ** 2;
  }
  return count > 0 ? total / count : 0;
}
