const STRICT = 'http://purl.oclc.org/ooxml/';
const TRANSITIONAL = 'http://schemas.openxmlformats.org/';
const ODF = 'urn:oasis:names:tc:opendocument:xmlns:';

/** The prefixes this code knows namespaces by, whatever prefix a document has for them. */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  // Office Open XML, ECMA-376: transitional and strict.
  [`${TRANSITIONAL}wordprocessingml/2006/main`, 'w'],
  [`${STRICT}wordprocessingml/main`, 'w'],
  [`${TRANSITIONAL}spreadsheetml/2006/main`, 'x'],
  [`${STRICT}spreadsheetml/main`, 'x'],
  [`${TRANSITIONAL}presentationml/2006/main`, 'p'],
  [`${STRICT}presentationml/main`, 'p'],
  [`${TRANSITIONAL}drawingml/2006/main`, 'a'],
  [`${STRICT}drawingml/main`, 'a'],
  [`${TRANSITIONAL}drawingml/2006/spreadsheetDrawing`, 'xdr'],
  [`${STRICT}drawingml/spreadsheetDrawing`, 'xdr'],
  [`${TRANSITIONAL}drawingml/2006/diagram`, 'dgm'],
  [`${STRICT}drawingml/diagram`, 'dgm'],
  [`${TRANSITIONAL}drawingml/2006/chart`, 'c'],
  [`${STRICT}drawingml/chart`, 'c'],
  [`${TRANSITIONAL}officeDocument/2006/relationships`, 'r'],
  [`${STRICT}officeDocument/relationships`, 'r'],
  [`${TRANSITIONAL}officeDocument/2006/math`, 'm'],
  [`${STRICT}officeDocument/math`, 'm'],
  [`${TRANSITIONAL}officeDocument/2006/extended-properties`, 'app'],
  [`${STRICT}officeDocument/extendedProperties`, 'app'],
  [`${TRANSITIONAL}officeDocument/2006/custom-properties`, 'custom'],
  [`${STRICT}officeDocument/customProperties`, 'custom'],
  [`${TRANSITIONAL}package/2006/relationships`, 'rel'],
  [`${TRANSITIONAL}package/2006/metadata/core-properties`, 'cp'],
  [`${TRANSITIONAL}markup-compatibility/2006`, 'mc'],
  ['http://schemas.microsoft.com/office/word/2010/wordml', 'w14'],
  ['http://schemas.microsoft.com/office/word/2012/wordml', 'w15'],
  ['http://schemas.microsoft.com/office/powerpoint/2018/8/main', 'p188'],
  ['http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments', 'xtc'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['http://purl.org/dc/terms/', 'dcterms'],
  // OpenDocument 1.3, part 3.
  [`${ODF}office:1.0`, 'office'],
  [`${ODF}text:1.0`, 'text'],
  [`${ODF}table:1.0`, 'table'],
  [`${ODF}style:1.0`, 'style'],
  [`${ODF}drawing:1.0`, 'draw'],
  [`${ODF}presentation:1.0`, 'presentation'],
  [`${ODF}meta:1.0`, 'meta'],
  [`${ODF}manifest:1.0`, 'manifest'],
  [`${ODF}script:1.0`, 'script'],
  [`${ODF}xsl-fo-compatible:1.0`, 'fo'],
  [`${ODF}container`, 'ocf'],
  ['http://www.w3.org/1999/xlink', 'xlink'],
  ['http://www.w3.org/2001/04/xmlenc#', 'enc'],
  ['http://www.w3.org/XML/1998/namespace', 'xml'],
  // EPUB 3.3.
  ['http://www.idpf.org/2007/opf', 'opf'],
  ['http://www.daisy.org/z3986/2005/ncx/', 'ncx'],
]);

/** A name with the prefix we know its namespace by; `?` stands for one that is not ours, nothing for none. */
export function knownName(uri: string, local: string): string {
  return uri === '' ? local : `${PREFIXES.get(uri) ?? '?'}:${local}`;
}
