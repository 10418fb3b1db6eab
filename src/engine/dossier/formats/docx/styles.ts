import { paragraphStyles } from './paragraph-styles.ts';
import { bold, fonts, mono, quiet, sans, serif, size, spacing, type Style } from './style.ts';
import { element, namespaces, part, value } from './xml.ts';

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
      ...paragraphStyles.map((style) => written('paragraph', style)),
      ...runs.map((style) => written('character', style)),
      ...tables.map((style) => written('table', style)),
    ),
  );
}
