import type { Word } from './name-parts.ts';

/** Words after a name that tell a child or a father of the same name, folded, with the generation they mean. */
const generations: Readonly<Record<string, number>> = {
  jr: 2,
  junior: 2,
  jnr: 2,
  hijo: 2,
  filho: 2,
  ii: 2,
  '2nd': 2,
  iii: 3,
  '3rd': 3,
  nieto: 3,
  neto: 3,
  iv: 4,
  sr: 1,
  snr: 1,
  senior: 1,
  padre: 1,
  pai: 1,
  sobrino: -1,
  sobrinho: -1,
};

const romans: Readonly<Record<string, number>> = {
  i: 1,
  v: 5,
  vi: 6,
  vii: 7,
  viii: 8,
  ix: 9,
  x: 10,
  xi: 11,
  xii: 12,
  xiii: 13,
  xiv: 14,
  xv: 15,
  xvi: 16,
  xviii: 18,
};

/** The generation that the last word of a name tells, or undefined when it is a name. */
export function generationOf(word: Word): number | undefined {
  const told = generations[word.text];
  if (told !== undefined) return told;
  return word.capitals || word.raw.length > 2 ? romans[word.text] : undefined;
}
