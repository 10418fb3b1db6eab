import { numberMark } from '../number-marks.ts';
import type { OfficePackage } from '../package.ts';
import type { Comment, Part } from '../prose.ts';
import { partsOf, relationshipsOf, type Relationship } from '../relationships.ts';
import { childOf, descendantsOf, elementsOf, readXml, type XmlElement } from '../xml.ts';
import { numberStyle } from './numbering.ts';
import type { NoteEntry, NoteStory } from './story.ts';
import { value } from './styles.ts';

/** Notes of these types are the lines between text and notes. */
const SEPARATORS = new Set(['separator', 'continuationSeparator', 'continuationNotice']);

/** The notes of one sort, by id; none is read before the text refers to it. */
export async function readNotes(
  office: OfficePackage,
  relationships: ReadonlyMap<string, Relationship>,
  sort: 'footnotes' | 'endnotes',
  settings: XmlElement | undefined,
): Promise<NoteStory> {
  const endnote = sort === 'endnotes';
  const notes = new Map<string, NoteEntry>();
  const [part] = partsOf(relationships, sort);
  if (part !== undefined && office.has(part)) {
    const name = endnote ? 'w:endnote' : 'w:footnote';
    for (const element of elementsOf(await readXml(office.read(part)), name)) {
      const id = element.attributes['w:id'] ?? '';
      const own = !SEPARATORS.has(element.attributes['w:type'] ?? 'normal');
      if (own && !notes.has(id)) notes.set(id, { element, mark: '' });
    }
  }
  const format = value(childOf(settings, endnote ? 'w:endnotePr' : 'w:footnotePr', 'w:numFmt'));
  const style = numberStyle(format === '' && endnote ? 'lowerRoman' : format);
  return {
    endnote,
    notes,
    relationships: part === undefined ? new Map() : await relationshipsOf(office, part),
    markOf: (number) => numberMark(number, style),
    count: 0,
  };
}

/**
 * The comments by id, in the order of their part, and how many are resolved.
 *
 * @param partsIn reads the words of a comment, given the relationships of their part
 */
export async function readComments(
  office: OfficePackage,
  relationships: ReadonlyMap<string, Relationship>,
  partsIn: (element: XmlElement, relationships: ReadonlyMap<string, Relationship>) => Part[],
): Promise<{ comments: Map<string, Comment>; resolved: number }> {
  const comments = new Map<string, Comment>();
  const [part] = partsOf(relationships, 'comments');
  if (part === undefined || !office.has(part)) return { comments, resolved: 0 };
  const own = await relationshipsOf(office, part);
  const elements = elementsOf(await readXml(office.read(part)), 'w:comment');
  const threads = await readThreads(office, relationships);
  const authors = new Map<string, string>();
  for (const element of elements) {
    for (const paragraph of descendantsOf(element, 'w:p')) {
      const id = paragraph.attributes['w14:paraId'];
      if (id !== undefined) authors.set(id, authorOf(element));
    }
  }
  let resolved = 0;
  for (const element of elements) {
    // A thread is told by the last paragraph of a comment ([MS-DOCX], 2.5.2).
    const last = Array.from(descendantsOf(element, 'w:p')).at(-1)?.attributes['w14:paraId'];
    const thread = threads.get(last ?? '');
    resolved += thread?.done === true ? 1 : 0;
    const id = element.attributes['w:id'] ?? '';
    if (comments.has(id)) continue;
    comments.set(id, {
      author: authorOf(element),
      date: element.attributes['w:date'] ?? '',
      answers: authors.get(thread?.parent ?? '') ?? '',
      parts: partsIn(element, own),
    });
  }
  return { comments, resolved };
}

function authorOf(element: XmlElement): string {
  const { 'w:author': author = '', 'w:initials': initials = '' } = element.attributes;
  return author === '' ? initials : author;
}

async function readThreads(
  office: OfficePackage,
  relationships: ReadonlyMap<string, Relationship>,
): Promise<ReadonlyMap<string, { parent: string; done: boolean }>> {
  const threads = new Map<string, { parent: string; done: boolean }>();
  const [part] = partsOf(relationships, 'commentsExtended');
  if (part === undefined || !office.has(part)) return threads;
  for (const { attributes } of elementsOf(await readXml(office.read(part)), 'w15:commentEx')) {
    threads.set(attributes['w15:paraId'] ?? '', {
      parent: attributes['w15:paraIdParent'] ?? '',
      done: attributes['w15:done'] === '1' || attributes['w15:done'] === 'true',
    });
  }
  return threads;
}
