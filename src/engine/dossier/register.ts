import type { DossierLanguage } from '#contract/dossier.ts';
import { languageName } from '#contract/language-name.ts';
import type { Handling } from '#contract/vocabulary.ts';
import { placeText } from '../search/index.ts';
import type { CaseStore } from '../store/index.ts';
import { orNull } from './case-head.ts';
import { logOf, waysIn } from './custody.ts';
import { dateInPrint } from './date-words.ts';
import type { DossierExcerpt, DossierSource } from './model.ts';
import type { CitedExcerpt } from './numbering.ts';
import { SurroundingText } from './surrounding-text.ts';
import type { Withholding } from './withholding.ts';

interface PassageRow {
  id: string;
  source: string;
  textSha256: string;
  former: 0 | 1;
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
        `SELECT x.id, x.source_id AS source, x.text_sha256 AS textSha256, x.text_sha256 <> s.text_sha256 AS former, x.start,
           x."end", x.quotation, x.handling
         FROM excerpt x JOIN source s ON s.id = x.source_id WHERE x.id IN (SELECT value FROM json_each(?))`,
        JSON.stringify(cited.map(({ id }) => id)),
      )
      .map((passage) => [passage.id, passage]),
  );
  const surrounding = new SurroundingText(store, [...passages.values()], quotations);
  return cited.flatMap(({ id, number, sourceNumber, uses }) => {
    const passage = passages.get(id);
    if (passage === undefined) return [];
    const { page, paragraph } = surrounding.placeOf(passage);
    const covered = withholding.coveredIn(passage.source, passage.textSha256);
    return {
      id,
      number,
      quotation: quotations ? surrounding.quotationOf(passage, covered) : null,
      prefix: quotations ? surrounding.before(passage, covered) : '',
      suffix: quotations ? surrounding.after(passage, covered) : '',
      place: orNull(placeText(page, paragraph)),
      former: passage.former === 1,
      handling: passage.handling,
      sourceNumber,
      tags: tags.get(id) ?? [],
      uses,
    };
  });
}

type SourceRow = {
  [
    K in Exclude<
      keyof DossierSource,
      | 'number'
      | 'derivesFrom'
      | 'derivesFromTitle'
      | 'container'
      | 'containerTitle'
      | 'custody'
      | 'log'
    >
  ]: Exclude<DossierSource[K], null>;
} & {
  id: string;
  derivesFromId: string | null;
  derivesFromTitle: string | null;
  containerId: string | null;
  containerTitle: string | null;
};

/** Ids of the sources that sources derive from or were in, where these may be named. */
export function derivedFrom(
  store: CaseStore,
  ids: readonly string[],
  withholding: Withholding,
): string[] {
  return store
    .all<{ id: string }>(
      `SELECT derives_from AS id FROM source
       WHERE id IN (SELECT value FROM json_each(@ids)) AND derives_from IS NOT NULL
       UNION SELECT container_id FROM source
       WHERE id IN (SELECT value FROM json_each(@ids)) AND container_id IS NOT NULL`,
      { ids: JSON.stringify(ids) },
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
    `SELECT s.id, s.title, s.kind, s.publisher, s.author, s.published, s.url, s.retrieved, s.retrieved_from AS retrievedFrom,
       s.retrieved_by AS retrievedBy, s.retrieved_with AS retrievedWith, s.language, s.reliability, s.handling, s.sha256, s.byte_size AS byteSize, s.file_name AS fileName,
       s.derives_from AS derivesFromId, d.title AS derivesFromTitle, s.container_id AS containerId,
       c.title AS containerTitle, s.member_path AS memberPath
     FROM json_each(?) wanted JOIN source s ON s.id = wanted.value LEFT JOIN source d ON d.id = s.derives_from
     LEFT JOIN source c ON c.id = s.container_id
     ORDER BY wanted.key`,
    JSON.stringify(ids),
  );
  const custody = waysIn(store, ids);
  const numbers = new Map(rows.map(({ id }, index) => [id, index + 1]));
  const named = (id: string | null) => (id === null || withholding.source(id) ? null : id);
  return rows.map(({ id, derivesFromId, containerId, ...row }, index) => {
    const from = named(derivesFromId);
    const within = named(containerId);
    const { derivesFromTitle, containerTitle, memberPath } = row;
    return {
      ...row,
      number: index + 1,
      publisher: orNull(row.publisher),
      author: orNull(row.author),
      published: orNull(dateInPrint(row.published, language)),
      url: orNull(row.url),
      retrieved: orNull(dateInPrint(row.retrieved, language)),
      retrievedFrom: orNull(row.retrievedFrom),
      retrievedBy: orNull(row.retrievedBy),
      retrievedWith: orNull(row.retrievedWith),
      language: orNull(row.language),
      languageName: row.language === '' ? null : languageName(row.language, language),
      fileName: orNull(row.fileName),
      derivesFrom: from === null ? null : (numbers.get(from) ?? null),
      derivesFromTitle: from === null ? null : derivesFromTitle,
      container: within === null ? null : (numbers.get(within) ?? null),
      containerTitle: within === null ? null : containerTitle,
      memberPath: within === null ? null : orNull(memberPath),
      custody: custody.get(id) ?? [],
      log: logOf(store, id, language, withholding),
    };
  });
}
