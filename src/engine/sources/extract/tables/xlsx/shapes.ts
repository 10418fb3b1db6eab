import type { OfficePackage } from '../../office/package.ts';
import { partsOf } from '../../office/relationships.ts';
import { childOf, elementsOf, textOf, walkXml, type XmlElement } from '../../office/xml.ts';
import type { SheetPart } from './workbook.ts';

/** The words of the shapes that lie on a sheet, in the order in which they were drawn; shapes without words are left out. */
export async function readShapes(office: OfficePackage, sheet: SheetPart): Promise<string[]> {
  const texts: string[] = [];
  for (const part of partsOf(sheet.relationships, 'drawing').filter((name) => office.has(name))) {
    await walkXml(office.read(part), {
      enter: ({ name }) => (name === 'xdr:txBody' ? 'whole' : 'into'),
      whole(body) {
        const text = elementsOf(body, 'a:p').map(paragraphText).join('\n').trim();
        if (text !== '') texts.push(text);
      },
    });
  }
  return texts;
}

function paragraphText(paragraph: XmlElement): string {
  return elementsOf(paragraph)
    .map((run) => (run.name === 'a:br' ? '\n' : textOf(childOf(run, 'a:t'))))
    .join('');
}
