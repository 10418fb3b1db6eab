import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FileNames, safeFileName } from './file-name.ts';

test('what a system forbids is not in a name', () => {
  expect(safeFileName('a/b\\c:d*e?f"g<h>i|j')).toBe('a b c d e f g h i j');
  expect(safeFileName('..\\..\\etc/passwd')).toBe('etc passwd');
  expect(safeFileName('CON')).toBe('_CON');
  expect(safeFileName('lpt1.txt')).toBe('_lpt1.txt');
  expect(safeFileName('a\u202Egnp.exe\u0000')).toBe('a gnp.exe');
  expect(safeFileName('trailing. . .')).toBe('trailing');
  expect(safeFileName('[[note]] #1 ^x')).toBe('note 1 x');
  expect(safeFileName('مروان 😀')).toBe('مروان 😀');
  expect(safeFileName('\uD83D')).toBe('');
});

test('any text gives a name that Windows takes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const name = safeFileName(text);
      expect(name).not.toMatch(/[<>:"/\\|?*\u0000-\u001f]|^[. ]|[. ]$/);
      expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(121);
    }),
  );
});

test('records of one name have names of their own, also where letters have no case', () => {
  const names = new FileNames();
  const first = names.take('Ana', '0190a0a0-0000-7000-8000-0000aaaaaaaa');
  const second = names.take('ANA', '0190a0a0-0000-7000-8000-0001aaaaaaaa');
  expect(first).toBe('Ana aaaaaaaa');
  expect(second).toBe('ANA 0190a0a0-0000-7000-8000-0001aaaaaaaa');
  expect(names.take('???', '0190a0a0-0000-7000-8000-0000bbbbbbbb')).toBe('bbbbbbbb');
});
