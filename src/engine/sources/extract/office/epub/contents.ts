import { decodeText } from '../../encoding.ts';
import { limitNesting } from '../../html-nesting.ts';
import { isElement, parsePage, walkTree, type HtmlElement } from '../../html-tree.ts';
import type { OfficePackage } from '../package.ts';
import { childOf, elementsOf, readXml, textOf, type XmlElement } from '../xml.ts';
import { typesOf } from './chapter.ts';
import type { PackageDocument } from './package-document.ts';

export interface Entry {
  readonly title: string;
  readonly page: null;
  readonly level: number;
}

const LONGEST_TITLE = 500;

/** The table of contents: the navigation document of EPUB 3, or the NCX of EPUB 2. */
export async function readContents(
  office: OfficePackage,
  { items, contents }: PackageDocument,
): Promise<Entry[]> {
  const navigation = [...items.values()].find(({ properties }) => properties.includes('nav'));
  if (navigation !== undefined && office.has(navigation.path)) {
    return readNavigation(await office.bytes(navigation.path));
  }
  const ncx =
    contents ??
    [...items.values()].find(({ mediaType }) => mediaType === 'application/x-dtbncx+xml');
  if (ncx === undefined || !office.has(ncx.path)) return [];
  const root = await readXml(office.read(ncx.path));
  return pointsIn(childOf(root, 'ncx:navMap'), 1);
}

function readNavigation(bytes: Uint8Array): Entry[] {
  const page = parsePage(limitNesting(decodeText(bytes, 'utf-8').text));
  const entries: Entry[] = [];
  let within = 0;
  let level = 0;
  const isContents = (element: HtmlElement): boolean =>
    element.nodeName === 'NAV' && typesOf(element).some((type) => /^(?:doc-)?toc$/.test(type));
  walkTree(page.body, {
    enter(node) {
      if (!isElement(node)) return false;
      if (isContents(node)) within += 1;
      if (node.nodeName === 'OL') level += 1;
      if (within > 0 && level > 0 && (node.nodeName === 'A' || node.nodeName === 'SPAN')) {
        add(entries, node.textContent ?? '', level);
        return false;
      }
      return true;
    },
    leave(node) {
      if (isElement(node) && isContents(node)) within -= 1;
      if (node.nodeName === 'OL') level -= 1;
    },
  });
  return entries;
}

function pointsIn(parent: XmlElement | undefined, level: number): Entry[] {
  const entries: Entry[] = [];
  for (const point of elementsOf(parent, 'ncx:navPoint')) {
    add(entries, textOf(childOf(point, 'ncx:navLabel', 'ncx:text')), level);
    entries.push(...pointsIn(point, level + 1));
  }
  return entries;
}

function add(entries: Entry[], text: string, level: number): void {
  const title = text.replaceAll(/\s+/g, ' ').trim().slice(0, LONGEST_TITLE).toWellFormed();
  if (title !== '') entries.push({ title, page: null, level });
}
