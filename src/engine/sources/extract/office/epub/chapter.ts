import { decodeText } from '../../encoding.ts';
import { readBlocks } from '../../html-blocks.ts';
import { limitNesting } from '../../html-nesting.ts';
import {
  TEXT,
  isElement,
  parsePage,
  walkTree,
  type HtmlElement,
  type HtmlNode,
} from '../../html-tree.ts';
import { withPlainLineEnds } from '../../line-ends.ts';
import type { Block } from '../../segments.ts';
import { memberName } from './package-document.ts';

/** Elements of HTML that hold nothing, so that they end by themselves. */
const EMPTY = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);

/** Tags that end by themselves, which is XML and not HTML. The lengths are bounded so that the search stays fast. */
const SELF_CLOSED = /<([a-z][\w:-]{0,60})((?:\s[^<>]{0,2000})?)\/>/gi;

/** A document type with what it declares: none of that is HTML, and nothing of it is expanded. */
const DOCUMENT_TYPE =
  /^\s*(?:<!--(?:(?!-->)[^]){0,5000}-->\s*){0,5}<!doctype[^<>[]{0,2000}(?:\[[^\]]{0,100000}\]\s*)?>/i;

const NOTE_TYPES = new Set(['footnote', 'rearnote', 'endnote', 'doc-footnote', 'doc-endnote']);
const REFERENCE_TYPES = new Set(['noteref', 'doc-noteref']);
const BACK_TYPES = new Set(['backlink', 'doc-backlink']);

/** Longer ones, in UTF-16 code units, are words. */
const LONGEST_MARK = 20;

/** The marks of notes by where they lead: `name of member#id`. */
export type NoteMarks = Map<string, string>;

/**
 * The text of a page of a book, then its notes, each with the mark that stands for it in the text: `[1] note`. A page is
 * read as HTML is, which forgives what XML would not.
 *
 * @param path name of the member
 * @param marks of the pages before; those of this page are added
 */
export function readChapter(bytes: Uint8Array, path: string, marks: NoteMarks): Block[] {
  const page = parsePage(limitNesting(asHtml(bytes)));
  const notes: HtmlElement[] = [];
  const references: HtmlElement[] = [];
  const back: HtmlElement[] = [];
  let within = 0;
  walkTree(page.body, {
    enter(node) {
      if (!isElement(node)) return false;
      const types = typesOf(node);
      if (isNote(types)) {
        notes.push(node);
        within += 1;
      }
      // What looks like a reference within a note is its own mark, which leads back.
      if (isReference(node, types)) (within > 0 ? back : references).push(node);
      if (types.some((type) => BACK_TYPES.has(type))) back.push(node);
      return true;
    },
    leave(node) {
      if (isElement(node) && isNote(typesOf(node))) within -= 1;
    },
  });
  for (const reference of references) takeMark(reference, path, marks);
  for (const link of back) remove(link);
  for (const note of notes) remove(note);
  const blocks = readBlocks(page.body);
  for (const note of notes) {
    const mark = marks.get(`${path}#${note.getAttribute('id') ?? ''}`) ?? '';
    blocks.push({ kind: 'footnote', text: noteText(note, mark), page: null });
  }
  return blocks;
}

function asHtml(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const declared = /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)/.exec(head)?.[1];
  const html = withPlainLineEnds(decodeText(bytes, declared).text);
  return html
    .replace(/^\ufeff?\s*<\?xml[^>]*>/, '')
    .replace(DOCUMENT_TYPE, '')
    .replaceAll(SELF_CLOSED, (whole, name: string, attributes: string) =>
      EMPTY.has(name.toLowerCase()) ? whole : `<${name}${attributes}></${name}>`,
    );
}

/** What an element is in a book: `epub:type` and `role`. */
export function typesOf(element: HtmlElement): string[] {
  const said = `${element.getAttribute('epub:type') ?? ''} ${element.getAttribute('role') ?? ''}`;
  return said.toLowerCase().split(/\s+/);
}

function isNote(types: readonly string[]): boolean {
  return types.some((type) => NOTE_TYPES.has(type));
}

/** A link to a note: one that says so, or a number or sign set above the line that leads to a place. */
function isReference(element: HtmlElement, types: readonly string[]): boolean {
  if (element.nodeName !== 'A') return false;
  if (types.some((type) => REFERENCE_TYPES.has(type))) return true;
  const href = element.getAttribute('href') ?? '';
  const raised = element.parentNode?.nodeName === 'SUP' || element.firstChild?.nodeName === 'SUP';
  const text = markIn(element);
  return href.includes('#') && raised && /^[[(]?(?:\d{1,4}|[a-z]|[*†‡§]{1,3})[\])]?$/.test(text);
}

/** The text of an element that holds nothing else, or of the one element within it, and so on. */
function markIn(element: HtmlNode): string {
  let node: HtmlNode | null = element;
  for (let depth = 0; node !== null && depth < 6; depth += 1) {
    if (node.nodeType === TEXT) return (node.textContent ?? '').trim().slice(0, LONGEST_MARK + 1);
    const child: HtmlNode | null = node.firstChild;
    if (child?.nextSibling !== null) return '';
    node = child;
  }
  return '';
}

function takeMark(reference: HtmlElement, path: string, marks: NoteMarks): void {
  const mark = bare(markIn(reference));
  const href = reference.getAttribute('href') ?? '';
  const id = href.includes('#') ? href.slice(href.indexOf('#') + 1) : '';
  if (mark === '' || mark.length > LONGEST_MARK) return;
  marks.set(`${memberName(path, href)}#${id}`, mark);
  const written: { textContent: string | null } = reference;
  written.textContent = `[${mark}]`;
}

function bare(mark: string): string {
  return mark
    .trim()
    .replace(/^[[(]+/, '')
    .replace(/[\])]+$/, '')
    .trim();
}

/** A note without the mark it begins with itself, after the one that stands in the text. */
function noteText(note: HtmlElement, mark: string): string {
  const blocks: Block[] = readBlocks(note);
  if (blocks.length === 0) {
    // One that is shown only when it is asked for is hidden, not what is in it.
    for (let child = note.firstChild; child !== null; child = child.nextSibling) {
      blocks.push(...readBlocks(child));
    }
  }
  const text = blocks.map((block) => block.text).join('\n');
  if (mark === '') return text;
  return `[${mark}] ${withoutMark(text, mark)}`;
}

function withoutMark(text: string, mark: string): string {
  const [own = ''] = /^[[(]?[^\s[\]()]{1,20}?[\])]?[.:)]?(?=\s|$)/.exec(text) ?? [];
  return bare(own.replace(/[.:]$/, '')) === mark ? text.slice(own.length).trimStart() : text;
}

interface Removable {
  remove(): void;
}

function remove(node: HtmlNode): void {
  if (canBeRemoved(node)) node.remove();
}

function canBeRemoved(node: HtmlNode): node is HtmlNode & Removable {
  return 'remove' in node;
}
