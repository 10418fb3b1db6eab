import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { resourcePath } from '../resources.ts';
import { memberNames, packageSchemas, packageVersion } from './format.ts';

const folder = resourcePath('casepack');
const written = (name: string): unknown =>
  JSON.parse(readFileSync(resourcePath('casepack', name), 'utf8'));

describe('the description of the package', () => {
  test.each(Object.entries(packageSchemas()))('has %s as the program has it', (name, schema) => {
    expect(written(name)).toEqual(JSON.parse(JSON.stringify(schema)));
  });

  test('has no schema that the program does not know', () => {
    const schemas = readdirSync(folder).filter((name) => name.endsWith('.json'));
    expect(schemas.toSorted()).toEqual(Object.keys(packageSchemas()).toSorted());
  });

  test('speaks of this version, of every member, and of every schema', () => {
    const page = readFileSync(resourcePath('casepack', 'README.md'), 'utf8');
    expect(page).toContain(`version ${packageVersion}`);
    for (const name of [...Object.values(memberNames), ...Object.keys(packageSchemas())]) {
      expect(page).toContain(name);
    }
  });
});
