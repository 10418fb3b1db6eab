import type { ExtractionLimits } from '../extraction.ts';
import { parseHtmlText } from '../html.ts';
import { findParagraphs } from '../paragraphs.ts';
import { withPlainLineEnds } from '../line-ends.ts';
import { joinBlocks } from '../segments.ts';
import { decodeCharset, encodingLabel } from './charset.ts';
import { unflow } from './flowed.ts';
import type { BodyText } from './message-text.ts';
import { contentOf, type MimePart } from './mime-part.ts';

/** A plain text this short, and this much shorter than the same in HTML, only says that the message is in HTML. */
const STAND_IN = { length: 400, share: 0.25 };

/** The texts of a message, in the order of its parts, and everything else in it. */
export interface MessageParts {
  readonly bodies: readonly ReadBody[];
  readonly attachments: readonly MimePart[];
}

/** A text of a message's body, decoded. */
export interface ReadBody extends BodyText {
  readonly encoding: string;
  readonly replaced: boolean;
}

/** A text of the body that is not read yet: which of two alternatives is read is told before both are. */
interface Leaf {
  readonly part: MimePart;
  readonly html: boolean;
}

interface Found {
  readonly texts: readonly Leaf[];
  readonly attachments: readonly MimePart[];
}

/**
 * Tells the texts of a message from its attachments, and reads them: of alternatives the plain text, or the HTML where
 * there is no plain text or it only says that there is HTML. Pictures shown within the HTML are attachments too.
 *
 * @param forced the label of an encoding that a person has chosen for the texts
 */
export function readBodies(root: MimePart, limits: BodyLimits, forced?: string): MessageParts {
  const read = new Map<MimePart, ReadBody>();
  const textOf = (leaf: Leaf): ReadBody => {
    const known = read.get(leaf.part) ?? readLeaf(leaf, forced);
    read.set(leaf.part, known);
    return known;
  };
  const { texts, attachments } = find(root, { limits, textOf }, true);
  return { bodies: texts.map(textOf), attachments };
}

/** A text that is larger, in bytes, is kept as an attachment. */
type BodyLimits = Pick<ExtractionLimits, 'textBytes' | 'htmlBytes'>;

interface Reader {
  readonly limits: BodyLimits;
  readonly textOf: (leaf: Leaf) => ReadBody;
}

function find(part: MimePart, reader: Reader, first: boolean): Found {
  if (part.parts.length === 0) {
    return findLeaf(part, reader.limits, first);
  }
  const found: Found[] = [];
  for (const one of part.parts) {
    const before = found.some(({ texts }) => texts.length > 0);
    found.push(find(one, reader, part.type === 'multipart/alternative' || (first && !before)));
  }
  const attachments = found.flatMap((one) => one.attachments);
  if (part.type === 'multipart/alternative') {
    return { texts: chooseAlternative(found, reader), attachments };
  }
  if (part.type === 'multipart/related') {
    const [root, ...others] = found.filter(({ texts }) => texts.length > 0);
    const beside = others.flatMap(({ texts }) => texts.map((leaf) => leaf.part));
    return { texts: root?.texts ?? [], attachments: [...attachments, ...beside] };
  }
  return { texts: found.flatMap((one) => one.texts), attachments };
}

/** @param first whether no text stands before it: a text with a name of a file that stands behind one is an attachment */
function findLeaf(part: MimePart, limits: BodyLimits, first: boolean): Found {
  const html = part.type === 'text/html' || part.type === 'application/xhtml+xml';
  const text = html || part.type === 'text/plain' || part.type === 'message/delivery-status';
  const attached = part.disposition === 'attachment' || (part.filename !== null && !first);
  const fits = part.body.length <= (html ? limits.htmlBytes : limits.textBytes);
  if (text && fits && !attached) {
    return { texts: [{ part, html }], attachments: [] };
  }
  return { texts: [], attachments: part.body.length === 0 ? [] : [part] };
}

function chooseAlternative(found: readonly Found[], reader: Reader): readonly Leaf[] {
  const plain = found.find(
    ({ texts }) =>
      texts.length > 0 && texts.every((leaf) => !leaf.html) && lengthOf(texts, reader) > 0,
  );
  const html = found.findLast(({ texts }) => texts.some((leaf) => leaf.html));
  if (plain === undefined || html === undefined) {
    return plain?.texts ?? html?.texts ?? [];
  }
  const length = lengthOf(plain.texts, reader);
  const standsIn =
    length <= STAND_IN.length && length < lengthOf(html.texts, reader) * STAND_IN.share;
  return standsIn ? html.texts : plain.texts;
}

function lengthOf(texts: readonly Leaf[], reader: Reader): number {
  return texts.reduce((sum, leaf) => sum + reader.textOf(leaf).text.trim().length, 0);
}

function readLeaf({ part, html }: Leaf, forced?: string): ReadBody {
  const bytes = contentOf(part);
  const charset = part.parameters.get('charset') ?? '';
  if (html) {
    return readHtmlBody(bytes, charset, forced);
  }
  return readPlainBody(bytes, charset, {
    forced,
    flowed: part.parameters.get('format')?.toLowerCase() === 'flowed',
    deleteSpace: part.parameters.get('delsp')?.toLowerCase() === 'yes',
  });
}

/** A body of HTML: all its text as a reader sees it, never only its main text. Nothing in it is fetched or run. */
export function readHtmlBody(bytes: Uint8Array, charset: string, forced?: string): ReadBody {
  const { blocks, encoding, replaced } = parseHtmlText(bytes, {
    charset: charset === '' ? undefined : encodingLabel(charset),
    encoding: forced,
  });
  const { text, segments } = joinBlocks(blocks);
  return { text, stretches: segments, encoding, replaced };
}

/** A body of plain text; how it is wrapped stays, unless it says that it may flow (RFC 3676). */
export function readPlainBody(
  bytes: Uint8Array,
  charset: string,
  options: { forced?: string | undefined; flowed?: boolean; deleteSpace?: boolean } = {},
): ReadBody {
  const decoded = decodeCharset(bytes, charset, options.forced);
  const lines = withPlainLineEnds(decoded.text);
  const whole = options.flowed === true ? unflow(lines, options.deleteSpace === true) : lines;
  const text = whole.replace(/^(?:[ \t]*\n)+/, '').trimEnd();
  return {
    text,
    stretches: [...findParagraphs(text, 'text')],
    encoding: decoded.encoding,
    replaced: decoded.replaced,
  };
}
