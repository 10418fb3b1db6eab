import { told, type Told } from './told.ts';

/** Fields that open messages (RFC 5322 and what servers add); any of them may open other texts, so two must be there. */
const FIELDS = new Set([
  'from',
  'to',
  'cc',
  'bcc',
  'subject',
  'date',
  'sender',
  'reply-to',
  'message-id',
  'in-reply-to',
  'references',
  'return-path',
  'received',
  'delivered-to',
  'mime-version',
  'content-type',
  'content-transfer-encoding',
  'dkim-signature',
  'authentication-results',
]);
/** Fields that a text which only looks like a message does not have. */
const SURE = new Set(['mime-version', 'message-id', 'received', 'return-path', 'content-type']);
/** `From `, who sent it, and when (RFC 4155, appendix A). */
const SEPARATOR = /^From \S+.*\d{1,2}:\d{2}.*(?:\n|$)/;
/** How many bytes a message has, in a line before it, as Apple Mail writes it. */
const APPLE_MAIL = /^\d{1,10}[ \t]*\n(?=[!-9;-~]{1,76}:)/;
const MESSAGE_NAMES = new Set(['.eml', '.emlx', '.mht', '.mhtml', '.mbox', '.mbx']);

/**
 * Whether a text is a message, a mailbox or a page saved as a message, by how it begins.
 *
 * @param beginning with `\n` line ends
 * @param extension lower case, with its dot
 */
export function tellMessage(beginning: string, extension: string): Told | undefined {
  const opening = beginning.replace(APPLE_MAIL, '');
  const separator = SEPARATOR.exec(opening)?.[0];
  if (separator !== undefined) {
    return fieldsOf(opening.slice(separator.length)).size > 0 ? told('mbox') : undefined;
  }
  const fields = fieldsOf(opening);
  const known = [...fields.keys()].filter((name) => FIELDS.has(name));
  const named = MESSAGE_NAMES.has(extension) && known.length > 0;
  const sure = known.length >= 2 && known.some((name) => SURE.has(name));
  const plain = ['from', 'date', 'subject'].every((name) => fields.has(name));
  if (!named && !sure && !plain) return undefined;
  return isSavedPage(fields, extension) ? told('mhtml') : told('eml');
}

/** A page that a browser saved (RFC 2557): its parts are related, and no server has passed it on. */
function isSavedPage(fields: ReadonlyMap<string, string>, extension: string): boolean {
  if (!/^\s*multipart\/related/i.test(fields.get('content-type') ?? '')) return false;
  if (extension === '.mht' || extension === '.mhtml') return true;
  if (fields.has('snapshot-content-location')) return true;
  if (/\bsaved by\b/i.test(fields.get('from') ?? '')) return true;
  return !['received', 'to', 'message-id', 'return-path'].some((name) => fields.has(name));
}

/** The fields at the head of a text, the first of each name; none where the first line is no field. */
function fieldsOf(opening: string): Map<string, string> {
  const fields = new Map<string, string>();
  let name = '';
  for (const line of opening.split('\n')) {
    if (line.trim() === '') break;
    if (/^[ \t]/.test(line)) {
      if (name === '') break;
      fields.set(name, `${fields.get(name) ?? ''} ${line.trim()}`);
      continue;
    }
    const field = /^([!-9;-~]{1,76}):(.*)$/.exec(line);
    if (field === null) {
      // The opening ends in the middle of a line.
      return opening.endsWith(line) && name !== '' ? fields : new Map();
    }
    name = (field[1] ?? '').toLowerCase();
    if (!fields.has(name)) fields.set(name, field[2] ?? '');
  }
  return fields;
}
