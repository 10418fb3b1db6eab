/** Length up to which the engine gives context; context of just this length was cut off somewhere. UTF-16 code units. */
const CUT = 64;

/**
 * What stands before and after a quotation, fit to be read: of its own paragraph only, in whole words, with dots where
 * it was cut. Offsets play no part here, so white space is made plain.
 *
 * @param most code units wanted on either side at most
 */
export function contextWords(
  { prefix, suffix }: { prefix: string; suffix: string },
  most = CUT,
): { prefix: string; suffix: string } {
  const before = prefix.slice(prefix.lastIndexOf('\n') + 1);
  const lineEnd = suffix.indexOf('\n');
  const after = lineEnd < 0 ? suffix : suffix.slice(0, lineEnd);
  return {
    prefix: whole(before, before.length >= CUT, most, 'start'),
    suffix: whole(after, after.length >= CUT, most, 'end'),
  };
}

function whole(text: string, cut: boolean, most: number, at: 'start' | 'end'): string {
  const plain = text.replace(/\s+/g, ' ');
  if (plain.trim() === '') return '';
  if (!cut && plain.length <= most) return at === 'start' ? plain.trimStart() : plain.trimEnd();
  if (at === 'start') {
    const kept = plain.slice(-most).replace(/^\S*\s/, '');
    return kept === '' ? '' : `…${kept}`;
  }
  const kept = plain.slice(0, most).replace(/\s\S*$/, '');
  return kept === '' ? '' : `${kept}…`;
}
