import { paragraph, words, type Inline, type Paragraph } from './prose.ts';
import type { Relationship } from './relationships.ts';
import { childOf, descendantsOf, elementsOf, textOf, type XmlElement } from './xml.ts';
import { Bullets } from './bullets.ts';

/** What the text of a shape is read with. */
export interface TextSurroundings {
  readonly relationships: ReadonlyMap<string, Relationship>;
  /** Styles of lists it takes its marks from, the nearest first. */
  readonly styles: readonly (XmlElement | undefined)[];
  readonly hidden: boolean;
}

/** The paragraphs of a text body (ECMA-376, part 1, 21.1.2). */
export function readText(
  body: XmlElement | undefined,
  { relationships, styles, hidden }: TextSurroundings,
  rest: Partial<Paragraph> = {},
): Paragraph[] {
  const bullets = new Bullets([childOf(body, 'a:lstStyle'), ...styles]);
  return elementsOf(body, 'a:p').map((element) => {
    const inlines = readRuns(element, relationships, hidden);
    const empty = inlines.every((inline) => inline.type !== 'words' || inline.text.trim() === '');
    const label = empty ? '' : bullets.next(childOf(element, 'a:pPr'));
    return paragraph(inlines, { label, ...rest });
  });
}

function readRuns(
  element: XmlElement,
  relationships: ReadonlyMap<string, Relationship>,
  hidden: boolean,
): Inline[] {
  const inlines: Inline[] = [];
  let link = '';
  for (const run of elementsOf(element)) {
    const text = textOfRun(run);
    if (text === '') continue;
    const id = childOf(run, 'a:rPr', 'a:hlinkClick')?.attributes['r:id'] ?? '';
    const found = relationships.get(id);
    const target = found?.external === true ? found.target : '';
    // The words of one link are often in several runs.
    if (target !== link) {
      if (link !== '') inlines.push({ type: 'linkEnd' });
      if (target !== '') inlines.push({ type: 'linkStart', target });
      link = target;
    }
    inlines.push(words(text, null, hidden));
  }
  return inlines;
}

function textOfRun(run: XmlElement): string {
  switch (run.name) {
    case 'a:r':
    case 'a:fld':
      // A vertical tab is a line end within a paragraph.
      return textOf(childOf(run, 'a:t')).replaceAll('\v', '\n');
    case 'a:br':
      return '\n';
    default:
      return Array.from(descendantsOf(run, 'm:t'), textOf).join('');
  }
}
