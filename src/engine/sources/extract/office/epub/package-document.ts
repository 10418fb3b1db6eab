import { posix } from 'node:path';
import { CaseError } from '#contract/error.ts';
import { readDate } from '../../dates.ts';
import { NO_METADATA, type DocumentMetadata } from '../../extraction.ts';
import type { OfficePackage } from '../package.ts';
import { property, type Property } from '../properties.ts';
import { childOf, descendantsOf, elementsOf, readXml, textOf, type XmlElement } from '../xml.ts';

/** A file of a book. */
export interface BookItem {
  readonly id: string;
  /** Name of the member, or an address outside the book. */
  readonly path: string;
  readonly mediaType: string;
  /** `nav`, `scripted` and the like. */
  readonly properties: readonly string[];
}

/** What a book says of itself in its package document (EPUB 3.3, 5). */
export interface PackageDocument {
  readonly items: ReadonlyMap<string, BookItem>;
  /** What is to be read, in its order. */
  readonly spine: readonly BookItem[];
  /** Its text is encrypted against copying. */
  readonly locked: boolean;
  /** The table of contents of EPUB 2. */
  readonly contents: BookItem | undefined;
  readonly metadata: DocumentMetadata;
  readonly properties: readonly Property[];
}

/** Marking of fonts, which is no encryption of the text (EPUB OCF 3.3, 4.3; Adobe's older one). */
const FONTS_ALONE = /#RC$|\/embedding$/;

/** Pages of the text of a book. */
export const PAGE_TYPES = new Set(['application/xhtml+xml', 'text/html', 'text/x-oeb1-document']);

/** @throws CaseError `source.failed` {reason}: it has no package document */
export async function readPackageDocument(office: OfficePackage): Promise<PackageDocument> {
  const path = await packagePath(office);
  const root = await readXml(office.read(path));
  const items = new Map<string, BookItem>();
  for (const { attributes } of elementsOf(childOf(root, 'opf:manifest'), 'opf:item')) {
    const { id = '', href = '', 'media-type': mediaType = '', properties = '' } = attributes;
    items.set(id, {
      id,
      path: memberName(path, href),
      mediaType: mediaType.toLowerCase(),
      properties: properties.split(/\s+/),
    });
  }
  const spine = childOf(root, 'opf:spine');
  const found = elementsOf(spine, 'opf:itemref').map(({ attributes }) =>
    items.get(attributes['idref'] ?? ''),
  );
  const pages = [...new Set(found)].filter((item) => item !== undefined);
  return {
    items,
    // A page that is listed twice is read once.
    spine: pages,
    locked: await isLocked(office, pages),
    contents: items.get(spine?.attributes['toc'] ?? ''),
    ...readMetadata(childOf(root, 'opf:metadata'), root.attributes['unique-identifier'] ?? ''),
  };
}

/** The member an address in another leads to, without its fragment; an address outside the book as it is. */
export function memberName(from: string, href: string): string {
  const [path = ''] = href.split('#', 1);
  if (/^[a-z][a-z0-9+.-]+:/i.test(path)) return path;
  let decoded = path;
  try {
    decoded = decodeURIComponent(path);
  } catch (cause) {
    if (!(cause instanceof URIError)) throw cause;
  }
  return decoded === '' ? from : posix.normalize(posix.join(posix.dirname(from), decoded));
}

async function packagePath(office: OfficePackage): Promise<string> {
  const name = 'META-INF/container.xml';
  if (office.has(name)) {
    const container = await readXml(office.read(name));
    for (const { attributes } of descendantsOf(container, 'ocf:rootfile')) {
      const path = attributes['full-path'] ?? '';
      if (office.has(path)) return path;
    }
  }
  const found = office.names.find((one) => one.toLowerCase().endsWith('.opf'));
  if (found === undefined) throw new CaseError('source.failed', { reason: 'no package document' });
  return found;
}

/** Whether the text itself is encrypted, for which there is no password. */
async function isLocked(office: OfficePackage, spine: readonly BookItem[]): Promise<boolean> {
  const name = 'META-INF/encryption.xml';
  if (!office.has(name)) return false;
  const pages = new Set(spine.map(({ path }) => path));
  for (const data of descendantsOf(await readXml(office.read(name)), 'enc:EncryptedData')) {
    const method = childOf(data, 'enc:EncryptionMethod')?.attributes['Algorithm'] ?? '';
    if (FONTS_ALONE.test(method)) continue;
    for (const { attributes } of descendantsOf(data, 'enc:CipherReference')) {
      if (pages.has(memberName('x', attributes['URI'] ?? ''))) return true;
    }
  }
  return false;
}

function readMetadata(
  element: XmlElement | undefined,
  uniqueId: string,
): { metadata: DocumentMetadata; properties: Property[] } {
  const said = elementsOf(element).filter(({ name }) => name.startsWith('dc:'));
  // EPUB 2 had them within an element of their own.
  for (const inner of elementsOf(element, 'opf:dc-metadata')) said.push(...elementsOf(inner));
  const values = (name: string): string[] =>
    said.filter((one) => one.name === `dc:${name}`).map((one) => textOf(one).trim());
  const properties = said
    .filter((one) => textOf(one).trim() !== '')
    .map((one) => property(one.name.slice(3), textOf(one).trim()));
  for (const meta of elementsOf(element, 'opf:meta')) {
    const own = meta.attributes['property'] ?? '';
    if (own === 'dcterms:modified') properties.push(property('modified', textOf(meta).trim()));
  }
  const unique = said.find(({ attributes }) => attributes['id'] === uniqueId);
  const first = unique === undefined ? undefined : textOf(unique).trim();
  return {
    metadata: {
      ...NO_METADATA,
      title: values('title').find((title) => title !== '') ?? null,
      author:
        values('creator')
          .filter((name) => name !== '')
          .join(', ') || null,
      publisher: values('publisher').find((name) => name !== '') ?? null,
      published: publishedIn(said),
      language: values('language').find((tag) => tag !== '') ?? null,
      url: first !== undefined && /^https?:\/\/\S+$/.test(first) ? first : null,
    },
    properties: properties.slice(0, 200),
  };
}

/** The date of publication; of dates that say nothing else, the first. Programs write the year 101 for none. */
function publishedIn(said: readonly XmlElement[]): string | null {
  const dates = said.filter(({ name }) => name === 'dc:date');
  const event = ({ attributes }: XmlElement): string => attributes['opf:event'] ?? '';
  const date =
    dates.find((one) => event(one) === 'publication') ?? dates.find((one) => event(one) === '');
  const read = date === undefined ? null : readDate(textOf(date));
  return read !== null && read >= '1000' ? read : null;
}
