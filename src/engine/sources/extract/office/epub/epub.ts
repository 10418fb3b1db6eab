import { CaseError } from '#contract/error.ts';
import type { Parser } from '../../extraction.ts';
import { Composer } from '../composer.ts';
import { composedDocument } from '../details.ts';
import { OfficePackage } from '../package.ts';
import { property } from '../properties.ts';
import { readChapter, type NoteMarks } from './chapter.ts';
import { readContents } from './contents.ts';
import { PAGE_TYPES, readPackageDocument } from './package-document.ts';

/**
 * A book in EPUB 2 or 3: its pages in the order of its spine, the notes of each after its text, what it says of itself, its
 * table of contents as the outline. Nothing of it is shown, run or fetched. One that is locked against copying (DRM) is kept
 * without its text.
 *
 * @throws CaseError `source.truncated`, `source.failed`, `source.tooLarge`
 */
export const parseEpub: Parser = async (bytes, options) => {
  const { limits, progress } = options;
  const office = await OfficePackage.open(bytes, limits);
  const book = await readPackageDocument(office);
  const composer = new Composer(limits);
  const marks: NoteMarks = new Map();
  const missing: string[] = [];
  const pages = book.locked ? [] : book.spine;
  for (const [at, { path, mediaType }] of pages.entries()) {
    progress(at, pages.length, 'pages');
    if (!PAGE_TYPES.has(mediaType)) continue;
    if (!office.has(path)) {
      missing.push(path);
      continue;
    }
    const size = office.sizeOf(path);
    if (size > limits.htmlBytes) {
      throw new CaseError('source.tooLarge', { size, limit: limits.htmlBytes });
    }
    for (const { kind, text } of readChapter(await office.bytes(path), path, marks)) {
      composer.block(kind, text);
    }
  }
  composer.outline.push(...(await readContents(office, book)));
  const items = [...book.items.values()];
  const outside = items.filter(({ path }) => /^[a-z][a-z0-9+.-]+:/i.test(path));
  return composedDocument('application/epub+zip', composer, book.metadata, [
    ...book.properties,
    ...(book.locked ? [property('lockedAgainstCopying', 'yes')] : []),
    ...(items.some((item) => item.properties.includes('scripted'))
      ? [property('scripts', 'yes')]
      : []),
    ...(outside.length > 0
      ? [property('externalReferences', outside.map(({ path }) => path).join('\n'))]
      : []),
    ...(missing.length > 0 ? [property('missingPages', missing.join('\n'))] : []),
  ]);
};
