import { words, type Change, type Inline } from '../prose.ts';
import { symbolCharacter } from '../symbols.ts';
import { childOf, descendantsOf, elementsOf, textOf, type XmlElement } from '../xml.ts';
import { Story, type NoteStory, type Surroundings } from './story.ts';
import { toggle, value } from './styles.ts';

/** Elements around runs that say nothing of them that matters here, and those whose words are text of their own. */
const TRANSPARENT = new Set([
  'w:smartTag',
  'w:sdt',
  'w:sdtContent',
  'w:customXml',
  'w:bdo',
  'w:dir',
  'w:fldSimple',
  'm:oMathPara',
  'mc:Choice',
]);

/** Reads what is within a paragraph, in the order of its text. */
export function readInlines(parent: XmlElement, story: Story, around: Surroundings): void {
  for (const child of elementsOf(parent)) {
    readInline(child, story, around);
  }
}

function readInline(element: XmlElement, story: Story, around: Surroundings): void {
  switch (element.name) {
    case 'w:r':
      readRun(element, story, around);
      return;
    case 'w:ins':
    case 'w:moveTo':
      readInlines(element, story, { ...around, change: changeOf(element, 'insertion', around) });
      return;
    case 'w:del':
    case 'w:moveFrom':
      readInlines(element, story, { ...around, change: changeOf(element, 'deletion', around) });
      return;
    case 'w:hyperlink':
      readLink(element, story, around);
      return;
    case 'w:commentRangeStart':
    case 'w:commentRangeEnd':
    case 'w:commentReference':
      readCommentMark(element, story, around);
      return;
    case 'mc:AlternateContent':
      readInline(alternative(element), story, around);
      return;
    case 'm:oMath':
      around.out.push(words(mathOf(element), around.change, around.hidden));
      return;
    case 'w:ruby':
      readInlines(childOf(element, 'w:rubyBase') ?? element, story, around);
      return;
    default:
      if (TRANSPARENT.has(element.name)) readInlines(element, story, around);
  }
}

/** What changed an element, the innermost deletion before all: what was inserted and then deleted is not in the text. */
export function changeOf(
  element: XmlElement,
  kind: Change['kind'],
  around?: { readonly change: Change | null },
): Change {
  if (around?.change?.kind === 'deletion') return around.change;
  const { 'w:author': author = '', 'w:date': date = '' } = element.attributes;
  return { kind, author, date };
}

/** The version of a part of the text that is meant for programs that know it; the other is for those that do not. */
export function alternative(element: XmlElement): XmlElement {
  return childOf(element, 'mc:Choice') ?? childOf(element, 'mc:Fallback') ?? element;
}

function readLink(element: XmlElement, story: Story, around: Surroundings): void {
  const target = story.relationships.get(element.attributes['r:id'] ?? '');
  if (target?.external !== true) {
    readInlines(element, story, around);
    return;
  }
  around.out.push({ type: 'linkStart', target: target.target });
  readInlines(element, story, around);
  around.out.push({ type: 'linkEnd' });
}

function readCommentMark(element: XmlElement, story: Story, { out }: Surroundings): void {
  const id = element.attributes['w:id'] ?? '';
  const comment = story.document.comments.get(id);
  if (comment === undefined || story.aside) return;
  if (element.name === 'w:commentRangeStart') {
    story.begun.add(id);
    out.push({ type: 'commentStart', comment });
  } else if (element.name === 'w:commentReference' || story.begun.has(id)) {
    out.push({ type: 'commentEnd', comment });
  }
}

function readRun(run: XmlElement, story: Story, around: Surroundings): void {
  const properties = childOf(run, 'w:rPr');
  const style = value(childOf(properties, 'w:rStyle'));
  const hidden =
    toggle(childOf(properties, 'w:vanish')) ??
    story.document.styles.find(style, (one) => one.hidden) ??
    around.hidden;
  const inner = { ...around, hidden };
  for (const child of elementsOf(run)) {
    const text = textIn(child);
    if (text === '') {
      readWithinRun(child, story, inner);
    } else if (story.fields.shown) {
      around.out.push(words(text, around.change, hidden));
    } else {
      story.fields.withhold(words(text, around.change, hidden));
    }
  }
}

