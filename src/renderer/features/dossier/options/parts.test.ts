import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DossierKind, DossierSectionId, sectionsOf } from '#contract/dossier.ts';
import { choicesOf, movedPart, partsOf, withPart } from './parts.ts';

const choice = fc.record({
  id: fc.constantFrom(...DossierSectionId.options),
  out: fc.boolean(),
  title: fc.string(),
});
const kind = fc.constantFrom(...DossierKind.options);

test('each part of a kind is there once, whatever was asked for, those that were named first', () => {
  fc.assert(
    fc.property(kind, fc.array(choice), (of, choices) => {
      const parts = partsOf(of, choices);
      expect(parts.map(({ id }) => id).toSorted()).toEqual([...sectionsOf[of]].toSorted());
      const named = choices.filter(({ id }) => sectionsOf[of].includes(id)).map(({ id }) => id);
      expect(parts.slice(0, new Set(named).size).map(({ id }) => id)).toEqual([...new Set(named)]);
    }),
  );
});

test('what is kept of the parts gives the same parts, and is nothing where all is as usual', () => {
  expect(choicesOf('profile', partsOf('profile', []))).toEqual([]);
  fc.assert(
    fc.property(kind, fc.array(choice), (of, choices) => {
      const parts = partsOf(of, choices);
      expect(partsOf(of, choicesOf(of, parts))).toEqual(parts);
    }),
  );
});

test('a part is moved to a place, and not past the ends', () => {
  const parts = partsOf('register', []);
  const ids = (to: number) => movedPart(parts, 'sources', to).map(({ id }) => id);
  expect(ids(0)).toEqual(['sources', 'summary', 'verification']);
  expect(ids(2)).toEqual(['summary', 'verification', 'sources']);
  expect(ids(-4)).toEqual(ids(0));
  expect(ids(9)).toEqual(ids(2));
  expect(movedPart(parts, 'map', 0)).toEqual(parts);
});

test('one part is changed and the others are not', () => {
  const parts = withPart(partsOf('register', []), 'sources', { out: true, title: 'Archive' });
  expect(parts).toEqual([
    { id: 'summary', out: false, title: '' },
    { id: 'sources', out: true, title: 'Archive' },
    { id: 'verification', out: false, title: '' },
  ]);
});
