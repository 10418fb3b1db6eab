import type { XmlElement } from '@rgrove/parse-xml';
import type { CodebookRemark } from '#contract/codebook.ts';
import { CaseError } from '#contract/error.ts';
import { newId } from '#shared/id.ts';
import { readCriteria, writeCriteria, type CodeWords } from './criteria.ts';
import { elementsOf, escapedText, localName, readXml, writeElement } from './xml.ts';

/** A code as a codebook file has it. */
export interface Code {
  /** A UUID in small letters: the file's, or one of our own where it had none. */
  id: string;
  name: string;
  /** `#rrggbb`, or null when the file says none that can be read. */
  color: string | null;
  /** Null when the file says nothing of the code, which is not the same as empty words. */
  words: CodeWords | null;
  children: Code[];
}

export interface CodebookFile {
  /** The program that wrote it, as it says. */
  origin: string;
  codes: Code[];
  remarks: CodebookRemark[];
}

/** Namespace of REFI-QDA codebook exchange 1.0 (Codebook.xsd, https://www.qdasoftware.org). */
const namespace = 'urn:QDA-XML:codebook:1.0';

/** Codes beneath codes beneath codes: no codebook goes as deep, and what reads it goes no deeper than this. */
const deepest = 500;

/** As many letters as a tag's name may have, in UTF-16 code units. */
const longestName = 2000;

const knownAttributes: Record<string, readonly string[]> = {
  CodeBook: ['origin'],
  Code: ['guid', 'name', 'isCodable', 'color'],
};

/**
 * Reads a REFI-QDA codebook (`.qdc`) as programs in the field write it, whatever the letter case of ids, the version in
 * the namespace, and colours left out. What has no place in our codebook is told in `remarks`.
 *
 * @throws CaseError `codebook.unreadable`, `codebook.notACodebook`
 */
export function readCodebookFile(bytes: Uint8Array, path: string): CodebookFile {
  const root = readXml(bytes, path);
  if (localName(root.name) !== 'CodeBook') throw new CaseError('codebook.notACodebook', { path });
  const reading = new Reading(path);
  reading.strangeAttributes(root);
  const codes: Code[] = [];
  for (const part of elementsOf(root)) {
    const name = localName(part.name);
    if (name === 'Codes') codes.push(...reading.codes(part));
    else if (name === 'Sets') reading.sets(part);
    else reading.remark('unknownElement', name);
  }
  return { origin: root.attributes['origin'] ?? '', codes, remarks: reading.remarks };
}

class Reading {
  readonly remarks: CodebookRemark[] = [];
  readonly #path: string;
  readonly #ids = new Set<string>();

  constructor(path: string) {
    this.#path = path;
  }

  remark(kind: CodebookRemark['kind'], name: string, count = 1): void {
    const known = this.remarks.find((one) => one.kind === kind && one.name === name);
    if (known === undefined || kind === 'set') this.remarks.push({ kind, name, count });
    else known.count += count;
  }

  strangeAttributes({ name, attributes }: XmlElement): void {
    const known = knownAttributes[localName(name)] ?? [];
    for (const key of Object.keys(attributes)) {
      if (known.includes(key) || /^(?:xmlns|xsi|xml)(?::|$)/.test(key)) continue;
      this.remark('unknownAttribute', `${localName(name)}/@${key}`);
    }
  }

  codes(parent: XmlElement, depth = 0): Code[] {
    if (depth > deepest) throw new CaseError('codebook.unreadable', { path: this.#path });
    const codes: Code[] = [];
    for (const part of elementsOf(parent)) {
      const name = localName(part.name);
      if (name === 'Code') codes.push(this.#code(part, depth));
      else if (name !== 'Description') this.remark('unknownElement', name);
    }
    return codes;
  }

  sets(parent: XmlElement): void {
    for (const part of elementsOf(parent)) {
      const name = localName(part.name);
      if (name !== 'Set') this.remark('unknownElement', name);
      else {
        const members = elementsOf(part).filter((one) => localName(one.name) === 'MemberCode');
        this.remark('set', part.attributes['name'] ?? '', members.length);
      }
    }
  }

  #code(element: XmlElement, depth: number): Code {
    this.strangeAttributes(element);
    const { guid = '', isCodable = 'true', color } = element.attributes;
    const name = this.#name(element.attributes['name'] ?? '');
    if (/^(?:false|0)$/.test(isCodable.trim())) this.remark('notCodable', name);
    const descriptions = elementsOf(element).filter((one) => localName(one.name) === 'Description');
    return {
      id: this.#id(guid, name),
      name,
      color: this.#color(color, name),
      words:
        descriptions.length === 0
          ? null
          : readCriteria(descriptions.map(({ text }) => text).join('\n\n')),
      children: this.codes(element, depth + 1),
    };
  }

  #name(given: string): string {
    const name = given.replaceAll(/[\r\n\t]+/g, ' ').trim();
    if (name === '') {
      this.remark('noName', '');
      return '?';
    }
    if (name.length <= longestName) return name;
    this.remark('longName', name.slice(0, 60).toWellFormed());
    return name.slice(0, longestName).toWellFormed();
  }

  #id(guid: string, name: string): string {
    const id = /^\{?([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\}?$/i.exec(guid.trim())?.[1];
    if (id === undefined) {
      this.remark('badId', name);
      return newId();
    }
    const small = id.toLowerCase();
    if (this.#ids.has(small)) {
      this.remark('sameId', name);
      return newId();
    }
    this.#ids.add(small);
    return small;
  }

  #color(given: string | undefined, name: string): string | null {
    const color = given?.trim().toLowerCase() ?? '';
    if (/^#[\da-f]{6}$/.test(color)) return color;
    if (/^#[\da-f]{3}$/.test(color)) return color.replaceAll(/[\da-f]/g, (digit) => digit + digit);
    this.remark(color === '' ? 'noColor' : 'badColor', color === '' ? '' : `${name}: ${color}`);
    return null;
  }
}

/** A codebook as REFI-QDA codebook exchange 1.0. @param codes at least one: the standard knows no empty codebook */
export function writeCodebookFile(codes: readonly Code[], origin: string): string {
  const written = (code: Code, indent: string): string => {
    const words = code.words === null ? '' : writeCriteria(code.words);
    const inner = [
      ...(words === '' ? [] : [`${indent}  <Description>${escapedText(words)}</Description>`]),
      ...code.children.map((child) => written(child, `${indent}  `)),
    ];
    return (
      indent +
      writeElement(
        'Code',
        { guid: code.id, name: code.name, isCodable: 'true', color: code.color ?? undefined },
        inner.length === 0 ? '' : `\n${inner.join('\n')}\n${indent}`,
      )
    );
  };
  const all = codes.map((code) => written(code, '    ')).join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>\n${writeElement(
    'CodeBook',
    { xmlns: namespace, origin },
    `\n  ${writeElement('Codes', {}, `\n${all}\n  `)}\n`,
  )}\n`;
}
