import { spawnSync } from 'node:child_process';
import { openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testFolder } from '#engine/testing/index.ts';
import { legajo } from './testing.ts';

async function started() {
  const folder = testFolder();
  const run = (...words: string[]) => legajo(folder, ...words);
  expect((await run('new', 'one.casefile', '--title', 'One')).code).toBe(0);
  return { folder, run };
}

test('wrong usage that only the case or the file can tell is said in words, too', async () => {
  const { folder, run } = await started();
  writeFileSync(join(folder, 'crew.csv'), 'name\nAna\n');
  const column = await run('import-records', 'one.casefile', 'crew.csv', '--map', 'nope=name');
  expect(column).toMatchObject({ code: 2, out: '' });
  expect(column.err).toMatch(/^error: .*--map.*“nope”/);
  const code = await run('export', 'one.casefile', 'out.casepack', '--redact', 'Ana');
  expect(code).toMatchObject({ code: 2, out: '' });
  expect(code.err).toContain('NAME=CODE');
  const part = await run('export', 'one.casefile', 'o.casepack', '--since', 'x', '--drop-notes');
  expect(part).toMatchObject({ code: 2, out: '' });
  expect(part.err).toContain('no part of it');
});

test('an id or a name that the case does not have is said back', async () => {
  const { run } = await started();
  const entity = await run('show', 'one.casefile', 'nobody');
  expect(entity).toMatchObject({ code: 1, out: '' });
  expect(entity.err).toContain('“nobody”');
  expect((await run('sources', 'one.casefile', '--tag', 'harbour')).err).toContain('“harbour”');
});

test('where the folder to write into is not there, it is the folder that is named', async () => {
  const { run } = await started();
  const card = await run('keys', 'export', 'nowhere/card.json');
  expect(card).toMatchObject({ code: 1, out: '' });
  expect(card.err).toContain('“nowhere” is not there.');
});

test('a passphrase that is missing or wrong is asked for by the name of its option', async () => {
  const { folder, run } = await started();
  writeFileSync(join(folder, 'phrase'), 'open sesame\n');
  writeFileSync(join(folder, 'other'), 'close sesame\n');
  const locked = await run('rekey', 'one.casefile', '--new-passphrase-file', 'phrase');
  expect(locked.code).toBe(0);
  expect((await run('info', 'one.casefile')).err).toContain('--passphrase-file');
  const wrong = await run('info', 'one.casefile', '--passphrase-file', 'other');
  expect(wrong.err).toContain('--passphrase-file');
});

test('a result that cannot be written out is a failure that is told', async () => {
  const { folder } = await started();
  const unwritable = openSync(join(folder, 'one.casefile'), 'r');
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, 'main.ts'), 'info', 'one.casefile'],
    {
      cwd: folder,
      env: { ...process.env, LEGAJO_CONFIG: join(folder, 'config'), LC_ALL: 'C' },
      stdio: ['ignore', unwritable, 'pipe'],
      encoding: 'utf8',
    },
  );
  expect(status).toBe(1);
  expect(stderr).toMatch(/^legajo: /);
});
