import {
  wordsOfPhrase,
  type ExcerptNote,
  type Particular,
  type Passage,
  type Phrase,
  type PrintedBlock,
  type Run,
  type TextRun,
} from '../printed/index.ts';
import { lineStart, markdownText } from './text.ts';

/** Blocks one after another, with a blank line between them. */
export function markdownBlocks(blocks: readonly PrintedBlock[]): string {
  return blocks.map(blockOf).join('\n\n');
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
      return [
        lineStart(`*${markdownText(block.description).trim()}*`),
        ...(block.caption === null || wordsOfPhrase(block.caption) === ''
          ? []
          : [linesOf(block.caption)]),
      ].join('\n\n');
    case 'entry':
      return [
        `**${markdownText(block.mark)}**`,
        ...(block.passage === null ? [] : [quoted(passageLines(block.passage, true))]),
        markdownBlocks(block.blocks),
      ].join('\n\n');
  }
}

/** Labels and values, one a line of a list. */
export function particulars(pairs: readonly Particular[]): string {
  return pairs
    .map(({ label, value }) => `- **${markdownText(label).trim()}:** ${inLine(value)}`)
    .join('\n');
}

/** The note that a citation leads to. */
export function footnote({ number, about, passage }: ExcerptNote): string {
  const text = [
    `\\[${number}\\] ${inLine(about)}`,
    ...(passage === null ? [] : [passageLines(passage, false)]),
  ].join('\n\n');
  return indented(`[^${number}]: `, text, 4);
}

function passageLines(passage: Passage, context: boolean): string {
  const { before, after, paragraphs, quotes } = passage;
  const last = paragraphs.length - 1;
  return paragraphs
    .map((paragraph, at) => {
      const start = at > 0 ? '' : `${context && before !== '' ? `… ${before} ` : ''}${quotes[0]}`;
      const end = at < last ? '' : `${quotes[1]}${context && after !== '' ? ` ${after} …` : ''}`;
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
function indented(mark: string, text: string, depth = mark.length): string {
  const [first = '', ...rest] = text.split('\n');
  return [
    `${mark}${first}`,
    ...rest.map((line) => (line === '' ? '' : `${' '.repeat(depth)}${line}`)),
  ].join('\n');
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** A phrase within a line: in a cell, after a mark. */
export function inLine(phrase: Phrase): string {
  return joined(phrase)
    .map((run) => (run.type === 'break' ? ' · ' : runOf(run)))
    .join('')
    .trim();
}

/** A phrase as lines of its own. */
function linesOf(phrase: Phrase): string {
  const lines: string[] = [''];
  for (const run of joined(phrase)) {
    if (run.type === 'break') lines.push('');
    else lines[lines.length - 1] += runOf(run);
  }
  return lines
    .map(lineStart)
    .filter((line) => line !== '')
    .join('\\\n');
}

/** Neighbours of one style as one run: what they say together is what must not be a link. */
function joined(phrase: Phrase): Run[] {
  const runs: Run[] = [];
  for (const run of phrase) {
    const last = runs.at(-1);
    if (run.type === 'text' && last?.type === 'text' && sameStyle(run, last)) {
      runs[runs.length - 1] = { ...last, text: last.text + run.text };
    } else runs.push(run);
  }
  return runs;
}

function sameStyle(one: TextRun, other: TextRun): boolean {
  return markOf(one) === markOf(other);
}

function markOf({ strong, emphasis }: TextRun): string {
  return `${strong ? '**' : ''}${emphasis ? '*' : ''}`;
}

function runOf(run: Exclude<Run, { type: 'break' }>): string {
  switch (run.type) {
    case 'text': {
      const mark = markOf(run);
      const [, before = '', text = '', after = ''] = /^(\s*)([^]*?)(\s*)$/.exec(run.text) ?? [];
      return text === '' || mark === ''
        ? markdownText(run.text)
        : `${before && ' '}${mark}${markdownText(text)}${[...mark].toReversed().join('')}${after && ' '}`;
    }
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
