import type { SegmentKind } from './extraction.ts';
import { CDATA, TEXT, isElement, walkTree, type HtmlElement, type HtmlNode } from './html-tree.ts';
import { linkTarget } from './office/links.ts';
import type { Block } from './segments.ts';

const words = (names: string): Set<string> => new Set(names.toUpperCase().split(' '));

/** Never text a reader of the page sees as such. */
const UNSEEN = words(
  'script style template noscript head title meta link svg canvas iframe frame object embed applet audio video map select datalist textarea input button progress meter dialog',
);
const HEADINGS = words('h1 h2 h3 h4 h5 h6');
const BLOCKS = words(
  'html body address article aside blockquote caption center dd details dir div dl dt fieldset figcaption figure footer form frameset header hgroup hr legend main menu nav ol p pre search section summary table tbody tfoot thead ul h1 h2 h3 h4 h5 h6',
);
const LINES = words('li tr dt dd option');
const CELLS = words('td th');

/** A row whose cells are all shorter, in UTF-16 code units, is a row of data; otherwise the table lays out a page. */
const DATA_CELL = 300;

/**
 * The text under an element as a reader sees it: paragraphs and headings; the items of a list and the rows of a table each on
 * a line, cells apart by a tab. White space is collapsed except in `pre`; soft hyphens and zero-width spaces are dropped.
 *
 * @param links whether what a link leads to is written behind its words, where they do not say it: ` <https://...>`
 */
export function readBlocks(root: HtmlNode, { links = false } = {}): Block[] {
  const builder = new BlockBuilder();
  let pre = 0;
  let items = 0;
  let rows = 0;
  let anchors = 0;
  walkTree(root, {
    enter(node) {
      if (node.nodeType === TEXT || node.nodeType === CDATA) {
        builder.add(node.textContent ?? '', pre > 0);
        return false;
      }
      if (!isElement(node) || UNSEEN.has(node.nodeName) || isHidden(node)) {
        return false;
      }
      const name = node.nodeName;
      if (name === 'BR') {
        builder.endLine(true);
      } else if (CELLS.has(name)) {
        builder.startCell(rows > 0);
      } else if (LINES.has(name)) {
        builder.endLine();
      } else if (BLOCKS.has(name)) {
        builder.separate(rows > 0 ? 'word' : items > 0 ? 'line' : 'block');
      }
      builder.kind = HEADINGS.has(name) ? 'heading' : builder.kind;
      pre += name === 'PRE' ? 1 : 0;
      items += name === 'LI' ? 1 : 0;
      anchors += name === 'A' ? 1 : 0;
      rows += name === 'TR' && (rows > 0 || isDataRow(node)) ? 1 : 0;
      return true;
    },
    leave(node) {
      const name = node.nodeName;
      if (!isElement(node) || UNSEEN.has(name) || isHidden(node)) {
        return;
      }
      pre -= name === 'PRE' ? 1 : 0;
      items -= name === 'LI' ? 1 : 0;
      if (name === 'A') {
        anchors -= 1;
        // Of links within links the outermost alone: reading the words of each would take for ever.
        builder.add(links && anchors === 0 ? targetOf(node) : '', false);
      }
      if (name === 'TR') {
        rows = Math.max(0, rows - 1);
      }
      if (LINES.has(name)) {
        builder.endLine();
      } else if (BLOCKS.has(name)) {
        builder.separate(rows > 0 ? 'word' : items > 0 ? 'line' : 'block');
      }
    },
  });
  return builder.finish();
}

/** Where a link leads, as it is written behind its words. */
function targetOf(anchor: HtmlElement): string {
  const target = anchor.getAttribute('href')?.trim() ?? '';
  return /^(?:https?|ftp|mailto|tel):/i.test(target)
    ? linkTarget(target, anchor.textContent ?? '')
    : '';
}

function isHidden(element: HtmlElement): boolean {
  if (element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true') {
    return true;
  }
  const style = element.getAttribute('style');
  return style !== null && /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style);
}

/** Looks at the row's own cells only as far as needed: a page may nest tables without end. */
function isDataRow(row: HtmlElement): boolean {
  let length = 0;
  let data = true;
  walkTree(row, {
    enter(node) {
      length += node.nodeType === TEXT ? (node.textContent ?? '').trim().length : 0;
      length = CELLS.has(node.nodeName) ? 0 : length;
      data &&= length <= DATA_CELL && !(node !== row && node.nodeName === 'TR');
      return data && !UNSEEN.has(node.nodeName);
    },
    leave() {},
  });
  return data;
}

class BlockBuilder {
  kind: SegmentKind = 'paragraph';
  readonly #blocks: Block[] = [];
  #text = '';
  #atLineStart = true;
  /** Whether nothing stands yet in the line or in the cell, so that no space goes before what comes. */
  #lineIsEmpty = true;
  #spacePending = false;
  #cellsInLine = 0;

  add(raw: string, preformatted: boolean): void {
    const seen = raw.replace(/[\u00ad\u200b]/g, '');
    if (preformatted) {
      this.#text += seen.replaceAll('\u00a0', ' ');
      this.#lineIsEmpty = seen === '' ? this.#lineIsEmpty : seen.endsWith('\n');
      this.#atLineStart = this.#lineIsEmpty;
      return;
    }
    const collapsed = seen.replace(/[\s\u0085\u00a0]+/g, ' ');
    const trimmed = collapsed.trim();
    if (trimmed === '') {
      this.#spacePending ||= collapsed !== '';
      return;
    }
    const spaced = (this.#spacePending || collapsed.startsWith(' ')) && !this.#lineIsEmpty;
    this.#text += spaced ? ` ${trimmed}` : trimmed;
    this.#lineIsEmpty = false;
    this.#atLineStart = false;
    this.#spacePending = collapsed.endsWith(' ');
  }

  /** @param forced by `br`: two in a row end the paragraph */
  endLine(forced = false): void {
    this.#spacePending = false;
    this.#cellsInLine = 0;
    if (!this.#atLineStart) {
      this.#text += '\n';
      this.#atLineStart = true;
      this.#lineIsEmpty = true;
    } else if (forced && this.#text !== '') {
      this.separate('block');
    }
  }

  startCell(inDataRow: boolean): void {
    if (!inDataRow) {
      this.separate('block');
      return;
    }
    if (this.#cellsInLine > 0) {
      this.#text += '\t';
      this.#atLineStart = false;
      this.#spacePending = false;
      this.#lineIsEmpty = true;
    }
    this.#cellsInLine += 1;
  }

  separate(by: 'word' | 'line' | 'block'): void {
    if (by === 'word') {
      this.#spacePending = true;
      return;
    }
    if (by === 'line') {
      this.endLine();
      return;
    }
    const text = this.#text.replace(/^\n+/, '').trimEnd();
    if (text !== '') {
      this.#blocks.push({ kind: this.kind, text, page: null });
    }
    this.kind = 'paragraph';
    this.#cellsInLine = 0;
    this.#text = '';
    this.#atLineStart = true;
    this.#lineIsEmpty = true;
    this.#spacePending = false;
  }

  finish(): Block[] {
    this.separate('block');
    return this.#blocks;
  }
}
