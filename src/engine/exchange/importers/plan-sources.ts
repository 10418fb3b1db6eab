import { readSourceText } from '../../sources/index.ts';
import type { CaseStore } from '../../store/index.ts';
import { derivedId } from './derived-id.ts';
import type { Intake, IntakePassage, IntakeSource } from './intake.ts';
import { newNotes } from './plan-notes.ts';
import {
  taken,
  type PlannedPassage,
  type PlannedSource,
  type PlannedTag,
  type Tally,
} from './planned.ts';
import type { Remarks } from './remarks.ts';

interface SourceRow {
  id: string;
  sha256: string;
  textSha256: string;
}

/**
 * What of the sources of a file, and of what was marked in them, the case has not. A source is known again by its bytes or
 * by its text, whatever its id: programs give the same document another at each export.
 */
export function planSources(
  store: CaseStore,
  intake: Intake,
  tags: readonly PlannedTag[],
  tally: Tally,
): PlannedSource[] {
  const tagOf = new Map(tags.map((one) => [one.tag, one]));
  const used = taken(
    store,
    'source',
    intake.sources.map(({ id }) => id),
  );
  const planned: PlannedSource[] = [];
  const byText = new Map<string, PlannedSource>();
  for (const source of intake.sources) {
    const { sha256, textSha256 } = source.extraction;
    const twin = byText.get(`${sha256} ${textSha256}`);
    if (twin !== undefined) {
      // The same document twice in one file is one source here, with what was marked in either.
      twin.source.passages.push(...source.passages);
      twin.source.notes.push(...source.notes);
      continue;
    }
    const row = rowOf(store, sha256, textSha256);
    const id =
      row?.id ?? (used.has(source.id) ? derivedId('source', sha256, textSha256) : source.id);
    used.add(id);
    const one: PlannedSource = {
      source,
      id,
      there: row !== undefined,
      matched: row === undefined ? null : row.sha256 === sha256 ? 'bytes' : 'text',
      passages: [],
      notes: [],
    };
    if (row !== undefined && row.textSha256 !== textSha256) {
      moveTo(readSourceText(store, row.id).text, row.textSha256, source, intake.remarks);
    }
    byText.set(`${sha256} ${textSha256}`, one);
    planned.push(one);
  }
  const inCase = new PassagesOfCase(store, planned);
  for (const one of planned) {
    one.passages = inCase.plan(one, tagOf, tally);
    tally.add('source', one.there ? 'same' : 'new');
  }
  planNotes(store, planned, tally);
  return planned;
}

function rowOf(store: CaseStore, sha256: string, textSha256: string): SourceRow | undefined {
  return store.one<SourceRow>(
    `SELECT id, sha256, text_sha256 AS textSha256 FROM source WHERE sha256 = @sha256 OR text_sha256 = @textSha256
     ORDER BY sha256 = @sha256 AND text_sha256 = @textSha256 DESC, text_sha256 = @textSha256 DESC, id`,
    { sha256, textSha256 },
  );
}

/** Finds the passages again in another text of the same document: the same words, nearest to where they stood. */
function moveTo(text: string, textSha256: string, source: IntakeSource, remarks: Remarks): void {
  const { text: before } = source.extraction;
  source.passages = source.passages.flatMap((passage) => {
    const quotation = before.slice(passage.start, passage.end);
    const start = nearest(text, quotation, passage.start);
    if (start === null) {
      remarks.add('notInText', source.title, quotation.slice(0, 60).toWellFormed());
      return [];
    }
    return [{ ...passage, start, end: start + quotation.length }];
  });
  source.extraction = { ...source.extraction, text, textSha256 };
}

/** Where words stand in a text that stand nearest to an offset; both in UTF-16 code units. */
export function nearest(text: string, words: string, offset: number): number | null {
  if (words === '') return null;
  const before = text.lastIndexOf(words, offset);
  const after = text.indexOf(words, offset);
  if (before < 0) return after < 0 ? null : after;
  return after < 0 || offset - before <= after - offset ? before : after;
}

/** The passages and the tags on them that the sources of a plan have in the case. */
class PassagesOfCase {
  readonly #spans = new Map<string, string>();
  readonly #tagged = new Map<string, string>();
  readonly #excerptIds: Set<string>;
  readonly #taggingIds: Set<string>;

