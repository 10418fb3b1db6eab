import { CaseError } from '#contract/error.ts';
import type { DocumentDetails } from '#contract/extraction.ts';
import { Warning, type ParsedDocument, type ParserOptions } from '../extraction.ts';
import { detectLanguage } from '../language.ts';
import { CompoundFile, type Storage } from './compound-file.ts';
import { decompressRtf } from './compressed-rtf.ts';
import { readHtmlBody, readPlainBody, type ReadBody } from './message-body.ts';
import { detailsOf, headingOf, metadataOf } from './message-head.ts';
import { messageText, type MessageHeading } from './message-text.ts';
import { MimeHeaders, readHeaders, type HeaderField } from './mime-headers.ts';
import { attachedParts } from './msg-attachments.ts';
import { MessageProperties, Property } from './msg-properties.ts';
import { readRecipients, withAddress } from './msg-recipients.ts';

/**
 * A message that Outlook saved ([MS-OXMSG]): its heading, then its body, as of any e-mail. The headers it came with are kept
 * where it has them; a message that was never sent has only what Outlook notes of it.
 *
 * @throws CaseError `source.truncated`, `source.empty`, `source.failed` {reason} for another compound file
 */
export async function parseMsg(bytes: Uint8Array, options: ParserOptions): Promise<ParsedDocument> {
  const { root } = new CompoundFile(bytes);
  const message = new MessageProperties(root, 32);
  const headers = headersOf(message, root);
  const heading = headingOf(headers);
  const body = await bodyOf(message, options);
  const { text, segments } = messageText(heading, [body]);
  if (text === '') {
    throw new CaseError('source.empty');
  }
  return {
    mediaType: 'application/vnd.ms-outlook',
    encoding: null,
    text,
    segments,
    metadata: { ...metadataOf(heading), language: await detectLanguage(body.text) },
    details: withNotes(detailsOf(headers), message),
    warnings: body.replaced ? [Warning.charactersReplaced] : [],
    parts: attachedParts(root, message.codePage, bytes.length),
  };
}

/** The headers a message came with; what is not among them is added from what Outlook notes. */
function headersOf(message: MessageProperties, root: Storage): MimeHeaders {
  const written = Buffer.from(message.text(Property.transportHeaders).trimStart(), 'utf8');
  const { headers } = readHeaders(written);
  const noted: MessageHeading & Readonly<Record<string, string>> = notedHeading(message, root);
  const added: HeaderField[] = Object.entries(noted)
    .filter(([name, value]) => value !== '' && headers.text(name) === null)
    .map(([name, value]) => ({ name, value }));
  return new MimeHeaders([...headers.fields, ...added]);
}

function notedHeading(message: MessageProperties, root: Storage): Record<string, string> {
  const recipients = readRecipients(root, message.codePage);
  const sender = withAddress(
    message.text(Property.senderName),
    message.text(Property.senderSmtp) || message.text(Property.senderEmail),
  );
  const representing = withAddress(
    message.text(Property.representingName),
    message.text(Property.representingSmtp) || message.text(Property.representingEmail),
  );
  const sent = message.time(Property.submitted) ?? message.time(Property.delivered);
  return {
    From: representing || sender,
    ...(representing !== '' && sender !== '' && representing !== sender ? { Sender: sender } : {}),
    To: recipients.to || message.text(Property.displayTo),
    Cc: recipients.cc || message.text(Property.displayCc),
    Bcc: recipients.bcc || message.text(Property.displayBcc),
    Date: sent?.toUTCString() ?? '',
    Subject: message.text(Property.subject),
    'Message-ID': message.text(Property.messageId),
    References: message.text(Property.references),
    'In-Reply-To': message.text(Property.inReplyTo),
  };
}

/** Adds what only Outlook knows of a message: what it is, and when it was received, made and changed there. */
function withNotes(details: DocumentDetails, message: MessageProperties): DocumentDetails {
  const notes = [
    { name: 'X-Outlook-Message-Class', value: message.text(Property.messageClass) },
    ...(['delivered', 'created', 'modified'] as const).map((name) => ({
      name: `X-Outlook-${name[0]?.toUpperCase() ?? ''}${name.slice(1)}`,
      value: message.time(Property[name])?.toISOString() ?? '',
    })),
  ];
  const properties = [...details.properties, ...notes.filter(({ value }) => value !== '')];
  return { ...details, properties };
}

/** The body as plain text, else HTML, else RTF: Outlook keeps one of them at least, and mostly the first. */
async function bodyOf(message: MessageProperties, options: ParserOptions): Promise<ReadBody> {
  const forced = options.settings.encoding;
  const plain = message.text(Property.body);
  if (plain.trim() !== '') {
    return readPlainBody(Buffer.from(plain, 'utf8'), 'utf-8');
  }
  const html = message.binary(Property.html) ?? Buffer.from(message.text(Property.html), 'utf8');
  if (html.length > 0 && html.length <= options.limits.htmlBytes) {
    const page = message.integer(Property.internetCodePage) ?? message.codePage;
    return readHtmlBody(html, page === 0 ? '' : `cp${page}`, forced);
  }
  const rtf = decompressRtf(message.binary(Property.rtf) ?? new Uint8Array());
  return rtf.length === 0 ? readPlainBody(rtf, '') : readRtfBody(rtf, options);
}

/** A body that is there in RTF alone; one without words is none. */
async function readRtfBody(rtf: Uint8Array, options: ParserOptions): Promise<ReadBody> {
  const { parseRtf } = await import('../office/rtf/rtf.ts');
  try {
    const { text, segments, warnings } = await parseRtf(rtf, options);
    const replaced = warnings.includes(Warning.charactersReplaced);
    return { text, stretches: segments, encoding: '', replaced };
  } catch (cause) {
    if (cause instanceof CaseError && /^source\.(?:empty|noText)$/.test(cause.code)) {
      return readPlainBody(new Uint8Array(), '');
    }
    throw cause;
  }
}
