import { CaseError } from '#contract/error.ts';
import type { Handling, Language } from '#contract/vocabulary.ts';
import { placeText } from '../search/index.ts';
import { placeOf, textBetween } from '../sources/index.ts';
import type { CaseStore } from '../store/index.ts';
import { dateInWords } from './date-words.ts';
import type { DossierExcerpt, DossierSource } from './model.ts';
import type { CitedExcerpt } from './numbering.ts';

/** How much of the text around an excerpt is printed at most on each side, in UTF-16 code units. */
const contextLength = 120;

interface Passage {
  textSha256: string;
  start: number;
  end: number;
  quotation: string;
  handling: Handling | null;
}

/**
 * The cited excerpts as they stand in their sources.
 *
 * @param quotations false leaves out every word of the sources
 */
export function excerptsInPrint(
  store: CaseStore,
  cited: readonly CitedExcerpt[],
  quotations: boolean,
): DossierExcerpt[] {
  return cited.map(({ id, number, sourceNumber, uses }) => {
    const passage = store.one<Passage>(
      'SELECT text_sha256 AS textSha256, start, "end", quotation, handling FROM excerpt WHERE id = ?',
      id,
    );
    if (passage === undefined) throw new CaseError('record.notFound', { id });
    const { page, paragraph } = placeOf(store, passage.textSha256, passage.start);
    return {
      number,
      quotation: quotations ? passage.quotation : null,
      prefix: quotations ? textBefore(store, passage) : '',
      suffix: quotations ? textAfter(store, passage) : '',
      place: placeText(page, paragraph),
      handling: passage.handling,
      sourceNumber,
      uses,
    };
  });
}

type SourceRow = {
  [K in Exclude<keyof DossierSource, 'number'>]: Exclude<DossierSource[K], null>;
};

/** The quoted sources, numbered from 1 in the order of their ids. */
export function sourcesInPrint(
  store: CaseStore,
  ids: readonly string[],
  language: Language,
): DossierSource[] {
  return store
    .all<SourceRow>(
      `SELECT s.title, s.kind, s.publisher, s.author, s.published, s.url, s.retrieved, s.language, s.reliability,
         s.handling, s.sha256, s.byte_size AS byteSize, s.file_name AS fileName
       FROM json_each(?) wanted JOIN source s ON s.id = wanted.value ORDER BY wanted.key`,
      JSON.stringify(ids),
    )
    .map((row, index) => ({
      ...row,
      number: index + 1,
      publisher: orNull(row.publisher),
      author: orNull(row.author),
      published: orNull(dateInPrint(row.published, language)),
      url: orNull(row.url),
      retrieved: orNull(dateInPrint(row.retrieved, language)),
      language: orNull(row.language),
      fileName: orNull(row.fileName),
    }));
}

function textBefore(store: CaseStore, { textSha256, start }: Passage): string {
  const from = start - contextLength;
  // One unit more shows whether the cut falls between two words.
  const text = textBetween(store, textSha256, from - 1, start);
  if (from <= 0) return text;
  const gap = text.search(/\s/);
  return gap < 0 ? fromWholeCharacter(text.slice(1)) : text.slice(gap + 1);
}

function textAfter(store: CaseStore, { textSha256, end }: Passage): string {
  const text = textBetween(store, textSha256, end, end + contextLength + 1);
  if (text.length <= contextLength) return text;
  const gap = text.search(/\s\S*$/);
  return gap < 0 ? toWholeCharacter(text.slice(0, -1)) : text.slice(0, gap);
}

/** Text without spaces, Chinese say, is cut anywhere but inside a surrogate pair. */
function fromWholeCharacter(text: string): string {
  return /^[\uDC00-\uDFFF]/.test(text) ? text.slice(1) : text;
}
function toWholeCharacter(text: string): string {
  return /[\uD800-\uDBFF]$/.test(text) ? text.slice(0, -1) : text;
}

/** Whole dates and months are the template's to word; what EDTF adds to them is worded here. */
function dateInPrint(written: string, language: Language): string {
  return /^\d{4}-(0\d|1[0-2])(-\d\d(T\S*)?)?$/.test(written)
    ? written
    : dateInWords(written, language);
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text;
}
