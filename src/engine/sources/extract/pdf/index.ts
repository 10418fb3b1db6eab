import { Warning, type ParsedDocument, type ParserOptions } from '../extraction.ts';
import { languageOf } from '../language.ts';
import { joinBlocks } from '../segments.ts';
import { attachedParts, attachmentsOf } from './attachments.ts';
import { NO_INFORMATION, readInformation } from './information.ts';
import { asCaseError, openPdf, type OpenPdf } from './opening.ts';
import { readOutline, readPageLabels } from './outline.ts';
import { readPages } from './pages.ts';

/**
 * The text of a PDF page by page, in reading order, with where it stands on its pages; pages that are pictures are read by
 * optical character recognition. Files that it carries are its parts. Nothing is fetched or run.
 *
 * @param bytes are handed over to the parser and cannot be read afterwards
 * @throws CaseError `source.passwordNeeded` {tried}, `source.truncated`, `source.failed` {reason}
 */
export async function parsePdf(bytes: Uint8Array, options: ParserOptions): Promise<ParsedDocument> {
  const open = await openPdf(bytes, options.passwords);
  let kept = false;
  try {
    const { files, ...parsed } = await parseOpen(open, options);
    const carried = await attachmentsOf(open).catch(() => new Map<string, string>());
    const attachments = new Map([...carried, ...files]);
    kept = attachments.size > 0;
    return kept ? { ...parsed, parts: attachedParts(open, attachments) } : parsed;
  } catch (cause) {
    throw asCaseError(cause);
  } finally {
    if (!kept) await open.close();
  }
}

async function parseOpen(
  { pdf }: OpenPdf,
  options: Pick<ParserOptions, 'settings' | 'limits' | 'progress'>,
): Promise<ParsedDocument & { files: ReadonlyMap<string, string> }> {
  const { blocks, layout, empty, unread, byOcr, files, failure } = await readPages(pdf, options);
  const { text, segments } = joinBlocks(blocks);
  if (text === '' && unread.length > 0) {
    throw failure;
  }
  const { metadata, properties } = await readInformation(pdf).catch(() => NO_INFORMATION);
  const labels = await readPageLabels(pdf).catch(() => null);
  const outline = await readOutline(pdf).catch(() => []);
  const numbers = (warning: string, pages: readonly number[]): string[] =>
    pages.length > 0 ? [`${warning} ${pages.join(',')}`] : [];
  return {
    files,
    mediaType: 'application/pdf',
    encoding: null,
    text,
    segments,
    metadata: { ...metadata, language: await languageOf(text, metadata.language) },
    details: {
      properties: [
        ...properties,
        ...(labels === null ? [] : [{ name: 'PageLabels', value: labels }]),
      ],
      outline,
      messageId: '',
      references: [],
      position: null,
    },
    layout: { kind: 'pages', pages: layout },
    warnings: [
      ...(text === '' ? [Warning.noText] : []),
      ...numbers(Warning.pagesWithoutText, empty),
      ...numbers(Warning.pagesNotRead, unread),
      ...numbers(Warning.pagesByOcr, byOcr),
    ],
  };
}
