import { CaseError } from '#contract/error.ts';
import type { OcrLanguage } from '#contract/extraction.ts';
import { startCore, type Core } from './core.ts';
import { languageData } from './languages.ts';
import { wordsOf, type Word } from './words.ts';

/** Milliseconds for one page. A dense page takes a few seconds; a large photograph of gravel would take minutes. */
const PAGE_LIMIT = 90_000;

/** Bytes of memory from which Tesseract is given up after a page and started anew for the next. */
const MEMORY_LIMIT = 256 * 1024 * 1024;

const NEURAL = 1;
const INPUT = '/input';

/** What was told of one picture. */
export interface Reading {
  readonly words: readonly Word[];
  /** The mean over the words, from 0 to 100; 0 without words. */
  readonly confidence: number;
  /** How far its lines climb to the right, in radians. */
  readonly gradient: number;
}

/** Tesseract with the data of some languages, used for one picture after another. */
export class Recognizer {
  readonly languages: readonly OcrLanguage[];
  readonly #core: Core;
  readonly #api: InstanceType<Core['module']['TessBaseAPI']>;
  readonly #clock: { deadline: number };
  #spent = false;

  private constructor(
    core: Core,
    languages: readonly OcrLanguage[],
    api: InstanceType<Core['module']['TessBaseAPI']>,
    clock: { deadline: number },
  ) {
    this.#core = core;
    this.languages = languages;
    this.#api = api;
    this.#clock = clock;
  }

  static async start(languages: readonly OcrLanguage[]): Promise<Recognizer> {
    const clock = { deadline: Infinity };
    const core = await startCore(() => {
      if (performance.now() > clock.deadline) {
        throw new CaseError('source.timedOut', { limit: PAGE_LIMIT });
      }
    });
    const files = languages.map((language) => `./${language}.traineddata`);
    for (const [index, language] of languages.entries()) {
      core.module.FS.writeFile(files[index] ?? '', await languageData(language));
    }
    const api = new core.module.TessBaseAPI();
    if (api.Init(null, languages.join('+'), NEURAL) !== 0) {
      throw new CaseError('source.failed', { reason: 'the data of the languages cannot be used' });
    }
    // It has its own copy now.
    for (const file of files) core.module.FS.unlink(file);
    return new Recognizer(core, languages, api, clock);
  }

  /** Whether another must be started for the next picture: it broke, or has come to hold too much memory. */
  get spent(): boolean {
    return this.#spent || this.#core.memory() > MEMORY_LIMIT;
  }

  /**
   * @param picture a PNG, or grey pixels as PNM
   * @param angle in radians by which it is turned first
   * @throws CaseError `source.timedOut` {limit}; `source.failed` {reason}
   */
  read(picture: Uint8Array, angle = 0): Reading {
    this.#core.module.FS.writeFile(INPUT, picture);
    this.#clock.deadline = performance.now() + PAGE_LIMIT;
    try {
      if (this.#api.SetImageFile(1, angle) !== 0) {
        throw new CaseError('source.failed', { reason: 'the picture cannot be read' });
      }
      this.#api.Recognize(null);
      const words = wordsOf(this.#api.GetTSVText(0));
      const confidence = words.length === 0 ? 0 : mean(words.map((word) => word.confidence));
      const gradient = this.#api.GetGradient();
      this.#api.Clear();
      return { words, confidence, gradient };
    } catch (cause) {
      // What it was at was left in the middle: what is in its memory no longer holds together.
      this.#spent = true;
      if (cause instanceof CaseError) throw cause;
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new CaseError('source.failed', { reason }, cause);
    }
  }
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
