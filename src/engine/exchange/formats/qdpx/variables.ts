import type { Content } from '../content.ts';
import { derivedId } from '../derived-id.ts';
import { propertyLabel } from '../words.ts';
import type { XmlText } from '../xml-text.ts';

/** What a project says of entities and of sources beside their name, each in a variable. */
export const entityFields = ['kind', 'schema', 'handling', 'other names'] as const;
export const sourceFields = [
  'handling',
  'reliability',
  'publisher',
  'author',
  'published',
  'url',
  'language',
  'file name',
  'SHA-256',
] as const;

type Of = 'entity' | 'property' | 'source';

/** The variables of a project: fields of entities and sources, and the properties that attributes are of. */
export class Variables {
  readonly #content: Content;
  readonly #xml: XmlText;

  constructor(content: Content, xml: XmlText) {
    this.#content = content;
    this.#xml = xml;
  }

  declared(): string {
    const { language } = this.#content.case();
    const all = [
      ...entityFields.map((field) => this.#variable('entity', field, field)),
      ...this.#content
        .properties()
        .map((one) => this.#variable('property', one, propertyLabel(one, language))),
      ...sourceFields.map((field) => this.#variable('source', field, `source: ${field}`)),
    ];
    return `<Variables>\n${all.join('\n')}\n</Variables>\n`;
  }

  /** What a variable is of a case or source; nothing where it is empty. */
  value(of: Of, field: string, value: string): string {
    if (value === '') return '';
    const ref = this.#xml.element('VariableRef', { targetGUID: derivedId('variable', of, field) });
    return this.#xml.element('VariableValue', {}, ref + this.#xml.leaf('TextValue', {}, value));
  }

  #variable(of: Of, field: string, name: string): string {
    return this.#xml.element('Variable', {
      guid: derivedId('variable', of, field),
      name,
      typeOfVariable: 'Text',
    });
  }
}
