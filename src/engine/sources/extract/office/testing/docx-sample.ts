import { buildZip } from './build-zip.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const OTHERS = [
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"',
].join(' ');
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A paragraph of Word with what is in it as XML, after its properties. */
export function p(content: string, properties = ''): string {
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`;
}

/** A run of text. */
export function r(text: string, properties = ''): string {
  const said = properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`;
  return `<w:r>${said}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}

export function row(cells: readonly string[], properties = ''): string {
  const said = properties === '' ? '' : `<w:trPr>${properties}</w:trPr>`;
  return `<w:tr>${said}${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr>`;
}

export function wordPart(name: string, content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><w:${name} ${W} ${R} ${OTHERS}>${content}</w:${name}>`;
}

export interface DocxParts {
  /** Parts under `word/`, by name, as XML. */
  readonly parts?: Readonly<Record<string, string>>;
  /** Relationships of the document: id, type, target; a target with `://` is outside. */
  readonly relationships?: readonly (readonly [id: string, type: string, target: string])[];
  /** Other members of the package. */
  readonly members?: Readonly<Record<string, string | Uint8Array>>;
}

/** A document of Word with this in its body. */
export function buildDocx(body: string, { parts, relationships, members }: DocxParts = {}) {
  const files: Record<string, string | Uint8Array> = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relationshipsPart([
      ['m', 'officeDocument', 'word/document.xml'],
      ['c', 'core-properties', 'docProps/core.xml'],
      ['e', 'extended-properties', 'docProps/app.xml'],
    ]),
    'word/document.xml': wordPart('document', `<w:body>${body}</w:body>`),
    'word/_rels/document.xml.rels': relationshipsPart([
      ...Object.keys(parts ?? {}).map(
        (name) => [`part-${name}`, name.replace(/\d*\.xml$/, ''), name] as const,
      ),
      ...(relationships ?? []),
    ]),
  };
  for (const [name, content] of Object.entries(parts ?? {})) files[`word/${name}`] = content;
  return buildZip({ ...files, ...members });
}

export function relationshipsPart(
  entries: readonly (readonly [id: string, type: string, target: string])[],
): string {
  const list = entries.map(([id, type, target]) => {
    const mode = target.includes(':') ? ' TargetMode="External"' : '';
    return `<Relationship Id="${id}" Type="${RELATION}/${type}" Target="${target}"${mode}/>`;
  });
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`;
}
