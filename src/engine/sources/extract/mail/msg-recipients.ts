import type { Storage } from './compound-file.ts';
import { MessageProperties, Property } from './msg-properties.ts';

/** More than anybody writes to. */
const MOST = 10_000;

/** The kinds of recipients ([MS-OXOMSG], 2.2.3.1); the upper half of the number says whether it was delivered. */
const KINDS: Readonly<Record<number, 'to' | 'cc' | 'bcc'>> = { 1: 'to', 2: 'cc', 3: 'bcc' };

/** The recipients of a message as `Name <address>`, by kind. */
export function readRecipients(
  message: Storage,
  codePage: number,
): Record<'to' | 'cc' | 'bcc', string> {
  const lists = { to: new Array<string>(), cc: new Array<string>(), bcc: new Array<string>() };
  for (const entry of message.entries.slice(0, MOST)) {
    if (entry.kind !== 'storage' || !entry.name.toLowerCase().startsWith('__recip_version1.0_')) {
      continue;
    }
    const recipient = new MessageProperties(entry, 8, codePage);
    const kind = KINDS[(recipient.integer(Property.recipientType) ?? 1) & 0xff] ?? 'to';
    const address = recipient.text(Property.smtp) || recipient.text(Property.email);
    const shown = withAddress(recipient.text(Property.displayName), address);
    if (shown !== '') {
      lists[kind].push(shown);
    }
  }
  const { to, cc, bcc } = lists;
  return { to: to.join(', '), cc: cc.join(', '), bcc: bcc.join(', ') };
}

/** Who someone is: the name in quotes where its signs would part it, and the address if it is one of e-mail. */
export function withAddress(name: string, address: string): string {
  const plain = name.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  const email = /^[^\s<>@]+@[^\s<>]+$/.test(address.trim()) ? address.trim() : '';
  if (plain === '' || plain.toLowerCase() === email.toLowerCase()) {
    return email;
  }
  const quoted = /[,;:<>()@"\\]/.test(plain) ? `"${plain.replace(/["\\]/g, '\\$&')}"` : plain;
  return email === '' ? quoted : `${quoted} <${email}>`;
}
