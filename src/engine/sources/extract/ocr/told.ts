import type { Canvas, Image } from '@napi-rs/canvas';
import { greyMap, isGrain, runsSideways } from './grey.ts';
import type { Reading } from './recognizer.ts';
import { workTime } from './work-time.ts';
import { drawn, type View } from './view.ts';
import { isWriting, type Word } from './words.ts';

/** Pixels of the largest picture that words are told from: a page of A3 at 240 dots per inch, or of A4 at 340. */
const MOST_PIXELS = 12_000_000;

/** Words lower than this, in pixels, are told better when they are enlarged: those of a screen are 8 to 12 high. */
const LOW_WORD = 14;

/** The height to which they are brought: measured, words of 15 to 35 pixels are told best, and as fast as any. */
const GOOD_WORD = 20;
const MOST_ENLARGED = 3;
/** Enlarging less than this gains nothing. */
const LEAST_ENLARGED = 1.2;

/** Of a picture of so few pixels in which no word was told, letters may be too small for any. */
const FEW_PIXELS = 1_500_000;

/** The mean confidence of words that are none, because the page lies on its side or its head. Of 100. */
const DOUBTFUL = 80;

/** Fewer words are not worth looking at from all sides: they are most often the pattern of a photograph. */
const SOME_WORDS = 8;

/** Of a word that counts for a way of looking at a page. Of 100. */
const SURE = 60;

/** Radians that lines may climb, about a degree, without harm; and the steepest climb that is not a mistake. */
const LEVEL = 0.015;
const STEEPEST = 0.3;

/** Milliseconds of work after which a page is not looked at in another way. */
const PATIENCE = 30_000;

const QUARTER = Math.PI / 2;

/** A way of looking at a page, and what was told so. */
interface Look {
  readonly view: View;
  readonly reading: Reading;
  readonly words: readonly Word[];
}

/**
 * The words of a picture in its own pixels. It is drawn for Tesseract as it is told best: not too large, small letters
 * enlarged, lines level, upright. How it is best is told by the pixels and by what was told before, so that a page as most
 * are is looked at once.
 *
 * @param read tells the words of a portable grey map
 * @param pause looked at between two looks; throws to end the work
 */
export function toldWords(
  picture: Image | Canvas,
  read: (file: Uint8Array) => Reading,
  pause: () => void,
): readonly Word[] {
  const began = workTime();
  let best: Look | undefined;
  const look = (view: View, drawing = drawn(picture, view)): Look => {
    pause();
    const reading = read(greyMap(drawing.grey));
    const found = { view, reading, words: reading.words.map(drawing.back) };
    if (best === undefined || worth(found) > worth(best)) best = found;
    return best;
  };
  const inTime = (): boolean => workTime() - began < PATIENCE;

  const pixels = picture.width * picture.height;
  let scale = Math.min(1, Math.sqrt(MOST_PIXELS / pixels));
  const asItIs = drawn(picture, { scale, angle: 0 });
  if (isGrain(asItIs.grey)) return [];
  const sideways = runsSideways(asItIs.grey);
  const [first = 0, ...others] = sideways ? [1, 3, 0, 2] : [0, 2, 1, 3];
  let found = look({ scale, angle: first * QUARTER }, first === 0 ? asItIs : undefined);
  const larger = Math.min(enlargedFor(found, pixels), Math.sqrt(MOST_PIXELS / pixels));
  if (larger > scale * LEAST_ENLARGED && inTime()) {
    scale = larger;
    found = look({ scale, angle: first * QUARTER });
  }
  for (const [tried, quarters] of others.entries()) {
    const few = tried > 0 && found.words.length < SOME_WORDS;
    if (!isDoubtful(found) || few || !inTime()) break;
    found = look({ scale, angle: quarters * QUARTER });
  }
  const { gradient } = found.reading;
  const climbs = Math.abs(gradient) > LEVEL && Math.abs(gradient) < STEEPEST;
  if (climbs && found.words.length > 0 && inTime()) {
    found = look({ scale: found.view.scale, angle: found.view.angle + gradient });
  }
  return isWriting(found.words) ? found.words : [];
}

/** How many times larger a picture is to be for its words to be told better; 1 when they are large enough. */
function enlargedFor({ reading: { words } }: Look, pixels: number): number {
  if (words.length === 0) return pixels < FEW_PIXELS ? 2 : 1;
  const height = medianHeight(words);
  return height < LOW_WORD ? Math.min(MOST_ENLARGED, GOOD_WORD / Math.max(1, height)) : 1;
}

function isDoubtful({ reading: { words, confidence } }: Look): boolean {
  return words.length > 0 && confidence < DOUBTFUL;
}

/** Letters of the words that are sure, and a little for how sure they are. */
function worth({ words }: Look): number {
  return words
    .filter(({ confidence }) => confidence >= SURE)
    .reduce((sum, { text, confidence }) => sum + text.length * (confidence / 100) ** 2, 0);
}

function medianHeight(words: readonly Word[]): number {
  const heights = words.map(({ height }) => height).toSorted((one, other) => one - other);
  return heights[Math.floor(heights.length / 2)] ?? Infinity;
}
