import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What a reader's program finds in a PDF. */
export interface ReadBack {
  /** Text of each page, runs joined as they follow one another, white space as one space. */
  readonly pages: readonly string[];
  /** Where each run of text begins, in points from the lower left, page by page: the layout. */
  readonly layout: readonly string[];
  /** Width and height of each page in points, rounded. */
  readonly sizes: readonly (readonly [number, number])[];
  /** Titles of all its entries, each before what is beneath it. */
  readonly outline: readonly string[];
  readonly title: string | undefined;
  readonly language: string | undefined;
  readonly created: string | undefined;
  readonly keywords: string | undefined;
  readonly marked: boolean;
  /** The roles that its structure tree gives to parts of the text: headings, tables, links. */
  readonly roles: ReadonlySet<string>;
  /** What stands for figures for those who cannot see them; empty for one that has nothing. */
  readonly figures: readonly string[];
  readonly xmp: string;
  /** Names of the fonts, and whether each carries its glyphs with it. */
  readonly fonts: ReadonlyMap<string, boolean>;
  /** Number of links to a place inside the document, and the addresses of those that lead out of it. */
  readonly links: { readonly inside: number; readonly outside: readonly string[] };
}

/** Reads a PDF back with another program than the one that wrote it, for tests. */
export async function readBack(pdf: Uint8Array): Promise<ReadBack> {
  const task = getDocument({ data: Uint8Array.from(pdf), verbosity: 0, fontExtraProperties: true });
  try {
    const document = await task.promise;
    const pages: string[] = [];
    const layout: string[] = [];
    const sizes: [number, number][] = [];
    const fonts = new Map<string, boolean>();
    const tree: Tree = { roles: new Set(), figures: [] };
    const links = { inside: 0, outside: new Array<string>() };
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { width, height } = page.getViewport({ scale: 1 });
      sizes.push([Math.round(width), Math.round(height)]);
      const content = await page.getTextContent();
      const runs = content.items.filter((item) => 'str' in item);
      pages.push(
        runs
          .map(({ str, hasEOL }) => `${str}${hasEOL ? ' ' : ''}`)
          .join('')
          .replace(/\s+/g, ' '),
      );
      layout.push(...runs.filter(({ str }) => str.trim() !== '').map(placeOf));
      await page.getOperatorList();
      for (const { fontName } of runs) {
        const font: unknown = page.commonObjs.get(fontName);
        if (isFont(font))
          fonts.set(font.name.replace(/^[A-Z]{6}\+/, ''), font.missingFile !== true);
      }
      collect(await page.getStructTree(), tree);
      const annotations: readonly unknown[] = await page.getAnnotations();
      for (const annotation of annotations) {
        if (typeof annotation !== 'object' || annotation === null) continue;
        if ('dest' in annotation && annotation.dest) links.inside += 1;
        if ('unsafeUrl' in annotation && typeof annotation.unsafeUrl === 'string') {
          links.outside.push(annotation.unsafeUrl);
        }
      }
    }
    return {
      ...(await described(document)),
      pages,
      layout,
      sizes,
      roles: tree.roles,
      figures: tree.figures,
      fonts,
      links,
    };
  } finally {
    await task.destroy();
  }
}

type Described = Pick<
  ReadBack,
  'outline' | 'title' | 'language' | 'created' | 'keywords' | 'marked' | 'xmp'
>;

/** What the document says of itself. */
async function described(document: PDFDocumentProxy): Promise<Described> {
  const { info, metadata } = await document.getMetadata();
  const entries = new Map<string, unknown>(Object.entries(info));
  const raw: unknown = metadata?.getRaw();
  const outline: unknown = await document.getOutline();
  return {
    outline: titlesIn(outline),
    title: textOf(entries.get('Title')),
    language: textOf(entries.get('Language')),
    created: textOf(entries.get('CreationDate')),
    keywords: textOf(entries.get('Keywords')),
    marked: isMarked(await document.getMarkInfo()),
    xmp: textOf(raw) ?? '',
  };
}

function titlesIn(outline: unknown): string[] {
  if (!Array.isArray(outline)) return [];
  const entries: readonly unknown[] = outline;
  return entries.flatMap((entry) => {
    if (typeof entry !== 'object' || entry === null || !('title' in entry)) return [];
    const title = textOf(entry.title) ?? '';
    return [title.replace(/^\d+\s+/, ''), ...('items' in entry ? titlesIn(entry.items) : [])];
  });
}

function placeOf(run: { str: string; transform: unknown }): string {
  const numbers: readonly unknown[] = Array.isArray(run.transform) ? run.transform : [];
  const [x, y] = numbers.slice(4).map((value) => Math.round(Number(value) * 10));
  return `${x},${y}`;
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

interface Tree {
  readonly roles: Set<string>;
  readonly figures: string[];
}

function collect(node: unknown, tree: Tree): void {
  if (typeof node !== 'object' || node === null) return;
  if ('role' in node && typeof node.role === 'string') {
    tree.roles.add(node.role);
    if (node.role === 'Figure') tree.figures.push('alt' in node ? (textOf(node.alt) ?? '') : '');
  }
  if ('children' in node && Array.isArray(node.children)) {
    const children: readonly unknown[] = node.children;
    for (const child of children) collect(child, tree);
  }
}
