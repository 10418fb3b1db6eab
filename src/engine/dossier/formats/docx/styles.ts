import { element, namespaces, part, value } from './xml.ts';

const sans = 'Calibri';
const serif = 'Cambria';
const mono = 'Consolas';

/** Fonts that Word's own computers have: those of the PDF are not installed where the document is worked on. */
function fonts(family: string): string {
  return element('w:rFonts', {
    'w:ascii': family,
    'w:hAnsi': family,
    'w:eastAsia': family,
    'w:cs': 'Arial',
  });
}

/** Half points. */
function size(points: number): string {
  return `${value('w:sz', points * 2)}${value('w:szCs', points * 2)}`;
}

const bold = '<w:b/><w:bCs/>';
const quiet = value('w:color', '565B66');

interface Style {
  readonly id: string;
  /** The name Word knows a style of its own by: whoever edits finds it in the list, translated. */
  readonly name: string;
  readonly basedOn?: string;
  readonly next?: string;
  readonly paragraph?: string;
  readonly run?: string;
  /** Offered first in Word's gallery. */
  readonly quick?: true;
  readonly table?: string;
}

function spacing(before: number, after: number, line?: number): string {
  return element('w:spacing', {
    'w:before': before,
    'w:after': after,
    ...(line === undefined ? {} : { 'w:line': line, 'w:lineRule': 'auto' }),
  });
}

function heading(level: number, points: number, before: number): Style {
  return {
    id: `Heading${level}`,
    name: `heading ${level}`,
    basedOn: 'Normal',
    next: 'BodyText',
    paragraph: `<w:keepNext/><w:keepLines/>${level === 1 ? element('w:numPr', {}, value('w:ilvl', 0), value('w:numId', 1)) : ''}${spacing(before, 120)}${value('w:outlineLvl', level - 1)}`,
    run: `${fonts(sans)}${bold}${size(points)}`,
    quick: true,
  };
}

const paragraphs: readonly Style[] = [
  { id: 'BodyText', name: 'Body Text', basedOn: 'Normal', quick: true },
  {
    id: 'Title',
    name: 'Title',
    basedOn: 'Normal',
    next: 'BodyText',
    paragraph: `<w:keepNext/>${spacing(60, 280)}`,
    run: `${bold}${size(26)}`,
    quick: true,
  },
  {
    id: 'Subtitle',
    name: 'Subtitle',
    basedOn: 'Normal',
    next: 'Title',
    paragraph: `<w:keepNext/>${spacing(0, 0)}`,
    run: `${fonts(sans)}<w:caps/>${quiet}${value('w:spacing', 20)}${size(9)}`,
    quick: true,
  },
  heading(1, 14, 480),
  heading(2, 12, 320),
  heading(3, 11, 260),
  heading(4, 10, 220),
  {
    id: 'Quote',
    name: 'Quote',
    basedOn: 'BodyText',
    paragraph: `${element('w:pBdr', {}, element('w:left', { 'w:val': 'single', 'w:sz': 12, 'w:space': 10, 'w:color': 'A9ADB5' }))}${element('w:ind', { 'w:left': 340 })}`,
    quick: true,
  },
  {
    id: 'Caption',
    name: 'caption',
    basedOn: 'Normal',
    next: 'BodyText',
    paragraph: spacing(0, 200),
    run: `${fonts(sans)}${quiet}${size(9)}`,
    quick: true,
  },
  {
    id: 'Picture',
    name: 'Picture',
    basedOn: 'Normal',
    next: 'Caption',
    paragraph: `<w:keepNext/>${spacing(120, 80)}`,
  },
  {
    id: 'Notice',
    name: 'Notice',
    basedOn: 'Normal',
    paragraph: `${element('w:pBdr', {}, element('w:left', { 'w:val': 'single', 'w:sz': 18, 'w:space': 10, 'w:color': '16181D' }))}${spacing(120, 120)}${element('w:ind', { 'w:left': 240 })}`,
    run: '<w:i/><w:iCs/>',
  },
  {
    id: 'Note',
    name: 'Note Text',
    basedOn: 'Normal',
    run: `${fonts(sans)}${quiet}${size(9)}`,
  },
  {
    id: 'ListParagraph',
    name: 'List Paragraph',
    basedOn: 'BodyText',
    paragraph: '<w:contextualSpacing/>',
    quick: true,
  },
  {
    id: 'TableText',
    name: 'Table Text',
    basedOn: 'Normal',
    paragraph: spacing(40, 40, 252),
    run: size(9.5),
  },
  {
    id: 'TableHead',
    name: 'Table Head',
    basedOn: 'TableText',
    paragraph: '<w:keepNext/>',
    run: `${fonts(sans)}${quiet}${size(8.5)}`,
  },
  {
    id: 'TableName',
    name: 'Table Name',
    basedOn: 'TableHead',
    paragraph: spacing(120, 40),
  },
  {
    id: 'AfterTable',
    name: 'After Table',
    basedOn: 'Normal',
    paragraph: spacing(0, 0, 120),
    run: size(4),
  },
  {
    id: 'Entry',
    name: 'Entry',
    basedOn: 'Normal',
    next: 'EntryText',
    paragraph: `<w:keepNext/><w:keepLines/>${spacing(200, 60)}`,
  },
  {
    id: 'EntryText',
    name: 'Entry Text',
    basedOn: 'Normal',
    paragraph: spacing(0, 60),
    run: size(9.5),
  },
  {
    id: 'FootnoteText',
    name: 'footnote text',
    basedOn: 'Normal',
    paragraph: spacing(0, 40, 240),
    run: size(8.5),
  },
  {
    id: 'Header',
    name: 'header',
    basedOn: 'Normal',
    paragraph: spacing(0, 0),
    run: `${fonts(sans)}${quiet}${size(8)}`,
  },
  {
    id: 'Footer',
    name: 'footer',
    basedOn: 'Normal',
    paragraph: spacing(0, 0),
    run: `${fonts(sans)}${quiet}${size(8)}`,
  },
  {
    id: 'TOCHeading',
    name: 'TOC Heading',
    basedOn: 'Normal',
    paragraph: `<w:keepNext/>${spacing(240, 60)}`,
    run: `${fonts(sans)}${quiet}${size(9)}`,
  },
  {
    id: 'TOC1',
    name: 'toc 1',
    basedOn: 'Normal',
    paragraph: `${element('w:tabs', {}, element('w:tab', { 'w:val': 'left', 'w:pos': 440 }))}${spacing(0, 20)}`,
    run: `${fonts(sans)}${size(9.5)}`,
  },
];

