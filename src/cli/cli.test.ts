import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Excerpt } from '#contract/annotation.ts';
import { CaseInfo } from '#contract/case.ts';
import { SavedFile } from '#contract/dossier.ts';
import { Entity, EntityLink, EntityPage } from '#contract/entity.ts';
import { GesturePage, RecordHistory, UndoStep } from '#contract/history.ts';
import { SearchResult } from '#contract/search.ts';
import { SourcePage } from '#contract/source.ts';
import { testFolder } from '#engine/testing/index.ts';
import { legajo, type Run } from './testing.ts';

const Imported = z.object({
  imported: z.int(),
  duplicates: z.int(),
  failed: z.int(),
  cancelled: z.int(),
  items: z.array(
    z.object({ path: z.string(), outcome: z.string(), source: z.string().nullable() }),
  ),
});
const Failure = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

function result<T extends z.ZodType>(run: Run, shape: T): z.infer<T> {
  expect(run.err).not.toContain('legajo:');
  expect(run.code).toBe(0);
  return shape.parse(run.json());
}

describe('from documents to a dossier without a window', () => {
  test('every step answers in JSON, and the dossier cites the passage', async () => {
    const folder = testFolder();
    const run = (...words: string[]) => legajo(folder, ...words, '--json');
    writeFileSync(
      join(folder, 'report.txt'),
      'Lucía Bermejo, known as La Sombra, has led the Dock Workers’ Guild since 2014.\n',
    );

    const info = result(await run('new', 'one.casefile', '--title', 'The Guild'), CaseInfo);
    expect(info).toMatchObject({ title: 'The Guild', encrypted: false, counts: { sources: 0 } });

    const done = result(
      await run('import', 'one.casefile', 'report.txt', '--reliability', 'B', '--language', 'en'),
      Imported,
    );
    expect(done).toMatchObject({ imported: 1, failed: 0 });
    const source = done.items[0]?.source ?? '';

    const sources = result(await run('sources', 'one.casefile'), SourcePage);
    expect(sources.items).toMatchObject([{ id: source, reliability: 'B', language: 'en' }]);

    const added = await run(
      'add-entity',
      'one.casefile',
      '--kind',
      'person',
      '--name',
      'Lucía Bermejo',
      '--alias',
      'La Sombra',
    );
    const person = result(added, Entity);
    expect(person.names.map((name) => name.value)).toEqual(['Lucía Bermejo', 'La Sombra']);
    const guild = result(
      await run(
        'add-entity',
        'one.casefile',
        '--kind',
        'organization',
        '--name',
        'Dock Workers’ Guild',
      ),
      Entity,
    );
    const people = result(await run('entities', 'one.casefile', '--kind', 'person'), EntityPage);
    expect(people.items).toMatchObject([{ id: person.id, aliases: ['La Sombra'] }]);

    const excerpt = result(
      await run(
        'excerpt',
        'one.casefile',
        '--source',
        source,
        '--quote',
        'has led the Dock Workers’ Guild since 2014',
        '--tag',
        'leadership',
        '--entity',
        person.id,
      ),
      Excerpt,
    );
    expect(excerpt).toMatchObject({
      tags: [{ name: 'leadership' }],
      mentions: [{ entity: person.id }],
    });

    const link = result(
      await run(
        'link',
        'one.casefile',
        '--from',
        person.id,
        '--to',
        guild.id,
        '--type',
        'Directorship',
        '--role',
        'head',
        '--since',
        '2014',
        '--excerpt',
        excerpt.id,
        '--credibility',
        '2',
      ),
      EntityLink,
    );
    expect(link).toMatchObject({ direction: 'out', since: { text: '2014' }, sources: 1 });

    expect(result(await run('show', 'one.casefile', person.id), Entity).links).toMatchObject([
      { id: link.id, evidence: [{ excerpt: excerpt.id, credibility: '2' }] },
    ]);
    const found = result(await run('search', 'one.casefile', 'lucia', 'SOMBRA'), SearchResult);
    expect(found.hits[0]).toMatchObject({ kind: 'text', source });

    const pdf = result(
      await run('dossier', 'one.casefile', person.id, 'lucia.pdf', '--language', 'es'),
      SavedFile,
    );
    expect(readFileSync(pdf.path).subarray(0, 5).toString()).toBe('%PDF-');

    const original = result(await run('info', 'one.casefile'), CaseInfo);
    const pack = result(await run('export', 'one.casefile', 'one.casepack'), SavedFile);
    expect(pack.byteSize).toBeGreaterThan(0);
    const copy = result(await run('open', 'one.casepack', 'two.casefile'), CaseInfo);
    expect(copy.counts).toEqual(original.counts);
    expect(copy.id).toBe(original.id);
    expect(copy.replica).not.toBe(original.replica);

    const book = result(
      await run('export', 'one.casefile', 'one.qdc', '--format', 'qdc'),
      SavedFile,
    );
    expect(readFileSync(book.path, 'utf8')).toContain('urn:QDA-XML:codebook:1.0');
  });

  test('the sample case is a whole case', async () => {
    const folder = testFolder();
    const info = result(await legajo(folder, 'sample', 'sample.casefile', '--json'), CaseInfo);
    expect(info.counts.sources).toBe(5);
    expect(info.counts.entities).toBeGreaterThanOrEqual(28);
  });
});

