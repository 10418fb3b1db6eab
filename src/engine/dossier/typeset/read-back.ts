import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What a reader's program finds in a PDF. */
export interface ReadBack {
  /** Text of each page, runs joined as they follow one another, white space as one space. */
  readonly pages: readonly string[];
  readonly outline: readonly string[];
  readonly title: string | undefined;
  readonly language: string | undefined;
  readonly created: string | undefined;
  readonly marked: boolean;
  /** The roles that its structure tree gives to parts of the text: headings, tables, links. */
  readonly roles: ReadonlySet<string>;
  readonly xmp: string;
  /** Names of the fonts, and whether each carries its glyphs with it. */
  readonly fonts: ReadonlyMap<string, boolean>;
  /** Number of links to a place inside the document, and of links that lead out of it. */
  readonly links: { readonly inside: number; readonly outside: number };
}

/** Reads a PDF back with another program than the one that wrote it, for tests. */
export async function readBack(pdf: Uint8Array): Promise<ReadBack> {
  const task = getDocument({ data: Uint8Array.from(pdf), verbosity: 0, fontExtraProperties: true });
  try {
    const document = await task.promise;
    const pages: string[] = [];
    const fonts = new Map<string, boolean>();
    const roles = new Set<string>();
    const links = { inside: 0, outside: 0 };
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const content = await page.getTextContent();
      pages.push(
        content.items
          .map((item) => ('str' in item ? `${item.str}${item.hasEOL ? ' ' : ''}` : ''))
          .join('')
          .replace(/\s+/g, ' '),
      );
      await page.getOperatorList();
      for (const { fontName } of content.items.filter((item) => 'str' in item)) {
        const font: unknown = page.commonObjs.get(fontName);
        if (isFont(font))
          fonts.set(font.name.replace(/^[A-Z]{6}\+/, ''), font.missingFile !== true);
      }
      collectRoles(await page.getStructTree(), roles);
      const annotations: readonly unknown[] = await page.getAnnotations();
      for (const annotation of annotations) {
        if (typeof annotation !== 'object' || annotation === null) continue;
        if ('dest' in annotation && annotation.dest) links.inside += 1;
        if ('url' in annotation && annotation.url) links.outside += 1;
      }
    }
    const { info, metadata } = await document.getMetadata();
    const entries = new Map<string, unknown>(Object.entries(info));
    const raw: unknown = metadata?.getRaw();
    return {
      pages,
      outline: (await document.getOutline()).map((entry) => entry.title),
      title: textOf(entries.get('Title')),
      language: textOf(entries.get('Language')),
      created: textOf(entries.get('CreationDate')),
      marked: isMarked(await document.getMarkInfo()),
      roles,
      xmp: textOf(raw) ?? '',
      fonts,
      links,
    };
  } finally {
    await task.destroy();
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function isFont(value: unknown): value is { name: string; missingFile?: boolean } {
  return (
    typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string'
  );
}

/** pdf.js says that it gives an object here, and gives a map. */
function isMarked(markInfo: unknown): boolean {
  return markInfo instanceof Map && markInfo.get('Marked') === true;
}

function collectRoles(node: unknown, roles: Set<string>): void {
  if (typeof node !== 'object' || node === null) return;
  if ('role' in node && typeof node.role === 'string') roles.add(node.role);
  if ('children' in node && Array.isArray(node.children)) {
    const children: readonly unknown[] = node.children;
    for (const child of children) collectRoles(child, roles);
  }
}
