import { CaseError } from '#contract/error.ts';
import type { CaseStore } from '../store/index.ts';
import { readSourceText } from './text.ts';

/**
 * Where words stand in a source's text. White space counts as the same whatever it is, since a quotation is often
 * copied from a page that breaks its lines elsewhere; everything else must agree to the letter.
 *
 * @returns offsets in UTF-16 code units
 * @throws CaseError `record.notFound`, `excerpt.quoteNotFound`, `excerpt.quoteAmbiguous` {count}
 */
export function findQuote(
  store: CaseStore,
  sourceId: string,
  quote: string,
): { start: number; end: number } {
  const { text } = readSourceText(store, sourceId);
  const words = quote.trim().normalize('NFC').split(/\s+/u).filter(Boolean);
  if (words.length === 0) throw new CaseError('excerpt.quoteNotFound', { quote });
  const pattern = new RegExp(
    words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`)).join('\\s+'),
    'gu',
  );
  const found = [...text.matchAll(pattern)];
  const [first] = found;
  if (first === undefined) throw new CaseError('excerpt.quoteNotFound', { quote });
  if (found.length > 1)
    throw new CaseError('excerpt.quoteAmbiguous', { quote, count: found.length });
  return { start: first.index, end: first.index + first[0].length };
}