describe('exit codes', () => {
  test('2 for wrong usage, said on standard error', async () => {
    const folder = testFolder();
    const runs = await Promise.all([
      legajo(folder, 'new', 'x.casefile'),
      legajo(folder, 'fly'),
      legajo(folder, 'entities', 'x.casefile', '--kind', 'ghost'),
      legajo(folder, 'info', 'x.casefile', '--colour'),
      legajo(folder, 'serve', '--port', 'eighty'),
      legajo(folder, 'new', 'x.casefile', '--title', '  '),
      legajo(folder, 'link', 'x.casefile', '--from', 'a', '--to', 'b', '--type', 'Wizardry'),
    ]);
    for (const { code, out, err } of runs) {
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).not.toBe('');
    }
    expect(existsSync(join(folder, 'x.casefile'))).toBe(false);
  });

  test('1 for what failed, with its code in JSON on standard error', async () => {
    const folder = testFolder();
    writeFileSync(join(folder, 'letter.casefile'), 'Dear all, this is no case file.');
    const codes = async (...words: string[]) => {
      const { code, out, err } = await legajo(folder, ...words, '--json');
      expect(code).toBe(1);
      expect(out).toBe('');
      return Failure.parse(JSON.parse(err)).error.code;
    };
    expect(await codes('info', 'nowhere.casefile')).toBe('case.notFound');
    expect(await codes('serve', 'nowhere.casefile', '--no-open')).toBe('case.notFound');
    expect(await codes('info', 'letter.casefile')).toBe('case.notACaseFile');
    expect(await codes('open', 'letter.casefile', 'copy.casefile')).toBe('package.notAPackage');
    expect(existsSync(join(folder, 'copy.casefile'))).toBe(false);
  });

  test('0 for help and version', async () => {
    const folder = testFolder();
    expect((await legajo(folder, '--help')).code).toBe(0);
    expect((await legajo(folder, '--version')).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('an import through the command line', () => {
  test('reports each file, and exits 1 when one failed', async () => {
    const folder = testFolder();
    await legajo(folder, 'new', 'one.casefile', '--title', 'T');
    writeFileSync(join(folder, 'good.txt'), 'Words.');
    writeFileSync(join(folder, 'empty.txt'), '');
    const run = await legajo(folder, 'import', 'one.casefile', 'good.txt', 'empty.txt', '--json');
    expect(run.code).toBe(1);
    expect(Imported.parse(run.json())).toMatchObject({ imported: 1, failed: 1 });
    expect(run.err).toContain('empty.txt');
  });
});

describe('history and undo through the command line', () => {
  const Undone = z.object({ undone: UndoStep.nullable() });

  test('tell what was done, take it back, and say when there is nothing to take back', async () => {
    const folder = testFolder();
    const run = (...words: string[]) => legajo(folder, ...words, '--json');
    await run('new', 'one.casefile', '--title', 'T');
    const add = ['add-entity', 'one.casefile', '--kind', 'person', '--name'];
    const rosa = result(await run(...add, 'Rosa Lind'), Entity).id;
    const jan = result(await run(...add, 'Jan Oort'), Entity).id;
    const link = await run(
      'link',
      'one.casefile',
      '--from',
      rosa,
      '--to',
      jan,
      '--type',
      'Associate',
    );
    expect(link.code).toBe(0);

    const all = result(await run('history', 'one.casefile'), GesturePage);
    expect(all.items.map(({ id, label }) => `${id} ${label}`)).toEqual([
      '4 link.add',
      '3 entity.create',
      '2 entity.create',
      '1 case.create',
    ]);
    expect(result(await run('history', 'one.casefile', '--limit', '1'), GesturePage)).toMatchObject(
      { items: [{ id: 4 }], total: 4 },
    );
    const nobody = ['history', 'one.casefile', '--actor', 'Nobody'];
    expect(result(await run(...nobody), GesturePage).total).toBe(0);
    const before = ['history', 'one.casefile', '--day', '2001-01-01'];
    expect(result(await run(...before), GesturePage).total).toBe(0);
    const one = result(await run('history', 'one.casefile', rosa), RecordHistory);
    expect(one).toMatchObject({ record: { title: 'Rosa Lind' }, total: 2 });
    expect((await legajo(folder, 'history', 'one.casefile', rosa)).out).toContain(
      '+ link: [Associate] Rosa Lind · Jan Oort',
    );

    const refused = await run('undo', 'one.casefile', '--change-set', '2');
    expect(refused.code).toBe(1);
    expect(Failure.parse(JSON.parse(refused.err)).error.code).toBe('undo.builtUpon');
    expect(result(await run('undo', 'one.casefile'), Undone).undone).toEqual({
      id: 4,
      label: 'link.add',
    });
    expect((await legajo(folder, 'undo', 'one.casefile')).out).toBe('Undone: 3 entity.create\n');
    const forced = ['undo', 'one.casefile', '--change-set', '2', '--force'];
    expect(result(await run(...forced), Undone).undone).toMatchObject({ id: 2 });
    expect(result(await run('undo', 'one.casefile'), Undone).undone).toBeNull();
    const nothing = await legajo(folder, 'undo', 'one.casefile');
    expect(nothing).toMatchObject({ code: 0, out: 'There is nothing to undo.\n' });
    expect((await run('undo', 'one.casefile', '--change-set', '1')).err).toContain(
      'undo.beginning',
    );
    expect((await run('history', 'one.casefile', '--day', 'today')).code).toBe(2);
  });
});

describe('an encrypted case', () => {
  test('opens with the passphrase of its file and with no other', async () => {
    const folder = testFolder();
    writeFileSync(join(folder, 'right'), 'open sesame\n');
    writeFileSync(join(folder, 'wrong'), 'open barley\n');
    writeFileSync(join(folder, 'blank'), '\n');
    const made = await legajo(
      folder,
      'new',
      'secret.casefile',
      '--title',
      'Quiet',
      '--passphrase-file',
      'right',
      '--json',
    );
    expect(result(made, CaseInfo).encrypted).toBe(true);
    expect(readFileSync(join(folder, 'secret.casefile')).includes('Quiet')).toBe(false);
    const asked = async (...words: string[]) =>
      legajo(folder, 'info', 'secret.casefile', ...words, '--json');
    expect(result(await asked('--passphrase-file', 'right'), CaseInfo).title).toBe('Quiet');
    expect((await asked()).err).toContain('case.passphraseNeeded');
    expect((await asked('--passphrase-file', 'wrong')).err).toContain('case.passphraseWrong');
    expect((await asked('--passphrase-file', 'blank')).err).toContain('case.passphraseEmpty');
  });
});
