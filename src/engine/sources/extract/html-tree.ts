import { parseHTML } from 'linkedom';

/** What is read of a node of a page. The library's own types need the browser's, which the engine does without. */
export interface HtmlNode {
  readonly nodeType: number;
  /** Upper case for an element of HTML. */
  readonly nodeName: string;
  readonly firstChild: HtmlNode | null;
  readonly nextSibling: HtmlNode | null;
  readonly parentNode: HtmlNode | null;
  readonly textContent: string | null;
}

export interface HtmlElement extends HtmlNode {
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  querySelector(selector: string): HtmlElement | null;
  querySelectorAll(selector: string): Iterable<HtmlElement>;
  append(...children: HtmlNode[]): void;
}

export interface HtmlDocument extends HtmlNode {
  readonly documentElement: HtmlElement | null;
  readonly lastElementChild: HtmlElement | null;
  createElement(name: string): HtmlElement;
}

const ELEMENT = 1;
export const TEXT = 3;
export const CDATA = 4;

/** A page as a tree; it always has `html` and `body`. */
export interface HtmlPage {
  readonly document: HtmlDocument;
  readonly root: HtmlElement;
  readonly body: HtmlElement;
}

/** Parses a page; nothing of it is fetched or run. */
export function parsePage(html: string): HtmlPage {
  const document = parseDocument(html);
  const root = document.documentElement;
  if (root?.nodeName === 'HTML' && document.lastElementChild === root) {
    return { document, root, body: ensureBody(document, root) };
  }
  // A fragment, or a page with something outside `html`, which the library would leave beside the root.
  const attributes = /<html(\s[^<>]*)>/i.exec(html.slice(0, 10_000))?.[1] ?? '';
  const inner = html.replace(/<!doctype[^<>]*>|<\/?(?:html|body)(?:\s[^<>]*)?>/gi, '');
  const wrapped = parseDocument(`<html${attributes}><body>${inner}</body></html>`);
  const element = wrapped.documentElement ?? wrapped.createElement('html');
  return { document: wrapped, root: element, body: ensureBody(wrapped, element) };
}

/** How many elements a tree has and how deep they are nested. */
export function measureTree(root: HtmlNode): { elements: number; depth: number } {
  let elements = 0;
  let depth = 0;
  let level = 0;
  walkTree(root, {
    enter(node) {
      level += 1;
      elements += node.nodeType === ELEMENT ? 1 : 0;
      depth = Math.max(depth, level);
      return true;
    },
    leave() {
      level -= 1;
    },
  });
  return { elements, depth };
}

/**
 * Visits a tree in the order of its text, without recursion, so that no nesting is too deep.
 *
 * @param visitor `enter` says whether to visit the children; `leave` is called for every node entered
 */
export function walkTree(
  root: HtmlNode,
  visitor: { enter(node: HtmlNode): boolean; leave(node: HtmlNode): void },
): void {
  let node: HtmlNode = root;
  for (;;) {
    const child = visitor.enter(node) ? node.firstChild : null;
    if (child !== null) {
      node = child;
      continue;
    }
    for (;;) {
      visitor.leave(node);
      if (node === root) {
        return;
      }
      const next = node.nextSibling;
      if (next !== null) {
        node = next;
        break;
      }
      if (node.parentNode === null) {
        return;
      }
      node = node.parentNode;
    }
  }
}

export function isElement(node: HtmlNode): node is HtmlElement {
  return node.nodeType === ELEMENT;
}

function parseDocument(html: string): HtmlDocument {
  // What a document is called differs with what else a room knows of: a browser's window, Electron.
  const { document }: { document: unknown } = parseHTML(html);
  if (!isDocument(document)) throw new Error('There is no document.');
  return document;
}

function isDocument(value: unknown): value is HtmlDocument {
  return typeof value === 'object' && value !== null && 'documentElement' in value;
}

function ensureBody(document: HtmlDocument, root: HtmlElement): HtmlElement {
  let child = root.firstChild;
  const loose: HtmlNode[] = [];
  while (child !== null) {
    if (isElement(child) && (child.nodeName === 'BODY' || child.nodeName === 'FRAMESET')) {
      return child;
    }
    if (child.nodeName !== 'HEAD') {
      loose.push(child);
    }
    child = child.nextSibling;
  }
  const body = document.createElement('body');
  for (const node of loose) {
    body.append(node);
  }
  root.append(body);
  return body;
}
