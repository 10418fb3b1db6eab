import { SaxesParser, type SaxesTagNS } from 'saxes';
import { CaseError } from '#contract/error.ts';
import { knownName } from './namespaces.ts';

/** Elements within one another; documents of programs stay below 100. */
const DEEPEST = 400;

/** Elements of one {@link XmlElement} with all that is in it. */
const MOST_ELEMENTS = 2_000_000;

/** An element with what is in it. Names have the prefixes of `knownName`. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

/** What is to become of an element: look at its children one by one, take it with all that is in it, or pass it over. */
export type Step = 'into' | 'whole' | 'skip';

export interface XmlVisitor {
  /** Called at the start of an element, whose children are not known yet. */
  enter(element: XmlElement): Step;
  /** Called with an element that was to be taken as a whole. */
  whole?(element: XmlElement): void;
  /** Called at the end of an element whose children were looked at one by one. */
  leave?(element: XmlElement): void;
}

interface Growing extends XmlElement {
  readonly children: (XmlElement | string)[];
}

/**
 * Reads XML 1.0 as it comes, holding no more of it than its visitor asks for. By `saxes`, a strict parser without recursion
 * that expands no entities but the five of XML; a document type that declares anything is refused, and none is fetched.
 *
 * @param pieces UTF-8 or UTF-16, or what the XML declaration says
 * @throws CaseError `source.failed` {reason}: not well-formed, too deep, or with a document type of its own;
 *   `source.tooLarge`
 */
export async function walkXml(
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  visitor: XmlVisitor,
): Promise<void> {
  const reader = new XmlReader(visitor);
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  for await (const piece of pieces) {
    decoder ??= decoderFor(piece);
    reader.write(decoder.decode(piece, { stream: true }));
  }
  reader.close(decoder?.decode() ?? '');
}

/** A small document as a whole. @throws CaseError as {@link walkXml} */
export async function readXml(
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<XmlElement> {
  let root: XmlElement = { name: '', attributes: {}, children: [] };
  await walkXml(pieces, {
    enter: () => 'whole',
    whole(element) {
      root = element;
    },
  });
  return root;
}

class XmlReader {
  readonly #parser = new SaxesParser({ xmlns: true, position: false });
  readonly #visitor: XmlVisitor;
  /** Elements looked into, and the one that is passed over. */
  readonly #open: { element: XmlElement; step: Step }[] = [];
  /** The elements being taken as a whole, the outermost first. */
  readonly #growing: Growing[] = [];
  #skipped = 0;
  #elements = 0;

  constructor(visitor: XmlVisitor) {
    this.#visitor = visitor;
    const parser = this.#parser;
    parser.on('opentag', (tag) => this.#start(tag));
    parser.on('closetag', () => this.#end());
    parser.on('text', (text) => this.#growing.at(-1)?.children.push(text));
    parser.on('cdata', (text) => this.#growing.at(-1)?.children.push(text));
    parser.on('doctype', (declared) => {
      if (declared.includes('[')) throw failed('XML with a document type of its own');
    });
    parser.on('error', (cause) => {
      throw failed('XML that is not well-formed', cause);
    });
  }

  write(text: string): void {
    this.#parser.write(text);
  }

  close(text: string): void {
    this.#parser.write(text);
    this.#parser.close();
  }

  #start(tag: SaxesTagNS): void {
    if (this.#open.length + this.#growing.length + this.#skipped >= DEEPEST) {
      throw failed('XML nested too deeply');
    }
    if (this.#skipped > 0) {
      this.#skipped += 1;
      return;
    }
    const element: Growing = {
      name: knownName(tag.uri, tag.local),
      attributes: attributesOf(tag),
      children: [],
    };
    const parent = this.#growing.at(-1);
    if (parent !== undefined) {
      this.#elements += 1;
      if (this.#elements > MOST_ELEMENTS) {
        throw new CaseError('source.tooLarge', { size: this.#elements, limit: MOST_ELEMENTS });
      }
      parent.children.push(element);
      this.#growing.push(element);
      return;
    }
    const step = this.#visitor.enter(element);
    if (step === 'whole') {
      this.#elements = 0;
      this.#growing.push(element);
    } else if (step === 'skip') {
      this.#skipped = 1;
    } else {
      this.#open.push({ element, step });
    }
  }

  #end(): void {
    if (this.#skipped > 0) {
      this.#skipped -= 1;
      return;
    }
    const grown = this.#growing.pop();
    if (grown !== undefined) {
      if (this.#growing.length === 0) this.#visitor.whole?.(grown);
      return;
    }
    const left = this.#open.pop();
    if (left !== undefined) this.#visitor.leave?.(left.element);
  }
}

/** Nothing, and nothing inherited: names come from the document. */
function noAttributes(): Record<string, string> {
  return Object.create(null);
}

/** What all elements without attributes share: most of those of a spreadsheet. */
const NO_ATTRIBUTES: Readonly<Record<string, string>> = noAttributes();

function attributesOf(tag: SaxesTagNS): Readonly<Record<string, string>> {
  let attributes: Record<string, string> | undefined;
  for (const name in tag.attributes) {
    const attribute = tag.attributes[name];
    if (attribute !== undefined && attribute.prefix !== 'xmlns' && name !== 'xmlns') {
      attributes ??= noAttributes();
      attributes[knownName(attribute.uri, attribute.local)] = attribute.value;
    }
  }
  return attributes ?? NO_ATTRIBUTES;
}

/** XML is in UTF-8 unless a byte order mark or its declaration says otherwise (XML 1.0, 4.3.3). */
function decoderFor(head: Uint8Array): InstanceType<typeof TextDecoder> {
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder('utf-16le');
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder('utf-16be');
  const opening = Buffer.from(head.buffer, head.byteOffset, Math.min(head.byteLength, 200));
  const declared = /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)/.exec(opening.toString('latin1'));
  try {
    return new TextDecoder(declared?.[1] ?? 'utf-8');
  } catch {
    return new TextDecoder('utf-8');
  }
}

function failed(reason: string, cause?: unknown): CaseError {
  return new CaseError('source.failed', { reason }, cause);
}

/** The children that are elements, of one name if that is given. */
export function elementsOf(parent: XmlElement | undefined, name?: string): XmlElement[] {
  const found: XmlElement[] = [];
  for (const child of parent?.children ?? []) {
    if (typeof child !== 'string' && (name === undefined || child.name === name)) found.push(child);
  }
  return found;
}

/** The first child of a name, and within it the next, and so on. */
export function childOf(
  parent: XmlElement | undefined,
  ...names: string[]
): XmlElement | undefined {
  let found = parent;
  for (const name of names) {
    found = found?.children.find(
      (child): child is XmlElement => typeof child !== 'string' && child.name === name,
    );
  }
  return found;
}

/** All elements of a name anywhere within, in the order of the document. */
export function* descendantsOf(parent: XmlElement, name: string): Generator<XmlElement> {
  for (const child of parent.children) {
    if (typeof child === 'string') continue;
    if (child.name === name) yield child;
    yield* descendantsOf(child, name);
  }
}

/** All text anywhere within. */
export function textOf(element: XmlElement | undefined): string {
  let text = '';
  for (const child of element?.children ?? []) {
    text += typeof child === 'string' ? child : textOf(child);
  }
  return text;
}
