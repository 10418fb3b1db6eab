import type { Phrase, PrintedBlock, PrintedDossier } from './document.ts';

/** How often each excerpt is cited, by its number, in the order in which each is first cited in print. */
export function citationsIn(dossier: PrintedDossier): ReadonlyMap<number, number> {
  const cited = new Map<number, number>();
  const inPhrase = (phrase: Phrase | null) => {
    for (const run of phrase ?? []) {
      if (run.type === 'citation' && !run.listed)
        cited.set(run.excerpt, (cited.get(run.excerpt) ?? 0) + 1);
    }
  };
  const inBlock = (block: PrintedBlock): void => {
    switch (block.type) {
      case 'heading':
      case 'paragraph':
        return inPhrase(block.text);
      case 'list':
        return block.items.flat().forEach(inBlock);
      case 'quote':
      case 'entry':
        return block.blocks.forEach(inBlock);
      case 'table':
        return block.rows.flat().forEach(inPhrase);
      case 'particulars':
        return block.pairs.forEach(({ value }) => inPhrase(value));
      case 'picture':
        return inPhrase(block.caption);
    }
  };
  for (const notice of dossier.notices) inPhrase(notice);
  for (const { blocks } of dossier.sections) blocks.forEach(inBlock);
  return cited;
}