/** Text of a marking: Traffic Light Protocol 2.0 (FIRST, 2022), its own colour on black. */
const markings = {
  RED: 'FF2B2B',
  AMBERSTRICT: 'FFC000',
  AMBER: 'FFC000',
  GREEN: '33FF00',
  CLEAR: 'FFFFFF',
} as const;

const runs: readonly Style[] = [
  { id: 'Strong', name: 'Strong', run: bold, quick: true },
  {
    id: 'FootnoteReference',
    name: 'footnote reference',
    run: `${fonts(sans)}${value('w:color', '123F75')}${size(8.5)}`,
  },
  { id: 'Hyperlink', name: 'Hyperlink', run: value('w:color', '123F75') },
  { id: 'Quiet', name: 'Quiet', run: quiet },
  { id: 'Unsourced', name: 'Unsourced', run: '<w:i/><w:iCs/>' },
  {
    id: 'Quotation',
    name: 'Quotation',
    run: element('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': 'FFF1B8' }),
  },
  { id: 'NotedQuotation', name: 'Noted Quotation', run: '' },
  {
    id: 'Code',
    name: 'Code',
    run: `<w:rFonts w:ascii="${mono}" w:hAnsi="${mono}" w:cs="${mono}"/>${size(8)}`,
  },
  {
    id: 'Grade',
    name: 'Grade',
    run: `${fonts(sans)}${bold}${size(8.5)}${element('w:bdr', { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': '16181D' })}`,
  },
  ...Object.entries(markings).map(([marking, colour]): Style => ({
    id: `Marking${marking}`,
    name: `Marking ${marking}`,
    run: `${fonts(sans)}${bold}${value('w:color', colour)}${size(11)}${element('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': '000000' })}`,
  })),
];

const rule = (sz: number, color: string) => ({
  'w:val': 'single',
  'w:sz': sz,
  'w:space': 0,
  'w:color': color,
});
const margins = (side: number) =>
  element(
    'w:tblCellMar',
    {},
    element('w:left', { 'w:w': 0, 'w:type': 'dxa' }),
    element('w:right', { 'w:w': side, 'w:type': 'dxa' }),
  );

const tables: readonly Style[] = [
  {
    id: 'Ledger',
    name: 'Ledger',
    basedOn: 'TableNormal',
    table: `${element('w:tblPr', {}, element('w:tblBorders', {}, element('w:bottom', rule(4, 'A9ADB5')), element('w:insideH', rule(4, 'A9ADB5'))), margins(115))}${element('w:tblStylePr', { 'w:type': 'firstRow' }, element('w:tcPr', {}, element('w:tcBorders', {}, element('w:bottom', rule(8, '16181D')))))}`,
  },
  {
    id: 'Key',
    name: 'Key',
    basedOn: 'TableNormal',
    table: element(
      'w:tblPr',
      {},
      element(
        'w:tblBorders',
        {},
        element('w:top', rule(8, '16181D')),
        element('w:bottom', rule(4, 'A9ADB5')),
        element('w:insideH', rule(4, 'A9ADB5')),
      ),
      margins(115),
    ),
  },
  {
    id: 'Particulars',
    name: 'Particulars',
    basedOn: 'TableNormal',
    table: element('w:tblPr', {}, margins(115)),
  },
];

function written(type: 'paragraph' | 'character' | 'table', style: Style): string {
  return element(
    'w:style',
    {
      'w:type': type,
      'w:styleId': style.id,
      'w:customStyle': style.name === style.id && style.id !== 'Title' ? 1 : undefined,
    },
    value('w:name', style.name),
    style.basedOn === undefined ? '' : value('w:basedOn', style.basedOn),
    style.next === undefined ? '' : value('w:next', style.next),
    style.quick ? '<w:qFormat/>' : '',
    style.paragraph === undefined ? '' : element('w:pPr', {}, style.paragraph),
    style.run === undefined || style.run === '' ? '' : element('w:rPr', {}, style.run),
    style.table ?? '',
  );
}

/** `word/styles.xml`: Word's own styles where it has one, so that an editor works with them as with any document's. */
export function stylesPart(language: string): string {
  const defaults = element(
    'w:docDefaults',
    {},
    element(
      'w:rPrDefault',
      {},
      element(
        'w:rPr',
        {},
        fonts(serif),
        size(10.5),
        element('w:lang', { 'w:val': language, 'w:eastAsia': language, 'w:bidi': 'ar-SA' }),
      ),
    ),
    element('w:pPrDefault', {}, element('w:pPr', {}, spacing(0, 120, 269))),
  );
  return part(
    element(
      'w:styles',
      { 'xmlns:w': namespaces['xmlns:w'] },
      defaults,
      '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
      '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>',
      '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
      '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:semiHidden/></w:style>',
      ...paragraphs.map((style) => written('paragraph', style)),
      ...runs.map((style) => written('character', style)),
      ...tables.map((style) => written('table', style)),
    ),
  );
}
