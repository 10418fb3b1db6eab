import type { DossierLanguage } from '#contract/dossier.ts';
import type { Handling } from '#contract/vocabulary.ts';
import { placeText } from '../search/index.ts';
import type { CaseStore } from '../store/index.ts';
import { orNull } from './case-head.ts';
import { custodyOf } from './custody.ts';
import { dateInWords } from './date-words.ts';
import type { DossierExcerpt, DossierSource } from './model.ts';
import type { CitedExcerpt } from './numbering.ts';
import { SurroundingText } from './surrounding-text.ts';
import type { Withholding } from './withholding.ts';

interface PassageRow {
  id: string;
  source: string;
  textSha256: string;
  start: number;
  end: number;
  quotation: string;
  handling: Handling | null;
}

/**
 * The cited excerpts as they stand in their sources. Of a passage beside or within them that may not be read, nothing is.
 *
 * @param quotations false leaves out every word of the sources
 * @param tags names of the tags of each excerpt of which they are to be printed
 */
export function excerptsInPrint(
  store: CaseStore,
  cited: readonly CitedExcerpt[],
  quotations: boolean,
  withholding: Withholding,
  tags: ReadonlyMap<string, readonly string[]>,
): DossierExcerpt[] {
  const passages = new Map(
    store
      .all<PassageRow>(
        `SELECT id, source_id AS source, text_sha256 AS textSha256, start, "end", quotation, handling
         FROM excerpt WHERE id IN (SELECT value FROM json_each(?))`,
        JSON.stringify(cited.map(({ id }) => id)),
      )
      .map((passage) => [passage.id, passage]),
  );
  const surrounding = new SurroundingText(store, [...passages.values()], quotations);
  return cited.flatMap(({ id, number, sourceNumber, uses }) => {
    const passage = passages.get(id);
    if (passage === undefined) return [];
    const { page, paragraph } = surrounding.placeOf(passage);
    const covered = withholding.coveredIn(passage.source);
    return {
      id,
      number,
      quotation: quotations ? surrounding.quotationOf(passage, covered) : null,
      prefix: quotations ? surrounding.before(passage, covered) : '',
      suffix: quotations ? surrounding.after(passage, covered) : '',
      place: orNull(placeText(page, paragraph)),
      handling: passage.handling,
      sourceNumber,
      tags: tags.get(id) ?? [],
      uses,
    };
  });
}

type SourceRow = {
  [
    K in Exclude<keyof DossierSource, 'number' | 'derivesFrom' | 'derivesFromTitle' | 'custody'>
  ]: Exclude<DossierSource[K], null>;
} & { id: string; derivesFromId: string | null; derivesFromTitle: string | null };

/** Ids of the sources that sources derive from, where these may be named. */
export function derivedFrom(
  store: CaseStore,
  ids: readonly string[],
  withholding: Withholding,
): string[] {
  return store
    .all<{ id: string }>(
      `SELECT DISTINCT derives_from AS id FROM source
       WHERE id IN (SELECT value FROM json_each(?)) AND derives_from IS NOT NULL`,
      JSON.stringify(ids),
    )
    .flatMap(({ id }) => (withholding.source(id) ? [] : id));
}

/** The named sources, numbered from 1 in the order of their ids. */
export function sourcesInPrint(
  store: CaseStore,
  ids: readonly string[],
  language: DossierLanguage,
  withholding: Withholding,
): DossierSource[] {
  const rows = store.all<SourceRow>(
    `SELECT s.id, s.title, s.kind, s.publisher, s.author, s.published, s.url, s.retrieved, s.language, s.reliability,
       s.handling, s.sha256, s.byte_size AS byteSize, s.file_name AS fileName,
       s.derives_from AS derivesFromId, d.title AS derivesFromTitle
     FROM json_each(?) wanted JOIN source s ON s.id = wanted.value LEFT JOIN source d ON d.id = s.derives_from
     ORDER BY wanted.key`,
    JSON.stringify(ids),
  );
  const custody = custodyOf(store, ids);
  const numbers = new Map(rows.map(({ id }, index) => [id, index + 1]));
  return rows.map(({ id, derivesFromId, derivesFromTitle, ...row }, index) => {
    const from = derivesFromId === null || withholding.source(derivesFromId) ? null : derivesFromId;
    return {
      ...row,
      number: index + 1,
      publisher: orNull(row.publisher),
      author: orNull(row.author),
      published: orNull(dateInPrint(row.published, language)),
      url: orNull(row.url),
      retrieved: orNull(dateInPrint(row.retrieved, language)),
      language: orNull(row.language),
      fileName: orNull(row.fileName),
      derivesFrom: from === null ? null : (numbers.get(from) ?? null),
      derivesFromTitle: from === null ? null : derivesFromTitle,
      custody: custody.get(id) ?? [],
    };
  });
}

/** Whole dates and months are the template's to word; what EDTF adds to them is worded here. */
function dateInPrint(written: string, language: DossierLanguage): string {
  return /^\d{4}-(0\d|1[0-2])(-\d\d(T\S*)?)?$/.test(written)
    ? written
    : dateInWords(written, language);
}
