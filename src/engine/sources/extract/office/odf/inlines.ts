import { words, type Comment, type Inline } from '../prose.ts';
import { childOf, elementsOf, textOf, type XmlElement } from '../xml.ts';
import { aside, type Story } from './story.ts';
import { wholeNumber } from './styles.ts';

/** No more spaces or empty lines are written as one element. */
const MOST_SPACES = 1000;

/** Elements of a paragraph whose text is none of its own. */
const WITHOUT_TEXT = new Set([
  'office:event-listeners',
  'text:bookmark',
  'text:bookmark-start',
  'text:bookmark-end',
  'text:ruby-text',
  'text:soft-page-break',
  'text:alphabetical-index-mark',
  'text:toc-mark',
]);

/** Reads what is within one paragraph, in the order of its text. */
export class ParagraphReader {
  readonly inlines: Inline[] = [];
  readonly #story: Story;
  /** Whether a space here would be one too many: white space is collapsed (OpenDocument 1.3 part 3, 6.1.2). */
  #spaced = true;

  constructor(story: Story) {
    this.#story = story;
  }

  read(parent: XmlElement, hidden: boolean): void {
    for (const child of parent.children) {
      if (typeof child === 'string') {
        this.#text(child, hidden);
      } else {
        this.#element(child, hidden);
      }
    }
  }

  #text(raw: string, hidden: boolean): void {
    const collapsed = raw.replaceAll(/[\t\n\r ]+/g, ' ');
    const text = this.#spaced && collapsed.startsWith(' ') ? collapsed.slice(1) : collapsed;
    if (text === '') return;
    this.#spaced = text.endsWith(' ');
    this.#words(text, hidden);
  }

  #words(text: string, hidden: boolean): void {
    this.inlines.push(words(text, this.#story.inserted.current, hidden));
  }

  /** Text that is not collapsed with what is around it. */
  #exactly(text: string, hidden: boolean): void {
    this.#spaced = false;
    this.#words(text, hidden);
  }

  #element(element: XmlElement, hidden: boolean): void {
    const { name, attributes } = element;
    switch (name) {
      case 'text:s': {
        const count = Math.min(wholeNumber(attributes['text:c'], 1), MOST_SPACES);
        this.#exactly(' '.repeat(Math.max(count, 0)), hidden);
        return;
      }
      case 'text:tab':
        this.#exactly('\t', hidden);
        return;
      case 'text:line-break':
        this.#exactly('\n', hidden);
        this.#spaced = true;
        return;
      case 'text:span': {
        const style = attributes['text:style-name'] ?? '';
        this.read(element, this.#story.styles.isHidden('text', style) ?? hidden);
        return;
      }
      case 'text:hidden-text':
      case 'text:hidden-paragraph':
        this.#hidden(element);
        return;
      case 'text:a':
        this.inlines.push({ type: 'linkStart', target: attributes['xlink:href'] ?? '' });
        this.read(element, hidden);
        this.inlines.push({ type: 'linkEnd' });
        return;
      case 'text:note':
        this.#note(element);
        return;
      case 'office:annotation':
        this.#comment(element);
        return;
      case 'office:annotation-end':
        this.#commentEnd(attributes['office:name'] ?? '');
        return;
      case 'text:change':
      case 'text:change-start':
      case 'text:change-end':
        this.#change(element);
        return;
      default:
        if (name.startsWith('draw:')) {
          this.#drawing(element);
        } else if (!WITHOUT_TEXT.has(name) && !name.startsWith('?:')) {
          this.read(element, hidden);
        }
    }
  }

  #hidden(element: XmlElement): void {
    const said = element.attributes['text:string-value'] ?? '';
    const shown = textOf(element);
    this.#exactly(shown === '' ? said : shown, true);
  }

  #note(element: XmlElement): void {
    if (this.#story.aside) return;
    const body = childOf(element, 'text:note-body');
    this.#spaced = false;
    this.inlines.push({
      type: 'note',
      mark: textOf(childOf(element, 'text:note-citation')).trim(),
      endnote: element.attributes['text:note-class'] === 'endnote',
      change: this.#story.inserted.current,
      parts: body === undefined ? [] : aside(this.#story, body),
    });
  }

  #comment(element: XmlElement): void {
    if (this.#story.aside) return;
    const comment = commentOf(element, this.#story);
    const name = element.attributes['office:name'] ?? '';
    if (name !== '') this.#story.comments.set(name, comment);
    // One with a name has an end of its own, but for those of programs that leave it out.
    this.inlines.push({ type: name === '' ? 'commentEnd' : 'commentStart', comment });
  }

  #commentEnd(name: string): void {
    const comment = this.#story.comments.get(name);
    if (comment !== undefined) this.inlines.push({ type: 'commentEnd', comment });
  }

  #change(element: XmlElement): void {
    const id = element.attributes['text:change-id'] ?? '';
    const { regions, inserted } = this.#story;
    if (element.name === 'text:change-end') {
      inserted.end(id);
      return;
    }
    const region = regions.get(id);
    if (region === undefined) return;
    if (region.change.kind === 'insertion') {
      if (element.name === 'text:change-start') inserted.begin(id, region.change);
    } else if (!this.#story.aside) {
      this.inlines.push(words(region.deleted, region.change));
      // Said where it was deleted, and never again.
      regions.delete(id);
    }
  }

  /** Shapes and frames: what text they hold stands in a box. */
  #drawing(element: XmlElement): void {
    const href = element.attributes['xlink:href'] ?? '';
    if (/^(?:[a-z][a-z0-9+.-]*:\/\/|\.\.\/|file:)/i.test(href) && element.name !== 'draw:a') {
      this.#story.outside.add(`${element.name.replace('draw:', '')}: ${href}`);
    }
    const holds = elementsOf(element);
    if (holds.some(({ name }) => /^(?:text:(?:p|h|list)|table:table)$/.test(name))) {
      this.inlines.push({ type: 'box', parts: this.#story.readParts(element, this.#story) });
      return;
    }
    for (const child of holds) {
      if (child.name.startsWith('draw:')) this.#drawing(child);
    }
  }
}

/** A comment as its element says it. */
export function commentOf(element: XmlElement, story: Story): Comment {
  // LibreOffice's extension, of whatever version of its namespace.
  if (element.attributes['?:resolved'] === 'true') story.resolved += 1;
  const answered = story.comments.get(element.attributes['?:parent-name'] ?? '');
  return {
    author: textOf(childOf(element, 'dc:creator')).trim(),
    date: textOf(childOf(element, 'dc:date')).trim(),
    answers: answered?.author ?? '',
    parts: aside(story, element),
  };
}
