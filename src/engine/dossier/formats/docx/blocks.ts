import type { Particular, Phrase, PrintedBlock, PrintedEntry, Run } from '../printed/index.ts';
import { wordsOfPhrase } from '../printed/index.ts';
import { bidi, passageRuns, type Citations } from './notes.ts';
import type { Pictures } from './pictures.ts';
import { lineBreak, markingRun, tab, textRuns } from './runs.ts';
import { element, value } from './xml.ts';

/** Where blocks stand: in the text, in a quotation, in a numbered entry. */
interface Place {
  /** Paragraph style. */
  readonly style: string;
  /** Twentieths of a point from the margin. */
  readonly indent: number;
}

const inText: Place = { style: 'BodyText', indent: 0 };
/** Beside the number of an excerpt. */
const besideMark = 567;
const besideSource = 1077;
/** A row longer than this, in signs, may go over a page. */
const longRow = 1500;

/** Writes the blocks of a dossier as WordprocessingML. */
export class WordWriter {
  readonly #citations: Citations;
  readonly #pictures: Pictures;
  readonly #anchors: ReadonlySet<string>;
  /** Width of the text in twentieths of a point. */
  readonly #width: number;
  #bookmarks = 0;
  #lists = 0;

  constructor(
    citations: Citations,
    pictures: Pictures,
    anchors: ReadonlySet<string>,
    width: number,
  ) {
    this.#citations = citations;
    this.#pictures = pictures;
    this.#anchors = anchors;
    this.#width = width;
  }

  /** How many ordered lists there are: each counts from 1. */
  get lists(): number {
    return this.#lists;
  }

