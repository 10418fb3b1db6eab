import { isContractProcedure, oc } from '@orpc/contract';
import type { AnyContractRouter } from '@orpc/contract';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Path } from '#contract/common.ts';
import { hostContract } from '#contract/local-host.ts';
import { pathFields, replaceAt } from './path-fields.ts';

describe('the paths in the contract', () => {
  it('are all found', () => {
    const found = [...pathFields(hostContract)].map(([name, ways]) => [
      name,
      ...ways.map((way) => way.join('.')),
    ]);
    expect(Object.fromEntries(found.map(([name, ...ways]) => [name, ways]))).toMatchObject({
      'cases.forget': ['path'],
      'cases.open': ['path'],
      'cases.create': ['path'],
      'cases.createSample': ['path'],
      'exchange.exportPackage': ['path'],
      'exchange.exportFormat': ['path'],
      'exchange.openPackage': ['packagePath', 'path'],
      'exchange.inspect': ['path'],
      'exchange.preview': ['path'],
      'jobs.startImport': ['paths.*'],
      'dossiers.save': ['template', 'path'],
      'dossiers.run': ['template', 'folder'],
      'localHost.folders.list': ['path'],
      'localHost.folders.create': ['parent'],
      'localHost.folders.place': ['parent'],
      'localHost.download.ticket': ['path'],
    });
  });

  it('are told by their type wherever a name says that there is one', () => {
    const fields = pathFields(hostContract);
    const named = inputsOf(hostContract).flatMap(([procedure, schema]) =>
      Object.keys(schema.shape)
        .filter((key) => /path|folder|file$|directory/i.test(key))
        .map((key) => [procedure, key] as const),
    );
    expect(named.length).toBeGreaterThan(8);
    const unguarded = named.filter(
      ([procedure, key]) => !fields.get(procedure)?.some(([first]) => first === key),
    );
    expect(unguarded).toEqual([]);
  });

  it('are found in every kind of schema', () => {
    const input = z.object({
      maybe: Path.optional(),
      none: Path.nullable().default(null),
      many: z.array(z.object({ at: Path })),
      either: z.union([z.object({ here: Path }), z.object({ id: z.string() })]),
      plain: z.string(),
    });
    expect(pathFields({ call: oc.input(input) }).get('call')).toEqual([
      ['maybe'],
      ['none'],
      ['many', '*', 'at'],
      ['either', 'here'],
    ]);
  });

  it('are not overlooked in a kind of schema that nobody has thought of', () => {
    const input = z.object({ odd: z.map(z.string(), Path) });
    expect(() => pathFields({ call: oc.input(input) })).toThrow(TypeError);
  });

  it('may not be in a record, which without any is let through', () => {
    const plain = z.object({ keys: z.record(z.string(), z.array(z.string())) });
    expect(pathFields({ call: oc.input(plain) }).size).toBe(0);
    const input = z.object({ files: z.record(z.string(), Path) });
    expect(() => pathFields({ call: oc.input(input) })).toThrow(TypeError);
  });
});

describe('replacing a path', () => {
  const loud = async (path: string): Promise<string> => path.toUpperCase();

  it('changes that and nothing else', async () => {
    const input = { many: [{ at: 'a', other: 1 }, { at: 'b' }], at: 'c' };
    expect(await replaceAt(input, ['many', '*', 'at'], loud)).toEqual({
      many: [{ at: 'A', other: 1 }, { at: 'B' }],
      at: 'c',
    });
    expect(input.many[0]?.at).toBe('a');
  });

  it('leaves what is not there, or no text, to validation', async () => {
    for (const input of [undefined, null, 3, {}, { at: null }, { at: 7 }, ['x']]) {
      expect(await replaceAt(input, ['at'], loud)).toEqual(input);
    }
  });
});

function inputsOf(router: AnyContractRouter, name: string[] = []): [string, z.ZodObject][] {
  if (!isContractProcedure(router)) {
    return Object.entries(router).flatMap(([key, inner]) => inputsOf(inner, [...name, key]));
  }
  const { inputSchema } = router['~orpc'];
  return inputSchema instanceof z.ZodObject ? [[name.join('.'), inputSchema]] : [];
}
