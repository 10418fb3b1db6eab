import { CaseError } from '#contract/error.ts';
import type { ParsedDocument, ParserOptions } from '../extraction.ts';
import { webAddress } from '../html-metadata.ts';
import { parsePageText } from '../html.ts';
import { encodingLabel } from '../mail/charset.ts';
import { messageDay } from '../mail/message-date.ts';
import { detailsOf } from '../mail/message-head.ts';
import { contentOf, leavesOf, readMime, type MimePart } from '../mail/mime-part.ts';

/** Frames of a page that is all frames that are looked at for its text. */
const MOST_FRAMES = 20;

/**
 * A page that a browser saved with what it shows (RFC 2557): the text of the page, read as any HTML. Its pictures and styles
 * are no sources, and nothing that it names is fetched. Where it was taken from and when, the browser wrote into it.
 *
 * @throws CaseError `source.noText`, `source.tooLarge` {size, limit}, `source.encodingUnknown` {encoding}
 */
export async function parseMhtml(
  bytes: Uint8Array,
  options: ParserOptions,
): Promise<ParsedDocument> {
  const { root } = readMime(bytes);
  const pages = pagesOf(root);
  const page = await readPage(pages, options);
  const { headers } = root;
  const address = webAddress(
    headers.text('Snapshot-Content-Location') ??
      pages[0]?.headers.text('Content-Location') ??
      headers.text('Content-Location') ??
      '',
  );
  return {
    ...page,
    mediaType: 'multipart/related',
    metadata: {
      ...page.metadata,
      title: page.metadata.title ?? headers.text('Subject')?.slice(0, 2000) ?? null,
      url: page.metadata.url ?? address,
      retrieved: messageDay(headers.text('Date') ?? '') ?? page.metadata.retrieved,
      retrievedFrom: address ?? page.metadata.retrievedFrom,
    },
    details: detailsOf(headers),
  };
}

/** The pages of a saved page, its own first and those of its frames after it. */
function pagesOf(root: MimePart): MimePart[] {
  const pages = [...leavesOf(root)].filter(
    ({ type }) => type === 'text/html' || type === 'application/xhtml+xml',
  );
  const start = root.parameters.get('start') ?? '';
  const isStart = (part: MimePart): boolean =>
    start !== '' && part.headers.raw('Content-ID') === start;
  return [...pages.filter(isStart), ...pages.filter((part) => !isStart(part))];
}

/** The page itself or, where it is nothing but frames, the frame that says most; what is said of it is of the page. */
async function readPage(
  pages: readonly MimePart[],
  options: ParserOptions,
): Promise<ParsedDocument> {
  let best: ParsedDocument | null = null;
  for (const [index, part] of pages.slice(0, MOST_FRAMES).entries()) {
    const page = await readPart(part, options);
    if (page !== null && (best === null || page.text.length > best.text.length)) {
      best = page;
    }
    if (index === 0 && best !== null) {
      break;
    }
  }
  if (best === null) {
    throw new CaseError('source.noText');
  }
  return best;
}

/** @returns null when a reader of the page would see no text */
async function readPart(part: MimePart, options: ParserOptions): Promise<ParsedDocument | null> {
  const content = contentOf(part);
  const limit = options.limits.htmlBytes;
  if (content.length > limit) {
    throw new CaseError('source.tooLarge', { size: content.length, limit });
  }
  const charset = part.parameters.get('charset') ?? '';
  try {
    return await parsePageText(content, {
      ...options.settings,
      charset: charset === '' ? undefined : encodingLabel(charset),
    });
  } catch (cause) {
    if (cause instanceof CaseError && cause.code === 'source.noText') {
      return null;
    }
    throw cause;
  }
}
