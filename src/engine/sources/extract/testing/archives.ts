import { crc32, deflateRawSync } from 'node:zlib';

/** A member of a ZIP made for a test: what it says of itself can be false. */
export interface ZipMember {
  name: string | Buffer;
  content?: string | Uint8Array;
  stored?: boolean;
  /** Bytes it says it has, packed or not, in place of those it has. */
  size?: number;
  packedSize?: number;
  flags?: number;
  method?: number;
  /** Unix mode: `0o120777` is a symbolic link. */
  mode?: number;
  /** Where it says that it is, in place of where it is. */
  offset?: number;
  /** Its bytes as they stand there, in place of what `content` is packed to. */
  packed?: Uint8Array;
  /** Extra field. */
  extra?: Buffer;
}

/** A ZIP as its description says (APPNOTE 6.3.10), true or false. */
export function zipOf(members: readonly ZipMember[], { comment = '' } = {}): Buffer {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const member of members) {
    const name = Buffer.from(member.name);
    const content = Buffer.from(member.content ?? '');
    const deflated = member.stored === true ? content : deflateRawSync(content);
    const packed = member.packed ?? deflated;
    const extra = member.extra ?? Buffer.alloc(0);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(member.flags ?? 0x800, 2);
    fields.writeUInt16LE(member.method ?? (member.stored === true ? 0 : 8), 4);
    fields.writeUInt32LE(0x5c215c21, 6);
    fields.writeUInt32LE(crc32(content), 10);
    fields.writeUInt32LE(member.packedSize ?? packed.length, 14);
    fields.writeUInt32LE(member.size ?? content.length, 18);
    fields.writeUInt16LE(name.length, 22);
    fields.writeUInt16LE(extra.length, 24);
    parts.push(Buffer.from('PK\u0003\u0004', 'latin1'), fields, name, extra, packed);
    const record = Buffer.alloc(46);
    record.write('PK\u0001\u0002', 'latin1');
    record.writeUInt16LE(0x0314, 4);
    fields.copy(record, 6);
    record.writeUInt32LE(((member.mode ?? 0o100644) << 16) >>> 0, 38);
    record.writeUInt32LE(member.offset ?? offset, 42);
    directory.push(record, name, extra);
    offset += 30 + name.length + extra.length + packed.length;
  }
  const records = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(records.length, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...parts, records, end, Buffer.from(comment)]);
}

/** A member of a TAR made for a test. */
export interface TarMember {
  name: string | Buffer;
  content?: string | Uint8Array;
  /** Type flag; `0` is a file. */
  type?: string;
  link?: string;
  prefix?: string;
  /** The field of its size as it is to be written. */
  sizeField?: Buffer;
  /** As the programs before POSIX wrote it, without the magic word. */
  old?: boolean;
}

/** A TAR as its description says (POSIX.1-2017, pax, "ustar Interchange Format"), true or false. */
export function tarOf(members: readonly TarMember[], { ended = true } = {}): Buffer {
  const blocks = members.flatMap((member) => {
    const content = Buffer.from(member.content ?? '');
    const header = Buffer.alloc(512);
    Buffer.from(member.name).copy(header, 0, 0, 100);
    header.write('0000644\u{0}0000000\u{0}0000000\u{0}', 100, 'latin1');
    const size = `${content.length.toString(8).padStart(11, '0')}\0`;
    (member.sizeField ?? Buffer.from(size, 'latin1')).copy(header, 124, 0, 12);
    header.write('14000000000\0', 136, 'latin1');
    header.write(member.type ?? '0', 156, 'latin1');
    header.write(member.link ?? '', 157, 100);
    if (member.old !== true) header.write('ustar\u000000', 257, 'latin1');
    header.write(member.prefix ?? '', 345, 155);
    header.fill(' ', 148, 156);
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
    return [header, content, Buffer.alloc((512 - (content.length % 512)) % 512)];
  });
  return Buffer.concat([...blocks, Buffer.alloc(ended ? 1024 : 0)]);
}
