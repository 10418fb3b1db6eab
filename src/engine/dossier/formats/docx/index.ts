import type { DossierLook } from '#contract/dossier.ts';
import type { DossierFiles } from '../../model.ts';
import type { PrintedBlock, PrintedDossier, PrintedPicture } from '../printed/index.ts';
import { WordWriter } from './blocks.ts';
import { paragraph } from './paragraphs.ts';
import { Citations } from './notes.ts';
import { zipOf } from './package.ts';
import {
  contentTypes,
  footerPart,
  headerPart,
  properties,
  relations,
  settingsPart,
} from './parts.ts';
import { Pictures } from './pictures.ts';
import { fieldBegin, fieldEnd, tab, textRuns } from './runs.ts';
import { numberingPart } from './numbering.ts';
import { stylesPart } from './styles.ts';
import { element, namespaces, part } from './xml.ts';

/** Twentieths of a point. */
const papers = {
  a4: { width: 11906, height: 16838 },
  letter: { width: 12240, height: 15840 },
} as const;
/** What a picture beside the title takes of the width. */
const besidePortrait = 2040;
const margin = { side: 1304, top: 1700, bottom: 1500, edge: 680 } as const;

/**
 * A dossier as a Word document (ISO/IEC 29500, transitional). Written part by part and not through a library of objects:
 * those put the time, and ids drawn by lot, into what they write, and the same dossier is to be the same bytes.
 */
export async function docxFile(
  dossier: PrintedDossier,
  files: DossierFiles,
  look: Pick<DossierLook, 'paper' | 'twoSided'>,
): Promise<Uint8Array<ArrayBuffer>> {
  const paper = papers[look.paper];
  const width = paper.width - 2 * margin.side;
  const pictures = new Pictures(files, { width, height: (paper.height - 3200) * 0.85 });
  await pictures.prepare(dossier.sections.flatMap(({ blocks }) => picturesIn(blocks)));
  const citations = new Citations(dossier);
  const writer = new WordWriter(dossier, citations, pictures, width);
  const portrait = dossier.portrait === null ? null : pictures.draw(dossier.portrait, true);
  const body = [
    paragraph('Subtitle', `${portrait ?? ''}${textRuns(dossier.kicker)}`),
    paragraph('Title', textRuns(dossier.title)),
    writer.particulars(dossier.particulars, 0, portrait === null ? 0 : besidePortrait),
    ...dossier.notices.map((notice) => paragraph('Notice', writer.phrase(notice))),
    contents(dossier),
    ...dossier.sections.map(
      ({ id, title, blocks }) =>
        `${writer.anchored(bookmark(id), 'Heading1', textRuns(title))}${writer.blocks(blocks)}`,
    ),
    element(
      'w:sectPr',
      {},
      element('w:headerReference', { 'w:type': 'default', 'r:id': 'header' }),
      element('w:footerReference', { 'w:type': 'default', 'r:id': 'footer' }),
      element('w:pgSz', { 'w:w': paper.width, 'w:h': paper.height }),
      element('w:pgMar', {
        'w:top': margin.top,
        'w:right': margin.side - (look.twoSided ? 227 : 0),
        'w:bottom': margin.bottom,
        'w:left': margin.side + (look.twoSided ? 227 : 0),
        'w:header': margin.edge,
        'w:footer': margin.edge,
        'w:gutter': 0,
      }),
    ),
  ].join('');
  const document = part(element('w:document', namespaces, element('w:body', {}, body)));
  const footnotes = citations.footnotes(({ about }) => writer.phrase(about));
  return zipOf([
    { name: '[Content_Types].xml', content: contentTypes(pictures.media) },
    ...relations(pictures.media),
    ...properties(dossier),
    { name: 'word/document.xml', content: document },
    { name: 'word/styles.xml', content: stylesPart(dossier.language) },
    { name: 'word/numbering.xml', content: numberingPart(writer.lists) },
    { name: 'word/settings.xml', content: settingsPart(dossier, look.twoSided) },
    { name: 'word/footnotes.xml', content: footnotes },
    { name: 'word/header.xml', content: headerPart(dossier, width) },
    { name: 'word/footer.xml', content: footerPart(dossier, width) },
    ...pictures.media.map(({ path, bytes }) => ({ name: `word/${path}`, content: bytes })),
  ]);
}

/** A table of contents that Word can bring up to date, already filled in. */
function contents({ contents: heading, sections }: PrintedDossier): string {
  const lines = sections.map(({ id, number, title }) =>
    element(
      'w:hyperlink',
      { 'w:anchor': bookmark(id), 'w:history': 1 },
      textRuns(String(number)),
      tab,
      textRuns(title),
    ),
  );
  const begin = fieldBegin('TOC \\o "1-1" \\h \\z \\n');
  return [
    paragraph('TOCHeading', textRuns(heading)),
    ...lines.map((line, at) =>
      paragraph(
        'TOC1',
        `${at === 0 ? begin : ''}${line}${at === lines.length - 1 ? fieldEnd : ''}`,
      ),
    ),
  ].join('');
}

function bookmark(section: string): string {
  return `_Toc_${section.replaceAll(/[^\w]/g, '_')}`.slice(0, 40);
}

function picturesIn(blocks: readonly PrintedBlock[]): PrintedPicture[] {
  return blocks.flatMap((block) => {
    if (block.type === 'picture') return [block];
    if (block.type === 'list') return block.items.flatMap(picturesIn);
    return block.type === 'quote' || block.type === 'entry' ? picturesIn(block.blocks) : [];
  });
}
