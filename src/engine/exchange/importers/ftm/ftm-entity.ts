import type { Remarks } from '../remarks.ts';

/** An entity as FollowTheMoney has it: every property has a list of texts. */
export interface FtmEntity {
  id: string;
  schema: string;
  properties: Map<string, string[]>;
  /** Line of the file, from 1. */
  line: number;
}

/** What programs write beside id, schema and properties that says nothing that the properties do not. */
const passing = new Set(['id', 'schema', 'properties', 'caption', 'target', 'key_prefix']);
/** Entities within entities within entities. */
const deepest = 20;

/**
 * The entities of a line: one, and those that stand in its properties whole, as in nested exports.
 *
 * @param text null for a line that is too long
 */
export function entitiesOfLine(text: string | null, line: number, remarks: Remarks): FtmEntity[] {
  const where = String(line);
  if (text === null) {
    remarks.add('badLine', '', where);
    return [];
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    remarks.add('badLine', error instanceof SyntaxError ? 'JSON' : '', where);
    return [];
  }
  const found: FtmEntity[] = [];
  if (readEntity(value, line, remarks, found, 0) === null) remarks.add('badLine', '', where);
  return found;
}

function readEntity(
  value: unknown,
  line: number,
  remarks: Remarks,
  found: FtmEntity[],
  depth: number,
): string | null {
  if (!isObject(value) || depth > deepest) return null;
  const { id, schema, properties } = value;
  if (typeof schema !== 'string' || schema === '') return null;
  const where = String(line);
  if ((typeof id !== 'string' && typeof id !== 'number') || id === '') {
    remarks.add('noId', schema, where);
    return null;
  }
  const entity: FtmEntity = { id: String(id), schema, properties: new Map(), line };
  found.push(entity);
  for (const key of Object.keys(value)) {
    if (!passing.has(key)) remarks.add('unknownAttribute', key, where);
  }
  if (!isObject(properties)) return entity.id;
  for (const [property, given] of Object.entries(properties)) {
    const texts: string[] = [];
    for (const one of Array.isArray(given) ? given : [given]) {
      if (typeof one === 'string') texts.push(one);
      else if (typeof one === 'number' || typeof one === 'boolean') texts.push(String(one));
      else if (one !== null) {
        const inner = readEntity(one, line, remarks, found, depth + 1);
        if (inner === null) remarks.add('badValue', property, where);
        else texts.push(inner);
      }
    }
    const clean = texts.map((one) => one.toWellFormed().trim()).filter((one) => one !== '');
    if (clean.length > 0) entity.properties.set(property, [...new Set(clean)]);
  }
  return entity.id;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
