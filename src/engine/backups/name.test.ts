import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BackupReason } from '#contract/safety.ts';
import { newId } from '#shared/id.ts';
import { fileName, folderName, readFileName, readFolderName } from './name.ts';

describe('the names of backups', () => {
  test('tell all that was put into them', () => {
    const name = fc.record({
      at: fc.integer({ min: 0, max: Date.UTC(9999, 0) }),
      revision: fc.nat(),
      reason: fc.constantFrom(...BackupReason.options),
      encrypted: fc.boolean(),
    });
    fc.assert(
      fc.property(name, (about) => {
        expect(readFileName(fileName(about))).toEqual(about);
      }),
    );
  });

  test('sort as their times do', () => {
    const time = fc.integer({ min: 0, max: Date.UTC(9999, 0) });
    const about = { revision: 1, reason: 'schedule', encrypted: false } as const;
    fc.assert(
      fc.property(time, time, (a, b) => {
        const names = [fileName({ ...about, at: a }), fileName({ ...about, at: b })];
        expect((names[0] ?? '') < (names[1] ?? '')).toBe(a < b);
      }),
    );
  });

  test.each([
    ['The harbour', 'The harbour'],
    ['Operación «Niebla»: año 2', 'Operación «Niebla» año 2'],
    ['../../etc/passwd', 'etc passwd'],
    ['CON..', 'CON'],
    [' \t ', 'case'],
    ['x'.repeat(200), 'x'.repeat(60)],
  ])('take of a title what every file system takes: %j', (title, shown) => {
    const id = newId();
    expect(readFolderName(folderName(title, id))).toEqual({ title: shown, caseId: id });
  });

  test('whatever the title, stay within their folder', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (title) => {
        const id = newId();
        const name = folderName(title, id);
        expect(name).not.toMatch(/[\\/\0]|^\.|[. ]$/u);
        expect(readFolderName(name)?.caseId).toBe(id);
      }),
    );
  });

  test('of other files tell nothing', () => {
    for (const name of ['one.casefile', '20261122T070005123Z-1-other.casefile', '.DS_Store', '']) {
      expect(readFileName(name)).toBeNull();
      expect(readFolderName(name)).toBeNull();
    }
  });
});
