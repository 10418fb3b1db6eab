import { buildZip } from '../../office/testing/build-zip.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** A sheet of a workbook made up by a test. */
export interface SampleSheet {
  readonly name: string;
  /** What is within its element `worksheet`; rows alone may stand without `sheetData`. */
  readonly xml: string;
  readonly state?: string;
  /** Parts it points to, by the last word of the type of its relationship. */
  readonly parts?: Readonly<Record<string, string>>;
}

export interface SampleWorkbook {
  readonly sheets: readonly SampleSheet[];
  /** Each the content of an element `si`. */
  readonly strings?: readonly string[];
  /** The content of `styleSheet`. */
  readonly styles?: string;
  readonly date1904?: boolean;
  /** Further members of the ZIP, or others in place of those made here. */
  readonly members?: Readonly<Record<string, string | Uint8Array>>;
}

/** A workbook as a ZIP. */
export function xlsx(workbook: SampleWorkbook): Promise<Uint8Array> {
  const { sheets, strings = [], styles, date1904 = false, members = {} } = workbook;
  const tabs = sheets.map(
    ({ name, state }, at) =>
      `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"${state === undefined ? '' : ` state="${state}"`}/>`,
  );
  const all: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"/>`,
    '_rels/.rels': relationships([
      ['officeDocument', 'xl/workbook.xml'],
      ['extended-properties', 'docProps/app.xml'],
      ['core-properties', 'docProps/core.xml', `${PACKAGE}/relationships/metadata`],
    ]),
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${tabs.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([
      ...sheets.map((_, at): [string, string] => ['worksheet', `worksheets/sheet${at + 1}.xml`]),
      ['sharedStrings', 'sharedStrings.xml'],
      ['styles', 'styles.xml'],
      ['person', 'persons/person.xml'],
    ]),
    'xl/sharedStrings.xml': `${HEAD}<sst xmlns="${MAIN}">${strings.map((one) => `<si>${one}</si>`).join('')}</sst>`,
    ...(styles === undefined
      ? {}
      : { 'xl/styles.xml': `${HEAD}<styleSheet xmlns="${MAIN}">${styles}</styleSheet>` }),
  };
  for (const [at, { xml, parts = {} }] of sheets.entries()) {
    const content = xml.startsWith('<row') ? `<sheetData>${xml}</sheetData>` : xml;
    all[`xl/worksheets/sheet${at + 1}.xml`] =
      `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">${content}</worksheet>`;
    const names = Object.keys(parts);
    all[`xl/worksheets/_rels/sheet${at + 1}.xml.rels`] = relationships(
      names.map((type) => [type, `../${type}${at + 1}.xml`]),
    );
    for (const [type, part] of Object.entries(parts)) all[`xl/${type}${at + 1}.xml`] = part;
  }
  return buildZip({ ...all, ...members });
}

/** A row of cells with their words written into them. */
export function inlineRow(number: number, words: readonly string[]): string {
  const cells = words.map((word) => `<c t="inlineStr"><is><t>${word}</t></is></c>`);
  return `<row r="${number}">${cells.join('')}</row>`;
}

function relationships(list: readonly (readonly [string, string, string?])[]): string {
  const elements = list.map(
    ([type, target, base = OFFICE], at) =>
      `<Relationship Id="rId${at + 1}" Type="${base}/${type}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${elements.join('')}</Relationships>`;
}
