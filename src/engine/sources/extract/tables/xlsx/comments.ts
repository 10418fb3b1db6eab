import type { OfficePackage } from '../../office/package.ts';
import { partsOf } from '../../office/relationships.ts';
import { childOf, elementsOf, readXml, textOf, type XmlElement } from '../../office/xml.ts';
import type { CellComment } from '../cell-comment.ts';
import { richText, unescaped } from './rich-text.ts';
import type { SheetPart, Workbook } from './workbook.ts';

/**
 * The comments on the cells of a sheet, in their order. Where there are threads, with answers and dates, those are read, and
 * not the copies of them for older programs.
 */
export async function readComments(
  office: OfficePackage,
  sheet: SheetPart,
  persons: Workbook['persons'],
): Promise<CellComment[]> {
  const threaded: CellComment[] = [];
  for (const part of partsOf(sheet.relationships, 'threadedComment').filter((name) =>
    office.has(name),
  )) {
    for (const element of elementsOf(await readXml(office.read(part)), 'xtc:threadedComment')) {
      threaded.push(threadedComment(element, persons));
    }
  }
  const inThreads = new Set(threaded.map(({ place }) => place));
  const notes: CellComment[] = [];
  for (const part of partsOf(sheet.relationships, 'comments').filter((name) => office.has(name))) {
    const root = await readXml(office.read(part));
    const authors = elementsOf(childOf(root, 'x:authors')).map((author) => textOf(author));
    for (const element of elementsOf(childOf(root, 'x:commentList'), 'x:comment')) {
      const { ref: place = '', authorId = '' } = element.attributes;
      if (!inThreads.has(place)) {
        const text = unescaped(richText(childOf(element, 'x:text')));
        notes.push({ place, author: authors[Number(authorId)] ?? '', day: '', text });
      }
    }
  }
  return [...notes, ...threaded];
}

function threadedComment(element: XmlElement, persons: Workbook['persons']): CellComment {
  const { ref: place = '', personId = '', dT: moment = '' } = element.attributes;
  return {
    place,
    author: persons.get(personId) ?? '',
    day: /^\d{4}-\d{2}-\d{2}/.exec(moment)?.[0] ?? '',
    text: textOf(childOf(element, 'xtc:text')),
  };
}
