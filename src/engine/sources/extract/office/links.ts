/** Longer targets carry data, not an address. */
const LONGEST_TARGET = 2000;

/**
 * What is added to the words of a link: ` <target>` where they do not say it themselves, else nothing. Places within the
 * document have no target to name.
 */
export function linkTarget(target: string, words: string): string {
  const plain = target.trim();
  const said = folded(words.slice(0, 2 * LONGEST_TARGET));
  if (plain === '' || plain.startsWith('#') || plain.length > LONGEST_TARGET || said === '') {
    return '';
  }
  return said.includes(folded(plain)) ? '' : ` <${plain}>`;
}

/** An address without what people leave out when they write it. */
function folded(address: string): string {
  let text = address.trim().replaceAll(/\s+/g, '');
  try {
    text = decodeURI(text);
  } catch (cause) {
    if (!(cause instanceof URIError)) throw cause;
  }
  return text
    .toLowerCase()
    .replace(/^(?:https?:\/\/|mailto:|tel:)/, '')
    .replace(/\/+$/, '');
}

/** Where a field of Word or RTF leads; empty when it leads nowhere outside its document. */
export function linkOf(instruction: string): string {
  const found = /^\s*HYPERLINK\s+(?:"([^"]*)"|([^\s\\"]\S*))/i.exec(instruction);
  return found?.[1] ?? found?.[2] ?? '';
}
