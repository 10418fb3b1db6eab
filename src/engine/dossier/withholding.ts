import { Handling } from '#contract/vocabulary.ts';
import { citedIn } from '#shared/citation.ts';
import { foldName } from '#shared/names/fold.ts';
import { hiddenSpans, textKey, type HiddenPassage } from '../sources/index.ts';
import type { CaseStore } from '../store/index.ts';

/**
 * What a dossier must not print nor name, since it is marked more strictly than its reader may see; each question is
 * answered by `true` for what stays out. Without a maximum nothing does.
 */
export interface Withholding {
  /** The strictest marking that may be printed; null when everything may. */
  readonly most: Handling | null;
  /** Words of the case itself: its summary and findings. */
  readonly ofCase: boolean;
  /** An entity, or any that was found to be one with it, is marked more strictly. */
  entity(id: string): boolean;
  source(id: string): boolean;
  /** It is marked more strictly itself, or its source is, however it is marked. */
  passage(id: string): boolean;
  /**
   * A name, attribute or link of such an entity, a link to one, and a fact that had support and has lost all of it, or had
   * evidence and has lost all of it. An entity's own marking covers its primary name.
   */
  fact(id: string): boolean;
  /** A photograph by its own marking, by its entity, by the source it is out of, or by what is written beneath it. */
  photograph(photo: {
    readonly entity: string;
    readonly source: string | null;
    readonly handling: Handling | null;
    readonly words: string;
  }): boolean;
  /** What an analyst wrote, when it cites a passage that stays out, or names by name who or what is not to be named. */
  text(body: string): boolean;
  /** The name of an entity: `name`, unless that is a withheld one that an analyst preferred to its primary name. */
  nameOf(id: string, name: string): string;
  /**
   * Spans of a text of a source, in UTF-16 code units, that hold the words of a passage which stays out, by where they
   * begin; whichever of the texts that the source has or had the passage was taken from.
   */
  coveredIn(source: string, textSha256: string): readonly Span[];
  /** What has a marking of its own is marked more strictly. */
  marking(handling: Handling): boolean;
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Of names, the shortest that is looked for in what an analyst wrote, in letters. */
const shortest = 3;

const nothing: Withholding = {
  most: null,
  ofCase: false,
  entity: () => false,
  source: () => false,
  passage: () => false,
  fact: () => false,
  photograph: () => false,
  text: () => false,
  nameOf: (_id, name) => name,
  coveredIn: () => [],
  marking: () => false,
};

/** What stays out of a dossier in which nothing marked more strictly than `most` may be read. */
export function withholdingOf(store: CaseStore, most: Handling | undefined): Withholding {
  if (most === undefined) return nothing;
  const stricter = new Set(Handling.options.slice(0, Handling.options.indexOf(most)));
  if (stricter.size === 0) return { ...nothing, most };
  const markings = JSON.stringify([...stricter]);

  const entities = idsOf(
    store,
    `WITH marked AS (SELECT id FROM entity WHERE handling IN (SELECT value FROM json_each(@markings)))
     SELECT id FROM marked
     UNION SELECT them.entity_id FROM marked JOIN cluster it ON it.entity_id = marked.id
     JOIN cluster them ON them.head_id = it.head_id`,
    { markings },
  );
  const sources = idsOf(
    store,
    'SELECT id FROM source WHERE handling IN (SELECT value FROM json_each(@markings))',
    { markings },
  );
  const passages = new Map(
    store
      .all<Passage>(
        `SELECT x.id, x.source_id AS source, x.text_sha256 AS textSha256, x.start, x."end", x.quotation
         FROM excerpt x JOIN source s ON s.id = x.source_id
         WHERE x.handling IN (SELECT value FROM json_each(@markings))
           OR s.handling IN (SELECT value FROM json_each(@markings))`,
        { markings },
      )
      .map((passage) => [passage.id, passage]),
  );
  const facts = new Set([
    ...factsOf(store, entities),
    ...['name', 'attribute', 'link'].flatMap((kind) => [...unsupported(store, kind, passages)]),
  ]);
  const covered = hiddenSpans(store, [...passages.values()]);
  const names = shownOtherwise(store, facts);
  let unnamed: readonly string[] | undefined;
  const withholding: Withholding = {
    most,
    ofCase:
      store.one(
        'SELECT 1 FROM case_file WHERE handling IN (SELECT value FROM json_each(?))',
        markings,
      ) !== undefined,
    entity: (id) => entities.has(id),
    source: (id) => sources.has(id),
    passage: (id) => passages.has(id),
    fact: (id) => facts.has(id),
    photograph: ({ entity, source, handling, words }) =>
      entities.has(entity) ||
      (source !== null && sources.has(source)) ||
      (handling !== null && stricter.has(handling)) ||
      withholding.text(words),
    text: (body) => {
      if (citedIn(body).some((id) => passages.has(id))) return true;
      unnamed ??= namesNotToBeNamed(store, entities, facts);
      if (unnamed.length === 0) return false;
      const words = ` ${foldName(body)} `;
      return unnamed.some((name) => words.includes(` ${name} `));
    },
    nameOf: (id, name) => names.get(id) ?? name,
    coveredIn: (source, textSha256) =>
      (covered.get(textKey(source, textSha256)) ?? []).toSorted(
        (one, other) => one.start - other.start,
      ),
    marking: (handling) => stricter.has(handling),
  };
  return withholding;
}

interface Passage extends HiddenPassage {
  readonly id: string;
}

function idsOf(store: CaseStore, sql: string, parameters: Record<string, string>): Set<string> {
  return new Set(store.all<{ id: string }>(sql, parameters).map(({ id }) => id));
}

function factsOf(store: CaseStore, entities: ReadonlySet<string>): Set<string> {
  return idsOf(
    store,
    `SELECT id FROM name WHERE entity_id IN (SELECT value FROM json_each(@entities))
     UNION ALL SELECT id FROM attribute WHERE entity_id IN (SELECT value FROM json_each(@entities))
     UNION ALL SELECT id FROM link WHERE from_id IN (SELECT value FROM json_each(@entities))
     UNION ALL SELECT id FROM link WHERE to_id IN (SELECT value FROM json_each(@entities))`,
    { entities: JSON.stringify([...entities]) },
  );
}

/** Facts of a kind that lose all their evidence, or all that supports them, with the passages that stay out. */
function unsupported(
  store: CaseStore,
  kind: string,
  passages: ReadonlyMap<string, Passage>,
): Set<string> {
  if (passages.size === 0) return new Set();
  const fact = `${kind}_id`;
  return idsOf(
    store,
    `WITH hidden(id) AS MATERIALIZED (SELECT value FROM json_each(@passages))
     SELECT v.${fact} AS id FROM evidence v
     WHERE v.${fact} IN (
         SELECT own.${fact} FROM hidden JOIN evidence own ON own.excerpt_id = hidden.id WHERE own.${fact} IS NOT NULL)
       ${kind === 'name' ? `AND EXISTS (SELECT 1 FROM name n WHERE n.id = v.name_id AND n.kind <> 'primary')` : ''}
     GROUP BY v.${fact}
     HAVING sum(v.excerpt_id NOT IN hidden) = 0
       OR (sum(v.stance = 'supports') > 0 AND sum(v.stance = 'supports' AND v.excerpt_id NOT IN hidden) = 0)`,
    { passages: JSON.stringify([...passages.keys()]) },
  );
}

/** Entities that are shown by a name which stays out, with the primary name of the oldest of their cluster instead. */
function shownOtherwise(store: CaseStore, facts: ReadonlySet<string>): Map<string, string> {
  return new Map(
    store
      .all<{ id: string; nameId: string; primary: string }>(
        `SELECT c.entity_id AS id, c.name_id AS nameId, p.value AS "primary" FROM cluster c
         JOIN name p ON p.entity_id = c.head_id AND p.kind = 'primary' WHERE c.name_id IS NOT NULL`,
      )
      .filter(({ nameId }) => facts.has(nameId))
      .map(({ id, primary }) => [id, primary]),
  );
}

/** Folded names that stay out, but for those that somebody or something has who may be named. */
function namesNotToBeNamed(
  store: CaseStore,
  entities: ReadonlySet<string>,
  facts: ReadonlySet<string>,
): string[] {
  const values = store.all<{ value: string }>(
    `SELECT DISTINCT value FROM name WHERE entity_id IN (SELECT value FROM json_each(@entities))
     UNION SELECT value FROM name WHERE id IN (SELECT value FROM json_each(@facts))`,
    { entities: JSON.stringify([...entities]), facts: JSON.stringify([...facts]) },
  );
  const open = new Set(
    store
      .all<{ id: string; value: string }>(
        'SELECT id, value FROM name WHERE value IN (SELECT value FROM json_each(?))',
        JSON.stringify(values.map(({ value }) => value)),
      )
      .filter(({ id }) => !facts.has(id))
      .map(({ value }) => foldName(value)),
  );
  return [...new Set(values.map(({ value }) => foldName(value)))].filter(
    (name) => name.length >= shortest && !open.has(name),
  );
}
