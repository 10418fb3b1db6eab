import { posix } from 'node:path';
import type { OfficePackage } from './package.ts';
import { elementsOf, readXml } from './xml.ts';

/** What a part of an Office Open XML package points to (ECMA-376, part 2, 6.5). */
export interface Relationship {
  readonly id: string;
  /** Last word of its type, the same in transitional and strict documents: `footnotes`, `hyperlink`. */
  readonly type: string;
  /** Name of a part, or the address outside the package as it is written. */
  readonly target: string;
  readonly external: boolean;
}

/** The relationships of a part, or of the package for ''. Nothing outside the package is ever opened. */
export async function relationshipsOf(
  office: OfficePackage,
  part: string,
): Promise<ReadonlyMap<string, Relationship>> {
  const folder = posix.dirname(part);
  const name = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
  const found = new Map<string, Relationship>();
  if (!office.has(name)) return found;
  for (const element of elementsOf(await readXml(office.read(name)), 'rel:Relationship')) {
    const {
      Id: id = '',
      Type: type = '',
      Target: target = '',
      TargetMode: mode,
    } = element.attributes;
    const external = mode === 'External';
    found.set(id, {
      id,
      type: type.split('/').at(-1) ?? '',
      target: external ? target : partName(folder, target),
      external,
    });
  }
  return found;
}

/** The part a document begins with, and the relationships of the package. */
export async function mainPart(office: OfficePackage, usual: string): Promise<string> {
  const root = await relationshipsOf(office, '');
  const main = Array.from(root.values()).find(({ type }) => type === 'officeDocument');
  return main !== undefined && office.has(main.target) ? main.target : usual;
}

/** The parts of a type that relationships point to, in their order. */
export function partsOf(
  relationships: ReadonlyMap<string, Relationship>,
  ...types: readonly string[]
): string[] {
  return Array.from(relationships.values())
    .filter(({ type, external }) => types.includes(type) && !external)
    .map(({ target }) => target);
}

function partName(folder: string, target: string): string {
  const path = target.split('#')[0] ?? '';
  const decoded = path.includes('%') ? decodedPath(path) : path;
  return decoded.startsWith('/')
    ? posix.normalize(decoded).slice(1)
    : posix.normalize(posix.join(folder, decoded));
}

function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