  constructor(store: CaseStore, sources: readonly PlannedSource[]) {
    const there = JSON.stringify(sources.filter((one) => one.there).map(({ id }) => id));
    for (const row of store.all<{ id: string; source: string; start: number; end: number }>(
      `SELECT x.id, x.source_id AS source, x.start, x."end" FROM json_each(?) j
       CROSS JOIN excerpt x ON x.source_id = j.value ORDER BY x.id DESC`,
      there,
    )) {
      this.#spans.set(`${row.source} ${row.start} ${row.end}`, row.id);
    }
    for (const row of store.all<{ id: string; excerpt: string; tag: string }>(
      `SELECT t.id, t.excerpt_id AS excerpt, t.tag_id AS tag FROM json_each(?) j
       CROSS JOIN excerpt x ON x.source_id = j.value CROSS JOIN excerpt_tag t ON t.excerpt_id = x.id`,
      there,
    )) {
      this.#tagged.set(`${row.excerpt} ${row.tag}`, row.id);
    }
    const passages = sources.flatMap(({ source }) => source.passages);
    this.#excerptIds = taken(
      store,
      'excerpt',
      passages.flatMap(({ id }) => id ?? []),
    );
    const taggings = passages.flatMap(({ tags }) => tags.flatMap(({ id }) => id ?? []));
    this.#taggingIds = taken(store, 'excerpt_tag', taggings);
  }

  /** The passages of a source: those of one span are one, with all that was put on them. */
  plan(
    { id: source, source: { passages, extraction } }: PlannedSource,
    tagOf: ReadonlyMap<IntakePassage['tags'][number]['tag'], PlannedTag>,
    tally: Tally,
  ): PlannedPassage[] {
    const bySpan = new Map<string, PlannedPassage>();
    for (const passage of passages) {
      const { start, end } = wholeCharacters(extraction.text, passage);
      const span = `${source} ${start} ${end}`;
      let one = bySpan.get(span);
      if (one === undefined) {
        const known = this.#spans.get(span);
        const id = known ?? free(passage.id, this.#excerptIds, 'passage', span);
        one = {
          id,
          start,
          end,
          there: known !== undefined,
          createdAt: passage.createdAt,
          taggings: [],
          notes: [],
        };
        bySpan.set(span, one);
        tally.add('passage', one.there ? 'same' : 'new');
      }
      for (const { id, tag, createdAt } of passage.tags) {
        const planned = tagOf.get(tag);
        if (planned === undefined) continue;
        const mark = `${one.id} ${planned.id}`;
        if (this.#tagged.has(mark)) {
          tally.add('tagging', 'same');
          continue;
        }
        const tagging = free(id, this.#taggingIds, 'tagging', mark);
        this.#tagged.set(mark, tagging);
        one.taggings.push({ id: tagging, tag: planned, createdAt });
        tally.add('tagging', 'new');
      }
    }
    return [...bySpan.values()];
  }
}

/** An id that no row has yet: the foreign one, or one of our own. */
function free(id: string | null, used: Set<string>, kind: string, place: string): string {
  const chosen = id === null || used.has(id) ? derivedId(kind, place) : id;
  used.add(chosen);
  return chosen;
}

/** A span grown where it would cut a character outside the Basic Multilingual Plane in two. */
function wholeCharacters(text: string, { start, end }: { start: number; end: number }) {
  const cuts = (offset: number) =>
    /^[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(text.slice(Math.max(0, offset - 1), offset + 1)) &&
    offset > 0;
  return { start: cuts(start) ? start - 1 : start, end: cuts(end) ? end + 1 : end };
}

function planNotes(store: CaseStore, planned: readonly PlannedSource[], tally: Tally): void {
  const onSources = newNotes(
    store,
    'source',
    planned.map(({ id, there, source }) => ({ id, there, notes: source.notes })),
  );
  const passages = new Map<string, { there: boolean; notes: IntakePassage['notes'] }>();
  for (const one of planned) {
    const bySpan = new Map(
      one.passages.map((passage) => [`${passage.start} ${passage.end}`, passage]),
    );
    for (const passage of one.source.passages) {
      const { start, end } = wholeCharacters(one.source.extraction.text, passage);
      const target = bySpan.get(`${start} ${end}`);
      if (target === undefined || passage.notes.length === 0) continue;
      const known = passages.get(target.id);
      if (known === undefined) {
        passages.set(target.id, { there: target.there, notes: [...passage.notes] });
      } else known.notes.push(...passage.notes);
    }
  }
  const onPassages = newNotes(
    store,
    'excerpt',
    [...passages].map(([id, { there, notes }]) => ({ id, there, notes })),
  );
  const count = (fresh: number, all: number): void => {
    tally.add('note', 'new', fresh);
    tally.add('note', 'same', Math.max(0, all - fresh));
  };
  for (const one of planned) {
    one.notes = onSources.get(one.id) ?? [];
    count(one.notes.length, one.source.notes.length);
    for (const passage of one.passages) {
      passage.notes = onPassages.get(passage.id) ?? [];
      count(passage.notes.length, passages.get(passage.id)?.notes.length ?? 0);
    }
  }
}
