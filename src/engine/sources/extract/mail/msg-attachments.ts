import { CaseError } from '#contract/error.ts';
import type { DocumentPart, MissingPart } from '../extraction.ts';
import { PartNames } from '../part-names.ts';
import type { Storage, Stream } from './compound-file.ts';
import { writeCompoundFile, type NewEntry } from './compound-file-writer.ts';
import { MessageProperties, Property, PROPERTY_STREAM } from './msg-properties.ts';

/** Names of what the properties of a message are called; it stands in the outermost message for all of them. */
const NAMES = '__nameid_version1.0';

/**
 * The attachments of a message, each read when it is asked for. A message within it becomes a file of its own, as Outlook
 * would save it.
 *
 * @param fileSize bytes of the file: attachments that are more together lie over each other, as no program writes them
 */
export function* attachedParts(
  message: Storage,
  codePage: number,
  fileSize: number,
): Generator<DocumentPart | MissingPart> {
  const names = new PartNames();
  const common = message.entries.filter(({ name }) => name.toLowerCase() === NAMES);
  let size = 0;
  for (const entry of message.entries) {
    if (entry.kind !== 'storage' || !entry.name.toLowerCase().startsWith('__attach_version1.0_')) {
      continue;
    }
    const attachment = new MessageProperties(entry, 8, codePage);
    const object = attachment.object(Property.attachData);
    const name = nameOf(attachment, object, names);
    size += object === null ? (attachment.binarySize(Property.attachData) ?? 0) : sizeOf(object);
    try {
      if (size > fileSize) {
        throw new CaseError('source.bomb', { path: name, size });
      }
      const bytes =
        object === null ? attachment.binary(Property.attachData) : saved(object, common);
      if (bytes !== null && bytes.length > 0) {
        const type = object === null ? attachment.text(Property.attachType) : MESSAGE_TYPE;
        yield { name, bytes, mediaType: type === '' ? null : type.toLowerCase() };
      }
    } catch (cause) {
      if (!(cause instanceof CaseError)) {
        throw cause;
      }
      yield { name, error: { code: cause.code, details: cause.details } };
    }
  }
}

const MESSAGE_TYPE = 'application/vnd.ms-outlook';

function nameOf(attachment: MessageProperties, object: Storage | null, names: PartNames): string {
  const written =
    attachment.text(Property.attachLongName) ||
    attachment.text(Property.attachName) ||
    attachment.text(Property.displayName);
  if (object === null) {
    return names.give(written, 'attachment.bin');
  }
  const ending = isMessage(object) ? '.msg' : '.ole';
  const stem = written.replace(/\.msg$/i, '');
  return names.give(stem === '' ? '' : `${stem}${ending}`, `message${ending}`);
}

function isMessage(storage: Storage): boolean {
  return storage.entries.some(({ name }) => name.toLowerCase() === PROPERTY_STREAM);
}

/** A storage as a file of its own; in a message, the header of its properties grows to that of one ([MS-OXMSG], 2.4.1). */
function saved(storage: Storage, common: readonly (Storage | Stream)[]): Uint8Array {
  const message = isMessage(storage);
  const entries = message ? [...storage.entries, ...common] : storage.entries;
  return writeCompoundFile(
    entries.map((entry) => {
      const copy = copied(entry);
      return message && 'bytes' in copy && copy.name.toLowerCase() === PROPERTY_STREAM
        ? { name: copy.name, bytes: withRootHeader(copy.bytes) }
        : copy;
    }),
  );
}

function copied(entry: Storage | Stream): NewEntry {
  return entry.kind === 'stream'
    ? { name: entry.name, bytes: entry.bytes() }
    : { name: entry.name, entries: entry.entries.map(copied) };
}

function withRootHeader(properties: Uint8Array): Uint8Array {
  return Buffer.concat([properties.subarray(0, 24), Buffer.alloc(8), properties.subarray(24)]);
}

function sizeOf(entry: Storage | Stream): number {
  return entry.kind === 'stream'
    ? entry.size
    : entry.entries.reduce((sum, one) => sum + sizeOf(one), 0);
}
