import { isContractProcedure } from '@orpc/contract';
import type { AnyContractRouter } from '@orpc/contract';
import { z } from 'zod';
import { Path } from '#contract/common.ts';

/** The way to a path in a procedure's input: names of members, `*` for each element of an array. */
export type FieldWay = readonly string[];

/**
 * Where each procedure's input carries paths, by the procedure's name with dots. Read from the schemas themselves, so
 * that a path added to the contract is guarded from the start.
 *
 * @throws TypeError for a kind of schema that it cannot look into
 */
export function pathFields(router: AnyContractRouter): ReadonlyMap<string, readonly FieldWay[]> {
  const found = new Map<string, readonly FieldWay[]>();
  collect(router, [], found);
  return found;
}

function collect(
  router: AnyContractRouter,
  name: readonly string[],
  found: Map<string, readonly FieldWay[]>,
): void {
  if (!isContractProcedure(router)) {
    for (const [key, inner] of Object.entries(router)) collect(inner, [...name, key], found);
    return;
  }
  const { inputSchema } = router['~orpc'];
  if (inputSchema === undefined) return;
  if (!(inputSchema instanceof z.ZodType)) throw new TypeError(`${name.join('.')}: not Zod`);
  const ways = waysToPaths(inputSchema);
  if (ways.length > 0) found.set(name.join('.'), ways);
}

/** Kinds of schema with nothing inside that could be a path. */
const leaves = new Set(['string', 'number', 'int', 'boolean', 'enum', 'literal', 'null', 'date']);

function waysToPaths(schema: z.core.$ZodType): FieldWay[] {
  if (schema === Path) return [[]];
  if (schema instanceof z.ZodObject) {
    return Object.entries(schema.shape).flatMap(([key, member]) =>
      waysToPaths(member).map((way) => [key, ...way]),
    );
  }
  if (schema instanceof z.ZodArray) return waysToPaths(schema.element).map((way) => ['*', ...way]);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(waysToPaths);
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNonOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault
  ) {
    return waysToPaths(schema.unwrap());
  }
  // A record in which nothing is a path needs no way; one with paths in it is refused below.
  if (schema instanceof z.ZodRecord) {
    const within = [schema.keyType, schema.valueType].flatMap(waysToPaths);
    if (within.length === 0) return [];
  }
  const kind = schema instanceof z.ZodType ? schema.type : 'unknown';
  if (leaves.has(kind)) return [];
  throw new TypeError(`paths in a schema of the kind ${kind} would go unguarded`);
}

/** The input with each path at the end of the way replaced. What is not there or no text is left to validation. */
export async function replaceAt(
  input: unknown,
  way: FieldWay,
  replace: (path: string) => Promise<string>,
): Promise<unknown> {
  const [step, ...rest] = way;
  if (step === undefined) return typeof input === 'string' ? replace(input) : input;
  if (step === '*') {
    if (!Array.isArray(input)) return input;
    const elements: unknown[] = [];
    for (const element of input) elements.push(await replaceAt(element, rest, replace));
    return elements;
  }
  if (typeof input !== 'object' || input === null || !Object.hasOwn(input, step)) return input;
  return { ...input, [step]: await replaceAt(Reflect.get(input, step), rest, replace) };
}
