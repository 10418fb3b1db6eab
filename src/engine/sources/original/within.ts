import { CaseError } from '#contract/error.ts';
import { DocumentDetails } from '#contract/extraction.ts';
import type { SourcePart, ThreadMessage } from '#contract/original.ts';
import type { CaseStore } from '../../store/index.ts';

/** A thread is not followed beyond this many messages. */
const mostMessages = 2000;

/** What only documents of its sort say of themselves. @throws CaseError `record.notFound` */
export function sourceDetails(store: CaseStore, id: string): DocumentDetails {
  const source = store.one<{ details: string }>('SELECT details FROM source WHERE id = ?', id);
  if (source === undefined) throw new CaseError('record.notFound', { id });
  return readDetails(source.details);
}

/** Details as a row keeps them; what no version of the program wrote is as good as nothing said. */
function readDetails(json: string): DocumentDetails {
  const nothing = DocumentDetails.parse({});
  if (json === '') return nothing;
  try {
    return DocumentDetails.catch(nothing).parse(JSON.parse(json));
  } catch {
    return nothing;
  }
}

/** The sources that were in a source, by their place there. @throws CaseError `record.notFound` */
export function partsOf(store: CaseStore, id: string): SourcePart[] {
  if (store.one('SELECT 1 FROM source WHERE id = ?', id) === undefined) {
    throw new CaseError('record.notFound', { id });
  }
  return store.all<SourcePart>(
    `SELECT id, title, member_path AS memberPath, kind, byte_size AS byteSize FROM source
     WHERE container_id = ? ORDER BY member_path, id`,
    id,
  );
}

interface Message {
  id: string;
  messageId: string;
  title: string;
  author: string;
  published: string;
  references: string[];
}

/**
 * The thread of a message: it and all that answer one another with it, each after what it answers, as its headers say
 * (RFC 5322, section 3.6.4: `References`, else `In-Reply-To`). A message that is referred to and that the case does not
 * have stands in its place without a source.
 *
 * @returns nothing for what is no message, or stands alone
 * @throws CaseError `record.notFound`
 */
export function threadOf(store: CaseStore, id: string): ThreadMessage[] {
  const start = store.one<{ messageId: string }>(
    'SELECT message_id AS messageId FROM source WHERE id = ?',
    id,
  );
  if (start === undefined) throw new CaseError('record.notFound', { id });
  if (start.messageId === '') return [];
  const messages = gather(store, start.messageId);
  const parents = new Map<string, string>();
  for (const [messageId, { references }] of messages) {
    references.forEach((one, at) => {
      const before = at === 0 ? undefined : references[at - 1];
      if (before !== undefined && !parents.has(one)) parents.set(one, before);
    });
    const last = references.at(-1);
    if (last !== undefined) parents.set(messageId, last);
  }
  const all = [...new Set([...messages.keys(), ...parents.keys(), ...parents.values()])];
  if (all.length < 2) return [];
  const children = Map.groupBy(
    all.filter((one) => one !== parents.get(one)),
    (one) => parents.get(one) ?? '',
  );
  const thread: ThreadMessage[] = [];
  const told = new Set<string>();
  // A thread may be deeper than a function may call itself.
  const tell = (first: string) => {
    const waiting = [{ messageId: first, depth: 0 }];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const { messageId, depth } = next;
      if (told.has(messageId)) continue;
      told.add(messageId);
      const message = messages.get(messageId);
      thread.push({
        messageId,
        source: message?.id ?? null,
        title: message?.title ?? '',
        author: message?.author ?? '',
        published: message?.published ?? '',
        depth,
      });
      for (const one of inTime(children.get(messageId) ?? [], messages).toReversed()) {
        waiting.push({ messageId: one, depth: depth + 1 });
      }
    }
  };
  for (const root of inTime(children.get('') ?? [], messages)) tell(root);
  // Headers of a forger may answer each other in a circle, which has no first message.
  for (const one of all) tell(one);
  return thread;
}

/** The messages of the case that a message hangs together with, by their ids. */
function gather(store: CaseStore, messageId: string): Map<string, Message> {
  const found = new Map<string, Message>();
  const asked = new Set<string>();
  let waiting = [messageId];
  while (waiting.length > 0 && found.size < mostMessages) {
    for (const one of waiting) asked.add(one);
    const rows = store.all<Omit<Message, 'references'> & { details: string }>(
      `SELECT id, message_id AS messageId, title, author, published, details FROM source
       WHERE id IN (SELECT id FROM source WHERE message_id <> '' AND message_id IN (SELECT value FROM json_each(@ids))
         UNION SELECT source_id FROM message_reference WHERE reference IN (SELECT value FROM json_each(@ids)))
       ORDER BY id`,
      { ids: JSON.stringify(waiting) },
    );
    const next = new Set<string>();
    for (const { details, ...row } of rows) {
      if (found.has(row.messageId)) continue;
      const { references } = readDetails(details);
      found.set(row.messageId, { ...row, references });
      for (const one of [row.messageId, ...references]) if (!asked.has(one)) next.add(one);
    }
    waiting = [...next];
  }
  return found;
}

function inTime(ids: readonly string[], messages: ReadonlyMap<string, Message>): string[] {
  const key = (id: string) => messages.get(id)?.published ?? '';
  return ids.toSorted((a, b) => key(a).localeCompare(key(b)) || a.localeCompare(b));
}
