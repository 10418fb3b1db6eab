import { CaseError } from '#contract/error.ts';
import { TAR_BLOCK } from '../kind/tar.ts';
import { isLitter, memberPath } from './member-path.ts';
import type { Sequence } from './listing.ts';
import { paxRecords, tarHeader, type TarHeader } from './tar-header.ts';

/** Bytes of what says more of a member: no name or set of records is longer. */
const EXTENSION = 1024 * 1024;

/** A member of a TAR whose content comes next in the sequence. */
export interface TarMember {
  readonly path: string;
  readonly size: number;
  /** Why it cannot be taken in; null for a file. */
  readonly error: CaseError | null;
}

/** What was said of the next member before its own header. */
interface Said {
  path: string | undefined;
  size: string | undefined;
  sparse: boolean;
}

/**
 * Goes through the members of a TAR. Whoever asks for the next may have read the content of the one before from the
 * sequence, as a whole, or nothing of it, and says which.
 *
 * @throws CaseError `source.truncated` where it breaks off, `source.failed` where there is no header
 */
export async function* tarMembers(
  sequence: Sequence,
): AsyncGenerator<TarMember, void, 'read' | undefined> {
  let said: Said = { path: undefined, size: undefined, sparse: false };
  for (let number = 1; ;) {
    const block = await sequence.read(TAR_BLOCK);
    // Some programs leave out the blocks of zeros that say the end.
    if (block.byteLength === 0) return;
    if (block.byteLength < TAR_BLOCK) throw new CaseError('source.truncated');
    const header = tarHeader(block);
    if (header === null) return;
    if (header === undefined) throw new CaseError('source.failed', { reason: 'no TAR header' });
    const size = said.size === undefined ? header.size : Number(said.size);
    if (size === null || !Number.isSafeInteger(size) || size < 0) {
      throw new CaseError('source.failed', { reason: `size of ${header.name}` });
    }
    if ('xLgK'.includes(header.type)) {
      const extension = await extensionOf(sequence, size);
      // A global header says nothing of names or sizes that is of use here.
      if (header.type !== 'g') said = withExtension(said, header.type, extension);
      continue;
    }
    const path = memberPath(said.path ?? header.name, number);
    const { sparse } = said;
    said = { path: undefined, size: undefined, sparse: false };
    number += 1;
    const held = holdsContent(header) ? size : 0;
    let taken = false;
    if (!header.isFolder && !isLitter(path)) {
      const asked = yield { path, size: held, error: objection(header, sparse, path, size) };
      taken = asked === 'read';
    }
    if (!taken && !(await sequence.skip(held))) throw new CaseError('source.truncated', { path });
    // Where even that of the last member is missing, the next block is missing too.
    await sequence.skip((TAR_BLOCK - (held % TAR_BLOCK)) % TAR_BLOCK);
  }
}

/** Links, folders and devices have no content, whatever size they say. */
function holdsContent({ type }: TarHeader): boolean {
  return !'123456'.includes(type);
}

function objection(
  { type }: TarHeader,
  sparse: boolean,
  path: string,
  size: number,
): CaseError | null {
  if (sparse || type === 'S') {
    return new CaseError('source.unsupported', { path, mediaType: 'application/x-gtar-sparse' });
  }
  if (type !== '0' && type !== '\0' && type !== '7')
    return new CaseError('source.notAFile', { path });
  return size === 0 ? new CaseError('source.empty', { path }) : null;
}

async function extensionOf(sequence: Sequence, size: number): Promise<Uint8Array> {
  if (size > EXTENSION) throw new CaseError('source.failed', { reason: 'a header too large' });
  const bytes = await sequence.read(size);
  const padded = await sequence.skip((TAR_BLOCK - (size % TAR_BLOCK)) % TAR_BLOCK);
  if (bytes.byteLength < size || !padded) throw new CaseError('source.truncated');
  return bytes;
}

function withExtension(said: Said, type: string, bytes: Uint8Array): Said {
  if (type === 'K') return said;
  if (type === 'L')
    return { ...said, path: Buffer.from(bytes).toString('utf8').replace(/\0.*$/s, '') };
  const records = paxRecords(bytes);
  const sparseName = records.get('GNU.sparse.name');
  return {
    path: sparseName ?? records.get('path') ?? said.path,
    size: records.get('size') ?? said.size,
    sparse: said.sparse || sparseName !== undefined || records.has('GNU.sparse.major'),
  };
}
