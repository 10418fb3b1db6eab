import { writeCompoundFile, type NewEntry } from '../mail/compound-file-writer.ts';

/** What a property of a message is made of for a test: a string (Unicode), bytes, a number or a moment. */
export type TestProperty = string | Uint8Array | number | Date;

/** A message as Outlook keeps it, for a test; properties by their id. */
export interface TestMessage {
  readonly properties: Readonly<Record<number, TestProperty>>;
  readonly recipients?: readonly Readonly<Record<number, TestProperty>>[];
  readonly attachments?: readonly {
    readonly properties: Readonly<Record<number, TestProperty>>;
    readonly message?: TestMessage;
  }[];
  /** Strings are written in windows-1252 rather than Unicode. */
  readonly narrow?: boolean;
}

/** A message saved by Outlook ([MS-OXMSG]). */
export function msgOf(message: TestMessage): Uint8Array {
  return writeCompoundFile([
    { name: '__nameid_version1.0', entries: [{ name: '__substg1.0_00020102', bytes: bytes('') }] },
    ...messageEntries(message, 32),
  ]);
}

function messageEntries(message: TestMessage, header: 24 | 32): NewEntry[] {
  const narrow = message.narrow === true;
  return [
    ...storageEntries(message.properties, header, narrow),
    ...(message.recipients ?? []).map((recipient, index) => ({
      name: `__recip_version1.0_#${number(index)}`,
      entries: storageEntries(recipient, 8, narrow),
    })),
    ...(message.attachments ?? []).map((attachment, index) => ({
      name: `__attach_version1.0_#${number(index)}`,
      entries: [
        ...storageEntries(attachment.properties, 8, narrow),
        ...(attachment.message === undefined
          ? []
          : [
              {
                name: '__substg1.0_3701000D',
                entries: messageEntries(attachment.message, 24),
              },
            ]),
      ],
    })),
  ];
}

function storageEntries(
  properties: Readonly<Record<number, TestProperty>>,
  header: number,
  narrow: boolean,
): NewEntry[] {
  const list: Buffer[] = [Buffer.alloc(header)];
  const streams: NewEntry[] = [];
  for (const [key, value] of Object.entries(properties)) {
    const id = Number(key);
    const record = Buffer.alloc(16);
    list.push(record);
    if (typeof value === 'number') {
      record.writeUInt32LE(id * 0x10000 + 0x0003);
      record.writeUInt32LE(value, 8);
    } else if (value instanceof Date) {
      record.writeUInt32LE(id * 0x10000 + 0x0040);
      record.writeBigUInt64LE(BigInt(value.getTime() + 11_644_473_600_000) * 10_000n, 8);
    } else {
      const type = typeof value !== 'string' ? 0x0102 : narrow ? 0x001e : 0x001f;
      const tag = id * 0x10000 + type;
      const content =
        typeof value === 'string' ? Buffer.from(value, narrow ? 'latin1' : 'utf16le') : value;
      record.writeUInt32LE(tag);
      record.writeUInt32LE(content.length, 8);
      streams.push({
        name: `__substg1.0_${tag.toString(16).toUpperCase().padStart(8, '0')}`,
        bytes: content,
      });
    }
  }
  return [{ name: '__properties_version1.0', bytes: Buffer.concat(list) }, ...streams];
}

function number(index: number): string {
  return index.toString(16).toUpperCase().padStart(8, '0');
}

function bytes(text: string): Uint8Array {
  return Buffer.from(text);
}
