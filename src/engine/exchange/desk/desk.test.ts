import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PackageOptions } from '#contract/exchange.ts';
import { newId } from '#shared/id.ts';
import { createEntity } from '../../entities/index.ts';
import { Identity, newPrivateKey } from '../../identity/index.ts';
import { addNote } from '../../notes/index.ts';
import { testCase, testFolder } from '../../testing/index.ts';
import type { CaseStore } from '../../store/index.ts';
import { exportPackage } from '../export-package.ts';
import { exportFormat, exportOptions, listHandovers } from './index.ts';

const asked = (path: string) => ({
  format: 'csv' as const,
  path,
  dropNotes: false,
  bom: false,
  recipient: { name: 'Unit 4', key: '' },
  purpose: 'a look',
  confirmedRed: false,
});

function caseWith(handling: 'RED' | 'GREEN'): CaseStore {
  const store = testCase();
  createEntity(store, { kind: 'person', name: 'Rosa Lind', aliases: [], handling });
  return store;
}

test('what left is listed, the latest first, with whom it was for', async () => {
  const store = caseWith('GREEN');
  const folder = testFolder();
  await exportPackage(store, join(folder, 'all.casepack'), { purpose: 'work' });
  expect(await exportFormat(store, asked(join(folder, 'all.zip')))).toMatchObject({
    recorded: true,
  });
  expect(listHandovers(store, { offset: 0, limit: 1 })).toMatchObject({
    total: 2,
    items: [
      {
        format: 'csv',
        scope: 'whole',
        fileName: 'all.zip',
        recipient: { name: 'Unit 4' },
        purpose: 'a look',
        handling: 'AMBER',
        by: { name: 'Ana Ruiz' },
        signed: false,
      },
    ],
  });
  expect(listHandovers(store, { offset: 1, limit: 1 }).items).toMatchObject([
    { format: 'casepack', purpose: 'work' },
  ]);
});

test('what is TLP:RED leaves in no form without being asked again, and a part without it does', async () => {
  const store = caseWith('RED');
  const path = join(testFolder(), 'all.zip');
  const red = expect.objectContaining({ code: 'handover.red' });
  await expect(exportFormat(store, asked(path))).rejects.toEqual(red);
  expect(existsSync(path)).toBe(false);
  expect(listHandovers(store, { offset: 0, limit: 1 }).total).toBe(0);
  const selection = { handling: 'AMBER' as const, tags: [], sources: [], entities: [] };
  await exportFormat(store, { ...asked(path), selection });
  await exportFormat(store, { ...asked(path), confirmedRed: true });
  expect(listHandovers(store, { offset: 0, limit: 2 }).items.map((one) => one.handling)).toEqual([
    'RED',
    'AMBER',
  ]);
});

test('notes stay behind in other forms too when that is asked, and what left says so', async () => {
  const store = caseWith('GREEN');
  const [entity] = store.all<{ id: string }>('SELECT id FROM entity');
  addNote(store, { table: 'entity', id: entity?.id ?? '' }, 'Ask her again');
  const folder = testFolder();
  const written = async (dropNotes: boolean) => {
    const path = join(folder, `${dropNotes}.jsonld`);
    await exportFormat(store, { ...asked(path), format: 'webannotation', dropNotes });
    return readFileSync(path, 'utf8');
  };
  expect(await written(false)).toContain('Ask her again');
  expect(await written(true)).not.toContain('Ask her again');
  expect(listHandovers(store, { offset: 0, limit: 2 }).items).toMatchObject([
    { scope: 'partial', selection: '{"dropNotes":true}' },
    { scope: 'whole', selection: '{}' },
  ]);
});

test('what was handed to nobody in particular is not taken for seen by a copy', async () => {
  const store = caseWith('GREEN');
  await exportPackage(store, join(testFolder(), 'all.casepack'), {});
  const since = newId();
  const asked = () =>
    exportOptions(store, PackageOptions.parse({ scope: 'delta', since }), {
      actor: { name: 'Ana Ruiz', initials: 'AR', organization: '' },
      identity: () => new Identity(newPrivateKey()),
    });
  expect(asked).toThrow(expect.objectContaining({ code: 'recipient.unknown' }));
});
