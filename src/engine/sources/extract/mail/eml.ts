import { CaseError } from '#contract/error.ts';
import {
  Warning,
  type DocumentPart,
  type ParsedDocument,
  type ParserOptions,
} from '../extraction.ts';
import { detectLanguage } from '../language.ts';
import { PartNames } from '../part-names.ts';
import { readBodies } from './message-body.ts';
import { detailsOf, headingOf, metadataOf } from './message-head.ts';
import { messageText } from './message-text.ts';
import { readHeaders } from './mime-headers.ts';
import { contentOf, readMime, type MimePart } from './mime-part.ts';

/** Endings of attachments that come without a name, by what the message says they are. */
const ENDINGS: Readonly<Record<string, string>> = {
  'application/ms-tnef': '.dat',
  'application/pdf': '.pdf',
  'application/pgp-signature': '.asc',
  'application/pkcs7-signature': '.p7s',
  'application/x-pkcs7-signature': '.p7s',
  'image/gif': '.gif',
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'image/svg+xml': '.svg',
  'text/calendar': '.ics',
  'text/csv': '.csv',
  'text/html': '.html',
  'text/plain': '.txt',
  'text/rfc822-headers': '.txt',
};

/**
 * An e-mail message (RFC 5322): its heading, then its body. Its attachments, the pictures in its body and the messages it
 * holds are its parts. Nothing it points to is fetched.
 *
 * @throws CaseError `source.empty`, `source.tooLarge` {size, limit} for a header no message has
 */
export async function parseEml(bytes: Uint8Array, options: ParserOptions): Promise<ParsedDocument> {
  const { root, leftOut } = readMime(messageOf(bytes));
  const { bodies, attachments } = readBodies(root, options.limits, options.settings.encoding);
  const heading = headingOf(root.headers);
  const { text, segments } = messageText(heading, bodies);
  if (text === '' && attachments.length === 0) {
    throw new CaseError('source.empty');
  }
  const language = await detectLanguage(bodies.map((body) => body.text).join('\n\n'));
  return {
    mediaType: 'message/rfc822',
    encoding: bodies[0]?.encoding ?? null,
    text,
    segments,
    metadata: { ...metadataOf(heading), language },
    details: detailsOf(root.headers),
    warnings: [
      ...(bodies.some(({ replaced }) => replaced) ? [Warning.charactersReplaced] : []),
      ...(leftOut > 0 ? [`${Warning.membersLeftOut} ${leftOut}`] : []),
    ],
    parts: attachedParts(attachments),
  };
}

/** Apple Mail writes how many bytes a message has in a line before it, and a list of its own notes behind it (`.emlx`). */
function messageOf(bytes: Uint8Array): Uint8Array {
  const [line, count] =
    /^(\d{1,10})[ \t]*\r?\n/.exec(Buffer.from(bytes.subarray(0, 20)).toString('latin1')) ?? [];
  return line === undefined ? bytes : bytes.subarray(line.length, line.length + Number(count));
}

/** The attachments, each decoded when it is asked for. */
function* attachedParts(attachments: readonly MimePart[]): Generator<DocumentPart> {
  const names = new PartNames();
  for (const part of attachments) {
    const bytes = contentOf(part);
    if (bytes.length > 0) {
      yield { name: nameOf(part, bytes, names), bytes, mediaType: part.type };
    }
  }
}

function nameOf(part: MimePart, bytes: Uint8Array, names: PartNames): string {
  if (part.type === 'message/rfc822' || part.type === 'message/global') {
    const subject = part.filename === null ? readHeaders(bytes).headers.text('Subject') : null;
    return names.give(part.filename ?? `${subject ?? 'message'}.eml`, 'message.eml');
  }
  const ending = ENDINGS[part.type] ?? (part.type.startsWith('text/') ? '.txt' : '.bin');
  const kind = part.type.startsWith('image/') ? 'image' : 'attachment';
  return names.give(part.filename ?? part.headers.text('Content-Description') ?? '', kind + ending);
}
