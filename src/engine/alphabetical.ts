/**
 * Letters with a mark stand with their letter, and ñ after n, as dictionaries of Spanish have it. No more than there are in
 * names of these languages and of their neighbours: each costs a pass over the text.
 */
const letters: readonly (readonly [marked: string, plain: string])[] = [
  ['áàâãäÁÀÂÃÄ', 'a'],
  ['éèêÉÈÊ', 'e'],
  ['íÍ', 'i'],
  ['óôõöÓÔÖ', 'o'],
  ['úüÚÜ', 'u'],
  ['çÇ', 'c'],
  // A tilde comes after all letters.
  ['ñÑ', 'n~'],
];

/**
 * SQL that sorts a text by the alphabet, case ignored. SQLite itself has every marked letter after z. Texts of plain letters
 * alone, most of them, cost nothing more.
 *
 * @param text an SQL expression
 */
export function alphabetical(text: string): string {
  const plain = letters.reduce(
    (inner, [marked, letter]) =>
      [...marked].reduce((within, each) => `replace(${within}, '${each}', '${letter}')`, inner),
    text,
  );
  return `CASE WHEN ${text} GLOB '*[^ -~]*' THEN ${plain} ELSE ${text} END COLLATE NOCASE`;
}
