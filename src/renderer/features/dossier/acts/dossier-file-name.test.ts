import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dossierFileName } from './dossier-file-name.ts';

test('the subject and the reference name the file', () => {
  const name = 'Héctor Guerrero - C 2024 7.pdf';
  expect(dossierFileName('Héctor Guerrero', 'C/2024:7', 'pdf')).toBe(name);
  expect(dossierFileName('Ana', '', 'docx')).toBe('Ana.docx');
  expect(dossierFileName('...', ' ', 'md')).toBe('dossier.md');
});

test('whatever the names are, the file’s is one that file systems take', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'binary' }),
      (subject, reference) => {
        const name = dossierFileName(subject, reference, 'pdf');
        expect(name).toMatch(/^[^<>:"/\\|?*]+\.pdf$/);
        expect(name).not.toMatch(/[. ]\.pdf$/);
        expect([...name].length).toBeLessThanOrEqual(84);
      },
    ),
  );
});
