import type {
  Particular,
  Phrase,
  PrintedBlock,
  PrintedDossier,
  PrintedEntry,
  Run,
} from '../printed/index.ts';
import { wordsOfPhrase } from '../printed/index.ts';
import { bidi, passageRuns, type Citations } from './notes.ts';
import { BULLETS, LIST_INDENT, listLevel } from './numbering.ts';
import { paragraph } from './paragraphs.ts';
import type { Pictures } from './pictures.ts';
import { lineBreak, markingRun, tab, textRuns } from './runs.ts';
import { cell, row, table } from './tables.ts';
import { element } from './xml.ts';

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
const besideSource = 1304;
/** A row longer than this, in signs, may go over a page. */
const longRow = 1500;

/** Writes the blocks of a dossier as WordprocessingML. */
export class WordWriter {
  readonly #citations: Citations;
  readonly #pictures: Pictures;
  readonly #dossier: PrintedDossier;
  /** Width of the text in twentieths of a point. */
  readonly #width: number;
  #bookmarks = 0;
  #lists = 0;

  constructor(dossier: PrintedDossier, citations: Citations, pictures: Pictures, width: number) {
    this.#dossier = dossier;
    this.#citations = citations;
    this.#pictures = pictures;
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

  /**
   * Labels and values.
   *
   * @param indent from the margin, in twentieths of a point
   * @param room left free at the other side
   */
  particulars(pairs: readonly Particular[], indent = 0, room = 0): string {
    const width = this.#width - indent - room;
    const first = Math.round(width * 0.24);
    const rows = pairs.map(({ label, value: content }) =>
      row([
        cell(first, paragraph('TableText', textRuns(label, { style: 'Quiet' }))),
        cell(width - first, paragraph('TableText', this.phrase(content))),
      ]),
    );
    return rows.length === 0 ? '' : table('Particulars', [first, width - first], rows, indent);
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
        return this.blocks(block.blocks, { style: 'Quote', indent: place.indent + LIST_INDENT });
      case 'table':
        return this.#table(block);
      case 'particulars':
        return this.particulars(block.pairs, place.indent);
      case 'picture': {
        const caption =
          block.caption === null ? '' : paragraph('Caption', this.phrase(block.caption));
        const drawn = this.#pictures.draw(block);
        return `${paragraph(drawn === null ? 'BodyText' : 'Picture', drawn ?? textRuns(this.#dossier.noPicture))}${caption}`;
      }
      case 'entry':
        return this.#entry(block);
    }
  }

  #list({ ordered, items }: Extract<PrintedBlock, { type: 'list' }>, place: Place): string {
    if (ordered) this.#lists += 1;
    const number = ordered ? BULLETS + this.#lists : BULLETS;
    const level = listLevel(place.indent);
    return items
      .map(([first, ...rest]) => {
        const head =
          first?.type === 'paragraph'
            ? this.phrase(first.text)
            : first === undefined
              ? ''
              : textRuns('');
        const others = first === undefined || first.type === 'paragraph' ? rest : [first, ...rest];
        return `${paragraph('ListParagraph', head, { list: { number, level } })}${this.blocks(others, { style: place.style, indent: place.indent + LIST_INDENT })}`;
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
    return columns.length === 0
      ? `${paragraph('TableName', textRuns(name))}${table('Key', sizes, body, 0, name)}`
      : table('Ledger', sizes, [head, ...body], 0, name);
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
        `${excerpt === null ? textRuns(mark, { style: 'Strong' }) : this.#citations.number(excerpt)}${tab}${opening}`,
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
        return this.#dossier.anchors.has(`source-${run.number}`)
          ? element('w:hyperlink', { 'w:anchor': `source_${run.number}`, 'w:history': 1 }, text)
          : text;
      }
      case 'citation':
        return run.listed ? this.#citations.call(run.excerpt) : this.#citations.cite(run.excerpt);
    }
  }
}
