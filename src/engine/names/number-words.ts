/** Numbers as words and ordinals, folded: English, Spanish, Portuguese. */
const words: Readonly<Record<string, number>> = Object.fromEntries(
  [
    'first primer primero primera primeiro primeira 1st 1ro 1er 1ra 1o 1a',
    'second segundo segunda 2nd 2do 2da',
    'third tercer tercero tercera terceiro terceira three tres 3rd 3ro 3er 3ra',
    'fourth cuarto cuarta quarto quarta four cuatro quatro 4th 4to 4ta',
    'fifth quinto quinta five cinco 5th 5to 5ta',
    'sixth sexto sexta six seis 6th 6to 6ta',
    'seventh septimo septima setimo setima seven siete sete 7th 7mo 7ma',
    'eighth octavo octava oitavo oitava eight ocho oito 8th 8vo 8va',
    'ninth noveno novena nono nona nine nueve nove 9th 9no 9na',
    'tenth decimo decima ten diez dez 10th 10mo 10ma',
  ].flatMap((line, at) => line.split(' ').map((word) => [word, at + 1] as const)),
);

const roman = /^(?=[ivx]{2,})x{0,3}(?:ix|iv|v?i{0,3})$/;
const digits: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 };

/** The number that a folded word writes, or undefined. Of Roman numerals only those of two letters or more, to 39. */
export function numberOf(word: string): number | undefined {
  const told = words[word];
  if (told !== undefined) return told;
  const plain = /^(\d{1,9})(?:st|nd|rd|th|a|o)?$/.exec(word)?.[1];
  if (plain !== undefined) return Number(plain);
  if (!roman.test(word)) return undefined;
  let sum = 0;
  Array.from(word).forEach((letter, at, letters) => {
    const value = digits[letter] ?? 0;
    const next = digits[letters[at + 1] ?? ''] ?? 0;
    sum += value < next ? -value : value;
  });
  return sum;
}
