import { CaseError } from '#contract/error.ts';
import type { OcrLanguage } from '#contract/extraction.ts';
import { startCore, type Core } from './core.ts';
import { languageData } from './languages.ts';
import { wordsOf, type Word } from './words.ts';
import { workTime } from './work-time.ts';

/** Milliseconds of work on one look at a page. A dense page takes a few seconds; a large photograph of gravel would take minutes. */
const PAGE_LIMIT = 60_000;

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

interface Watch {
  /** By {@link workTime}. */
  deadline: number;
  progress: (() => void) | undefined;
}

/** Tesseract with the data of some languages, used for one picture after another. */
export class Recognizer {
  readonly languages: readonly OcrLanguage[];
  readonly #core: Core;
  readonly #api: InstanceType<Core['module']['TessBaseAPI']>;
  readonly #watch: Watch;
  #spent = false;

  private constructor(
    core: Core,
    languages: readonly OcrLanguage[],
    api: InstanceType<Core['module']['TessBaseAPI']>,
    watch: Watch,
  ) {
    this.#core = core;
    this.languages = languages;
    this.#api = api;
    this.#watch = watch;
  }

  static async start(languages: readonly OcrLanguage[]): Promise<Recognizer> {
    const watch: Watch = { deadline: Infinity, progress: undefined };
    const core = await startCore(() => {
      watch.progress?.();
      if (workTime() > watch.deadline) {
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
    return new Recognizer(core, languages, api, watch);
  }

  /** Whether another must be started for the next picture: it broke, or has come to hold too much memory. */
  get spent(): boolean {
    return this.#spent || this.#core.memory() > MEMORY_LIMIT;
  }

  /**
   * @param picture a portable grey map
   * @param progress called now and then
   * @throws CaseError `source.timedOut` {limit}; `source.failed` {reason}
   */
  read(picture: Uint8Array, progress?: () => void): Reading {
    this.#core.module.FS.writeFile(INPUT, picture);
    this.#watch.deadline = workTime() + PAGE_LIMIT;
    this.#watch.progress = progress;
    try {
      if (this.#api.SetImageFile(1, 0) !== 0) {
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
