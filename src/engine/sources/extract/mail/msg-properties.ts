import { decodeCharset } from './charset.ts';
import type { Storage, Stream } from './compound-file.ts';

/** Properties of messages, recipients and attachments that are read ([MS-OXPROPS]), by their id. */
export const Property = {
  messageClass: 0x001a,
  subject: 0x0037,
  submitted: 0x0039,
  representingName: 0x0042,
  representingEmail: 0x0065,
  transportHeaders: 0x007d,
  recipientType: 0x0c15,
  senderName: 0x0c1a,
  senderEmail: 0x0c1f,
  displayBcc: 0x0e02,
  displayCc: 0x0e03,
  displayTo: 0x0e04,
  delivered: 0x0e06,
  body: 0x1000,
  rtf: 0x1009,
  html: 0x1013,
  messageId: 0x1035,
  references: 0x1039,
  inReplyTo: 0x1042,
  displayName: 0x3001,
  email: 0x3003,
  created: 0x3007,
  modified: 0x3008,
  attachData: 0x3701,
  attachName: 0x3704,
  attachLongName: 0x3707,
  attachType: 0x370e,
  smtp: 0x39fe,
  internetCodePage: 0x3fde,
  messageCodePage: 0x3ffd,
  senderSmtp: 0x5d01,
  representingSmtp: 0x5d02,
} as const;

/** Types of properties ([MS-OXCDATA], 2.11.1). */
const INTEGER = 0x0003;
const OBJECT = 0x000d;
const STRING8 = 0x001e;
const STRING = 0x001f;
const TIME = 0x0040;
const BINARY = 0x0102;

export const PROPERTY_STREAM = '__properties_version1.0';

/**
 * Bytes of what is said of one recipient or attachment, and of the list of properties of anything. There may be thousands of
 * them in one place of the file.
 */
const SMALL = 64 * 1024;

/** Milliseconds from 1601 to 1970, from which on a FILETIME and a Unix time count. */
const EPOCH = 11_644_473_600_000;

/** The properties of a storage of a message ([MS-OXMSG], 2.4): the message, one recipient or one attachment. */
export class MessageProperties {
  readonly #streams = new Map<string, Stream>();
  readonly #storages = new Map<string, Storage>();
  /** Values of fixed length, eight bytes each, by tag. */
  readonly #fixed = new Map<number, DataView>();
  readonly #codePage: number;
  readonly #longest: number;

  /**
   * @param header bytes before the properties: 32 in a message, 24 in one within another, 8 in a recipient or attachment
   * @param codePage of strings that are not Unicode, where the storage does not say
   */
  constructor(storage: Storage, header: 8 | 24 | 32, codePage = 0) {
    this.#longest = header === 8 ? SMALL : Infinity;
    for (const entry of storage.entries) {
      if (entry.kind === 'stream') {
        this.#streams.set(entry.name.toLowerCase(), entry);
      } else {
        this.#storages.set(entry.name.toLowerCase(), entry);
      }
    }
    const list = this.#streams.get(PROPERTY_STREAM);
    const bytes = list === undefined || list.size > SMALL ? new Uint8Array() : list.bytes();
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = header; at + 16 <= bytes.length; at += 16) {
      const value = new DataView(bytes.buffer, bytes.byteOffset + at + 8, 8);
      this.#fixed.set(view.getUint32(at, true), value);
    }
    this.#codePage = this.integer(Property.messageCodePage) ?? codePage;
  }

  /** Of strings that are not Unicode; 0 where it is not said. */
  get codePage(): number {
    return this.#codePage;
  }

  /** A string, or '' where there is none. */
  text(id: number): string {
    const unicode = this.#string(id, STRING);
    if (unicode !== null) {
      return Buffer.from(unicode).toString('utf16le').replace(/\0+$/, '');
    }
    const bytes = this.#string(id, STRING8) ?? new Uint8Array();
    const charset = this.#codePage === 0 ? '' : `cp${this.#codePage}`;
    return decodeCharset(bytes.subarray(0, bytes.findLastIndex((byte) => byte !== 0) + 1), charset)
      .text;
  }

  binary(id: number): Uint8Array | null {
    return (this.#stream(id, BINARY) ?? this.#stream(id, STRING8))?.bytes() ?? null;
  }

  /** The size of a binary property, in bytes, without reading it. */
  binarySize(id: number): number | null {
    return this.#stream(id, BINARY)?.size ?? null;
  }

  /** A storage that is the value of a property: a message within a message. */
  object(id: number): Storage | null {
    return this.#storages.get(streamName(id, OBJECT)) ?? null;
  }

  integer(id: number): number | null {
    return this.#fixed.get(tag(id, INTEGER))?.getUint32(0, true) ?? null;
  }

  /** A moment, or null where there is none that a date can be made of. */
  time(id: number): Date | null {
    const value = this.#fixed.get(tag(id, TIME))?.getBigUint64(0, true) ?? 0n;
    const date = new Date(Number(value / 10_000n) - EPOCH);
    return value === 0n || Number.isNaN(date.getTime()) ? null : date;
  }

  #string(id: number, type: number): Uint8Array | null {
    const stream = this.#stream(id, type);
    return stream === undefined || stream.size > this.#longest ? null : stream.bytes();
  }

  #stream(id: number, type: number): Stream | undefined {
    return this.#streams.get(streamName(id, type));
  }
}

function tag(id: number, type: number): number {
  return id * 0x10000 + type;
}

function streamName(id: number, type: number): string {
  return `__substg1.0_${tag(id, type).toString(16).padStart(8, '0')}`;
}
