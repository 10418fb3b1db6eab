import type { PrintedDossier } from '../printed/index.ts';
import { escapedXml } from '../escaping.ts';
import type { PackagePart } from './package.ts';
import { paragraph } from './paragraphs.ts';
import type { Media } from './pictures.ts';
import { fieldBegin, fieldEnd, markingRun, tab, textRuns } from './runs.ts';
import { element, namespaces, part, value } from './xml.ts';

const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const opc = 'http://schemas.openxmlformats.org/package/2006';
const mediaTypes: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  svg: 'image/svg+xml',
};
/** Parts of the document beside its text, by the name of their file, their relation and their content. */
const beside = ['styles', 'numbering', 'settings', 'footnotes', 'header', 'footer'] as const;

/** `[Content_Types].xml` (ISO/IEC 29500-2, 10.1.2). */
export function contentTypes(media: readonly Media[]): string {
  const endings = [...new Set(media.map(({ path }) => path.slice(path.lastIndexOf('.') + 1)))];
  const override = (name: string, type: string) =>
    element('Override', { PartName: `/${name}`, ContentType: type });
  return part(
    element(
      'Types',
      { xmlns: `${opc}/content-types` },
      element('Default', {
        Extension: 'rels',
        ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
      }),
      element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
      ...endings.map((ending) =>
        element('Default', { Extension: ending, ContentType: mediaTypes[ending] }),
      ),
      override('word/document.xml', `${main}.document.main+xml`),
      ...beside.map((name) => override(`word/${name}.xml`, `${main}.${name}+xml`)),
      override('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
      override(
        'docProps/app.xml',
        'application/vnd.openxmlformats-officedocument.extended-properties+xml',
      ),
    ),
  );
}

/** What belongs to what: the package to its parts, the document to its own. */
export function relations(media: readonly Media[]): PackagePart[] {
  const relation = (id: string, type: string, target: string) =>
    element('Relationship', { Id: id, Type: type, Target: target });
  const list = (...content: readonly string[]) =>
    part(element('Relationships', { xmlns: `${opc}/relationships` }, ...content));
  return [
    {
      name: '_rels/.rels',
      content: list(
        relation('document', `${office}/officeDocument`, 'word/document.xml'),
        relation('core', `${opc}/relationships/metadata/core-properties`, 'docProps/core.xml'),
        relation('app', `${office}/extended-properties`, 'docProps/app.xml'),
      ),
    },
    {
      name: 'word/_rels/document.xml.rels',
      content: list(
        ...beside.map((name) => relation(name, `${office}/${name}`, `${name}.xml`)),
        ...media.map(({ path, relation: id }) => relation(id, `${office}/image`, path)),
      ),
    },
  ];
}

/** What the document says of itself: title, author, keywords, date and language. */
export function properties(dossier: PrintedDossier): PackagePart[] {
  const leaf = (name: string, text: string) =>
    text === '' ? '' : `<${name}>${escapedXml(text)}</${name}>`;
  const moment = dossier.asOf.includes('T') ? dossier.asOf : `${dossier.asOf}T00:00:00Z`;
  const date = (name: string) =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${escapedXml(moment)}</dcterms:${name}>`;
  return [
    {
      name: 'docProps/core.xml',
      content: part(
        element(
          'cp:coreProperties',
          {
            'xmlns:cp': `${opc}/metadata/core-properties`,
            'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
            'xmlns:dcterms': 'http://purl.org/dc/terms/',
            'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
          },
          leaf('dc:title', dossier.title),
          leaf('dc:subject', dossier.kicker),
          leaf('dc:creator', dossier.author),
          leaf('cp:keywords', dossier.keywords.join('; ')),
          leaf('dc:language', dossier.language),
          leaf('cp:lastModifiedBy', dossier.author),
          date('created'),
          date('modified'),
        ),
      ),
    },
    {
      name: 'docProps/app.xml',
      content: part(
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Legajo</Application></Properties>',
      ),
    },
  ];
}

/** `word/settings.xml`. */
export function settingsPart(dossier: PrintedDossier, twoSided: boolean): string {
  return part(
    element(
      'w:settings',
      { 'xmlns:w': namespaces['xmlns:w'] },
      twoSided ? '<w:mirrorMargins/>' : '',
      value('w:defaultTabStop', 454),
      element(
        'w:footnotePr',
        {},
        element('w:footnote', { 'w:id': -1 }),
        element('w:footnote', { 'w:id': 0 }),
      ),
      element(
        'w:compat',
        {},
        element('w:compatSetting', {
          'w:name': 'compatibilityMode',
          'w:uri': 'http://schemas.microsoft.com/office/word',
          'w:val': 15,
        }),
      ),
      element('w:themeFontLang', { 'w:val': dossier.language, 'w:bidi': 'ar-SA' }),
    ),
  );
}

const field = (instruction: string) => `${fieldBegin(instruction)}${textRuns('1')}${fieldEnd}`;

/** A paragraph with tab stops, in twentieths of a point from the margin. */
function line(style: string, stops: Readonly<Record<string, number>>, runs: string): string {
  const tabs = element(
    'w:tabs',
    {},
    ...Object.entries(stops).map(([side, at]) =>
      element('w:tab', { 'w:val': side, 'w:pos': Math.round(at) }),
    ),
  );
  return paragraph(style, runs).replace('</w:pPr>', `${tabs}</w:pPr>`);
}

/** The head of each page: the case, and the marking at the right. */
export function headerPart(dossier: PrintedDossier, width: number): string {
  return part(
    element(
      'w:hdr',
      namespaces,
      line(
        'Header',
        { right: width },
        `${textRuns(dossier.runningHead)}${tab}${markingRun(dossier.marking)}`,
      ),
    ),
  );
}

/** The foot of each page: the page out of how many, the marking again, date and revision. */
export function footerPart(dossier: PrintedDossier, width: number): string {
  const page = dossier.pageOf
    .split(/(\{pages?\})/)
    .map((piece) =>
      piece === '{page}'
        ? field('PAGE')
        : piece === '{pages}'
          ? field('NUMPAGES')
          : textRuns(piece),
    )
    .join('');
  return part(
    element(
      'w:ftr',
      namespaces,
      line('Footer', { right: width }, `${page}${tab}${markingRun(dossier.marking)}`),
      paragraph('Footer', textRuns(dossier.runningFoot)),
    ),
  );
}
