import type { Entry } from 'yauzl';
import { CaseError } from '#contract/error.ts';
import { decodedName, isPlainFile } from '../../../archives/index.ts';
import type { ParserOptions } from '../extraction.ts';
import { isLitter, memberPath } from './member-path.ts';

/** Bytes unpacked from which on a member is held to the ratio. */
const HARMLESS = 16 * 1024 * 1024;
/** Bytes of a local header without its names (APPNOTE 4.3.7). */
const LOCAL_HEADER = 30;

/** A member of a ZIP that is a document, and why it cannot be taken in; null where it can. */
export interface ZipMember {
  readonly entry: Entry;
  readonly path: string;
  readonly size: number;
  readonly error: CaseError | null;
}

/** The members of a ZIP by its directory, without folders and litter. */
export function judgeMembers(
  entries: readonly Entry[],
  byteSize: number,
  { limits }: ParserOptions,
): ZipMember[] {
  const shared = overlapping(entries);
  return entries.flatMap((entry, at) => {
    const name = decodedName(entry.fileNameRaw);
    const path = memberPath(name, at + 1);
    if (/[/\\]$/.test(name) || isLitter(path)) return [];
    const { uncompressedSize: size, compressedSize: packed } = entry;
    const objection = (): CaseError | null => {
      if (!isPlainFile(entry)) return new CaseError('source.notAFile', { path });
      if (size === 0) return new CaseError('source.empty', { path });
      if (packed > byteSize) return new CaseError('source.truncated', { path });
      if (shared.has(entry)) return new CaseError('source.bomb', { path, size });
      if (size > HARMLESS && size > packed * limits.ratio) {
        return new CaseError('source.bomb', { path, size });
      }
      if (size > limits.memberBytes || packed > limits.memberBytes * 1.1) {
        return new CaseError('source.tooLarge', { path, size, limit: limits.memberBytes });
      }
      return null;
    };
    return [{ entry, path, size, error: objection() }];
  });
}

/**
 * Members that lie over each other, as in a ZIP that is made to unpack to far more than it holds (D. Fifield, "A better
 * zip bomb", WOOT 2019): all but the first of them.
 */
function overlapping(entries: readonly Entry[]): Set<Entry> {
  const shared = new Set<Entry>();
  let end = 0;
  for (const entry of entries.toSorted(
    (one, other) => one.relativeOffsetOfLocalHeader - other.relativeOffsetOfLocalHeader,
  )) {
    const start = entry.relativeOffsetOfLocalHeader;
    if (start < end) shared.add(entry);
    const least = LOCAL_HEADER + entry.fileNameRaw.length + entry.compressedSize;
    end = Math.max(end, start + least);
  }
  return shared;
}
