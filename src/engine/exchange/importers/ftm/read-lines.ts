import { createReadStream } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import { CaseError } from '#contract/error.ts';
import { readingFailure, unlessCancelled } from '../../failure.ts';
import type { ForeignFile } from '../foreign-file.ts';
import { limits } from '../limits.ts';

/** A line and its number, from 1. `text` is null for one that is too long to be read. */
export interface NumberedLine {
  number: number;
  text: string | null;
}

/**
 * The lines of a text file in UTF-8, with a byte order mark or without, whatever ends them; never more of it in memory
 * than one line.
 *
 * @throws CaseError `file.notReadable`, `foreign.unreadable` when it is UTF-16, `job.cancelled`
 */
export async function* readLines(
  { path }: ForeignFile,
  signal?: AbortSignal,
): AsyncGenerator<NumberedLine, void, undefined> {
  const decoder = new StringDecoder('utf8');
  let rest: string | null = '';
  let number = 1;
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) {
      unlessCancelled(signal);
      let text: string = decoder.write(Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk)));
      if (number === 1 && rest === '') text = text.replace(/^\uFEFF/, '');
      if (text.includes('\u0000'))
        throw new CaseError('foreign.unreadable', { path, line: number });
      for (;;) {
        const end = text.indexOf('\n');
        if (end < 0) break;
        yield { number, text: rest === null ? null : rest + text.slice(0, end) };
        text = text.slice(end + 1);
        rest = '';
        number += 1;
      }
      if (rest !== null) rest = rest.length + text.length > limits.line ? null : rest + text;
    }
  } catch (error) {
    throw readingFailure(error, path) ?? error;
  }
  if (rest === null) yield { number, text: null };
  else if (rest + decoder.end() !== '') yield { number, text: rest };
}
