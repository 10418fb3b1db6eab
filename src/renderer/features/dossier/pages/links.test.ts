import { expect, test } from 'vitest';
import { destinationKey, linksOf, recordOf } from './links.ts';

const page = [0, 0, 200, 100];
const word = (text: string, left: number, bottom: number) => ({
  text,
  left,
  bottom,
  width: text.length * 5,
  height: 10,
});

test('an address of the engine’s names a record, and no other address does', () => {
  expect(recordOf('legajo:entity/e-1')).toEqual({
    kind: 'entity',
    route: { screen: 'entity', id: 'e-1' },
  });
  expect(recordOf('legajo:entity/e1?fact=f2')).toEqual({
    kind: 'entity',
    route: { screen: 'entity', id: 'e1', fact: 'f2' },
  });
  expect(recordOf('legajo:passage/p1')).toEqual({ kind: 'passage', id: 'p1' });
  for (const other of ['https://legajo/entity/e1', 'legajo:settings/e1', 'legajo:entity/../x'])
    expect(recordOf(other)).toBeNull();
});

test('a link lies over the words that it stands on', () => {
  const [link, ...others] = linksOf(
    [
      { subtype: 'Link', unsafeUrl: 'legajo:entity/e1?fact=f1', rect: [20, 70, 60, 85] },
      { subtype: 'Link', url: 'https://example.org/', rect: [0, 0, 9, 9] },
      { subtype: 'Text', rect: [0, 0, 9, 9] },
    ],
    [word('Ana Río', 20, 72), word('Below', 20, 40)],
    page,
  );
  expect(others).toEqual([]);
  expect(link).toMatchObject({ words: 'Ana Río', goesOn: false });
  expect(link?.box.left).toBeCloseTo(0.1);
  expect(link?.box.top).toBeCloseTo(0.15);
  expect(link?.box.width).toBeCloseTo(0.2);
  expect(link?.box.height).toBeCloseTo(0.15);
});

test('a link over two lines is one stop with all its words', () => {
  const address = 'legajo:passage/p1';
  const lines = linksOf(
    [
      { subtype: 'Link', unsafeUrl: address, rect: [150, 70, 190, 85] },
      { subtype: 'Link', unsafeUrl: address, rect: [20, 55, 60, 70] },
      { subtype: 'Link', unsafeUrl: 'legajo:passage/p2', rect: [20, 10, 60, 30] },
    ],
    [word('La nave', 150, 72), word('zarpó', 22, 57), word('Luego', 22, 14)],
    page,
  );
  expect(lines.map(({ goesOn, words }) => [goesOn, words])).toEqual([
    [false, 'La nave zarpó'],
    [true, 'zarpó'],
    [false, 'Luego'],
  ]);
  const quads = linksOf(
    [
      {
        subtype: 'Link',
        unsafeUrl: address,
        rect: [20, 55, 190, 85],
        quadPoints: new Float32Array([
          150, 85, 190, 85, 150, 70, 190, 70, 20, 70, 60, 70, 20, 55, 60, 55,
        ]),
      },
    ],
    [],
    page,
  );
  expect(quads.map(({ goesOn }) => goesOn)).toEqual([false, true]);
});

test('a link of a newer document is known again, wherever it stands by now', () => {
  const link = (fact: string, top: number) => ({
    subtype: 'Link',
    unsafeUrl: `legajo:entity/e1?fact=${fact}`,
    rect: [20, top - 15, 60, top],
  });
  const before = linksOf([link('f1', 85), link('f2', 65), link('f2', 45)], [], page);
  const after = linksOf([link('f2', 85), link('f3', 65), link('f1', 45)], [], page);
  expect(new Set(before.map(({ key }) => key)).size).toBe(3);
  expect(after[0]?.key).toBe(before[1]?.key);
  expect(after[2]?.key).toBe(before[0]?.key);
});

test('words that stand apart are told apart, and leaders are not read', () => {
  const [link] = linksOf(
    [{ subtype: 'Link', dest: 'gaps', rect: [10, 70, 190, 85] }],
    [word('10', 10, 72), word('Gaps', 30, 72), word(' . . . . .', 50, 72), word('5', 180, 72)],
    page,
    new Map([[destinationKey('gaps'), { page: 5, within: 0 }]]),
  );
  expect(link?.words).toBe('10 Gaps 5');
});

test('a link within the dossier leads to its place, and one to nowhere is none', () => {
  const destination = [{ num: 4, gen: 0 }, { name: 'XYZ' }, 70, 500, null];
  const links = linksOf(
    [
      { subtype: 'Link', dest: destination, rect: [0, 0, 9, 9] },
      { subtype: 'Link', dest: 'passage-3', rect: [0, 0, 9, 9] },
      { subtype: 'Link', dest: 'nowhere', rect: [0, 0, 9, 9] },
    ],
    [],
    page,
    new Map([
      [destinationKey(destination), { page: 4, within: 0.5 }],
      [destinationKey('passage-3'), { page: 9, within: 0 }],
    ]),
  );
  expect(links.map(({ target }) => target)).toEqual([
    { kind: 'within', place: { page: 4, within: 0.5 } },
    { kind: 'within', place: { page: 9, within: 0 } },
  ]);
});
