import {
  type ExcerptNote,
  type Particular,
  type Passage,
  type Phrase,
  type PrintedBlock,
  type PrintedPicture,
  type Run,
  type TextRun,
} from '../printed/index.ts';
import { hasRightToLeft } from '../printed/legible.ts';
import { lineStart, markdownCode, markdownText } from './text.ts';

/** Blocks one after another, with a blank line between them. */
export function markdownBlocks(blocks: readonly PrintedBlock[]): string {
  return blocks
    .map(blockOf)
    .filter((text) => text !== '')
    .join('\n\n');
}

function blockOf(block: PrintedBlock): string {
  switch (block.type) {
    case 'heading':
      return `${'#'.repeat(block.level + 1)} ${inLine(block.text)}`;
    case 'paragraph':
      return linesOf(block.text);
    case 'list':
      return block.items
        .map((item, at) => indented(block.ordered ? `${at + 1}. ` : '- ', markdownBlocks(item)))
        .join('\n');
    case 'quote':
      return quoted(markdownBlocks(block.blocks));
    case 'table':
      return [
        ...(block.columns.length === 0
          ? [row([markdownText(block.name).trim(), ...block.widths.slice(1).map(() => ' ')])]
          : [row(block.columns.map((column) => markdownText(column).trim()))]),
        row(block.widths.map(() => '---')),
        ...block.rows.map((cells) => row(cells.map(inLine))),
      ].join('\n');
    case 'particulars':
      return particulars(block.pairs);
    case 'picture':
      return pictureLines(block);
    case 'entry':
      return [
        `**${markdownText(block.mark)}**`,
        ...(block.passage === null ? [] : [quoted(passageLines(block.passage))]),
        markdownBlocks(block.blocks),
      ].join('\n\n');
  }
}

/** A drawing is told in words, a photograph by its caption; a code says what stands beside it. */
function pictureLines({ size, description, caption }: PrintedPicture): string {
  const told = [
    ...(size === 'full' ? [linesOf([{ type: 'text', text: description, emphasis: true }])] : []),
    ...(caption === null ? [] : [linesOf(caption)]),
  ];
  return told.filter((line) => line !== '').join('\n\n');
}

/** Labels and values, one a line of a list. */
export function particulars(pairs: readonly Particular[]): string {
  return pairs
    .map(({ label, value }) => `- **${markdownText(label).trim()}:** ${inLine(value)}`)
    .join('\n');
}

/** The note that a citation leads to: one line, since not every reader of Markdown knows footnotes of several. */
export function footnote({ number, about, passage }: ExcerptNote): string {
  const quoted =
    passage === null
      ? ''
      : ` ${markdownText(`${passage.quotes[0]}${passage.paragraphs.join(' ¶ ')}${passage.quotes[1]}`)}`;
  return `[^${number}]: \\[${number}\\] ${inLine(about)}${quoted}`;
}

function passageLines({ before, after, paragraphs, quotes }: Passage): string {
  const last = paragraphs.length - 1;
  return paragraphs
    .map((paragraph, at) => {
      const start = at > 0 ? '' : `${before === '' ? '' : `… ${before}`}${quotes[0]}`;
      const end = at < last ? '' : `${quotes[1]}${after === '' ? '' : `${after} …`}`;
      return lineStart(markdownText(`${start}${paragraph}${end}`));
    })
    .join('\n\n');
}

function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
}

/** Text behind a mark, with what follows the first line set in beneath it. */
function indented(mark: string, text: string): string {
  const [first = '', ...rest] = text.split('\n');
  const inset = ' '.repeat(mark.length);
  return [`${mark}${first}`, ...rest.map((line) => (line === '' ? '' : `${inset}${line}`))].join(
    '\n',
  );
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** A phrase within a line: in a cell, after a mark. */
export function inLine(phrase: Phrase): string {
  return written(phrase)
    .map((text) => text ?? ' · ')
    .join('')
    .trim();
}

/** A phrase as lines of its own. */
function linesOf(phrase: Phrase): string {
  const lines: string[] = [''];
  for (const text of written(phrase)) {
    if (text === null) lines.push('');
    else lines[lines.length - 1] += text;
  }
  return lines
    .map(lineStart)
    .filter((line) => line !== '')
    .join('\\\n');
}

/** The runs of a phrase as Markdown; null for a break. */
function written(phrase: Phrase): (string | null)[] {
  const runs = joined(phrase);
  return runs.map((run, at) => {
    if (run.type === 'break') return null;
    if (run.type !== 'text') return markOf(run);
    return styled(run, wordBeside(runs[at - 1], 'end'), wordBeside(runs[at + 1], 'start'));
  });
}

/**
 * Neighbours of one style as one run: what they say together is what must not be a link. Words from right to left are
 * followed by U+200E, or they would draw what comes after into their own order.
 */
function joined(phrase: Phrase): Run[] {
  const runs: Run[] = [];
  for (const given of phrase) {
    const run =
      given.type === 'text' && endsRightToLeft(given.text)
        ? { ...given, text: `${given.text}\u200E` }
        : given;
    const last = runs.at(-1);
    if (run.type === 'text' && last?.type === 'text' && styleOf(run) === styleOf(last)) {
      runs[runs.length - 1] = { ...last, text: last.text + run.text };
    } else runs.push(run);
  }
  return runs;
}

function endsRightToLeft(text: string): boolean {
  const last = /\p{L}[^\p{L}]*$/u.exec(text)?.[0];
  return last !== undefined && hasRightToLeft(last);
}

function styleOf({ strong, emphasis, code }: TextRun): string {
  return code ? '`' : `${strong ? '**' : ''}${emphasis ? '*' : ''}`;
}

/** Whether a run's end is that of a word, with which a mark of emphasis could not stand. */
function wordBeside(run: Run | undefined, end: 'start' | 'end'): boolean {
  if (run?.type !== 'text') return false;
  return (end === 'start' ? /^[\p{L}\p{N}]/u : /[\p{L}\p{N}]$/u).test(run.text);
}

/**
 * Text in its style. An emphasis that begins or ends in a sign right beside a word would not be read as one (CommonMark
 * 0.31, 6.2): there the words alone are written.
 */
function styled(run: TextRun, wordBefore: boolean, wordAfter: boolean): string {
  const mark = styleOf(run);
  const [, before = '', text = '', after = ''] = /^(\s*)([^]*?)(\s*)$/.exec(run.text) ?? [];
  if (mark === '' || text === '') return markdownText(run.text);
  const space = [before === '' ? '' : ' ', after === '' ? '' : ' '] as const;
  if (mark === '`') return `${space[0]}${markdownCode(text)}${space[1]}`;
  const plain = markdownText(text);
  const standing =
    (before !== '' || !wordBefore || /^[\p{L}\p{N}]/u.test(plain)) &&
    (after !== '' || !wordAfter || /[\p{L}\p{N}]$/u.test(plain));
  return standing
    ? `${space[0]}${mark}${plain}${mark}${space[1]}`
    : `${space[0]}${plain}${space[1]}`;
}

function markOf(run: Exclude<Run, TextRun | { type: 'break' }>): string {
  switch (run.type) {
    case 'grade':
      return `**${markdownText(run.grade)}**`;
    case 'marking':
      return `**TLP:${markdownText(run.marking)}**`;
    case 'source':
      return markdownText(run.text);
    case 'citation':
      return run.listed ? `\\[${run.excerpt}\\]` : `[^${run.excerpt}]`;
  }
}