function textIn(element: XmlElement): string {
  switch (element.name) {
    case 'w:t':
    case 'w:delText':
      return textOf(element);
    case 'w:tab':
    case 'w:ptab':
      return '\t';
    case 'w:br':
    case 'w:cr':
      return '\n';
    case 'w:noBreakHyphen':
      return '-';
    case 'w:sym': {
      const code = Number.parseInt(element.attributes['w:char'] ?? '', 16);
      return symbolCharacter(element.attributes['w:font'] ?? '', code || 0);
    }
    default:
      return '';
  }
}

function readWithinRun(element: XmlElement, story: Story, around: Surroundings): void {
  const { out } = around;
  switch (element.name) {
    case 'w:instrText':
      story.fields.instruct(textOf(element));
      return;
    case 'w:fldChar':
      out.push(...fieldMark(element, story));
      return;
    case 'w:footnoteReference':
      out.push(...readNote(element, story.document.footnotes, story, around));
      return;
    case 'w:endnoteReference':
      out.push(...readNote(element, story.document.endnotes, story, around));
      return;
    case 'w:drawing':
    case 'w:pict':
    case 'w:object':
      out.push(...readBoxes(element, story));
      return;
    default:
      readInline(element, story, around);
      if (element.name === 'mc:AlternateContent') {
        out.push(...readBoxes(alternative(element), story));
      }
  }
}

function fieldMark(element: XmlElement, story: Story): Inline[] {
  const type = element.attributes['w:fldCharType'];
  if (type === 'begin') story.fields.begin();
  if (type === 'separate') return story.fields.separate();
  return type === 'end' ? story.fields.end() : [];
}

/** A note in full where it is referred to first; after that its mark alone. */
function readNote(
  reference: XmlElement,
  notes: NoteStory,
  story: Story,
  { change, hidden }: Surroundings,
): Inline[] {
  const entry = notes.notes.get(reference.attributes['w:id'] ?? '');
  if (entry === undefined || story.aside) return [];
  if (entry.mark !== '') return [words(`[${entry.mark}]`, change, hidden)];
  if (hasOwnMark(reference)) {
    // What follows in the text is its mark.
    entry.mark = '*';
  } else {
    // A note that is deleted is not counted.
    notes.count += change?.kind === 'deletion' ? 0 : 1;
    entry.mark = change?.kind === 'deletion' ? '–' : notes.markOf(notes.count);
  }
  const own = new Story(story.document, notes.relationships, true);
  const parts = story.document.readParts(entry.element, own);
  return [{ type: 'note', mark: entry.mark, endnote: notes.endnote, change, parts }];
}

function hasOwnMark(reference: XmlElement): boolean {
  const said = reference.attributes['w:customMarkFollows'];
  return said !== undefined && said !== '0' && said !== 'false';
}

/** Text boxes, within one another too, where the outermost hold the rest; diagrams and charts. */
function readBoxes(element: XmlElement, story: Story): Inline[] {
  const found: Inline[] = [];
  for (const child of elementsOf(element)) {
    if (child.name === 'w:txbxContent') {
      found.push({ type: 'box', parts: story.document.readParts(child, story) });
    } else if (child.name === 'mc:AlternateContent') {
      found.push(...readBoxes(alternative(child), story));
    } else if (child.name === 'dgm:relIds' || child.name === 'c:chart') {
      const id = child.attributes['r:dm'] ?? child.attributes['r:id'] ?? '';
      found.push({ type: 'box', parts: story.document.graphics.get(id) ?? [] });
      story.document.graphics.delete(id);
    } else {
      found.push(...readBoxes(child, story));
    }
  }
  return found;
}

function mathOf(element: XmlElement): string {
  return Array.from(descendantsOf(element, 'm:t'), textOf).join('');
}
