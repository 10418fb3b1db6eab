import { CaseError } from '#contract/error.ts';
import type { ByteSource } from '../byte-source.ts';
import {
  NO_METADATA,
  Warning,
  type DocumentPart,
  type MissingPart,
  type ParsedDocument,
  type ParserOptions,
} from '../extraction.ts';
import { PartNames } from '../part-names.ts';
import { joinBlocks, type Block } from '../segments.ts';
import { findMessages, unquoteMessage, type MailboxMessage } from './mbox-messages.ts';
import { headingOf } from './message-head.ts';
import { MimeHeaders, readHeaders } from './mime-headers.ts';

/** Bytes at the start of a message in which what the listing says of it is looked for. */
const HEADER_BYTES = 64 * 1024;

/** UTF-16 code units of a line of the listing: recipients and subjects may be without end. */
const LINE = 300;

interface ListedMessage extends MailboxMessage {
  readonly subject: string;
}

/**
 * A mailbox: its text lists its messages by sender, day and subject, and each of them is a part. The mailbox is never held
 * as a whole.
 *
 * @throws CaseError `source.empty` when there is no message in it
 */
export async function parseMbox(
  source: ByteSource,
  options: ParserOptions,
): Promise<ParsedDocument> {
  const messages: ListedMessage[] = [];
  const listing: Block[] = [];
  let leftOut = 0;
  const progress = (bytes: number): void => {
    options.progress(bytes, source.byteSize, 'bytes');
  };
  for (const message of findMessages(source, progress)) {
    if (messages.length === options.limits.members) {
      leftOut += 1;
      continue;
    }
    const heading = headingOf(headersAt(source, message));
    const lines = (['From', 'Date', 'Subject'] as const).map((name) => {
      const value = (heading[name] ?? '').slice(0, LINE).toWellFormed();
      return value === '' ? '' : `${name}: ${value}\n`;
    });
    messages.push({ ...message, subject: heading.Subject ?? '' });
    listing.push({ kind: 'listing', text: lines.join('').trimEnd(), page: null });
  }
  if (messages.length === 0) {
    throw new CaseError('source.empty');
  }
  return {
    mediaType: 'application/mbox',
    encoding: null,
    ...joinBlocks(listing),
    metadata: NO_METADATA,
    warnings: leftOut > 0 ? [`${Warning.membersLeftOut} ${leftOut}`] : [],
    parts: mailboxParts(source, messages, options),
  };
}

function* mailboxParts(
  source: ByteSource,
  messages: readonly ListedMessage[],
  options: ParserOptions,
): Generator<DocumentPart | MissingPart> {
  const names = new PartNames();
  const digits = String(messages.length).length;
  for (const [index, { start, end, subject }] of messages.entries()) {
    const number = String(index + 1).padStart(digits, '0');
    const name = names.give(`${number} ${subject || 'message'}.eml`, `${number}.eml`);
    const limit = options.limits.memberBytes;
    if (end - start > limit) {
      yield { name, error: { code: 'source.tooLarge', details: { size: end - start, limit } } };
    } else {
      const bytes = unquoteMessage(source.at(start, end - start));
      yield { name, bytes, mediaType: 'message/rfc822' };
    }
  }
}

/** The header of a message; one that is too much is none for the listing, and fails its message when that is read. */
function headersAt(source: ByteSource, { start, end }: MailboxMessage): MimeHeaders {
  try {
    return readHeaders(source.at(start, Math.min(end - start, HEADER_BYTES))).headers;
  } catch (cause) {
    if (cause instanceof CaseError) {
      return new MimeHeaders([]);
    }
    throw cause;
  }
}
