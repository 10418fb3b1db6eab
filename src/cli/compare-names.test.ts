import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { testFolder } from '#engine/testing/index.ts';
import { legajo } from './testing.ts';

const Compared = z.looseObject({
  a: z.string(),
  b: z.string(),
  score: z.number().min(0).max(1),
  match: z.boolean(),
  reasons: z.array(z.object({ code: z.string(), params: z.record(z.string(), z.string()) })).min(1),
});

/** Runs `compare-names` with lines on its standard input. */
function piped(lines: string): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts'), 'compare-names'], {
      env: { ...process.env, LC_ALL: 'C' },
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString('utf8')));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString('utf8')));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
    child.stdin.end(lines);
  });
}

test('two names are compared with a score, a verdict and reasons', async () => {
  const folder = testFolder();
  const words = ['compare-names', 'Gazprom OAO', 'Газпром', '--kind', 'organization'];
  const asJson = await legajo(folder, ...words, '--json');
  expect(Compared.parse(asJson.json())).toMatchObject({ match: true, kind: 'organization' });
  const asText = await legajo(folder, 'compare-names', 'Juan Pérez', 'José Pérez');
  expect(asText.out).toMatch(/^0\.\d+ {2}no match\n(?:.+\n)* {2}“Juan” stands against “José”/u);
});

test('pairs on standard input are answered line by line in their order, with what else they carry', async () => {
  const pairs = [
    { id: 1, a: 'Juan Pérez', b: 'Pérez, Juan', kind: 'person' },
    { id: 2, a: 'Frente 10', b: 'Frente 33', kind: 'organization' },
    { id: 3, a: '', b: 'Ana' },
  ];
  const run = await piped(pairs.map((pair) => JSON.stringify(pair)).join('\n'));
  expect(run.code).toBe(0);
  const answers = run.out
    .trim()
    .split('\n')
    .map((line) => Compared.parse(JSON.parse(line)));
  expect(answers.map(({ match }) => match)).toEqual([true, false, false]);
  expect(answers).toMatchObject(pairs);
});

test('a line that is no pair is told with its number, the others are answered, and the command fails', async () => {
  const run = await piped(
    '{"a":"Ana","b":"Ana"}\nnothing\n{"a":1,"b":"x"}\n\n{"a":"Eva","b":"Eva"}\n',
  );
  expect(run.code).toBe(1);
  expect(run.out.trim().split('\n')).toHaveLength(2);
  expect(run.err).toContain('line 2: it is not JSON');
  expect(run.err).toContain('line 3: ');
});
