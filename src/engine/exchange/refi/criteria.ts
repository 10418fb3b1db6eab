/** What is said of a code. */
export interface CodeWords {
  description: string;
  /** When to use it. */
  inclusion: string;
  /** When not to. */
  exclusion: string;
}

/** Headings under which the criteria stand in a description, as we write them and as others do. */
const headings = {
  inclusion: /^(?:inclusion|when to use|inclusi[oó]n|cu[aá]ndo usarla?)(?: criteria)?:$/iu,
  exclusion: /^(?:exclusion|when not to use|exclusi[oó]n|cu[aá]ndo no usarla?)(?: criteria)?:$/iu,
};

/**
 * A REFI-QDA code has one description and no place of its own for when to use it and when not: these follow it, each
 * under a heading on a line of its own.
 */
export function writeCriteria({ description, inclusion, exclusion }: CodeWords): string {
  return [
    description.trim(),
    inclusion.trim() === '' ? '' : `Inclusion criteria:\n${inclusion.trim()}`,
    exclusion.trim() === '' ? '' : `Exclusion criteria:\n${exclusion.trim()}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** Reads what `writeCriteria` wrote; a description without such headings stays whole. */
export function readCriteria(text: string): CodeWords {
  const parts: Record<keyof CodeWords, string[]> = {
    description: [],
    inclusion: [],
    exclusion: [],
  };
  let part: keyof CodeWords = 'description';
  for (const line of text.split('\n')) {
    const words = line.trim();
    if (headings.inclusion.test(words)) part = 'inclusion';
    else if (headings.exclusion.test(words)) part = 'exclusion';
    else parts[part].push(line);
  }
  return {
    description: parts.description.join('\n').trim(),
    inclusion: parts.inclusion.join('\n').trim(),
    exclusion: parts.exclusion.join('\n').trim(),
  };
}
