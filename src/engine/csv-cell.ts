/** A cell that a spreadsheet might take for a formula, quotes before it or not (OWASP, CSV injection). */
const formula = /^'*[=+\-@\t\r＝＋－＠]/;

/**
 * A cell of words as CSV has it (RFC 4180). One that would be a formula gets an apostrophe before it; so does one that begins
 * with apostrophes and then such a sign, so that taking one off such a cell always gives what it was.
 */
export function csvCell(words: string): { text: string; defused: boolean } {
  const defused = formula.test(words);
  const said = defused ? `'${words}` : words;
  const quoted = defused || /[",\r\n]|^\s|\s$/.test(said);
  return { text: quoted ? `"${said.replaceAll('"', '""')}"` : said, defused };
}
