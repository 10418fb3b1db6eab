import fc from 'fast-check';
import { expect, it } from 'vitest';
import { foldName, foldWithMap } from '#shared/names/fold.ts';
import { KnownIndex, matchText, type KnownName } from '../../suggest/index.ts';
import { Redactor, type HiddenNames } from './redactor.ts';

const person = (value: string, nameId: string): KnownName => ({
  entityId: value,
  kind: 'person',
  nameId,
  nameKind: 'primary',
  value,
});

/** One whose names are the matcher's, and a text that is nobody's name. */
const bearers = {
  mora: ['Nicolás de la Mora', 'NDM'],
  vexilov: ['Сергей Вексилов'],
  place: ['el muelle viejo'],
} as const;

function hiddenNames(who: readonly (keyof typeof bearers)[]): HiddenNames[] {
  return who.map((key) => ({
    codeName: `X-${key.length}`,
    values: bearers[key],
    known: key === 'place' ? [] : bearers[key].map((value, at) => person(value, `${key} ${at}`)),
  }));
}

/** Made once: an index takes far longer to make than a short text to be looked through. */
const prepared = [
  ['mora'],
  ['vexilov'],
  ['place'],
  ['mora', 'vexilov'],
  ['mora', 'vexilov', 'place'],
] as const;
const cases = prepared.map((who) => {
  const names = hiddenNames(who);
  const indexes = names
    .filter(({ known }) => known.length > 0)
    .map(({ values, known }) => ({
      index: new KnownIndex(known),
      before: `${values.join('.\n\n')}.\n\n`,
    }));
  return { names, indexes, redactor: new Redactor(names) };
});

/** Whether there is a name in a text, by looking for each in all of it. */
function plainly({ names, indexes }: (typeof cases)[number], text: string) {
  const folded = foldWithMap(text).folded;
  const isWritten = names.some(({ values }) =>
    values.some((value) => {
      const name = foldName(value);
      const joined = name.replaceAll(' ', '');
      const isJoined = joined !== name && joined.length >= 6 && folded.includes(joined);
      return isJoined || ` ${folded} `.includes(` ${name} `);
    }),
  );
  const isFound = indexes.some(({ index, before }) =>
    matchText(index, before + text).some(({ start }) => start >= before.length),
  );
  return { isWritten, isFound };
}

const piece = fc.constantFrom(
  ...'Nicolás|NICOLAS|de la|Mora|Moras|mora’s|nicolasdelamora|N.|D.M.|NDM|Сергей|Вексилов|Vexilov'.split(
    '|',
  ),
  ...'el|muelle|viejo|Elmuelleviejo|a ship|left|%|2|é|🙂|\u0301|\n\n'.split('|'),
);
const between = fc.constantFrom(' ', ' ', ' ', '-', '', '. ', '_');
const text = fc
  .array(fc.tuple(piece, between), { maxLength: 10 })
  .map((pairs) => pairs.flat().join(''));

it('finds what is found by looking for every name in every text', () => {
  let held = 0;
  let all = 0;
  fc.assert(
    fc.property(fc.constantFrom(...cases), text, (one, some) => {
      const { redactor } = one;
      const { isWritten, isFound } = plainly(one, some);
      const before = redactor.changed;
      all += 1;
      if (isWritten || isFound) held += 1;
      expect(redactor.holdsWritten(some)).toBe(isWritten);
      expect(redactor.holds(some)).toBe(isWritten || isFound);
      const replaced = redactor.replaced(some);
      expect(replaced !== some).toBe(isWritten || isFound);
      expect(redactor.changed - before).toBe(replaced === some ? 0 : 1);
    }),
    { numRuns: 1500 },
  );
  expect(held).toBeGreaterThan(all / 20);
  expect(held).toBeLessThan(all);
});

it('finds an acronym with full stops where no word of a name is in the text', () => {
  const known: KnownName = {
    entityId: 'one',
    kind: 'organization',
    nameId: 'one',
    nameKind: 'acronym',
    value: 'KLVR',
  };
  const redactor = new Redactor([{ codeName: 'X-1', values: ['KLVR'], known: [known] }]);
  expect(redactor.replaced('Ships of K.L.V.R. left.')).toBe('Ships of X-1. left.');
});
