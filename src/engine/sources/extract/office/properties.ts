import { readDate } from '../dates.ts';
import { NO_METADATA, type DocumentMetadata } from '../extraction.ts';
import type { OfficePackage } from './package.ts';
import { partsOf, relationshipsOf, type Relationship } from './relationships.ts';
import { elementsOf, readXml, textOf } from './xml.ts';

export interface Property {
  readonly name: string;
  readonly value: string;
}

/** More properties than people give a document. */
const MOST_PROPERTIES = 200;
const LONGEST_VALUE = 2000;

/** Of what a program says of a document, what can matter to its reader. */
const APPLICATION = new Set([
  'Application',
  'AppVersion',
  'Company',
  'Manager',
  'Template',
  'TotalTime',
]);

/** What an Office Open XML package says of its document: core, application and custom properties, in that order. */
export async function readProperties(
  office: OfficePackage,
): Promise<{ properties: Property[]; metadata: DocumentMetadata }> {
  const root = await relationshipsOf(office, '');
  const properties: Property[] = [];
  for (const part of partsOf(root, 'core-properties')) {
    properties.push(...(await valuesOf(office, part, () => true)));
  }
  const core = new Map(properties.map(({ name, value }) => [name, value]));
  for (const part of partsOf(root, 'extended-properties', 'extendedProperties')) {
    properties.push(...(await valuesOf(office, part, (name) => APPLICATION.has(name))));
  }
  for (const part of partsOf(root, 'custom-properties', 'customProperties')) {
    properties.push(...(await valuesOf(office, part, () => true)));
  }
  const created = core.get('created');
  return {
    properties: properties.slice(0, MOST_PROPERTIES),
    metadata: {
      ...NO_METADATA,
      title: core.get('title') ?? null,
      author: core.get('creator') ?? null,
      published: created === undefined ? null : readDate(created),
      language: core.get('language') ?? null,
    },
  };
}

/**
 * What a reader should know of a package: `macros`, which are never run; `externalReferences`, which are never fetched (links
 * that a reader may follow are none); `embeddedFiles`, by their names in the package.
 */
export function readHazards(
  office: OfficePackage,
  relationships: Iterable<Relationship>,
): Property[] {
  const names = office.names;
  const hazards: Property[] = [];
  const macros = names.some((name) => /(?:^|\/)vbaProject\.bin$/i.test(name));
  if (macros) hazards.push({ name: 'macros', value: 'yes' });
  const outside = new Set<string>();
  for (const { external, type, target } of relationships) {
    if (external && type !== 'hyperlink') outside.add(`${type}: ${target}`);
  }
  if (outside.size > 0) hazards.push(property('externalReferences', [...outside].join('\n')));
  const embedded = names.filter((name) => /(?:^|\/)(?:embeddings|afchunk)\//i.test(name));
  if (embedded.length > 0) {
    hazards.push(property('embeddedFiles', embedded.join('\n')));
  }
  return hazards;
}

export function property(name: string, value: string | number): Property {
  return { name, value: String(value).slice(0, LONGEST_VALUE).toWellFormed() };
}

async function valuesOf(
  office: OfficePackage,
  part: string,
  wanted: (name: string) => boolean,
): Promise<Property[]> {
  if (!office.has(part)) return [];
  const found: Property[] = [];
  for (const element of elementsOf(await readXml(office.read(part)))) {
    const name = element.attributes['name'] ?? element.name.replace(/^.*:/, '');
    const value = textOf(element).trim();
    if (value !== '' && wanted(name)) found.push(property(name, value));
  }
  return found;
}
