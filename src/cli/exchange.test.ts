import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { Colleague, OwnCard } from '#contract/colleague.ts';
import { ExportedPackage } from '#contract/exchange.ts';
import { PackageInspection } from '#contract/package.ts';
import { testFolder } from '#engine/testing/index.ts';
import { legajo } from './testing.ts';

const Failure = z.object({ error: z.object({ code: z.string() }) });
const Keys = z.object({ own: OwnCard, colleagues: z.array(Colleague) });

test('two installations know each other, and hand a case over signed and in secret', async () => {
  const [ours, theirs] = [testFolder(), testFolder()];
  const here = async (...words: string[]) => legajo(ours, ...words, '--json');
  const there = async (...words: string[]) => legajo(theirs, ...words, '--json');
  const keys = Keys.parse((await there('keys')).json());
  const card = join(ours, 'theirs.json');
  expect((await there('keys', 'export', card)).code).toBe(0);
  const added = Colleague.parse((await here('keys', 'add', card, '--compared')).json());
  expect(added).toMatchObject({ fingerprint: keys.own.fingerprint, trusted: true });

  writeFileSync(join(ours, 'report.txt'), 'Lucía Bermejo met Juan Paz in Lima.\n');
  await here('new', 'one.casefile', '--title', 'The Guild');
  await here('import', 'one.casefile', 'report.txt');
  const made = await here(
    'export',
    'one.casefile',
    'one.casepack',
    '--sign',
    '--purpose',
    'trial',
    '--to',
    keys.own.fingerprint.slice(0, 12),
    '--recipient',
    keys.own.ageRecipient,
  );
  expect(ExportedPackage.parse(made.json()).recorded).toBe(true);

  const pack = join(ours, 'one.casepack');
  const said = PackageInspection.parse((await there('inspect', pack)).json());
  expect(said).toMatchObject({
    scope: 'whole',
    encrypted: 'recipients',
    purpose: 'trial',
    recipient: { key: keys.own.fingerprint },
    signature: { state: 'unknown' },
  });
  expect(Failure.parse(JSON.parse((await here('inspect', pack)).err)).error.code).toBe(
    'package.notForThisKey',
  );
  expect((await there('open', pack, 'two.casefile')).code).toBe(0);

  // What came since is the record of the first package alone.
  const next = await here('export', 'one.casefile', 'two.casepack', '--delta-for', added.name);
  expect(next.code).toBe(0);
  const delta = PackageInspection.parse(
    (await there('inspect', join(ours, 'two.casepack'))).json(),
  );
  expect(delta).toMatchObject({ scope: 'delta', changeSets: 1, signature: { state: 'missing' } });

  const part = await here(
    'export',
    'one.casefile',
    'part.casepack',
    '--handling',
    'amber',
    '--redact',
    'Juan Paz=X-2',
    '--without-contents',
  );
  expect(part.code).toBe(0);
  const none = await here('export', 'one.casefile', 'no.casepack', '--tag', 'nothing');
  expect(Failure.parse(JSON.parse(none.err)).error.code).toBe('record.notFound');
});

test('what protects a package is not passed over where another form is written', async () => {
  const folder = testFolder();
  await legajo(folder, 'new', 'one.casefile', '--title', 'The Guild');
  const words = [
    'export',
    'one.casefile',
    'out',
    '--format',
    'csv',
    '--redact',
    'Juan=X',
    '--sign',
  ];
  const refused = await legajo(folder, ...words);
  expect(refused.code).toBe(2);
  expect(refused.err).toContain('--redact, --sign');
  expect(existsSync(join(folder, 'out'))).toBe(false);
});

test('notes stay behind in another form, when that was asked for', async () => {
  const folder = testFolder();
  await legajo(folder, 'sample', 'one.casefile');
  const written = async (name: string, ...flags: string[]) => {
    const form = ['--format', 'webannotation', ...flags];
    expect((await legajo(folder, 'export', 'one.casefile', name, ...form)).code).toBe(0);
    return readFileSync(join(folder, name), 'utf8').includes('"commenting"');
  };
  expect(await written('with.jsonld')).toBe(true);
  expect(await written('without.jsonld', '--drop-notes')).toBe(false);
});