  blocks(blocks: readonly PrintedBlock[], place = inText): string {
    return blocks.map((block) => this.#block(block, place)).join('');
  }

  /** A paragraph with a bookmark around it, to which links lead. */
  anchored(name: string, style: string, runs: string): string {
    this.#bookmarks += 1;
    const id = this.#bookmarks;
    return paragraph(
      style,
      `${element('w:bookmarkStart', { 'w:id': id, 'w:name': name })}${runs}${element('w:bookmarkEnd', { 'w:id': id })}`,
    );
  }

  phrase(phrase: Phrase): string {
    return phrase.map((run) => this.#run(run)).join('');
  }

  particulars(pairs: readonly Particular[], indent = 0): string {
    const first = Math.round((this.#width - indent) * 0.24);
    const rows = pairs.map(({ label, value: content }) =>
      row([
        cell(first, paragraph('TableText', textRuns(label, { style: 'Quiet' }))),
        cell(this.#width - indent - first, paragraph('TableText', this.phrase(content))),
      ]),
    );
    return rows.length === 0
      ? ''
      : `${table('Particulars', [first, this.#width - indent - first], rows, indent)}${after}`;
  }

  #block(block: PrintedBlock, place: Place): string {
    switch (block.type) {
      case 'heading':
        return paragraph(`Heading${block.level}`, this.phrase(block.text));
      case 'paragraph':
        return paragraph(block.note ? 'Note' : place.style, this.phrase(block.text), {
          indent: place.indent,
        });
      case 'list':
        return this.#list(block, place);
      case 'quote':
        return this.blocks(block.blocks, { style: 'Quote', indent: place.indent + 340 });
      case 'table':
        return this.#table(block);
      case 'particulars':
        return this.particulars(block.pairs, place.indent);
      case 'picture': {
        const caption =
          block.caption === null ? '' : paragraph('Caption', this.phrase(block.caption));
        const drawn = this.#pictures.draw(block);
        return `${paragraph(drawn === null ? 'BodyText' : 'Picture', drawn ?? textRuns(block.description))}${caption}`;
      }
      case 'entry':
        return this.#entry(block);
    }
  }

  #list({ ordered, items }: Extract<PrintedBlock, { type: 'list' }>, place: Place): string {
    if (ordered) this.#lists += 1;
    // Bullets are the second numbering, each ordered list one of its own after it; headings are the first.
    const number = ordered ? 2 + this.#lists : 2;
    const level = Math.min(8, Math.round(place.indent / 340));
    return items
      .map(([first, ...rest]) => {
        const head =
          first?.type === 'paragraph'
            ? this.phrase(first.text)
            : first === undefined
              ? ''
              : textRuns('');
        const others = first === undefined || first.type === 'paragraph' ? rest : [first, ...rest];
        return `${paragraph('ListParagraph', head, { list: { number, level } })}${this.blocks(others, { style: place.style, indent: place.indent + 340 })}`;
      })
      .join('');
  }

  #table({ name, columns, widths, rows }: Extract<PrintedBlock, { type: 'table' }>): string {
    const whole = widths.reduce((sum, width) => sum + width, 0);
    const sizes = widths.map((width) => Math.floor((this.#width * width) / whole));
    const head = row(
      columns.map((column, at) => cell(sizes[at] ?? 0, paragraph('TableHead', textRuns(column)))),
      '<w:cantSplit/><w:tblHeader/>',
    );
    const body = rows.map((cells) =>
      row(
        cells.map((content, at) =>
          cell(sizes[at] ?? 0, paragraph('TableText', this.phrase(content))),
        ),
        cells.map(wordsOfPhrase).join('').length > longRow ? '' : '<w:cantSplit/>',
      ),
    );
    return `${table('Ledger', sizes, [head, ...body], 0, name)}${after}`;
  }

  #entry({ id, mark, excerpt, passage, blocks }: PrintedEntry): string {
    const indent = excerpt === null ? besideSource : besideMark;
    const lines = passage === null ? [] : passageRuns(passage, true);
    const rtl = passage === null ? '' : bidi(passage);
    const [first, ...rest] = blocks;
    // A passage from right to left cannot stand beside its number, which is at the left.
    const beside = lines.length > 0 && rtl === '' ? lines.shift() : undefined;
    const opening =
      beside ?? (lines.length === 0 && first?.type === 'paragraph' ? this.phrase(first.text) : '');
    const remaining =
      beside === undefined && lines.length === 0 && first?.type === 'paragraph' ? rest : blocks;
    return [
      this.anchored(
        id.replace('-', '_'),
        'Entry',
        `${textRuns(mark, { style: 'Strong' })}${tab}${opening}`,
      ).replace(
        '</w:pPr>',
        `${element('w:tabs', {}, element('w:tab', { 'w:val': 'left', 'w:pos': indent }))}${element('w:ind', { 'w:left': indent, 'w:hanging': indent })}</w:pPr>`,
      ),
      ...lines.map((line) => paragraph('EntryText', line, { indent, bidi: rtl })),
      this.blocks(remaining, { style: 'EntryText', indent }),
    ].join('');
  }

  #run(run: Run): string {
    switch (run.type) {
      case 'text':
        return textRuns(run.text, {
          ...(run.code ? { style: 'Code' } : run.quiet ? { style: 'Quiet' } : {}),
          strong: run.strong,
          emphasis: run.emphasis,
        });
      case 'break':
        return lineBreak;
      case 'grade':
        return textRuns(run.grade, { style: 'Grade' });
      case 'marking':
        return markingRun(run.marking);
      case 'source': {
        const text = textRuns(run.text);
        return this.#anchors.has(`source-${run.number}`)
          ? element('w:hyperlink', { 'w:anchor': `source_${run.number}`, 'w:history': 1 }, text)
          : text;
      }
      case 'citation':
        return this.#citations.cite(run.excerpt);
    }
  }
}

/** What keeps a table apart from what follows it: two tables without a paragraph between them are one. */
const after = paragraph('AfterTable', '');

/** A paragraph. */
export function paragraph(
  style: string,
  runs: string,
  more: {
    readonly indent?: number;
    readonly bidi?: string;
    readonly list?: { readonly number: number; readonly level: number };
  } = {},
): string {
  // The order of a paragraph's properties is fixed by the schema (ISO/IEC 29500-1, 17.3.1.26).
  const properties = [
    value('w:pStyle', style),
    more.list === undefined
      ? ''
      : element(
          'w:numPr',
          {},
          value('w:ilvl', more.list.level),
          value('w:numId', more.list.number),
        ),
    more.bidi ?? '',
    more.indent ? element('w:ind', { 'w:left': more.indent }) : '',
  ].join('');
  return element('w:p', {}, element('w:pPr', {}, properties), runs);
}

function table(
  style: string,
  sizes: readonly number[],
  rows: readonly string[],
  indent: number,
  name?: string,
): string {
  const properties = [
    value('w:tblStyle', style),
    element('w:tblW', { 'w:w': sizes.reduce((sum, size) => sum + size, 0), 'w:type': 'dxa' }),
    indent === 0 ? '' : element('w:tblInd', { 'w:w': indent, 'w:type': 'dxa' }),
    element('w:tblLayout', { 'w:type': 'fixed' }),
    element('w:tblLook', {
      'w:val': style === 'Ledger' ? '0020' : '0000',
      'w:firstRow': style === 'Ledger' ? 1 : 0,
      'w:lastRow': 0,
      'w:firstColumn': 0,
      'w:lastColumn': 0,
      'w:noHBand': 1,
      'w:noVBand': 1,
    }),
    name === undefined ? '' : value('w:tblCaption', name),
  ].join('');
  const grid = sizes.map((size) => element('w:gridCol', { 'w:w': size })).join('');
  return element(
    'w:tbl',
    {},
    element('w:tblPr', {}, properties),
    element('w:tblGrid', {}, grid),
    ...rows,
  );
}

function row(cells: readonly string[], properties = '<w:cantSplit/>'): string {
  return element('w:tr', {}, properties === '' ? '' : element('w:trPr', {}, properties), ...cells);
}

function cell(width: number, content: string): string {
  return element(
    'w:tc',
    {},
    element('w:tcPr', {}, element('w:tcW', { 'w:w': width, 'w:type': 'dxa' })),
    content,
  );
}
