import { addressParser, type Address } from 'postal-mime';
import { DocumentDetails } from '#contract/extraction.ts';
import { NO_METADATA, type DocumentMetadata } from '../extraction.ts';
import { messageDay } from './message-date.ts';
import type { MessageHeading } from './message-text.ts';
import { headerWords, type MimeHeaders } from './mime-headers.ts';

/** UTF-16 code units of a field in which addresses are told apart; beyond, a field is shown as it is written. */
const ADDRESSES = 256 * 1024;

/** More than any thread has: a message that names more answers none of them. */
const MOST_REFERENCES = 1000;

/** The lines that head a message's text. */
export function headingOf(headers: MimeHeaders): MessageHeading {
  return {
    From: addresses(headers, 'From') || addresses(headers, 'Sender'),
    To: addresses(headers, 'To'),
    Cc: addresses(headers, 'Cc'),
    Bcc: addresses(headers, 'Bcc'),
    // As it is written: its zone is part of what the message says of itself.
    Date: headers.text('Date') ?? '',
    Subject: headers.text('Subject') ?? '',
  };
}

/** What a message says about itself; its language is told from its text. */
export function metadataOf(heading: MessageHeading): DocumentMetadata {
  return {
    ...NO_METADATA,
    title: heading.Subject?.slice(0, 2000) || null,
    author: heading.From?.slice(0, 2000) || null,
    published: messageDay(heading.Date ?? ''),
  };
}

/** All headers in their order, and which message this is and which ones it answers. */
export function detailsOf(headers: MimeHeaders): DocumentDetails {
  const messageId = messageIds(headers.raw('Message-ID') ?? '')[0] ?? '';
  const answered = messageIds(headers.raw('In-Reply-To') ?? '');
  const references = [...messageIds(headers.raw('References') ?? ''), ...answered];
  // The one that is answered stands last, also where a program names it among the older ones.
  const ordered = references.filter((id, at) => references.lastIndexOf(id) === at);
  return DocumentDetails.parse({
    properties: headers.fields.map(({ name, value }) => ({ name, value: headerWords(value) })),
    messageId,
    references: ordered.filter((id) => id !== messageId),
  });
}

/** The ids of a field, without their brackets; a field that has none but one word is that id. */
function messageIds(written: string): string[] {
  const bracketed = Array.from(
    written.slice(0, ADDRESSES).matchAll(/<([^<>\s]{1,998})>/g),
    ([, id = '']) => id,
  );
  const word = written.trim();
  const bare = /^[^<>\s]{1,998}$/.test(word) ? [word] : [];
  return (bracketed.length > 0 ? bracketed : bare).slice(-MOST_REFERENCES);
}

/** The people of a field as `Name <address>`; what is no address stays as it is written. */
function addresses(headers: MimeHeaders, name: string): string {
  const fields = headers.fields.filter((field) => field.name.toLowerCase() === name.toLowerCase());
  return fields
    .map(({ value }) => {
      const list = value.length > ADDRESSES ? [] : addressParser(value);
      const shown = list.map(oneAddress).filter((one) => one !== '');
      return shown.length === 0 ? headerWords(value) : shown.join(', ');
    })
    .join(', ');
}

function oneAddress(one: Address): string {
  if (one.group !== undefined) {
    return `${headerWords(one.name)}: ${one.group.map(oneAddress).join(', ')};`;
  }
  const name = headerWords(one.name);
  const address = headerWords(one.address);
  return name === '' ? address : address === '' ? name : `${name} <${address}>`;
}
