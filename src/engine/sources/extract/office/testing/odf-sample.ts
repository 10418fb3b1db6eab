import { buildZip } from './build-zip.ts';

const OASIS = 'urn:oasis:names:tc:opendocument:xmlns:';
const NAMESPACES = [
  ...['office', 'text', 'table', 'style', 'presentation', 'meta'].map(
    (name) => `xmlns:${name}="${OASIS}${name}:1.0"`,
  ),
  `xmlns:draw="${OASIS}drawing:1.0"`,
  `xmlns:fo="${OASIS}xsl-fo-compatible:1.0"`,
  'xmlns:xlink="http://www.w3.org/1999/xlink"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"',
].join(' ');

export interface OdfParts {
  /** In the content's `office:automatic-styles`. */
  readonly automatic?: string;
  /** In the `office:styles` of `styles.xml`. */
  readonly styles?: string;
  /** In its `office:master-styles`. */
  readonly masters?: string;
  /** In the `office:meta` of `meta.xml`. */
  readonly meta?: string;
  readonly members?: Readonly<Record<string, string | Uint8Array>>;
}

export function odfPart(name: string, content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><office:${name} ${NAMESPACES} office:version="1.3">${content}</office:${name}>`;
}

/** A document of OpenDocument with this in its body. */
export function buildOdf(
  sort: 'text' | 'presentation' | 'spreadsheet',
  body: string,
  parts: OdfParts = {},
) {
  return buildZip({
    mimetype: `application/vnd.oasis.opendocument.${sort}`,
    'content.xml': odfPart(
      'document-content',
      `<office:automatic-styles>${parts.automatic ?? ''}</office:automatic-styles><office:body><office:${sort}>${body}</office:${sort}></office:body>`,
    ),
    'styles.xml': odfPart(
      'document-styles',
      `<office:styles>${parts.styles ?? ''}</office:styles><office:master-styles>${parts.masters ?? ''}</office:master-styles>`,
    ),
    'meta.xml': odfPart('document-meta', `<office:meta>${parts.meta ?? ''}</office:meta>`),
    ...parts.members,
  });
}
