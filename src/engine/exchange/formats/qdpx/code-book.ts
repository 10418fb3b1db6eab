import type { Code } from '../../refi/codebook-file.ts';
import { writeCriteria } from '../../refi/criteria.ts';
import { codesOf } from '../../refi/index.ts';
import type { TagRecord } from '../records.ts';
import type { XmlText } from '../xml-text.ts';

/** The codebook of a project; nothing where there are no tags, since the schema knows no empty one. */
export function codeBook(xml: XmlText, tags: readonly TagRecord[]): string {
  const codes = codesOf(tags);
  if (codes.length === 0) return '';
  const inner = codes.map((code) => written(xml, code)).join('\n');
  return `<CodeBook>\n<Codes>\n${inner}\n</Codes>\n</CodeBook>\n`;
}

function written(xml: XmlText, { id, name, color, words, children }: Code): string {
  const description = words === null ? '' : writeCriteria(words);
  const inner = [
    description === '' ? '' : xml.leaf('Description', {}, description),
    ...children.map((child) => written(xml, child)),
  ].join('');
  const attributes = { guid: id, name, isCodable: 'true', color: color ?? undefined };
  return xml.element('Code', attributes, inner);
}
