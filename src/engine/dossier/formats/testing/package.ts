import { parseXml, XmlElement, XmlText } from '@rgrove/parse-xml';
import { fromBufferPromise } from 'yauzl';

/** The files of a ZIP, by their names. */
export async function unzipped(bytes: Uint8Array): Promise<ReadonlyMap<string, Buffer>> {
  const zip = await fromBufferPromise(Buffer.from(bytes));
  const files = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry))
      chunks.push(Buffer.from(chunk));
    files.set(entry.fileName, Buffer.concat(chunks));
  }
  return files;
}

/** All elements of a name in an XML part, in the order in which they stand. */
export function elementsNamed(xml: string, name: string): XmlElement[] {
  const { root } = parseXml(xml);
  return root === null ? [] : within(root, name);
}

/** All elements of a name in an element, itself among them. */
export function within(element: XmlElement, name: string): XmlElement[] {
  return [
    ...(element.name === name ? [element] : []),
    ...element.children.flatMap((child) =>
      child instanceof XmlElement ? within(child, name) : [],
    ),
  ];
}

/** The words in an element. */
export function textOf(element: XmlElement): string {
  return element.children
    .map((child) =>
      child instanceof XmlText ? child.text : child instanceof XmlElement ? textOf(child) : '',
    )
    .join('');
}
