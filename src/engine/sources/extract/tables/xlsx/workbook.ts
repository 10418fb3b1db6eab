import { CaseError } from '#contract/error.ts';
import type { OfficePackage } from '../../office/package.ts';
import {
  mainPart,
  partsOf,
  relationshipsOf,
  type Relationship,
} from '../../office/relationships.ts';
import { childOf, elementsOf, readXml, walkXml } from '../../office/xml.ts';
import { NumberFormats } from './number-formats.ts';
import { richText, unescaped } from './rich-text.ts';

/** A sheet of a workbook, in the order of its tabs. */
export interface SheetPart {
  readonly name: string;
  readonly part: string;
  readonly isHidden: boolean;
  readonly relationships: ReadonlyMap<string, Relationship>;
}

/** What the sheets of a workbook have in common. */
export interface Workbook {
  readonly sheets: readonly SheetPart[];
  readonly strings: readonly string[];
  readonly formats: NumberFormats;
  /** Names of those who commented, by their ids. */
  readonly persons: ReadonlyMap<string, string>;
  readonly relationships: readonly Relationship[];
}

/** @throws CaseError `source.failed`, `source.tooLarge` */
export async function readWorkbook(office: OfficePackage): Promise<Workbook> {
  const part = await mainPart(office, 'xl/workbook.xml');
  const relationships = await relationshipsOf(office, part);
  const root = await readXml(office.read(part));
  const sheets: SheetPart[] = [];
  for (const { attributes } of elementsOf(childOf(root, 'x:sheets'), 'x:sheet')) {
    const target = relationships.get(attributes['r:id'] ?? '');
    if (target?.type === 'worksheet' && !target.external && office.has(target.target)) {
      sheets.push({
        name: attributes['name'] ?? '',
        part: target.target,
        isHidden: (attributes['state'] ?? 'visible') !== 'visible',
        relationships: await relationshipsOf(office, target.target),
      });
    }
  }
  if (sheets.length === 0 && childOf(root, 'x:sheets') === undefined) {
    throw new CaseError('source.failed', { reason: 'a workbook without sheets' });
  }
  const date1904 = childOf(root, 'x:workbookPr')?.attributes['date1904'];
  const [styles] = partsOf(relationships, 'styles').filter((name) => office.has(name));
  return {
    sheets,
    strings: await readStrings(office, relationships),
    formats: new NumberFormats(
      styles === undefined ? undefined : await readXml(office.read(styles)),
      isTrue(date1904),
    ),
    persons: await readPersons(office, relationships),
    relationships: await outsideOf(office, relationships, sheets),
  };
}

export function isTrue(attribute: string | undefined): boolean {
  return attribute === '1' || attribute === 'true';
}

async function readStrings(
  office: OfficePackage,
  relationships: ReadonlyMap<string, Relationship>,
): Promise<string[]> {
  const strings: string[] = [];
  for (const part of partsOf(relationships, 'sharedStrings').filter((name) => office.has(name))) {
    await walkXml(office.read(part), {
      enter: ({ name }) => (name === 'x:sst' ? 'into' : name === 'x:si' ? 'whole' : 'skip'),
      whole(element) {
        strings.push(unescaped(richText(element)));
      },
    });
  }
  return strings;
}

async function readPersons(
  office: OfficePackage,
  relationships: ReadonlyMap<string, Relationship>,
): Promise<Map<string, string>> {
  const persons = new Map<string, string>();
  for (const part of partsOf(relationships, 'person').filter((name) => office.has(name))) {
    for (const { attributes } of elementsOf(await readXml(office.read(part)), 'xtc:person')) {
      persons.set(attributes['id'] ?? '', attributes['displayName'] ?? '');
    }
  }
  return persons;
}

/** All that the workbook and its sheets point to, with the workbooks that their formulas read from. */
async function outsideOf(
  office: OfficePackage,
  relationships: ReadonlyMap<string, Relationship>,
  sheets: readonly SheetPart[],
): Promise<Relationship[]> {
  const all = [
    ...relationships.values(),
    ...sheets.flatMap((sheet) => [...sheet.relationships.values()]),
  ];
  for (const part of partsOf(relationships, 'externalLink')) {
    all.push(...(await relationshipsOf(office, part)).values());
  }
  return all;
}
