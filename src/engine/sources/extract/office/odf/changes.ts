import { plainText } from '../prose.ts';
import { childOf, elementsOf, textOf, type XmlElement } from '../xml.ts';
import { aside, type Story } from './story.ts';

/** Takes the list of changes that stands before the text (OpenDocument 1.3 part 3, 5.5). Of formats none is told. */
export function takeChanges(element: XmlElement, story: Story): void {
  for (const region of elementsOf(element, 'text:changed-region')) {
    const id = region.attributes['xml:id'] ?? region.attributes['text:id'] ?? '';
    const deletion = childOf(region, 'text:deletion');
    const said = deletion ?? childOf(region, 'text:insertion');
    if (said === undefined) continue;
    const info = childOf(said, 'office:change-info');
    story.regions.set(id, {
      change: {
        kind: deletion === undefined ? 'insertion' : 'deletion',
        author: textOf(childOf(info, 'dc:creator')).trim(),
        date: textOf(childOf(info, 'dc:date')).trim(),
      },
      deleted: deletion === undefined ? '' : plainText(aside(story, deletion)),
    });
  }
}
