import { Readability } from '@mozilla/readability';
import { CaseError } from '#contract/error.ts';
import { byteOrderMark, decodeAs, decodeText, type DecodedText } from './encoding.ts';
import { Warning, type ParsedDocument, type ParserOptions } from './extraction.ts';
import { readBlocks } from './html-blocks.ts';
import { readMetadata } from './html-metadata.ts';
import { limitNesting } from './html-nesting.ts';
import { measureTree, parsePage, type HtmlNode, type HtmlPage } from './html-tree.ts';
import { languageOf } from './language.ts';
import { withPlainLineEnds } from './line-ends.ts';
import { joinBlocks, type Block } from './segments.ts';

/** Beyond these no search for the main text: its time grows with the square of the nesting. Real pages stay far below. */
const SEARCHABLE = { elements: 50_000, depth: 300 };

/** A main text this much smaller than the page's, and this short in UTF-16 code units, was found by mistake. */
const LIKELY_MISTAKE = { share: 0.3, length: 500 };

/** How a page is read. */
export interface PageOptions {
  /** What came with the page says that its encoding is; what the page itself says comes after it (HTML, 13.2.3.1). */
  readonly charset?: string | undefined;
  /** The encoding that a person has chosen: the label is taken whatever the bytes look like. */
  readonly encoding?: string | undefined;
  /** All the text of the page rather than its main text. */
  readonly wholePage?: boolean | undefined;
}

/** A parser of HTML for the table of formats. @throws CaseError as `parsePageText` does */
export function parseHtml(
  bytes: Uint8Array,
  options?: Pick<ParserOptions, 'settings'>,
): Promise<ParsedDocument> {
  return parsePageText(bytes, options?.settings ?? {});
}

/**
 * A page of HTML as its main text (found by Readability) or, where none is told apart or the whole page is asked for, all
 * of its text. The page is read, never rendered: nothing is fetched and no script is run.
 *
 * @throws CaseError `source.binary`, `source.encodingUnknown` {encoding}, `source.noText` when a reader of the page would
 *   see no text
 */
export async function parsePageText(
  bytes: Uint8Array,
  options: PageOptions,
): Promise<ParsedDocument> {
  const decoded = decodePage(bytes, options);
  const html = withPlainLineEnds(decoded.text);
  const page = parsePage(limitNesting(html));
  const metadata = readMetadata(page.root, html);
  const whole = readBlocks(page.body);
  const main = options.wholePage === true ? whole : mainBlocks(page, whole);
  const { text, segments } = joinBlocks(main ?? whole);
  if (text === '') {
    throw new CaseError('source.noText');
  }
  return {
    mediaType: /^\s*<\?xml/.test(html) ? 'application/xhtml+xml' : 'text/html',
    encoding: decoded.encoding,
    text,
    segments,
    metadata: { ...metadata, language: await languageOf(text, metadata.language) },
    warnings: [
      ...(decoded.replaced ? [Warning.charactersReplaced] : []),
      ...(main === null ? [Warning.wholePage] : []),
    ],
  };
}

/**
 * All the text of HTML that is no page of its own, such as the body of a message; there may be none. Where its links lead is
 * told: a message can say one thing and lead to another.
 */
export function parseHtmlText(
  bytes: Uint8Array,
  options: PageOptions,
): { blocks: Block[]; encoding: string; replaced: boolean } {
  const { text, encoding, replaced } = decodePage(bytes, options);
  const page = parsePage(limitNesting(withPlainLineEnds(text)));
  return { blocks: readBlocks(page.body, { links: true }), encoding, replaced };
}

function decodePage(bytes: Uint8Array, { charset, encoding }: PageOptions): DecodedText {
  return encoding === undefined
    ? decodeText(bytes, charset ?? declaredEncoding(bytes))
    : decodeAs(bytes, encoding);
}

/** The encoding a page names itself, in `meta` or in its XML declaration (HTML, 13.2.3.2: within 1,024 bytes; we allow more). */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  if (byteOrderMark(bytes) !== undefined) {
    return undefined;
  }
  const head = Buffer.from(bytes.subarray(0, 8192)).toString('latin1');
  const found =
    /<meta[^>]{0,500}?charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(head) ??
    /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w:.-]+)/i.exec(head);
  return found?.[1];
}

/** The blocks of the main text, or null when it cannot be told apart. Changes the page's tree. */
function mainBlocks(page: HtmlPage, whole: readonly Block[]): Block[] | null {
  const { elements, depth } = measureTree(page.root);
  if (elements > SEARCHABLE.elements || depth > SEARCHABLE.depth) {
    return null;
  }
  const { document } = page;
  if (!isReadable(document)) return null;
  const article = new Readability<HtmlNode>(document, {
    serializer: (node: HtmlNode) => node,
  }).parse();
  const content = article?.content ?? null;
  if (content === null) {
    return null;
  }
  const main = readBlocks(content);
  const length = lengthOf(main);
  const mistaken =
    length === 0 ||
    (length < LIKELY_MISTAKE.length && length < lengthOf(whole) * LIKELY_MISTAKE.share);
  return mistaken ? null : withHeadline(main, whole);
}

/** Readability asks for a document of a browser, and uses what ours has of it. */
function isReadable(document: unknown): document is ConstructorParameters<typeof Readability>[0] {
  return typeof document === 'object' && document !== null && 'createElement' in document;
}

/** Readability leaves the headline out of the text; it names who and what, so it comes back where the page has one. */
function withHeadline(main: Block[], whole: readonly Block[]): Block[] {
  const first = main[0];
  const at = whole.findIndex((block) => block.text === first?.text);
  const before = whole.slice(0, Math.max(at, 0)).findLast((block) => block.kind === 'heading');
  return before === undefined || main.some((block) => block.text === before.text)
    ? main
    : [before, ...main];
}

function lengthOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + block.text.length, 0);
}
