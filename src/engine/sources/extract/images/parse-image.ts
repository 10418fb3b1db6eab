import { CaseError } from '#contract/error.ts';
import type { ExtractionSettings } from '#contract/extraction.ts';
import { pixelsFreed, release } from '../drawing-memory.ts';
import { Warning, type ParsedDocument, type Parser, type ParserOptions } from '../extraction.ts';
import { languageOf } from '../language.ts';
import { ALL_LANGUAGES, recognize } from '../ocr/index.ts';
import { cameraNotes } from './camera-notes.ts';
import { textOfPages, type ToldPage } from './page-text.ts';
import { openPicture, type PictureFile, type PictureFormat } from './picture-file.ts';

const MEDIA_TYPES: Readonly<Record<PictureFormat, string>> = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  avif: 'image/avif',
  gif: 'image/gif',
  bmp: 'image/bmp',
  tiff: 'image/tiff',
  heic: 'image/heic',
};

/**
 * A parser of pictures of one format: what the camera and those who handled it noted, and the words told from the picture,
 * each with its place in pixels of the upright picture. A page that cannot be decoded, or whose words cannot be told, is
 * named in a warning and the others are told. A picture that is too large, or of a kind that is not decoded, keeps its notes.
 */
export function imageParser(format: PictureFormat): Parser {
  return async (bytes, options) => {
    const notes = cameraNotes(bytes);
    const { told, warnings } = await tellFile(bytes, format, options);
    const { text, segments, layout } = textOfPages(told);
    const withWords = told.filter(({ words }) => words.length > 0).map(({ page }) => page);
    const byOcr = withWords.length > 0 ? [`${Warning.pagesByOcr} ${withWords.join()}`] : [];
    const parsed: ParsedDocument = {
      mediaType: MEDIA_TYPES[format],
      encoding: null,
      text,
      segments,
      metadata: { ...notes.metadata, language: await languageOf(text, null) },
      warnings: [...byOcr, ...warnings, ...(text === '' ? [Warning.noText] : [])],
      details: notes.details,
    };
    return layout.length === 0 ? parsed : { ...parsed, layout: { kind: 'pages', pages: layout } };
  };
}

interface Told {
  readonly told: readonly ToldPage[];
  readonly warnings: readonly string[];
}

async function tellFile(
  bytes: Uint8Array,
  format: PictureFormat,
  options: ParserOptions,
): Promise<Told> {
  try {
    using picture = await openPicture(bytes, format);
    return await tellPages(picture, options);
  } catch (error) {
    if (!(error instanceof CaseError)) throw error;
    if (error.code === 'source.tooLarge') return { told: [], warnings: [Warning.tooLargeForText] };
    if (error.code === 'source.unsupported') return { told: [], warnings: [] };
    throw error;
  }
}

/** @throws CaseError what is wrong with the first page when none can be decoded */
async function tellPages(
  picture: PictureFile,
  { settings, progress }: ParserOptions,
): Promise<Told> {
  const told: ToldPage[] = [];
  const unread: number[] = [];
  let fault: CaseError | undefined;
  for (let page = 1; page <= picture.pages; page += 1) {
    const tell = (): void => {
      progress(page - 1, picture.pages, 'pages');
    };
    tell();
    try {
      const { sound, ...found } = await tellPage(picture, page, settings, tell);
      told.push(found);
      if (!sound) unread.push(page);
    } catch (error) {
      if (!(error instanceof CaseError)) throw error;
      fault ??= error;
      unread.push(page);
    }
  }
  if (told.length === 0 && fault !== undefined) throw fault;
  return { told, warnings: unread.length > 0 ? [`${Warning.pagesNotRead} ${unread.join()}`] : [] };
}

/** A page with its words; `sound` is false when they could not be told, which is no fault of the picture. */
async function tellPage(
  picture: PictureFile,
  page: number,
  settings: ExtractionSettings,
  progress: () => void,
): Promise<ToldPage & { readonly sound: boolean }> {
  const ocr = settings.ocr !== 'never';
  const size = picture.size(page);
  if (!ocr && size !== null) return { page, ...size, ocr, words: [], sound: true };
  const drawing = await picture.draw(page);
  const { width, height } = drawing;
  try {
    const languages = settings.ocrLanguages ?? ALL_LANGUAGES;
    const words = ocr
      ? (await recognize({ image: drawing }, languages, undefined, progress)).words
      : [];
    return { page, width, height, ocr, words, sound: true };
  } catch (error) {
    if (!(error instanceof CaseError)) throw error;
    return { page, width, height, ocr, words: [], sound: false };
  } finally {
    release(drawing);
    await pixelsFreed();
  }
}
