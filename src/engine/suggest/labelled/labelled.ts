import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FoundKind } from '../found/found.ts';

export interface LabelledName {
  readonly start: number;
  readonly end: number;
  readonly kind: FoundKind;
  /** The number that other marks refer to it by. */
  readonly number?: string;
  /** The number of the name that this is another name of. */
  readonly aliasOf?: string;
}

export interface LabelledText {
  readonly id: string;
  readonly language: string;
  readonly text: string;
  readonly names: readonly LabelledName[];
  /** What the text plainly says of its numbered names. */
  readonly links: readonly { readonly from: string; readonly type: string; readonly to: string }[];
}

export type Half = 'development' | 'held-out';

/** The labelled texts of one half, in the order of the file. README.md says how they are written. */
export function labelledTexts(half: Half): LabelledText[] {
  const file = readFileSync(join(import.meta.dirname, `${half}.txt`), 'utf8');
  return file
    .split(/^## /m)
    .slice(1)
    .map((entry) => {
      const lineEnd = entry.indexOf('\n');
      const [id = '', language = ''] = entry.slice(0, lineEnd).split(' ');
      const lines = entry
        .slice(lineEnd + 1)
        .trimEnd()
        .split('\n');
      const links = lines.filter((line) => line.startsWith('> ')).map(linkOf);
      const marked = lines.filter((line) => !line.startsWith('> ')).join('\n');
      return { id, language, ...unmarked(id, marked), links };
    });
}

function linkOf(line: string): LabelledText['links'][number] {
  const [, from = '', type = '', to = ''] = line.split(' ');
  return { from, type, to };
}

function unmarked(id: string, marked: string): Pick<LabelledText, 'text' | 'names'> {
  const names: LabelledName[] = [];
  const open: { readonly start: number; readonly head: RegExpExecArray }[] = [];
  let text = '';
  for (let at = 0; at < marked.length;) {
    const head = /^\[\[([a-z]+)(?:#(\d+))?(?:=(\d+))?:/.exec(marked.slice(at, at + 40));
    if (head !== null) {
      open.push({ start: text.length, head });
      at += head[0].length;
    } else if (marked.startsWith(']]', at)) {
      const opened = open.pop();
      if (opened === undefined) throw new Error(`${id}: a mark ends that did not begin`);
      names.push(nameOf(id, opened.start, text.length, opened.head));
      at += 2;
    } else {
      text += marked[at] ?? '';
      at += 1;
    }
  }
  if (open.length > 0) throw new Error(`${id}: a mark does not end`);
  return { text, names: names.toSorted((one, other) => one.start - other.start) };
}

function nameOf(id: string, start: number, end: number, head: RegExpExecArray): LabelledName {
  const [, kind, number, aliasOf] = head;
  if (!isKind(kind)) throw new Error(`${id}: there is no kind ${kind ?? ''}`);
  return {
    start,
    end,
    kind,
    ...(number === undefined ? {} : { number }),
    ...(aliasOf === undefined ? {} : { aliasOf }),
  };
}

function isKind(text: string | undefined): text is FoundKind {
  return /^(?:person|organization|location|identifier|date)$/.test(text ?? '');
}
