import type { XmlElement } from '@rgrove/parse-xml';
import { CaseError } from '#contract/error.ts';
import { isEdtf } from '#shared/edtf.ts';
import { elementsOf, localName, readXml } from '../../refi/xml.ts';

/**
 * The root of an XML file of another program, whatever stands before its declaration.
 *
 * @throws CaseError `foreign.unreadable` {line}
 */
export function readForeignXml(bytes: Uint8Array, path: string): XmlElement {
  // Byte order marks and white space, in whatever order; in UTF-16 nothing is to be found here.
  const before = /^(?:\u00ef\u00bb\u00bf|[ \t\r\n](?!\0))*/;
  const from = before.exec(Buffer.from(bytes.subarray(0, 100)).toString('latin1'))?.[0].length ?? 0;
  try {
    return readXml(bytes.subarray(from), path);
  } catch (error) {
    if (!(error instanceof CaseError) || error.code !== 'codebook.unreadable') throw error;
    throw new CaseError('foreign.unreadable', error.details, error);
  }
}

/** The elements of a name right beneath one. */
export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return elementsOf(element).filter((one) => localName(one.name) === name);
}

/** An attribute, whatever the case of its first letter, as programs differ in it; empty when there is none. */
export function attributeOf({ attributes }: XmlElement, name: string): string {
  const upper = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
  return (attributes[name] ?? attributes[upper] ?? '').trim();
}

/** A GUID for comparing: without braces, in small letters. */
export function guidOf(element: XmlElement, name = 'guid'): string {
  return attributeOf(element, name).replaceAll(/[{}]/g, '').toLowerCase();
}

/** The text of the elements of a name right beneath one. */
export function textOf(element: XmlElement, name: string): string {
  return childrenOf(element, name)
    .map(({ text }) => text.trim())
    .filter((text) => text !== '')
    .join('\n\n');
}

/** When something was made, as ISO 8601 in UTC; null when it is not said, or lies ahead. */
export function madeAt(element: XmlElement): string | null {
  const said = attributeOf(element, 'creationDateTime') || attributeOf(element, 'modifiedDateTime');
  if (!/^\d{4}-\d{2}-\d{2}T/.test(said) || !isEdtf(said.slice(0, 10))) return null;
  // Programs that leave out the zone write UTC, as the standard has it.
  const time = Date.parse(/(?:Z|[+-]\d{2}:?\d{2})$/.test(said) ? said : `${said}Z`);
  return Number.isNaN(time) || time > Date.now() ? null : new Date(time).toISOString();
}
