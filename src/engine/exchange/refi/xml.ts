import { parseXml, XmlElement, XmlError } from '@rgrove/parse-xml';
import { CaseError } from '#contract/error.ts';

/**
 * The root element of an XML file, as other programs write it: in UTF-8 or UTF-16, with a byte order mark or without, or
 * in the encoding that its declaration names. What a document declares itself (DTD) is passed over and never expanded, so
 * an entity that is none of XML's own five is an error: a file cannot grow as it is read.
 *
 * @param path of the file, for the error
 * @throws CaseError `codebook.unreadable`
 */
export function readXml(bytes: Uint8Array, path: string): XmlElement {
  try {
    const { root } = parseXml(decoded(bytes));
    if (root !== null) return root;
  } catch (error) {
    if (error instanceof XmlError) {
      throw new CaseError('codebook.unreadable', { path, line: error.line }, error);
    }
    // Bytes that are not of their encoding, an encoding that is not known, elements nested without end.
    if (error instanceof TypeError || error instanceof RangeError) {
      throw new CaseError('codebook.unreadable', { path }, error);
    }
    throw error;
  }
  throw new CaseError('codebook.unreadable', { path });
}

/** Text of an XML file by its byte order mark, else by its declaration, else as UTF-8 (XML 1.0, appendix F). */
function decoded(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0x3c && second === 0x00) return 'utf-16le';
  if (first === 0x00 && second === 0x3c) return 'utf-16be';
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  return (
    /^(?:\u00ef\u00bb\u00bf)?<\?xml[^>]*\sencoding\s*=\s*["']([\w.-]+)["']/.exec(head)?.[1] ??
    'utf-8'
  );
}

/** The elements right beneath one. */
export function elementsOf(element: XmlElement): XmlElement[] {
  return element.children.filter((child): child is XmlElement => child instanceof XmlElement);
}

/** An element's or attribute's name without the prefix of its namespace. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** An element, as text. `content` is XML already; attributes that are undefined are left out. */
export function writeElement(
  name: string,
  attributes: Record<string, string | undefined>,
  content: string,
): string {
  const written = Object.entries(attributes)
    .filter((pair): pair is [string, string] => pair[1] !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(value)}"`)
    .join('');
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

const references: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

/** Text as it stands between tags. What XML 1.0 has no way to write becomes U+FFFD. */
export function escapedText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replaceAll(/[&<>"\r]/g, (sign) => references[sign] ?? sign);
}

/** Text as an attribute's value: line ends and tabs would be read as spaces if they were not written as references. */
function escaped(text: string): string {
  return escapedText(text).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}
