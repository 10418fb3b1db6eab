import { elementsOf, textOf, type XmlElement } from '../../office/xml.ts';

/** What is to be read in a cell of OpenDocument (1.3 part 3, 9.1.4), and whether it is a value rather than words. */
export function cellText(cell: XmlElement): { text: string; value?: true } {
  const said = cell.attributes;
  const shown = paragraphsIn(cell);
  switch (said['office:value-type'] ?? 'string') {
    case 'date':
      return { text: plainMoment(said['office:date-value'] ?? shown), value: true };
    case 'boolean':
      return { text: (said['office:boolean-value'] ?? shown).toUpperCase(), value: true };
    case 'time':
      return { text: shown || (said['office:time-value'] ?? ''), value: true };
    case 'float':
    case 'percentage':
    case 'currency':
      return { text: shown || (said['office:value'] ?? ''), value: true };
    default:
      return { text: shown || (said['office:string-value'] ?? '') };
  }
}

/** The paragraphs of an element, a line each. */
export function paragraphsIn(element: XmlElement): string {
  return elementsOf(element, 'text:p')
    .map((paragraph) => charactersOf(paragraph))
    .join('\n')
    .trim();
}

/** A day without a time of day, where it has none; no seconds where they are none. */
function plainMoment(moment: string): string {
  return moment.replace(/(:\d\d):00(?:[.,]0+)?$/, '$1').replace(/T00:00$/, '');
}

/** Runs of white space are one space, further ones are elements (OpenDocument 1.3 part 3, 6.1.2). */
function charactersOf(element: XmlElement): string {
  let text = '';
  for (const child of element.children) {
    text += typeof child === 'string' ? child.replace(/[ \t\r\n]+/g, ' ') : inline(child);
  }
  return text;
}

/** More spaces in one place than anybody sets. */
const MOST_SPACES = 1000;

function inline(element: XmlElement): string {
  switch (element.name) {
    case 'text:s':
      return ' '.repeat(Math.min(Number(element.attributes['text:c'] ?? 1) || 1, MOST_SPACES));
    case 'text:tab':
      return '\t';
    case 'text:line-break':
      return '\n';
    case 'office:annotation':
      return '';
    case 'text:ruby':
      return textOf(elementsOf(element, 'text:ruby-base')[0]);
    default:
      return charactersOf(element);
  }
}
