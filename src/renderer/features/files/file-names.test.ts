import { expect, test } from 'vitest';
import type { FolderEntry } from '#contract/local-host.ts';
import { fileNameFrom } from '../welcome/file-name.ts';
import { offered, withEnding } from './file-names.ts';

const entry = (name: string, kind: FolderEntry['kind'] = 'file'): FolderEntry => ({
  name,
  path: `/${name}`,
  kind,
  size: 0,
  modifiedAt: '',
});

test('a chooser offers folders and the files of its purpose; to a purpose of any sort, all files', () => {
  const entries = [entry('Papeles', 'folder'), entry('a.TXT'), entry('b.exe'), entry('c.casefile')];
  expect(offered(entries, 'documents', '')).toEqual(entries);
  expect(offered(entries, 'case', '').map(({ name }) => name)).toEqual(['Papeles', 'c.casefile']);
  expect(offered(entries, null, '').map(({ name }) => name)).toEqual(['Papeles']);
});

test('typing filters by name, accents and case ignored', () => {
  const entries = [entry('Prisión.md'), entry('otro.md')];
  expect(offered(entries, 'documents', 'PRISION').map(({ name }) => name)).toEqual(['Prisión.md']);
});

test('a name to save under gets its ending when it has none', () => {
  expect(withEnding('case', ' Río ')).toBe('Río.casefile');
  expect(withEnding('package', 'a.casepack')).toBe('a.casepack');
  expect(withEnding('dossier', 'v1.2')).toBe('v1.2.pdf');
  expect(withEnding('case', '  ')).toBe('');
});

test('a title becomes a name that every file system takes', () => {
  expect(fileNameFrom('Operación: “Río/Seco”?')).toBe('Operación “Río Seco”.casefile');
  expect(fileNameFrom('...')).toBe('case.casefile');
  expect(fileNameFrom('x'.repeat(200)).length).toBeLessThan(100);
});
