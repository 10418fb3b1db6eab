import type { XmlElement } from '@rgrove/parse-xml';
import { readCriteria } from '../../refi/criteria.ts';
import { elementsOf, localName } from '../../refi/xml.ts';
import { derivedId, keptId } from '../derived-id.ts';
import { cut } from '../foreign-file.ts';
import type { IntakeTag } from '../intake.ts';
import { within } from '../limits.ts';
import type { Remarks } from '../remarks.ts';
import { attributeOf, childrenOf, guidOf } from './foreign-xml.ts';

const known = new Set(['guid', 'name', 'isCodable', 'color']);

/** The codes of a codebook, as a file has them. */
export interface CodesOfFile {
  /** Parents before children. */
  tags: IntakeTag[];
  byGuid: Map<string, IntakeTag>;
  /** Guids of the notes on each code. */
  notes: { tag: IntakeTag; note: string }[];
}

/**
 * Reads the codes below a `CodeBook` element, however deep within the limit.
 *
 * @throws CaseError `foreign.tooLarge`
 */
export function readCodes(
  codeBook: XmlElement,
  { path, caseId, remarks }: { path: string; caseId: string; remarks: Remarks },
): CodesOfFile {
  const codes: CodesOfFile = { tags: [], byGuid: new Map(), notes: [] };
  const ids = new Set<string>();
  const found: { element: XmlElement; parent: IntakeTag | null; names: string[] }[] = [];
  const enter = (element: XmlElement, parent: IntakeTag | null, names: string[]): void => {
    for (const part of elementsOf(element).toReversed()) {
      const name = localName(part.name);
      if (name === 'Code') found.push({ element: part, parent, names });
      else if (name === 'NoteRef' && parent !== null) {
        codes.notes.push({ tag: parent, note: guidOf(part, 'targetGUID') });
      } else if (name !== 'Description') remarks.add('unknownElement', name, placeOf(names));
    }
  };
  for (const part of elementsOf(codeBook)) {
    const name = localName(part.name);
    if (name === 'Codes') enter(part, null, []);
    else if (name !== 'Sets') remarks.add('unknownElement', name, 'CodeBook');
  }
  for (let next = found.pop(); next !== undefined; next = found.pop()) {
    const { element, parent, names: above } = next;
    const name = nameOf(element, placeOf(above), remarks);
    const names = [...above, name];
    within(path, 'depth', names.length);
    within(path, 'codes', codes.tags.length + 1);
    const guid = guidOf(element);
    const kept = keptId(guid);
    if (kept === null) remarks.add('badId', name, placeOf(above));
    else if (ids.has(kept)) remarks.add('sameId', name, placeOf(above));
    const id =
      kept === null || ids.has(kept)
        ? derivedId('refi code', caseId, ...names, String(codes.tags.length))
        : kept;
    ids.add(id);
    const tag: IntakeTag = {
      id,
      name,
      parent,
      color: colorOf(attributeOf(element, 'color'), name, placeOf(above), remarks),
      words: wordsOf(element),
      where: placeOf(above),
    };
    strangeAttributes(element, names, remarks);
    codes.tags.push(tag);
    if (guid !== '' && !codes.byGuid.has(guid)) codes.byGuid.set(guid, tag);
    enter(element, tag, names);
  }
  return codes;
}

function placeOf(names: readonly string[]): string {
  const place = ['Codes', ...names].join(' / ');
  return place.length <= 200 ? place : `${place.slice(0, 199).toWellFormed()}…`;
}

function nameOf(element: XmlElement, where: string, remarks: Remarks): string {
  const said = attributeOf(element, 'name')
    .replaceAll(/[\r\n\t]+/g, ' ')
    .trim();
  if (said === '') {
    remarks.add('noName', 'Code', where);
    return '?';
  }
  const name = cut(said, 'name');
  if (name !== said) remarks.add('longText', said.slice(0, 60), where);
  return name;
}

function wordsOf(element: XmlElement): IntakeTag['words'] {
  const descriptions = childrenOf(element, 'Description');
  if (descriptions.length === 0) return null;
  return readCriteria(cut(descriptions.map(({ text }) => text).join('\n\n'), 'note'));
}

function colorOf(said: string, name: string, where: string, remarks: Remarks): string | null {
  const color = said.toLowerCase();
  if (/^#[\da-f]{6}$/.test(color)) return color;
  if (/^#[\da-f]{3}$/.test(color)) return color.replaceAll(/[\da-f]/g, (digit) => digit + digit);
  // With how much it covers before or after it, as some write it.
  const eight = /^#([\da-f]{2})([\da-f]{6})$/.exec(color);
  if (eight?.[1] === 'ff') return `#${eight[2] ?? ''}`;
  if (color === '') remarks.add('noColor', '', where);
  else remarks.add('badColor', `${name}: ${color}`, where);
  return null;
}

function strangeAttributes(element: XmlElement, names: readonly string[], remarks: Remarks): void {
  if (/^(?:false|0)$/i.test(attributeOf(element, 'isCodable'))) {
    remarks.add('notCodable', names.at(-1) ?? '', placeOf(names.slice(0, -1)));
  }
  for (const key of Object.keys(element.attributes)) {
    const first = `${key.slice(0, 1).toLowerCase()}${key.slice(1)}`;
    if (known.has(first) || /^(?:xmlns|xsi|xml)(?::|$)/.test(key)) continue;
    remarks.add('unknownAttribute', `Code/@${key}`, placeOf(names.slice(0, -1)));
  }
}
