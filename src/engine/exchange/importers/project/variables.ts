import type { XmlElement } from '@rgrove/parse-xml';
import { Provenance, type ProvenanceChanges } from '#contract/source.ts';
import { Handling, Reliability } from '#contract/vocabulary.ts';
import { isEdtf } from '#shared/edtf.ts';
import { elementsOf, localName } from '../../refi/xml.ts';
import type { Remarks } from '../remarks.ts';
import { attributeOf, childrenOf, guidOf, textOf } from './foreign-xml.ts';

/** The variables of a project: what is recorded of its sources and cases in columns. */
export class Variables {
  readonly #names: ReadonlyMap<string, string>;
  readonly #remarks: Remarks;

  constructor(project: XmlElement, remarks: Remarks) {
    this.#remarks = remarks;
    this.#names = new Map(
      childrenOf(project, 'Variables')
        .flatMap(elementsOf)
        .map((one) => [guidOf(one), attributeOf(one, 'name')]),
    );
  }

  /** What this program said of a source in variables. A value that is none is left out. */
  provenanceOf(element: XmlElement): ProvenanceChanges {
    const said = new Map(
      this.#pairs(element).map(({ name, value }) => [name.replace(/^source: /, ''), value]),
    );
    const provenance: ProvenanceChanges = {};
    for (const field of ['publisher', 'author', 'url', 'language'] as const) {
      const parsed = Provenance.shape[field].safeParse(said.get(field) ?? '');
      if (parsed.success && parsed.data !== '') provenance[field] = parsed.data;
    }
    const published = said.get('published') ?? '';
    if (isEdtf(published)) provenance.published = published;
    const handling = Handling.safeParse(said.get('handling'));
    if (handling.success) provenance.handling = handling.data;
    const reliability = Reliability.safeParse(said.get('reliability'));
    if (reliability.success) provenance.reliability = reliability.data;
    return provenance;
  }

  /** The values that a source or a case has, a line for each. */
  of(element: XmlElement): string[] {
    return this.#pairs(element).map(({ name, value }) => {
      this.#remarks.add('variable', name, attributeOf(element, 'name'));
      return `${name}: ${value}`;
    });
  }

  #pairs(element: XmlElement): { name: string; value: string }[] {
    return childrenOf(element, 'VariableValue').map((pair) => {
      const [ref] = childrenOf(pair, 'VariableRef');
      const name = ref === undefined ? '?' : (this.#names.get(guidOf(ref, 'targetGUID')) ?? '?');
      const value = elementsOf(pair)
        .filter((one) => localName(one.name) !== 'VariableRef')
        .map(({ text }) => text.trim())
        .join(' ');
      return { name, value };
    });
  }
}

/** The cases of a project in words: what a program gathers about one person or place across sources. */
export function readCases(
  project: XmlElement,
  {
    variables,
    nameOf,
    remarks,
  }: { variables: Variables; nameOf: (guid: string) => string | undefined; remarks: Remarks },
): string[] {
  return childrenOf(project, 'Cases')
    .flatMap(elementsOf)
    .map((one) => {
      const name = attributeOf(one, 'name');
      remarks.add('case', name, 'Cases');
      const of = elementsOf(one)
        .filter((part) => ['SourceRef', 'CodeRef'].includes(localName(part.name)))
        .flatMap((part) => nameOf(guidOf(part, 'targetGUID')) ?? []);
      const lines = [textOf(one, 'Description'), of.join(', '), ...variables.of(one)];
      return [`“${name}”`, ...lines.filter((line) => line !== '')].join('\n');
    });
}
