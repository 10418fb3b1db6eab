import { buildZip } from './build-zip.ts';

export interface EpubParts {
  /** Pages under `OEBPS/`, by name. */
  readonly chapters: Readonly<Record<string, string>>;
  /** Names of the pages in the order of the spine; as they are given where left out. */
  readonly spine?: readonly string[];
  /** In the package document's `metadata`. */
  readonly metadata?: string;
  /** In its `manifest`, besides the pages. */
  readonly manifest?: string;
  readonly members?: Readonly<Record<string, string | Uint8Array>>;
}

/** A page of a book with this in its body. */
export function chapter(body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>x</title></head><body>${body}</body></html>`;
}

export function buildEpub({ chapters, spine, metadata, manifest, members }: EpubParts) {
  const names = Object.keys(chapters);
  const items = names.map(
    (name) => `<item id="${name}" href="${name}" media-type="application/xhtml+xml"/>`,
  );
  const pages = Object.fromEntries(names.map((name) => [`OEBPS/${name}`, chapters[name] ?? '']));
  return buildZip({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml':
      '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    'OEBPS/book.opf': `<package xmlns="http://www.idpf.org/2007/opf" unique-identifier="uid" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">${metadata ?? ''}</metadata><manifest>${items.join('')}${manifest ?? ''}</manifest><spine>${(spine ?? names).map((name) => `<itemref idref="${name}"/>`).join('')}</spine></package>`,
    ...pages,
    ...members,
  });
}
