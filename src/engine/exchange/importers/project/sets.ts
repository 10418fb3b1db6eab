import type { XmlElement } from '@rgrove/parse-xml';
import { elementsOf, localName } from '../../refi/xml.ts';
import type { Remarks } from '../remarks.ts';
import { attributeOf, childrenOf, guidOf, textOf } from './foreign-xml.ts';

/**
 * The sets of a file in words, since a case has none: their names and their members, those without members too.
 *
 * @param nameOf the name of what a guid stands for, when the file has it
 */
export function readSets(
  parent: XmlElement,
  nameOf: (guid: string) => string | undefined,
  remarks: Remarks,
): string[] {
  const words: string[] = [];
  for (const part of childrenOf(parent, 'Sets').flatMap(elementsOf)) {
    if (localName(part.name) !== 'Set') {
      remarks.add('unknownElement', localName(part.name), 'Sets');
      continue;
    }
    const name = attributeOf(part, 'name');
    const members = elementsOf(part).filter((one) => localName(one.name).startsWith('Member'));
    remarks.add('set', name, 'Sets', members.length);
    const names = members.map((member) => nameOf(guidOf(member, 'targetGUID')) ?? '?');
    const said = textOf(part, 'Description');
    words.push(
      `Set “${name}”: ${names.length === 0 ? '—' : names.join(', ')}${said === '' ? '' : `\n${said}`}`,
    );
  }
  return words;
}
